import { getEstate } from '../../../db/queries/estate.ts';
import { getChangingHome, insertMerge, lastMergeInto, type ChangingHome } from '../../../db/queries/home-changes.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Makes homes a part of another: billed with it from the day on, each debt staying where it is. */
export const mergeHomes: Handler<'homes.merge'> = async ({ db, user, now }, { into, homeIds, on, areaDm2, note }) => {
  const survivor = await getChangingHome(db, into, on);
  const { opensOn } = await getEstate(db);
  if (on < opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: on, opensOn });
  const merged: ChangingHome[] = [];
  for (const homeId of new Set(homeIds)) {
    if (homeId === into) throw new AppError('MERGE_INTO_ITSELF', { label: survivor.label });
    const home = await getChangingHome(db, homeId, on);
    // Money held for a home that is billed no more would never be used.
    if (home.prepaidFen > 0) throw new AppError('PREPAYMENT_HELD', { label: home.label, prepaidFen: home.prepaidFen });
    merged.push(home);
  }
  for (const { label, billedTo } of [survivor, ...merged]) if (billedTo && billedTo > on) throw new AppError('MERGE_BEFORE_ISSUED_BILL', { label, on, billedTo });
  // Areas follow each other in the order of their days.
  for (const homeId of [into, ...homeIds]) {
    const earlier = await lastMergeInto(db, homeId);
    if (earlier && on < earlier) throw new AppError('MERGE_BEFORE_MERGE', { on, mergedOn: earlier });
  }
  const areaAfterDm2 = areaDm2 ?? merged.reduce((sum, home) => sum + home.areaDm2, survivor.areaDm2);
  await insertMerge(db, {
    into, homeIds: merged.map(({ homeId }) => homeId), labels: merged.map(({ label }) => label).join('、'), on, areaBeforeDm2: survivor.areaDm2, areaAfterDm2, note, userId: user.userId, userName: user.name, at: now.toISOString(),
  });
  return { areaDm2: areaAfterDm2, openFen: sumFen(merged.map(({ openFen }) => openFen)) };
};

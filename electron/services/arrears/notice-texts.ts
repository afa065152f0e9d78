import { findLastTexts } from '../../../db/queries/dunning.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import { DEADLINE_DAYS } from '../../../shared/domain/dunning.ts';
import { daysBetween } from '../../../shared/domain/period.ts';
import { DEFAULT_CLAUSE, defaultHowToPay } from '../../print/dunning-words.ts';
import type { Handler } from '../../context.ts';

export type NoticeTexts = { clause: string; howToPay: string; deadlineDays: number };

/** What the next notice says unless one writes otherwise: what the last one said. */
export async function readTexts(db: Db): Promise<NoticeTexts> {
  const { officeName } = await getEstate(db);
  const last = await findLastTexts(db);
  return last ? { clause: last.clause, howToPay: last.howToPay, deadlineDays: daysBetween(last.on, last.deadlineOn) } : { clause: DEFAULT_CLAUSE, howToPay: defaultHowToPay(officeName), deadlineDays: DEADLINE_DAYS };
}

export const dunningDefaults: Handler<'dunning.defaults'> = ({ db }) => readTexts(db);

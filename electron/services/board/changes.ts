import { findLastEntryId, findVisit, insertVisit, listCostCauses, listMovements, listPeriodEvents, type CostCause, type Movement } from '../../../db/queries/board.ts';
import { listStatements } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { subjectOf } from '../../../shared/domain/board.ts';
import { IDLE_DAYS } from '../../../shared/domain/charging-use.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addDays, localDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { usage } from '../charging/usage.ts';

type Changes = Output<'board.changes'>;
type Cause = Changes['movements'][number]['causes'][number];

/** What entries moved after the one that the caller saw last. */
export const changes: Handler<'board.changes'> = async (context, { since }) => {
  const { db, user } = context;
  const visit = await findVisit(db, user.userId);
  const through = await findLastEntryId(db);
  const from = since === undefined ? (visit ? { entryId: visit.entryId, at: visit.at } : null) : { entryId: since, at: visit?.entryId === since ? visit.at : null };
  if (from === null) return { since: null, through, entries: 0, movements: [], periods: [], statements: [], idle: [] };
  return { since: from, through, entries: Math.max(0, through - from.entryId), movements: groupMovements(await listMovements(db, from.entryId, through), await listCostCauses(db, from.entryId, through)), ...(from.at === null ? { periods: [], statements: [], idle: [] } : { periods: await listPeriodEvents(db, from.at), statements: await listStatementsSince(db, from.at), idle: await listIdleSince(context, from.at) }) };
};

/** Chargers that nobody uses and that were not idle yet at a moment. */
async function listIdleSince(context: Context, at: string): Promise<Changes['idle']> {
  const month = context.today.slice(0, 7);
  const { devices } = await usage(context, { from: month, to: month });
  return devices.flatMap(({ device, state, lastOn, idleDays }) => (state === 'IDLE' && lastOn !== null && idleDays !== null && addDays(lastOn, IDLE_DAYS) > localDay(new Date(at)) ? [{ device, idleDays }] : []));
}

/** Statements that were published after a moment, and those that a newer version or a reopened month superseded since. */
async function listStatementsSince(db: Db, at: string): Promise<Changes['statements']> {
  const published = (await listStatements(db, undefined)).flatMap((one) => (one.publishedAt === null ? [] : [{ ...one, publishedAt: one.publishedAt }]));
  const found = published.flatMap(({ statementId, kind, from, to, version, publishedAt, reopenedAt }) => {
    const newer = published.filter((one) => one.kind === kind && one.from === from && one.to === to && one.version > version).map((one) => one.publishedAt);
    const [supersededAt] = [...newer, ...(reopenedAt === null ? [] : [reopenedAt])].sort();
    const one = { statementId, kind, from, to, version };
    return [...(publishedAt > at ? [{ ...one, change: 'published' as const, at: publishedAt }] : []), ...(supersededAt !== undefined && supersededAt > at ? [{ ...one, change: 'superseded' as const, at: supersededAt }] : [])];
  });
  return found.sort((one, other) => (one.at > other.at ? -1 : one.at < other.at ? 1 : other.statementId - one.statementId));
}

/** How many things that vouchers were for a cause names. */
const NAMED = 3;

/** Groups of accounts by how much they moved, whatever the direction, then by name; causes likewise. */
function groupMovements(list: readonly Movement[], costs: readonly CostCause[]): Changes['movements'] {
  const groups = new Map<string, { sign: 1 | -1; causes: Cause[] }>();
  for (const { topLabel, topFen, ...movement } of list) {
    const { name, sign } = subjectOf(movement.account, movement.fund);
    const group = groups.get(name) ?? { sign, causes: [] };
    groups.set(name, group);
    group.causes.push({ ...movement, top: topLabel === null || topFen === null ? null : { label: topLabel, amountFen: topFen }, costs: costs.filter((one) => one.account === movement.account && one.fund === movement.fund && one.kind === movement.kind).slice(0, NAMED).map(({ what, code, costId, vouchers, amountFen }) => ({ what, code, costId, vouchers, amountFen })) });
  }
  return [...groups].map(([subject, { sign, causes }]) => ({ subject, amountFen: signed(sumFen(causes.map(({ amountFen }) => amountFen)), sign), causes: causes.sort((one, other) => Math.abs(other.amountFen) - Math.abs(one.amountFen) || one.firstEntryId - other.firstEntryId || (one.account < other.account ? -1 : 1)) }))
    .sort((one, other) => Math.abs(other.amountFen) - Math.abs(one.amountFen) || (one.subject < other.subject ? -1 : 1));
}

/** Never −0. */
const signed = (fen: number, sign: 1 | -1): number => (fen === 0 ? 0 : fen * sign);

/** A visit through an entry before the last one seen is an old window's: it takes nothing back. */
export const markSeen: Handler<'board.markSeen'> = async ({ db, user, now }, { entryId }) => {
  if (entryId > (await findLastEntryId(db))) throw new AppError('NO_SUCH_ENTRY', { entryId });
  const before = await findVisit(db, user.userId);
  if (before && before.entryId > entryId) return { entryId: before.entryId };
  await insertVisit(db, user.userId, { entryId, at: now.toISOString() });
  return { entryId };
};

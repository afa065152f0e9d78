import type { CostFund, CostKind } from '../../shared/domain/cost-target.ts';
import { firstDay, lastDay } from '../../shared/domain/period.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { AttachedFile } from './attachments.ts';
import type { By } from './charging-meters.ts';

export type CostState = 'waiting' | 'approved' | 'rejected' | 'reversed';
export type NewCost = {
  costId: string; costNo: string; kind: CostKind; fund: CostFund; paidOn: string; account: string; toAccount: string | null; payee: string; what: string; invoiceNo: string; resolutionNo: string; resolutionOn: string | null; amountFen: number; instalmentId: number | null; form: string;
};
export type NewCostLine = { item: number; account: string; target: string; share: number; what: string; post: string; headcount: number; amountFen: number };

export async function insertCost(db: Db, cost: NewCost, lines: readonly NewCostLine[], files: readonly { digest: string; name: string }[], by: By): Promise<void> {
  await run(db, `insert into cost_voucher (cost_id, cost_no, kind, fund, paid_on, account, to_account, payee, what, invoice_no, resolution_no, resolution_on, amount_fen, instalment_id, form, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [cost.costId, cost.costNo, cost.kind, cost.fund, cost.paidOn, cost.account, cost.toAccount, cost.payee, cost.what, cost.invoiceNo, cost.resolutionNo, cost.resolutionOn, cost.amountFen, cost.instalmentId, cost.form, by.userId, by.userName, by.at]);
  await run(db, `insert into cost_line (cost_id, line, item, account, target, share, what, post, headcount, amount_fen) select ?, line, item, account, target, share, what, post, headcount, fen from ${jsonTable(['line', 'item', 'account', 'target', 'share', 'what', 'post', 'headcount', 'fen'])}`,
    [cost.costId, JSON.stringify(lines.map((line, index) => [index + 1, line.item, line.account, line.target, line.share, line.what, line.post, line.headcount, line.amountFen]))]);
  await run(db, `insert into cost_attachment (cost_id, digest, place, name) select ?, digest, place, name from ${jsonTable(['digest', 'place', 'name'])} where 1 on conflict do nothing`, [cost.costId, JSON.stringify(files.map(({ digest, name }, index) => [digest, index + 1, name]))]);
}

const STATE = `case when r.cost_id is not null then 'reversed' when d.kind = 'approve' then 'approved' when d.kind = 'reject' then 'rejected' else 'waiting' end`;
const DECIDED = `left join cost_decision d on d.cost_id = v.cost_id and d.kind <> 'reverse' left join cost_decision r on r.cost_id = v.cost_id and r.kind = 'reverse'`;

export type CostRow = Omit<NewCost, 'form'> & { form: string; state: CostState; targets: string; attachments: number; by: string; userId: number | null; at: string; decidedBy: string; decidedId: number | null; entryId: number | null };
const COLUMNS = `v.cost_id as costId, v.cost_no as costNo, v.kind, v.fund, v.paid_on as paidOn, v.account, v.to_account as toAccount, v.payee, v.what, v.invoice_no as invoiceNo, v.resolution_no as resolutionNo, v.resolution_on as resolutionOn, v.amount_fen as amountFen, v.instalment_id as instalmentId, v.form,
  ${STATE} as state, (select group_concat(target, ' ') from (select distinct target from cost_line l where l.cost_id = v.cost_id and target <> '' order by line)) as targets, (select count(*) from cost_attachment a where a.cost_id = v.cost_id) as attachments,
  v.user_name as by, v.user_id as userId, v.at, coalesce(d.user_name, '') as decidedBy, d.user_id as decidedId, d.entry_id as entryId`;

const withTargets = (found: Omit<CostRow, 'targets'> & { targets: string | null }): CostRow => ({ ...found, targets: found.targets ?? '' });

export async function findCost(db: Db, costId: string): Promise<CostRow | undefined> {
  const found = await row<Omit<CostRow, 'targets'> & { targets: string | null }>(db, `select ${COLUMNS} from cost_voucher v ${DECIDED} where v.cost_id = ?`, [costId]);
  return found && withTargets(found);
}

export type CostFilter = { state?: CostState | undefined; fund?: CostFund | undefined; kind?: CostKind | undefined; month?: string | undefined; search?: string | undefined };

function conditions({ state, fund, kind, month, search }: CostFilter): { where: string; bindings: (string | number)[] } {
  const parts: [string, (string | number)[]][] = [];
  if (month !== undefined) parts.push(['v.paid_on between ? and ?', [firstDay(month), lastDay(month)]]);
  if (state !== undefined) parts.push([`${STATE} = ?`, [state]]);
  if (fund !== undefined) parts.push(['v.fund = ?', [fund]]);
  if (kind !== undefined) parts.push(['v.kind = ?', [kind]]);
  if (search !== undefined && search !== '') parts.push(["instr(v.cost_no || ' ' || v.payee || ' ' || v.what || ' ' || v.invoice_no, ?) > 0", [search]]);
  return { where: parts.length === 0 ? '' : ` and ${parts.map(([text]) => text).join(' and ')}`, bindings: parts.flatMap(([, values]) => values) };
}

/** Vouchers by day and number, the latest first, after `paidOn|costNo`; index: cost_voucher_day. */
export async function listCosts(db: Db, filter: CostFilter, { after, limit }: { after: string | undefined; limit: number }): Promise<CostRow[]> {
  const { where, bindings } = conditions(filter);
  const [paidOn = '9999', costNo = '~'] = after?.split('|') ?? [];
  const found = await rows<Omit<CostRow, 'targets'> & { targets: string | null }>(db, `select ${COLUMNS} from cost_voucher v ${DECIDED} where (v.paid_on, v.cost_no) < (?, ?)${where} order by v.paid_on desc, v.cost_no desc limit ?`, [paidOn, costNo, ...bindings, limit]);
  return found.map(withTargets);
}

export async function sumCosts(db: Db, filter: CostFilter): Promise<{ vouchers: number; outFen: number; inFen: number; movedFen: number }> {
  const { where, bindings } = conditions(filter);
  const of = (kinds: string): string => `coalesce(sum(case when state in ('waiting', 'approved') and kind in (${kinds}) then fen end), 0)`;
  const found = await row<{ vouchers: number; outFen: number; inFen: number; movedFen: number }>(db, `select count(*) as vouchers, ${of("'purchase', 'payroll', 'maintenance'")} as outFen, ${of("'income', 'interest'")} as inFen, ${of("'transfer'")} as movedFen
    from (select v.kind, v.amount_fen as fen, ${STATE} as state from cost_voucher v ${DECIDED} where 1${where})`, bindings);
  return found ?? { vouchers: 0, outFen: 0, inFen: 0, movedFen: 0 };
}

export async function sumWaiting(db: Db): Promise<{ count: number; amountFen: number }> {
  return (await row<{ count: number; amountFen: number }>(db, 'select count(*) as count, coalesce(sum(amount_fen), 0) as amountFen from cost_voucher v where not exists (select 1 from cost_decision d where d.cost_id = v.cost_id)')) ?? { count: 0, amountFen: 0 };
}

/** Vouchers paid up to a day that nobody decided on, and the number of the first; index: cost_voucher_day. */
export async function countWaitingTo(db: Db, on: string): Promise<{ vouchers: number; first: string }> {
  const found = await row<{ vouchers: number; first: string | null }>(db, 'select count(*) as vouchers, min(cost_no) as first from cost_voucher v where v.paid_on <= ? and not exists (select 1 from cost_decision d where d.cost_id = v.cost_id)', [on]);
  return { vouchers: found?.vouchers ?? 0, first: found?.first ?? '' };
}

export function listCostLines(db: Db, costId: string): Promise<(NewCostLine & { ofShares: number })[]> {
  return rows(db, `select item, account, target, share, sum(share) over (partition by item) as ofShares, what, post, headcount, amount_fen as amountFen from cost_line where cost_id = ? order by line`, [costId]);
}

export function listCostFiles(db: Db, costId: string): Promise<AttachedFile[]> {
  return rows(db, 'select c.digest, c.name, a.media_type as mediaType, length(a.bytes) as bytes from cost_attachment c join attachment a using (digest) where c.cost_id = ? order by c.place', [costId]);
}

export type DecisionRow = { kind: 'approve' | 'reject' | 'reverse'; entryId: number | null; reason: string; by: string; at: string };

export function listDecisions(db: Db, costId: string): Promise<DecisionRow[]> {
  return rows(db, 'select kind, entry_id as entryId, reason, user_name as by, at from cost_decision where cost_id = ? order by at, kind', [costId]);
}

export async function insertDecision(db: Db, costId: string, { kind, entryId, reason }: Pick<DecisionRow, 'kind' | 'entryId' | 'reason'>, by: By): Promise<void> {
  await run(db, 'insert into cost_decision (cost_id, kind, entry_id, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)', [costId, kind, entryId, reason, by.userId, by.userName, by.at]);
}

/** What an account holds of a fund: the least of what it did at the end of a day and does in the end; index: posting_account. */
export async function heldFen(db: Db, account: string, fund: CostFund, on: string): Promise<number> {
  const found = await row<{ then: number | null; now: number | null }>(db, 'select sum(case when on_date <= ? then amount_fen end) as "then", sum(amount_fen) as "now" from posting where account = ? and fund = ?', [on, account, fund]);
  return Math.min(found?.then ?? 0, found?.now ?? 0);
}

export const EVIDENCE_ABOVE_FEN = 50_000;

export async function costSetting(db: Db): Promise<{ version: number; evidenceAboveFen: number }> {
  return (await row<{ version: number; evidenceAboveFen: number }>(db, 'select version, evidence_above_fen as evidenceAboveFen from cost_setting order by version desc limit 1')) ?? { version: 0, evidenceAboveFen: EVIDENCE_ABOVE_FEN };
}

export async function insertCostSetting(db: Db, version: number, evidenceAboveFen: number, by: By): Promise<void> {
  await run(db, 'insert into cost_setting (version, evidence_above_fen, user_id, user_name, at) values (?, ?, ?, ?, ?)', [version, evidenceAboveFen, by.userId, by.userName, by.at]);
}

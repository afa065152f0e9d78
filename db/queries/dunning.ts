import type { dunningWays } from '../../shared/contract/arrears.ts';
import type { BillBasis } from './bills.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

export type DunningWay = (typeof dunningWays)[number];

export type NewNotice = {
  noticeNo: string; homeId: number; label: string; debtor: string; former: boolean; payer: string; on: string; deadlineOn: string; amountFen: number; clause: string; howToPay: string;
  officeName: string; officePhone: string; estateName: string; userId: number | null; userName: string; at: string; lines: readonly { billId: number; openFen: number }[];
};

const COLUMNS = ['notice_id', 'notice_no', 'home_id', 'label', 'debtor', 'former', 'payer', 'on_date', 'deadline_on', 'amount_fen', 'clause', 'how_to_pay', 'office_name', 'office_phone', 'estate_name', 'user_id', 'user_name', 'at'];

/** Writes notices with their lines, in two statements. */
export async function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  const first = ((await row<{ last: number | null }>(db, 'select max(notice_id) as last from dunning_notice'))?.last ?? 0) + 1;
  const heads = notices.map((one, index) => [first + index, one.noticeNo, one.homeId, one.label, one.debtor, Number(one.former), one.payer, one.on, one.deadlineOn, one.amountFen, one.clause, one.howToPay, one.officeName, one.officePhone, one.estateName, one.userId, one.userName, one.at]);
  await run(db, `insert into dunning_notice (${COLUMNS.join(', ')}) select * from ${jsonTable(COLUMNS)}`, [JSON.stringify(heads)]);
  const lines = notices.flatMap(({ lines: own }, index) => own.map(({ billId, openFen }, line) => [first + index, line + 1, billId, openFen]));
  await run(db, `insert into dunning_line (notice_id, line, bill_id, open_fen) select * from ${jsonTable(['notice_id', 'line', 'bill_id', 'open_fen'])}`, [JSON.stringify(lines)]);
}

/** The last number of a series in a year; 0 before the first. */
export async function lastNumber(db: Db, series: string, year: number): Promise<number> {
  return (await row<{ last: number }>(db, 'select last_no as last from receipt_series where series = ? and year = ?', [series, year]))?.last ?? 0;
}

export type NoticeLine = {
  billId: number; itemName: string; fund: string; from: string; to: string; basis: BillBasis; areaDm2: number | null; rateE4: number | null; quantityE4: number | null; unit: string; months: number;
  share: { numerator: number; denominator: number }; note: string; billedFen: number; openFen: number; dueOn: string;
};

type LineTuple = readonly [number, number, string, string, string, string, BillBasis, number | null, number | null, number | null, string, number, number, number, string, number, number, string];

/** What bills are for, with what was open of each; by what is asked for: `from` names `x.bill_id`, `x.open_fen` and a key. */
async function readLines(db: Db, from: string, bindings: readonly (string | number)[]): Promise<Map<number, NoticeLine[]>> {
  const found = await tuples<LineTuple>(db, ['x.key', 'b.bill_id', 'i.name', 'i.fund', 'b.from_on', 'b.to_on', 'b.basis', 'b.area_dm2', 'b.rate_e4', 'b.quantity_e4', `coalesce(v.unit, '')`, 'b.months', 'b.share_numerator', 'b.share_denominator', 'b.note', 'b.amount_fen', 'x.open_fen', 'b.due_on'],
    `from ${from} x join bill b on b.bill_id = x.bill_id join fee_item i using (fee_item_id) left join fee_version v using (fee_version_id) order by x.key, x.line`, bindings);
  const lines = new Map<number, NoticeLine[]>();
  for (const [key, billId, itemName, fund, from_, to, basis, areaDm2, rateE4, quantityE4, unit, months, numerator, denominator, note, billedFen, openFen, dueOn] of found) {
    const line = { billId, itemName, fund, from: from_, to, basis, areaDm2, rateE4, quantityE4, unit, months, share: { numerator, denominator }, note, billedFen, openFen, dueOn };
    const own = lines.get(key);
    if (own) own.push(line);
    else lines.set(key, [line]);
  }
  return lines;
}

/** The lines of planned notices, by their place in the plan. */
export function describeLines(db: Db, plans: readonly { lines: readonly { billId: number; openFen: number }[] }[]): Promise<Map<number, NoticeLine[]>> {
  const list = plans.flatMap(({ lines }, key) => lines.map(({ billId, openFen }, line) => [key, line, billId, openFen]));
  return readLines(db, jsonTable(['key', 'line', 'bill_id', 'open_fen']), [JSON.stringify(list)]);
}

export type NoticeHead = Omit<NewNotice, 'lines' | 'userId'> & { noticeId: number };
const HEAD = `n.notice_id as noticeId, n.notice_no as noticeNo, n.home_id as homeId, n.label, n.debtor, n.former, n.payer, n.on_date as "on", n.deadline_on as deadlineOn, n.amount_fen as amountFen, n.clause, n.how_to_pay as howToPay,
  n.office_name as officeName, n.office_phone as officePhone, n.estate_name as estateName, n.user_name as userName, n.at`;

/** Notices by their numbers, in the order that they were made; unknown numbers are left out. */
export async function listNoticesByNo(db: Db, noticeNos: readonly string[]): Promise<NoticeHead[]> {
  const found = await rows<Omit<NoticeHead, 'former'> & { former: number }>(db, `select ${HEAD} from dunning_notice n where n.notice_no in (select value from json_each(?)) order by n.notice_id`, [JSON.stringify(noticeNos)]);
  return found.map((notice) => ({ ...notice, former: notice.former === 1 }));
}

/** The lines of notices as they were made, by notice. */
export function listNoticeLines(db: Db, noticeIds: readonly number[]): Promise<Map<number, NoticeLine[]>> {
  return readLines(db, '(select notice_id as key, line, bill_id, open_fen from dunning_line where notice_id in (select value from json_each(?)))', [JSON.stringify(noticeIds)]);
}

/** The words of the last notice. */
export function findLastTexts(db: Db): Promise<{ clause: string; howToPay: string; on: string; deadlineOn: string } | undefined> {
  return row(db, 'select clause, how_to_pay as howToPay, on_date as "on", deadline_on as deadlineOn from dunning_notice order by notice_id desc limit 1');
}

export type NewService = { noticeId: number; way: DunningWay; servedOn: string; servedBy: string; note: string; userId: number; userName: string; at: string };

export async function insertServices(db: Db, services: readonly NewService[]): Promise<void> {
  const columns = ['notice_id', 'way', 'served_on', 'served_by', 'note', 'user_id', 'user_name', 'at'];
  await run(db, `insert into dunning_service (${columns.join(', ')}) select * from ${jsonTable(columns)}`,
    [JSON.stringify(services.map(({ noticeId, way, servedOn, servedBy, note, userId, userName, at }) => [noticeId, way, servedOn, servedBy, note, userId, userName, at]))]);
}

export type NoticeFilter = { homeId?: number | undefined; search?: string | undefined; unservedOnly?: boolean | undefined };

function noticeWhere({ homeId, search, unservedOnly }: NoticeFilter): { sql: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (homeId) { conditions.push('n.home_id = ?'); bindings.push(homeId); }
  if (search) { conditions.push('(n.label = ? or instr(n.notice_no, ?) > 0 or instr(n.debtor, ?) > 0)'); bindings.push(search, search, search); }
  if (unservedOnly) conditions.push('not exists (select 1 from dunning_service s where s.notice_id = n.notice_id)');
  return { sql: conditions.join(' and '), bindings };
}

type Served = { way: DunningWay; on: string; by: string; note: string };
export type NoticeItem = { noticeId: number; noticeNo: string; homeId: number; label: string; debtor: string; former: boolean; on: string; deadlineOn: string; amountFen: number; openFen: number; bills: number; by: string; served: Served[] };

/** A page of notices, newest first, with what is still open of their bills; keyset by `notice_id`. Indexes: dunning_service_notice, posting_bill. */
export async function listNotices(db: Db, filter: NoticeFilter, page: { before: number; limit: number }): Promise<NoticeItem[]> {
  const { sql, bindings } = noticeWhere(filter);
  const found = await rows<Omit<NoticeItem, 'served' | 'former'> & { served: string; former: number }>(db, `select n.notice_id as noticeId, n.notice_no as noticeNo, n.home_id as homeId, n.label, n.debtor, n.former, n.on_date as "on", n.deadline_on as deadlineOn, n.amount_fen as amountFen,
    (select coalesce(sum(p.amount_fen), 0) from dunning_line l join posting p on p.bill_id = l.bill_id and p.account = '1122' where l.notice_id = n.notice_id) as openFen,
    (select count(*) from dunning_line l where l.notice_id = n.notice_id) as bills, n.user_name as by,
    (select json_group_array(json_object('way', way, 'on', served_on, 'by', served_by, 'note', note)) from (select * from dunning_service s where s.notice_id = n.notice_id order by served_on, service_id)) as served
    from dunning_notice n where ${sql} and n.notice_id < ? order by n.notice_id desc limit ?`, [...bindings, page.before, page.limit]);
  return found.map((notice) => ({ ...notice, former: notice.former === 1, served: JSON.parse(notice.served) as Served[] }));
}

export async function sumNotices(db: Db, filter: NoticeFilter): Promise<{ total: number; amountFen: number }> {
  const { sql, bindings } = noticeWhere(filter);
  const found = await row<{ total: number; amountFen: number | null }>(db, `select count(*) as total, sum(n.amount_fen) as amountFen from dunning_notice n where ${sql}`, bindings);
  return { total: found?.total ?? 0, amountFen: found?.amountFen ?? 0 };
}

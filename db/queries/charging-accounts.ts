import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { row, rows, run, type Db } from '../sql.ts';

/** Who did it. */
export type By = { userId: number; userName: string; at: string };

/** Of an account `a`: what came in, what was charged with products, what went back. */
const TOPPED = '(select coalesce(sum(amount_fen), 0) from charging_topup t where t.account_id = a.account_id)';
const CHARGED = `((select coalesce(sum(amount_fen), 0) from charging_charge c where c.account_id = a.account_id) + (select coalesce(sum(j.amount_fen), 0) from charging_charge c join charging_adjustment j using (session_id) where c.account_id = a.account_id) + (select coalesce(sum(price_fen), 0) from charging_plan n where n.account_id = a.account_id))`;
const PAID_BACK = '(select coalesce(sum(b.amount_fen), 0) from charging_payback b join charging_topup t using (topup_no) where t.account_id = a.account_id)';
const BALANCE = `(${TOPPED} - ${CHARGED} - ${PAID_BACK})`;
const ACTIVE_CARD = '(select card_no from charging_card c where c.account_id = a.account_id and c.ended_on is null)';
const LAST = `(select max(m) from (select max(received_on) as m from charging_topup t where t.account_id = a.account_id union all select date(max(s.ended_at) + 28800, 'unixepoch') from charging_charge c join charging_session s using (session_id) where c.account_id = a.account_id))`;
const FACTS = `a.account_id as accountId, coalesce(${ACTIVE_CARD}, '') as cardNo, w.holder, w.phone, w.home_id as homeId, coalesce(h.label, '') as label`;
const FROM = 'from charging_account a join charging_holder w using (account_id) left join home h on h.home_id = w.home_id';

export type AccountFacts = { accountId: number; cardNo: string; holder: string; phone: string; homeId: number | null; label: string };
export type AccountRow = AccountFacts & { balanceFen: number; toppedUpFen: number; chargedFen: number; paidBackFen: number; lastOn: string | null; plans: string };
const ROW = `${FACTS}, ${TOPPED} as toppedUpFen, ${CHARGED} as chargedFen, ${PAID_BACK} as paidBackFen, ${BALANCE} as balanceFen, ${LAST} as lastOn,
  coalesce((select group_concat(p.name, '、') from charging_plan n join charging_product p using (product_id) where n.account_id = a.account_id and n.from_on <= d.on_date and (n.to_on is null or n.to_on > d.on_date)), '') as plans`;
const TODAY = 'cross join (select ? as on_date) d';

export async function insertAccount(db: Db, { holder, phone, homeId, cardNo }: { holder: string; phone: string; homeId: number | null; cardNo: string }, by: By): Promise<number> {
  const accountId = (await row<{ id: number }>(db, 'insert into charging_account (user_id, user_name, at) values (?, ?, ?) returning account_id as id', [by.userId, by.userName, by.at]))?.id ?? 0;
  await run(db, 'insert into charging_holder (account_id, holder, phone, home_id) values (?, ?, ?, ?)', [accountId, holder, phone, homeId]);
  await insertCard(db, accountId, cardNo, by);
  return accountId;
}

export async function updateHolder(db: Db, accountId: number, { holder, phone, homeId }: { holder: string; phone: string; homeId: number | null }): Promise<void> {
  await run(db, 'update charging_holder set holder = ?, phone = ?, home_id = ? where account_id = ?', [holder, phone, homeId, accountId]);
}

export async function insertCard(db: Db, accountId: number, cardNo: string, by: By): Promise<void> {
  await run(db, 'insert into charging_card (card_no, account_id, user_id, user_name, at) values (?, ?, ?, ?, ?)', [cardNo, accountId, by.userId, by.userName, by.at]);
}

export async function endCards(db: Db, accountId: number, on: string, note: string): Promise<void> {
  await run(db, 'update charging_card set ended_on = ?, note = ? where account_id = ? and ended_on is null', [on, note, accountId]);
}

/** Whose card it is or was; primary key. */
export function findCard(db: Db, cardNo: string): Promise<{ accountId: number; holder: string } | undefined> {
  return row(db, 'select c.account_id as accountId, w.holder from charging_card c join charging_holder w using (account_id) where c.card_no = ?', [cardNo]);
}

export function listCards(db: Db, accountId: number): Promise<{ cardNo: string; endedOn: string | null; note: string }[]> {
  return rows(db, 'select card_no as cardNo, ended_on as endedOn, note from charging_card where account_id = ? order by ended_on is not null, ended_on desc, at desc', [accountId]);
}

/** With what it holds today; primary keys and charging_*_account. */
export function findAccount(db: Db, accountId: number, today: string): Promise<AccountRow | undefined> {
  return row(db, `select ${ROW} ${FROM} ${TODAY} where a.account_id = ?`, [today, accountId]);
}

export type AccountFilter = { search?: string | undefined; belowFen?: number | undefined };

function accountWhere({ search, belowFen }: AccountFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (search) {
    conditions.push(`(a.account_id in (select account_id from charging_card where card_no = ? collate nocase) or (length(?) >= 4 and substr(w.phone, -length(?)) = ?) or instr(w.holder, ?) > 0 or h.label = ?)`);
    bindings.push(search, search, search, search, search, search);
  }
  if (belowFen !== undefined) { conditions.push(`${BALANCE} < ?`); bindings.push(belowFen); }
  return { where: conditions.join(' and '), bindings };
}

/** Accounts in the order they were opened; keyset by number. */
export function listAccounts(db: Db, filter: AccountFilter, page: { today: string; after: number; limit: number }): Promise<AccountRow[]> {
  const { where, bindings } = accountWhere(filter);
  return rows(db, `select ${ROW} ${FROM} ${TODAY} where ${where} and a.account_id > ? order by a.account_id limit ?`, [page.today, ...bindings, page.after, page.limit]);
}

export async function sumAccounts(db: Db, filter: AccountFilter): Promise<{ total: number; balanceFen: number }> {
  const { where, bindings } = accountWhere(filter);
  return (await row<{ total: number; balanceFen: number }>(db, `select count(*) as total, coalesce(sum(${BALANCE}), 0) as balanceFen ${FROM} where ${where}`, bindings)) ?? { total: 0, balanceFen: 0 };
}

export type TopUpRow = {
  topUpNo: number; topUpId: string; accountId: number; amountFen: number; receivedOn: string; method: PaymentMethod; transactionNo: string | null; payer: string; cardNo: string; label: string; receiptNo: string; officeName: string; officePhone: string; cashier: string; registeredAt: string; registeredOn: string; entryId: number; userId: number;
  /** Not paid back yet. */ leftFen: number;
};
const TOPUP = `t.topup_no as topUpNo, t.topup_id as topUpId, t.account_id as accountId, t.amount_fen as amountFen, t.received_on as receivedOn, t.method, t.transaction_no as transactionNo, t.payer, t.card_no as cardNo, t.label, t.receipt_no as receiptNo, t.office_name as officeName, t.office_phone as officePhone, t.cashier,
  t.registered_at as registeredAt, t.registered_on as registeredOn, t.entry_id as entryId, t.user_id as userId, t.amount_fen - (select coalesce(sum(amount_fen), 0) from charging_payback b where b.topup_no = t.topup_no) as leftFen`;

export function findTopUp(db: Db, topUpId: string): Promise<TopUpRow | undefined> {
  return row(db, `select ${TOPUP} from charging_topup t where t.topup_id = ?`, [topUpId]);
}

/** The latest first. */
export function listTopUps(db: Db, accountId: number): Promise<TopUpRow[]> {
  return rows(db, `select ${TOPUP} from charging_topup t where t.account_id = ? order by t.topup_no desc`, [accountId]);
}

export async function insertTopUp(db: Db, one: Omit<TopUpRow, 'topUpNo' | 'leftFen'>): Promise<void> {
  await run(db, `insert into charging_topup (topup_id, account_id, amount_fen, received_on, method, transaction_no, payer, card_no, label, receipt_no, office_name, office_phone, cashier, user_id, registered_at, registered_on, entry_id)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  [one.topUpId, one.accountId, one.amountFen, one.receivedOn, one.method, one.transactionNo, one.payer, one.cardNo, one.label, one.receiptNo, one.officeName, one.officePhone, one.cashier, one.userId, one.registeredAt, one.registeredOn, one.entryId]);
}

export type PayBackRow = { payBackId: string; topUpNo: number; kind: 'payback' | 'void'; amountFen: number; on: string; method: PaymentMethod; reason: string; payee: string; returnNo: string; by: string; entryId: number; ofReceiptNo: string; topUpId: string; accountId: number };
const PAYBACK = `select b.payback_id as payBackId, b.topup_no as topUpNo, b.kind, b.amount_fen as amountFen, b.on_date as "on", b.method, b.reason, b.payee, b.return_no as returnNo, b.user_name as by, b.entry_id as entryId, t.receipt_no as ofReceiptNo, t.topup_id as topUpId, t.account_id as accountId from charging_payback b join charging_topup t using (topup_no)`;

export function listPayBacks(db: Db, by: { payBackId: string } | { returnNo: string }): Promise<PayBackRow[]> {
  return 'payBackId' in by ? rows(db, `${PAYBACK} where b.payback_id = ? order by b.payback_no`, [by.payBackId]) : rows(db, `${PAYBACK} where b.return_no = ?`, [by.returnNo]);
}

export async function insertPayBack(db: Db, one: Omit<PayBackRow, 'by' | 'ofReceiptNo' | 'topUpId' | 'accountId'>, by: By): Promise<void> {
  await run(db, 'insert into charging_payback (payback_id, topup_no, kind, amount_fen, on_date, method, reason, payee, return_no, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [one.payBackId, one.topUpNo, one.kind, one.amountFen, one.on, one.method, one.reason, one.payee, one.returnNo, by.userId, by.userName, by.at, one.entryId]);
}

export type MoveRow = { kind: 'topup' | 'charge' | 'product' | 'payback' | 'void' | 'change'; on: string; no: string; text: string; amountFen: number; entryId: number | null; sessionId: number | null; topUpId: string | null };

/** All that moved an account, the earliest first: by day, then money in before what it paid. Index: charging_*_account. */
export function listMoves(db: Db, accountId: number): Promise<MoveRow[]> {
  return rows(db, `select kind, on_date as "on", no, text, amount_fen as amountFen, entry_id as entryId, session_id as sessionId, topup_id as topUpId from (
      select 'topup' as kind, t.received_on as on_date, t.receipt_no as no, t.payer as text, t.amount_fen, t.entry_id, null as session_id, t.topup_id, 1 as rank, t.topup_no as n from charging_topup t where t.account_id = ?
      union all select 'product', date(n.at, '+8 hours'), '', p.name, -n.price_fen, n.entry_id, null, null, 2, n.plan_id from charging_plan n join charging_product p using (product_id) where n.account_id = ? and n.price_fen > 0
      union all select 'charge', date(s.ended_at + 28800, 'unixepoch'), s.order_no, d.code || '-' || s.connector, -c.amount_fen, k.entry_id, s.session_id, null, 3, s.ended_at from charging_charge c join charging_session s using (session_id) join charging_device d using (device_id)
        left join charging_booking k on k.batch_id = s.batch_id and k.on_date = date(s.ended_at + 28800, 'unixepoch') where c.account_id = ?
      union all select 'change', x.on_date, s.order_no, x.reason, -j.amount_fen, x.entry_id, s.session_id, null, 4, x.change_id from charging_charge c join charging_adjustment j using (session_id) join charging_change x using (change_id) join charging_session s on s.session_id = c.session_id where c.account_id = ? and j.amount_fen <> 0
      union all select b.kind, b.on_date, b.return_no, b.reason, -b.amount_fen, b.entry_id, null, case b.kind when 'void' then t.topup_id end, 5, b.payback_no from charging_payback b join charging_topup t using (topup_no) where t.account_id = ?)
    order by on_date, rank, n`, [accountId, accountId, accountId, accountId, accountId]);
}

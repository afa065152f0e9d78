import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

// Every check here is one pass over postings, summed by document (see verify.ts).
const SHOWN = 100;

/** The account on which money of a method lies. */
const accountOf = (method: string): string => `case ${method} when 'cash' then '1001' when 'wechat' then '1012.01' when 'alipay' then '1012.02' else '1002.01' end`;
/** The sum of an entry's postings `x` on an account. */
const on = (account: string, as: string, fund?: string): string => `sum(case when x.account = ${account}${fund ? ` and x.fund = '${fund}'` : ''} then x.amount_fen else 0 end) as ${as}`;

/** Payments whose entry does not hold their amount on their method's account, their lines, their prepayment and their bonus. */
export function wrongPayments(db: Db): Promise<Problem[]> {
  return rows(db, `with sums as (select x.entry_id, ${on(accountOf('p.method'), 'received')}, -${on(`'1122'`, 'paid')}, -${on(`'2203'`, 'ahead')}, ${on(`'5001.93'`, 'given')}
      from payment p join posting x on x.entry_id = p.entry_id group by x.entry_id),
      lines as (select payment_no, sum(amount_fen) as fen from payment_line group by payment_no),
      own as (select p.receipt_no as subject, p.amount_fen, p.prepaid_fen, p.bonus_fen, coalesce(s.received, 0) as received, coalesce(s.paid, 0) as paid, coalesce(s.ahead, 0) as ahead, coalesce(s.given, 0) as given, coalesce(l.fen, 0) as lines
      from payment p left join sums s on s.entry_id = p.entry_id left join lines l on l.payment_no = p.payment_no)
    select 'PAYMENT' as kind, subject, amount_fen || ' / ' || received || ' = ' || lines || ' + ' || prepaid_fen || ' / ' || paid || ' + ' || ahead as detail from own
    where received <> amount_fen or paid <> lines or ahead <> prepaid_fen + bonus_fen or given <> bonus_fen or lines + prepaid_fen <> amount_fen limit ${SHOWN}`);
}

/** Receipt lines that their payment's entry does not carry, and undone payments whose entry undoes something else or whose number is of another kind. */
export function wrongLinesAndReversals(db: Db): Promise<Problem[]> {
  return rows(db, `with sums as (select x.entry_id, x.bill_id, -sum(x.amount_fen) as fen from payment p join posting x on x.entry_id = p.entry_id where x.bill_id is not null group by x.entry_id, x.bill_id),
      paid as (select p.receipt_no as subject, l.bill_id, l.amount_fen, coalesce(s.fen, 0) as posted
      from payment_line l join payment p using (payment_no) left join sums s on s.entry_id = p.entry_id and s.bill_id = l.bill_id)
    select 'PAYMENT' as kind, subject, bill_id || ': ' || amount_fen || ' ≠ ' || posted as detail from paid where posted <> amount_fen
    union all select 'PAYMENT', p.receipt_no, r.reversal_no || ': ' || r.entry_id from payment_reversal r join payment p using (payment_no) left join entry e on e.entry_id = r.entry_id
      where e.reverses is not p.entry_id or substr(r.reversal_no, 1, 2) <> case r.kind when 'void' then 'ZF' when 'reversal' then 'HC' else 'TK' end limit ${SHOWN}`);
}

/** Refunds whose entry does not give back their amount, their lines, their prepayment and the bonus that lapsed. */
export function wrongRefunds(db: Db): Promise<Problem[]> {
  return rows(db, `with sums as (select x.entry_id, -${on(accountOf('f.method'), 'gone')}, ${on(`'1122'`, 'opened')}, ${on(`'2203'`, 'less')}, -${on(`'5001.93'`, 'lapsed')} from refund f join posting x on x.entry_id = f.entry_id group by x.entry_id),
      lines as (select refund_id, sum(amount_fen) as fen from refund_line group by refund_id),
      own as (select f.refund_no as subject, f.amount_fen, f.prepaid_fen, f.bonus_fen, coalesce(s.gone, 0) as gone, coalesce(s.opened, 0) as opened, coalesce(s.less, 0) as less, coalesce(s.lapsed, 0) as lapsed, coalesce(l.fen, 0) as lines
      from refund f left join sums s on s.entry_id = f.entry_id left join lines l on l.refund_id = f.refund_id),
      bills as (select x.entry_id, x.bill_id, sum(x.amount_fen) as fen from refund f join posting x on x.entry_id = f.entry_id where x.bill_id is not null group by x.entry_id, x.bill_id)
    select 'PAYMENT' as kind, subject, amount_fen || ' / ' || gone || ' = ' || lines || ' + ' || prepaid_fen || ' / ' || opened || ' + ' || less as detail from own
      where gone <> amount_fen or opened <> lines or less <> prepaid_fen + bonus_fen or lapsed <> bonus_fen or lines + prepaid_fen <> amount_fen
    union all select 'PAYMENT', f.refund_no, l.bill_id || ': ' || l.amount_fen || ' ≠ ' || coalesce(b.fen, 0) from refund_line l join refund f using (refund_id) left join bills b on b.entry_id = f.entry_id and b.bill_id = l.bill_id
      where coalesce(b.fen, 0) <> l.amount_fen limit ${SHOWN}`);
}

/** Payments of which more was given back than they took, as a whole, ahead or for one bill; or in part, and then undone whole. */
export function overRefunded(db: Db): Promise<Problem[]> {
  return rows(db, `with back as (select payment_no, sum(amount_fen) as fen, sum(prepaid_fen) as prepaid, sum(bonus_fen) as bonus from refund where payment_no is not null group by payment_no),
      lines as (select f.payment_no, l.bill_id, sum(l.amount_fen) as fen from refund f join refund_line l using (refund_id) group by f.payment_no, l.bill_id)
    select 'PAYMENT' as kind, p.receipt_no as subject, p.amount_fen || ' < ' || b.fen as detail from back b join payment p using (payment_no) left join payment_reversal r using (payment_no)
      where b.fen > p.amount_fen or b.prepaid > p.prepaid_fen or b.bonus > p.bonus_fen or r.payment_no is not null
    union all select 'PAYMENT', p.receipt_no, b.bill_id || ': ' || coalesce(l.amount_fen, 0) || ' < ' || b.fen from lines b join payment p using (payment_no) left join payment_line l on l.payment_no = b.payment_no and l.bill_id = b.bill_id
      where b.fen > coalesce(l.amount_fen, 0) limit ${SHOWN}`);
}

/** Deposits and their returns whose entries hold other amounts, and deposits of which more left than came. */
export function wrongDeposits(db: Db): Promise<Problem[]> {
  return rows(db, `with taken as (select x.entry_id, ${on(accountOf('d.method'), 'received', 'deposit')}, -${on(`'2241.01'`, 'owed')} from deposit d join posting x on x.entry_id = d.entry_id group by x.entry_id),
      back as (select x.entry_id, ${on(`'2241.01'`, 'less')}, -sum(case when x.fund = 'deposit' and x.account <> '2241.01' then x.amount_fen else 0 end) as gone, -${on(`'5051'`, 'earned', 'property')}
      from deposit_return r join posting x on x.entry_id = r.entry_id group by x.entry_id),
      left_over as (select deposit_no, sum(returned_fen + retained_fen) as fen from deposit_return group by deposit_no)
    select 'DEPOSIT' as kind, d.receipt_no as subject, d.amount_fen || ' / ' || coalesce(t.received, 0) || ' / ' || coalesce(t.owed, 0) as detail from deposit d left join taken t on t.entry_id = d.entry_id
      where coalesce(t.received, 0) <> d.amount_fen or coalesce(t.owed, 0) <> d.amount_fen
    union all select 'DEPOSIT', r.return_no, r.returned_fen || ' + ' || r.retained_fen || ' / ' || coalesce(b.less, 0) || ' / ' || coalesce(b.earned, 0) from deposit_return r left join back b on b.entry_id = r.entry_id
      where coalesce(b.less, 0) <> r.returned_fen + r.retained_fen or coalesce(b.gone, 0) <> r.returned_fen + r.retained_fen or coalesce(b.earned, 0) <> r.retained_fen
    union all select 'DEPOSIT', d.receipt_no, d.amount_fen || ' < ' || l.fen from left_over l join deposit d using (deposit_no) where l.fen > d.amount_fen limit ${SHOWN}`);
}

/** What is held for owners: uses of prepayment that no entry carries or that are written nowhere, and funds of homes below nothing. */
export function wrongPrepayments(db: Db): Promise<Problem[]> {
  return rows(db, `with posted as (select x.entry_id, x.bill_id, -sum(x.amount_fen) as fen from entry e join posting x using (entry_id) where e.kind in ('prepayment-use', 'prepayment-return') and x.account = '1122' group by x.entry_id, x.bill_id)
    select 'PREPAYMENT' as kind, cast(coalesce(u.entry_id, p.entry_id) as text) as subject, coalesce(u.bill_id, p.bill_id) || ': ' || coalesce(u.amount_fen, 0) || ' ≠ ' || coalesce(p.fen, 0) as detail
      from prepayment_use u full join posted p on p.entry_id = u.entry_id and p.bill_id = u.bill_id where u.amount_fen is not p.fen
    union all select 'PREPAYMENT', h.label, x.fund || ' ' || x.fen from (select home_id, fund, -sum(amount_fen) as fen from posting where account = '2203' and home_id is not null group by home_id, fund having sum(amount_fen) > 0) x join home h using (home_id) limit ${SHOWN}`);
}

/** Late fees above what their days cost, or of another home than their bill. */
export function wrongLateFees(db: Db): Promise<Problem[]> {
  return rows(db, `select 'BILL' as kind, h.label || ' ' || b.month as subject, b.amount_fen || ' > ' || ((c.principal_fen * c.days * c.rate_e6 + 500000) / 1000000) as detail
    from late_charge c join bill b using (bill_id) join bill o on o.bill_id = c.of_bill_id join home h on h.home_id = b.home_id
    where b.amount_fen > (c.principal_fen * c.days * c.rate_e6 + 500000) / 1000000 or b.home_id <> o.home_id or b.basis <> 'late' limit ${SHOWN}`);
}

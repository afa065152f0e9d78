// Books of an estate that has run for years: millions of bills, receipts and postings, written by insert … select, since
// registering them one by one would take hours. The rows are those that the program would have written.
import { createEstate, keep, rosterRows, SCHEMA } from './estates.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRaw } from './raw.mjs';

const BULK = ['posting', 'entry', 'bill', 'payment', 'payment_line'];
/** A quarter's entries have numbers of their own: three months of bills, then its receipts. */
const ENTRIES_PER_QUARTER = 1_000_000;

/** The folder of an estate with `homes` homes that were billed `years` years, up to October 2026. Each pays once a quarter; one in twelve stopped at some time, a seventh owes the last one. */
export const yearsEstate = (homes, years) =>
  keep(`years-${homes}-${years}`, (office, folder) => fillYears(office, folder, homes, years), [SCHEMA, import.meta.filename]);

/** Fills empty books with such an estate; `more` writes further entries while triggers and indexes are away. */
export async function fillYears(office, folder, homes, years, more = () => undefined) {
  const firstMonth = `${2026 - years}-11-01`;
  const file = join(folder, 'roster.csv');
  // Nothing owed before, everything sold: every home has a bill of every month.
  const [header, ...rows] = rosterRows(homes).map((row) => row.map((value, column) => (column === 10 ? '' : column === 8 ? value.replace('未售', '空置') : value)));
  writeFileSync(file, [header, ...rows].map((row) => row.join(',')).join('\n'));
  await createEstate(office, firstMonth);
  await office.call('roster.import', { file, commit: true, onError: 'refuse' });
  const raw = await openRaw(folder);
  await raw.exec('pragma synchronous = off; pragma cache_size = -1000000; pragma foreign_keys = off');
  await withoutTriggers(raw, async () => {
    await write(raw, years * 4, firstMonth);
    await more(raw, firstMonth);
  });
  await addSums(raw);
  await raw.close();
}

/** Triggers and indexes of the large tables come back when their rows are there: a tenth of the time. */
async function withoutTriggers(raw, work) {
  const list = BULK.map((table) => `'${table}'`).join(', ');
  const parts = await raw.all(`select type, name, sql from sqlite_master where sql is not null and type in ('trigger', 'index') and tbl_name in (${list}) order by type`);
  for (const { type, name } of parts) await raw.run(`drop ${type} ${name}`);
  await work();
  for (const { sql } of parts) await raw.run(sql);
}

async function write(raw, quarters, firstMonth) {
  const monthAt = (place) => `date('${firstMonth}', '+' || (${place}) || ' months')`;
  await raw.exec(`begin;
    create temp table quarter as with recursive q (q) as (select 0 union all select q + 1 from q where q < ${quarters - 1}) select q from q;
    create temp table third (m integer); insert into third values (0), (1), (2);
    create temp table fee as select home_id, label, area_dm2, (area_dm2 * 15000 + 5000) / 10000 as fen from home;
    create temp table visit as select row_number() over (order by q, (home_id * 7919) % 100003) as no, q, home_id, date(${monthAt('q * 3 + 2')}, '+' || (4 + home_id * 31 % 20) || ' days') as on_date
      from quarter, fee where not (home_id % 12 = 5 and q >= home_id % ${quarters}) and not (q = ${quarters - 1} and home_id % 7 = 0);
    create temp table base as select q, ${ENTRIES_PER_QUARTER} * q + 4 - min(no) as base from visit group by q;
    insert into entry (entry_id, on_date, posted_at, kind, memo, user_id, reverses, previous_hash, hash)
      select ${ENTRIES_PER_QUARTER} * q + 1 + m, ${monthAt('q * 3 + m')}, '2026-11-01T00:00:00.000Z', 'bill', '物业费 ' || substr(${monthAt('q * 3 + m')}, 1, 7), 1, null, 'bench', 'bill ' || q || ' ' || m from quarter, third order by 1;
    insert into entry (entry_id, on_date, posted_at, kind, memo, user_id, reverses, previous_hash, hash)
      select base + no, on_date, '2026-11-01T00:00:00.000Z', 'payment', '收款 ' || label || ' SJ-2026-' || no, 1, null, 'bench', 'payment ' || no from visit join base using (q) join fee using (home_id) order by 1;
    insert into bill (bill_id, home_id, fee_item_id, month, version, from_on, to_on, area_dm2, rate_e4, share_numerator, share_denominator, amount_fen, due_on, entry_id, basis, fee_version_id, months)
      select (q * 3 + m) * (select max(home_id) from fee) + home_id, home_id, 1, substr(${monthAt('q * 3 + m')}, 1, 7), 0, ${monthAt('q * 3 + m')}, ${monthAt('q * 3 + m + 1')}, area_dm2, 15000, 1, 1, fen, date(${monthAt('q * 3 + m')}, '+24 days'), ${ENTRIES_PER_QUARTER} * q + 1 + m, 'area', 1, 1
      from quarter, third, fee order by 1;
    insert into payment (payment_no, payment_id, home_id, received_on, method, transaction_no, amount_fen, prepaid_fen, payer, payer_role, note, receipt_no, label, area_dm2, office_name, office_phone, cashier, user_id, registered_at, registered_on, entry_id)
      select no, printf('00000000-0000-4000-8000-%012d', no), home_id, on_date, 'wechat', printf('42000000%020d', no), fen * 3, 0, '业主', 'owner', '', printf('SJ-%s-%07d', substr(on_date, 1, 4), no), label, area_dm2, '测速小区物业服务中心', '', 'manager', 1, '2026-11-01T00:00:00.000Z', on_date, base + no
      from visit join base using (q) join fee using (home_id) order by no;
    insert into payment_line (payment_no, line, bill_id, amount_fen, paid_before_fen) select no, m + 1, (q * 3 + m) * (select max(home_id) from fee) + home_id, fen, 0 from visit, third join fee using (home_id) order by 1, 2;
    insert into posting (entry_id, line, on_date, account, fund, home_id, bill_id, amount_fen) select * from (
      select entry_id, row_number() over (partition by entry_id order by bill_id), from_on, '1122', 'property', home_id, bill_id, amount_fen from bill
      union all select entry_id, count(*) + 1, from_on, '5001', 'property', null, null, -sum(amount_fen) from bill group by entry_id
      union all select entry_id, 1, received_on, '1012.01', 'property', null, null, amount_fen from payment
      union all select p.entry_id, l.line + 1, p.received_on, '1122', 'property', p.home_id, l.bill_id, -l.amount_fen from payment_line l join payment p using (payment_no)) order by 1, 2;
    commit`);
}

/** The sums that triggers would have kept, from the very views that the books are verified with. */
async function addSums(raw) {
  await raw.run('insert into account_month (account, fund, month, amount_fen) select account, fund, substr(on_date, 1, 7), sum(amount_fen) from posting group by 1, 2, 3');
  const figures = ['billed_fen', 'cancelled_fen', 'reduced_fen', 'collected_fen'];
  for (const side of ['document', 'ledger']) {
    await raw.run(`insert into ${side}_tally (fee_item_id, month, building, on_month, ${figures.join(', ')}) select fee_item_id, month, building, on_month, ${figures.map((figure) => `sum(${figure})`).join(', ')} from ${side}_move group by 1, 2, 3, 4`);
  }
  const owed = (side) => `(select bill_id, home_id, fee_item_id, month, due_on, sum(${figures.join(' - ')}) as fen from ${side}_move group by bill_id having fen <> 0)`;
  await raw.run(`insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, ledger_fen, document_fen) select l.bill_id, l.home_id, l.fee_item_id, l.month, l.due_on, l.fen, d.fen from ${owed('ledger')} l join ${owed('document')} d using (bill_id)`);
}

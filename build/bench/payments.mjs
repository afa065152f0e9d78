// Registering a payment through the dispatcher, beside the very rows it wrote in one raw transaction.
import { randomUUID } from 'node:crypto';
import { copyBooks, openOffice } from './backend.mjs';
import { sampleEstate } from './estates.mjs';
import { takeTurns, time } from './measure.mjs';
import { openRaw } from './raw.mjs';

const HOMES = 855;
const RUNS = 300;
const WARM = 50;
const METHODS = ['cash', 'wechat', 'alipay', 'card'];

/** What a payment writes, in an order that the schema accepts: table, and how its newest rows are found. */
const WRITTEN = [
  ['posting', 'entry_id = (select max(entry_id) from entry)'],
  ['entry', 'entry_id = (select max(entry_id) from entry)'],
  ['payment', 'payment_no = (select max(payment_no) from payment)'],
  ['payment_line', 'payment_no = (select max(payment_no) from payment)'],
  ['audit', 'audit_id = (select max(audit_id) from audit)'],
];
const TAKE_NUMBER = `insert into receipt_series (series, year, last_no) values ('SJ', 2026, 1)
  on conflict (series, year) do update set last_no = last_no + excluded.last_no`;

/** The sample estate twice, on the same disk: one is paid into through the program, one through the driver. */
export async function measurePayments() {
  const estate = await sampleEstate(HOMES);
  const paid = copyBooks(estate, 'paid');
  const [office, written, raw] = [await openOffice(paid), await openRaw(paid), await openRaw(copyBooks(estate, 'written'))];
  await office.signIn();
  const queue = await owingHomes(written);
  const times = await takeTurns({
    runs: RUNS,
    warm: WARM,
    ours: (turn) => {
      const payment = paymentOf(queue[turn], turn);
      return time(() => office.call('payments.register', payment));
    },
    baseline: async () => {
      const rows = await newestRows(written);
      return time(() => writeRows(raw, rows));
    },
  });
  await Promise.all([office.close(), written.close(), raw.close()]);
  return [{ name: 'Register a payment, 855 homes × 3 years', against: 'the same rows, one raw transaction', unit: 'ms', target: 2.5, ...times }];
}

/** Homes with their oldest open bills, one to three of them. */
async function owingHomes(raw) {
  const rows = await raw.all(`select b.home_id as homeId, b.bill_id as billId, sum(p.amount_fen) as amountFen
    from bill b join posting p on p.bill_id = b.bill_id and p.account = '1122' group by b.bill_id having sum(p.amount_fen) > 0 order by b.from_on, b.bill_id`);
  const homes = new Map();
  for (const { homeId, ...line } of rows) homes.set(homeId, [...(homes.get(homeId) ?? []), line]);
  const payments = [...homes].flatMap(([homeId, lines]) => {
    const parts = [];
    for (let at = 0, size = 1; at < lines.length; at += size, size = (size % 3) + 1) parts.push({ homeId, lines: lines.slice(at, at + size) });
    return parts;
  });
  if (payments.length < RUNS + WARM) throw new Error(`only ${payments.length} payments are left to make`);
  return payments;
}

function paymentOf({ homeId, lines }, turn) {
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return { paymentId: randomUUID(), homeId, receivedOn: '2026-11-20', method: METHODS[turn % METHODS.length], amountFen, lines };
}

async function newestRows(raw) {
  const rows = [];
  for (const [table, condition] of WRITTEN) {
    for (const row of await raw.all(`select * from ${table} where ${condition}`)) {
      const columns = Object.keys(row);
      rows.push({ sql: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, values: Object.values(row) });
    }
  }
  return rows;
}

async function writeRows(raw, rows) {
  await raw.run('begin immediate');
  await raw.run(TAKE_NUMBER);
  for (const { sql, values } of rows) await raw.run(sql, values);
  await raw.run('commit');
}

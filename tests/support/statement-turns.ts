import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { rows, run } from '../../db/sql.ts';
import { commonSources, costAccount, costColumns, feeCostAccount, feeCosts } from '../../shared/domain/common-sources.ts';
import { targetsOf, type CostTarget } from '../../shared/domain/cost-target.ts';
import { addDays } from '../../shared/domain/period.ts';
import { temporaryFile } from './builders.ts';
import { EBIKE_TARIFF, EV_TARIFF, sessionCsv } from './charging.ts';
import { bookCost, costOf, photoFile, voucherOn } from './costs.ts';
import { pick, todayOf, type World } from './office-world.ts';
import { givenCompany, givenLease, givenSpaces, WORKDAYS } from './parking.ts';

/** What moves the common fund and the costs, beside the office's own turns; whatever the rules refuse is refused. */
export type FundTurn =
  | { do: 'cost'; source: number; column: number; fen: number; daysAgo: number; back: boolean }
  | { do: 'feeCost'; line: number; fen: number; daysAgo: number; back: boolean }
  | { do: 'pay'; fund: 'common' | 'property'; line: number; people: number; fen: number; daysAgo: number }
  | { do: 'shared'; fund: 'common' | 'property'; one: number; other: number; share: number; fen: number; daysAgo: number; back: boolean }
  | { do: 'move'; toOwn: boolean; fen: number; daysAgo: number }
  | { do: 'money'; account: '2241.03.21' | '2241.03.22' | '2241.03.23' | '2241.03.71' | '2241.03.72' | '2241.03.73'; fen: number; daysAgo: number; back: boolean }
  | { do: 'parking'; month: number }
  | { do: 'payBill' | 'cancelBill' | 'waiveBill'; bill: number; percent: number }
  | { do: 'sessions'; platform: number; days: number[]; kwh: number }
  | { do: 'settle'; platform: number; commission: number; undo: boolean }
  | { do: 'grid'; month: number; fen: number }
  | { do: 'refundSession'; session: number; fen: number }
  | { do: 'topUp'; fen: number }
  | { do: 'card' } | { do: 'billHomes'; month: number } | { do: 'payBack'; fen: number };

const fen = fc.integer({ min: 1, max: 90_000 });
const index = fc.nat({ max: 40 });
const daysAgo = fc.nat({ max: 40 });
const fund = fc.constantFrom('common', 'property');
const of = <Name extends FundTurn['do']>(weight: number, name: Name, fields: Record<string, fc.Arbitrary<unknown>>): { weight: number; arbitrary: fc.Arbitrary<FundTurn> } => ({ weight, arbitrary: fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<FundTurn> });

export const fundTurn: fc.Arbitrary<FundTurn> = fc.oneof(
  of(4, 'cost', { source: index, column: index, fen, daysAgo, back: fc.boolean() }), of(2, 'feeCost', { line: index, fen, daysAgo, back: fc.boolean() }),
  of(1, 'pay', { fund, line: index, people: fc.integer({ min: 1, max: 9 }), fen, daysAgo }), of(2, 'shared', { fund, one: index, other: index, share: fc.integer({ min: 1, max: 9 }), fen, daysAgo, back: fc.boolean() }), of(2, 'move', { toOwn: fc.boolean(), fen, daysAgo }),
  of(3, 'money', { account: fc.constantFrom('2241.03.21', '2241.03.22', '2241.03.23', '2241.03.71', '2241.03.72', '2241.03.73'), fen, daysAgo, back: fc.boolean() }),
  of(3, 'parking', { month: fc.nat({ max: 5 }) }), of(6, 'payBill', { bill: index, percent: fc.integer({ min: 1, max: 100 }) }), of(2, 'cancelBill', { bill: index, percent: fc.constant(0) }), of(1, 'waiveBill', { bill: index, percent: fc.integer({ min: 1, max: 100 }) }),
  of(5, 'sessions', { platform: fc.nat({ max: 2 }), days: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 }), kwh: fc.integer({ min: 1, max: 90_000 }) }), of(3, 'settle', { platform: fc.nat({ max: 1 }), commission: fc.nat({ max: 30 }), undo: fc.boolean() }),
  of(2, 'grid', { month: fc.nat({ max: 4 }), fen }), of(2, 'refundSession', { session: index, fen: fc.integer({ min: 1, max: 300 }) }), of(2, 'topUp', { fen }), of(1, 'card', {}), of(2, 'billHomes', { month: fc.nat({ max: 4 }) }), of(1, 'payBack', { fen }),
);

/** The platforms: two that owe the office what users paid (the first has chargers of both kinds), and the office's own. */
const PLATFORMS = ['甲', '乙', '本小区'] as const;
const CARD = 'KA-0001';

/** A home that the fee model does not know (not sold yet, so that no fee is billed), a firm, spaces, leases, chargers and a card. */
export async function beginFunds({ office }: Pick<World, 'office'>): Promise<void> {
  await run(office.raw, `insert into home (building, unit, room, floor, label, compact, sort_key, area_dm2, status, handover_on, note) select '9', '1', '901', '9', '9-1-901', '91901', 'zz', 9000, 'vacant', null, ''`);
  const [home] = await rows<{ homeId: number }>(office.raw, `select home_id as homeId from home where label = '9-1-901'`);
  const homeId = home?.homeId ?? 0;
  const companyId = await givenCompany(office, '星河便利店有限公司');
  await givenSpaces(office, ['A-001', 'A-002', 'A-003']);
  await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 12_000, residentFen: 5_000 });
  await givenLease(office, { space: 'A-001', homeId, from: '2026-06-10', plates: ['贵JA1234'] });
  for (const table of ['home', 'home_status']) await run(office.raw, `update ${table} set status = 'unsold' where home_id = ?`, [homeId]);
  await givenLease(office, { space: 'A-002', kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 26_000, from: '2026-06-01', resolutionNo: '2026-03', plates: ['贵JB5678'] });
  await office.get('charging.addDevices', { devices: [{ code: 'EV-01', kind: 'ev', connectors: 2, ratedW: 180_000, place: '地面' }, { code: 'EB-01', kind: 'ebike', connectors: 10, ratedW: 10_000, place: '车棚' }] });
  for (const tariff of [EV_TARIFF, EBIKE_TARIFF]) {
    await office.get('charging.defineTariff', tariff);
    await office.get('charging.assignTariff', { tariff: tariff.name, kind: tariff.kind, from: '2025-01-01' });
  }
  await office.get('charging.setCollects', { platform: PLATFORMS[2], collects: 'office' });
  const { accountId } = await office.get('charging.openAccount', { cardNo: CARD, holder: '钱师傅', phone: '13855554444' });
  await office.get('charging.defineProduct', { name: '月卡', kind: 'card', priceFen: 1_000, energy: null, days: 30, covers: 'service', note: '' });
  await office.get('charging.topUp', { topUpId: randomUUID(), accountId, amountFen: 20_000, receivedOn: todayOf({ office } as World), method: 'cash' });
}

/** Books a voucher by the rules, and takes it back. */
async function book({ office }: World, input: Parameters<typeof bookCost>[1], back: boolean): Promise<void> {
  const costId = await bookCost(office, input);
  if (back && costId !== undefined) await office.call('costs.reverse', { costId, reason: '退回' });
}

/** Pay of a post, a cost of two targets by shares, and money from one account of the common fund to the other. */
function bookTurn(world: World, turn: Extract<FundTurn, { do: 'pay' | 'shared' | 'move' }>): Promise<void> {
  const { fen: amountFen } = turn;
  const paidOn = addDays(todayOf(world), 0 - turn.daysAgo);
  if (turn.do === 'move') return book(world, costOf({ kind: 'transfer', fund: 'common', paidOn, account: turn.toOwn ? '1002.01' : '1002.02', toAccount: turn.toOwn ? '1002.02' : '1002.01', lines: [{ amountFen }] }), false);
  const targets = targetsOf('purchase', turn.fund);
  const to = (at: number): CostTarget => pick(targets, at) ?? { other: true };
  if (turn.do === 'pay') return book(world, costOf({ kind: 'payroll', fund: turn.fund, paidOn, lines: [{ to: to(turn.line), post: '保洁', headcount: turn.people, amountFen }], attachments: [photoFile()] }), false);
  const shares = [{ to: to(turn.one), share: turn.share }, { to: to(turn.other), share: 7 }];
  return book(world, costOf({ fund: turn.fund, paidOn, lines: [{ shares, amountFen }], attachments: [photoFile()] }), turn.back);
}

export async function takeFundTurn(world: World, turn: FundTurn): Promise<void> {
  const { office } = world;
  const today = todayOf(world);
  switch (turn.do) {
    case 'cost': return book(world, voucherOn(costAccount(pick(commonSources, turn.source) ?? 'venue', pick(costColumns, turn.column) ?? 'tax'), turn.fen, addDays(today, 0 - turn.daysAgo)), turn.back);
    case 'feeCost': return book(world, voucherOn(feeCostAccount(pick(feeCosts, turn.line) ?? 'other'), turn.fen, addDays(today, 0 - turn.daysAgo)), turn.back);
    case 'money': return book(world, voucherOn(turn.account, turn.fen, addDays(today, 0 - turn.daysAgo)), turn.back);
    case 'pay': case 'shared': case 'move': return bookTurn(world, turn);
    case 'parking': return void await office.call('parking.issueCharges', { month: `2026-${String(6 + turn.month).padStart(2, '0')}`, commit: true });
    case 'payBill': case 'cancelBill': case 'waiveBill': return touchBill(world, turn);
    case 'sessions': return importDays(world, turn);
    case 'settle': return settle(world, turn);
    case 'grid': return void await office.call('charging.addGridBill', { month: `2026-${String(7 + turn.month).padStart(2, '0')}`, lines: [{ energy: 100_000, costFen: turn.fen }] });
    case 'refundSession': return refundSession(world, turn);
    case 'topUp': return void await office.call('charging.topUp', { topUpId: randomUUID(), accountId: 1, amountFen: turn.fen, receivedOn: today, method: 'wechat', transactionNo: randomUUID() });
    case 'card': return void await office.call('charging.sellProduct', { formId: randomUUID(), accountId: 1, product: '月卡', from: addDays(today, -50) });
    case 'billHomes': return void await office.call('charging.billHomes', { month: `2026-${String(7 + turn.month).padStart(2, '0')}` });
    case 'payBack': return void await office.call('charging.payBack', { payBackId: randomUUID(), accountId: 1, amountFen: turn.fen, reason: '退' });
  }
}

/** A bill of parking or charging, which no model follows. */
async function touchBill({ office }: World, { do: what, bill: at, percent }: Extract<FundTurn, { bill: number }>): Promise<void> {
  const bill = pick(await rows<{ billId: number; homeId: number; fen: number }>(office.raw, `select b.bill_id as billId, b.home_id as homeId, coalesce((select sum(p.amount_fen) from posting p where p.bill_id = b.bill_id and p.account = '1122'), 0) as fen from bill b join fee_item i using (fee_item_id) where i.code like 'parking-%' or i.code like 'charging-%' order by b.bill_id`), at);
  if (!bill) return;
  if (what === 'cancelBill') return void await office.call('fees.cancelBill', { billId: bill.billId, reason: '错' });
  const amountFen = Math.max(1, Math.ceil((bill.fen * percent) / 100));
  if (what === 'payBill') return void await office.call('payments.register', { paymentId: randomUUID(), homeId: bill.homeId, receivedOn: new Date(office.ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10), method: 'wechat', amountFen, lines: [{ billId: bill.billId, amountFen }] });
  const reply = await office.call('fees.requestWaiver', { billId: bill.billId, amountFen, reason: '减' });
  if (reply.ok) await office.call('fees.approveWaiver', { waiverId: reply.value.waiverId });
}

let orders = 0;
async function importDays(world: World, { platform: at, days, kwh }: Extract<FundTurn, { do: 'sessions' }>): Promise<void> {
  const platform = pick(PLATFORMS, at) ?? '甲';
  const lines = days.map((ago, place) => {
    orders += 1;
    const day = addDays(todayOf(world), -1 - ago);
    // The second platform has e-bikes only, the first both, the office's own by turns a card and a home.
    const device = platform === '乙' || (platform === '甲' ? place % 2 === 1 : place % 3 === 0) ? 'EB-01' : 'EV-01';
    const energy = device === 'EB-01' ? 1 + (kwh % 9_000) : kwh;
    return { order: `订${orders}`, device, connector: 1 + (orders % 2), start: `${day} ${String(orders % 20).padStart(2, '0')}:10:00`, end: `${day} ${String((orders % 20) + 2).padStart(2, '0')}:55:00`, kwh: (energy / 10_000).toFixed(4), card: platform === '本小区' && place % 2 === 0 ? CARD : '', user: platform === '本小区' && place % 2 === 1 ? '9-1-901' : '' };
  });
  const file = temporaryFile('csv');
  if (platform === '本小区') writeFileSync(file, ['订单号,设备编号,插座号,开始时间,结束时间,电量(度),卡号,用户', ...lines.map((line) => [line.order, line.device, line.connector, line.start, line.end, line.kwh, line.card, line.user].join(','))].join('\r\n'));
  else writeFileSync(file, sessionCsv(lines));
  await world.office.call('charging.importSessions', { file, platform, commit: true });
}

async function settle({ office }: World, { platform: at, commission, undo }: Extract<FundTurn, { do: 'settle' }>): Promise<void> {
  const today = new Date(office.ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const platform = pick(PLATFORMS.slice(0, 2), at) ?? '甲';
  const reply = await office.call('charging.listSettlements', { platform, from: '2026-01-01', to: today });
  if (!reply.ok) return;
  const lines = reply.value.items.filter(({ state, owedFen }) => state === 'unsettled' && owedFen > 0).slice(0, 5).map(({ on, owedFen }, place) => ({ on, grossFen: Math.max(1, owedFen - (place === 0 ? 7 : 0)), commissionFen: Math.min(owedFen - 1, commission) })).filter(({ grossFen, commissionFen }) => commissionFen >= 0 && commissionFen <= grossFen);
  if (lines.length === 0) return;
  const made = await office.call('charging.addSettlement', { platform, paidOn: today, reference: randomUUID().slice(0, 8), lines });
  const [differs] = (await office.get('charging.listSettlements', { platform, from: '2026-01-01', to: today, state: 'differs' })).items;
  if (differs) await office.call('charging.decideSettlement', { platform, on: differs.on, reason: '差异' });
  if (undo && made.ok && made.value.settlementId !== null) await office.call('charging.undoSettlement', { settlementId: made.value.settlementId, reason: '错' });
}

async function refundSession({ office }: World, { session: at, fen: amountFen }: Extract<FundTurn, { do: 'refundSession' }>): Promise<void> {
  const session = pick(await rows<{ sessionId: number }>(office.raw, 'select session_id as sessionId from charging_session order by session_id'), at);
  if (session) await office.call('charging.refundSession', { refundId: randomUUID(), sessionId: session.sessionId, amountFen, reason: '退' });
}

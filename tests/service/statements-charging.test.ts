import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { givenHome, temporaryFile } from '../support/builders.ts';
import { givenChargers, sessionCsv } from '../support/charging.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await givenChargers(office);
});
afterEach(() => office.close());

const file = (text: string): string => {
  const path = temporaryFile('csv');
  writeFileSync(path, text);
  return path;
};
/** A car's 8 kWh: 3.59 energy, 2.40 service; an e-bike's kWh: 0.56 and 0.40. */
const car = (order: string, day: string, connector = 1) => ({ order, connector, start: `${day} 21:50:00`, end: `${day} 23:05:00`, kwh: '8.0000' });
const bike = (order: string, day: string) => ({ order, device: 'EB-01', start: `${day} 01:00:00`, end: `${day} 04:00:00`, kwh: '1.0000' });
const linesOf = async (from = '2026-10', to = '2026-10'): Promise<Record<string, number>> => {
  const { lines, checks } = await office.get('statements.prepare', { kind: 'common', from, to });
  // Nobody asked the bank here.
  expect(checks.filter(({ name, ok }) => !ok && name !== 'bankEqualsLedger')).toEqual([]);
  return Object.fromEntries(lines.map(({ line, amountFen }) => [line, amountFen]));
};

it('parts a platform of both kinds by its sessions, its commission by what the days that it settles came to, and the grid by the energy', async () => {
  await office.get('charging.importSessions', { file: file(sessionCsv([car('1', '2026-10-01'), bike('2', '2026-10-01'), bike('3', '2026-10-02')])), platform: '甲', commit: true });
  await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 110_000, costFen: 455 }] });
  await office.get('charging.addSettlement', { platform: '甲', paidOn: '2026-10-05', reference: 'P1', lines: [{ on: '2026-10-01', grossFen: 690, commissionFen: 15 }] });
  office.ctx.now = new Date('2026-10-20T02:00:00.000Z');
  await office.get('charging.decideSettlement', { platform: '甲', on: '2026-10-01', reason: '差 5 分' });
  const [session] = await rows<{ sessionId: number }>(office.raw, `select session_id as sessionId from charging_session where order_no = '1'`);
  await office.get('charging.refundSession', { refundId: randomUUID(), sessionId: session?.sessionId ?? 0, amountFen: 100, reason: '故障' });
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
  // The day that was settled: 599 and 96. Sums of kinds: 499 and 192; the refund comes off the service fee first. 10 kWh were sold, 8 of them to the car: 364 and 91 of the grid's 455.
  expect(await linesOf()).toEqual({
    '2241.03.11:ev': 359, '2241.03.12:ev': 140, '2241.03.11:ebike': 112, '2241.03.12:ebike': 80, '2241.03.14:ev': -4, '2241.03.14:ebike': -1, '2241.03.18:ev': 13, '2241.03.18:ebike': 2, '2241.03.19:ev': 364, '2241.03.19:ebike': 91,
  });
  const { statementId } = await office.get('statements.prepare', { kind: 'common', from: '2026-10', to: '2026-10' });
  expect(await office.get('statements.drill', { statementId, line: '2241.03.11:ebike' })).toMatchObject({ count: 2, totalFen: 112, entries: [{ on: '2026-10-01', kind: 'charging', amountFen: 56 }, { on: '2026-10-02', amountFen: 56 }] });
  const { content } = await office.get('statements.get', { statementId });
  expect(content.table.map(({ source, billedFen, receivedFen, energyFen, directFen, netFen }) => [source, billedFen, receivedFen, energyFen, directFen, netFen])).toEqual([['charging-car', 499, 495, 364, 13, 118], ['charging-ebike', 192, 191, 91, 2, 98]]);
  expect(content.table[1]).toMatchObject({ place: '插座 80 个，2 单，2.00 kWh', standard: '电费 0.5593/kWh，服务费 0.40/kWh' });
  expect(content.holdings.map(({ key, amountFen }) => [key, amountFen])).toEqual([['1002.02', 220], ['1122.01', -4]]);
  expect(content.equations).toMatchObject([{ answer: '收的比这一期入账的电网电费多 0.16 元，要对照电网账单查：', terms: [{ amountFen: 471 }, { amountFen: 455 }, { amountFen: 16 }] }]);
});

it('counts what accounts paid when they charged, and what homes are billed when they pay', async () => {
  const home = await givenHome(office);
  await office.get('charging.setCollects', { platform: '本小区', collects: 'office' });
  const { accountId } = await office.get('charging.openAccount', { cardNo: '0001', holder: '王师傅', phone: '13800004329' });
  await office.get('charging.defineProduct', { name: '月卡', kind: 'card', priceFen: 500, energy: null, days: 60, covers: 'service' });
  office.ctx.now = new Date('2026-10-01T00:00:00.000Z');
  await office.get('charging.topUp', { topUpId: randomUUID(), accountId, amountFen: 3_000, receivedOn: '2026-10-01', method: 'cash' });
  await office.get('charging.sellProduct', { formId: randomUUID(), accountId, product: '月卡' });
  office.ctx.now = new Date('2026-10-31T02:00:00.000Z');
  const lines = [['1', 'EB-01', '2026-10-05', '1.0000', '0001', ''], ['2', 'EB-01', '2026-10-06', '1.0000', '', home.label]].map(([order, device, day, kwh, card, user]) => [order, device, 1, `${day ?? ''} 01:00:00`, `${day ?? ''} 04:00:00`, kwh, card, user].join(','));
  await office.get('charging.importSessions', { file: file(['订单号,设备编号,插座号,开始时间,结束时间,电量(度),卡号,用户', ...lines, `3,EV-01,1,2026-10-07 21:50:00,2026-10-07 23:05:00,8.0000,,${home.label}`].join('\r\n')), platform: '本小区', commit: true });
  // The card's session paid 56 of 96; the home's e-bike (96) and car (599) paid nothing yet.
  expect(await linesOf()).toEqual({ '2241.03.11:ebike': 56, '2241.03.12:ebike': 40, '2241.03.16:ebike': 500, '2241.03.17:ebike': -40 });
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
  await office.get('charging.billHomes', { month: '2026-10' });
  expect(await linesOf('2026-11', '2026-11')).toEqual({});
  const { items } = await office.get('payments.listOpenBills', { homeId: home.homeId });
  const energy = items.find(({ item }) => item === 'charging-energy');
  expect(energy?.openFen).toBe(415);
  await office.get('payments.register', { paymentId: randomUUID(), homeId: home.homeId, receivedOn: '2026-11-05', method: 'cash', amountFen: 415, lines: [{ billId: energy?.billId ?? 0, amountFen: 415 }] });
  expect(await linesOf('2026-11', '2026-11')).toEqual({ '2241.03.11:ev': 359, '2241.03.11:ebike': 56 });
});

it('parts a settlement alike in whatever period: months sum to their quarter line by line, and an undoing mirrors what it undoes', async () => {
  const take = (...lines: Parameters<typeof sessionCsv>[0]): Promise<unknown> => office.get('charging.importSessions', { file: file(sessionCsv(lines)), platform: '甲', commit: true });
  await take(car('1', '2026-08-01'), bike('2', '2026-08-01'));
  office.ctx.now = new Date('2026-09-20T02:00:00.000Z');
  const { settlementId } = await office.get('charging.addSettlement', { platform: '甲', paidOn: '2026-09-20', reference: 'P1', lines: [{ on: '2026-08-01', grossFen: 695, commissionFen: 100 }] });
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
  await take(bike('3', '2026-09-02'), bike('4', '2026-10-02'));
  office.ctx.now = new Date('2026-10-25T02:00:00.000Z');
  await office.get('charging.undoSettlement', { settlementId: settlementId ?? 0, reason: '重复' });
  const commission = async (from: string, to = from): Promise<(number | undefined)[]> => { const lines = await linesOf(from, to); return [lines['2241.03.18:ev'], lines['2241.03.18:ebike']]; };
  expect(await commission('2026-09')).toEqual([86, 14]);
  expect(await commission('2026-10')).toEqual([-86, -14]);
  expect(await commission('2026-08', '2026-09')).toEqual([86, 14]);
  expect(await commission('2026-08', '2026-10')).toEqual([0, 0]);
});

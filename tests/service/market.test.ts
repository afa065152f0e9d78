import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { addDays, addMonths } from '../../shared/domain/period.ts';
import { temporaryFile } from '../support/builders.ts';
import { closeThrough } from '../support/closed-month.ts';
import { allTables, expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());
const open = async (): Promise<void> => { office = await openOffice(); };

const TERMS = { shopkeeper: '罗记果蔬', place: '2 栋架空层', areaDm2: 12_000, from: '2026-01-16', to: '2027-01-16', imputedRentFen: 310_001, source: '同街铺面 35 元/㎡·月', resolutionNo: '业会〔2025〕9 号', resolutionOn: '2025-12-20', duties: ['售价不高于市场参考价'] } satisfies CallInput<'market.setAgreement'>;
const LUO = { name: '罗大爷', village: '坝固村', phone: '13885412345' };
const bring = (product: string, grams: number, priceFen: number, on = '2026-10-01', supplier = LUO) => office.get('market.addDelivery', { supplier, product, on, grams, priceFen });
const sell = (on: string, ...lines: CallInput<'market.addSales'>['lines']) => office.get('market.addSales', { on, lines });
const trySell = (on: string, ...lines: CallInput<'market.addSales'>['lines']) => office.call('market.addSales', { on, lines });
const summary = (month = '2026-10') => office.get('market.summary', { month });
function csv(text: string, encoding: BufferEncoding = 'utf8'): string {
  const file = temporaryFile('csv');
  writeFileSync(file, text, encoding);
  return file;
}

describe('the agreement', () => {
  it('is one at a time, of versions, and says what it lacks', async () => {
    await open();
    expect(await office.get('market.setAgreement', TERMS)).toEqual({ agreementId: 1, version: 1, warnings: [] });
    expect(await office.get('market.setAgreement', { ...TERMS, agreementId: 1 })).toEqual({ agreementId: 1, version: 1, warnings: [] });
    const overlapping = { ...TERMS, shopkeeper: '别人', from: '2027-01-15', to: '2028-01-01' };
    await expectRefused(office, () => office.call('market.setAgreement', overlapping), 'MARKET_AGREEMENT_OVERLAPS', { agreementId: 1, shopkeeper: '罗记果蔬', from: '2026-01-16', to: '2027-01-16' });
    await expectRefused(office, () => office.call('market.setAgreement', { ...TERMS, from: '2026-02-01', to: '2026-02-01' }), 'MARKET_AGREEMENT_DAYS', { from: '2026-02-01', to: '2026-02-01' });
    await expectRefused(office, () => office.call('market.setAgreement', { ...TERMS, agreementId: 7 }), 'NO_SUCH_AGREEMENT', { agreementId: 7 });
    expect(await office.call('market.setAgreement', { ...TERMS, rentFen: 1 as 0 })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(await office.get('market.setAgreement', { ...TERMS, agreementId: 1, to: '2026-11-01' })).toEqual({ agreementId: 1, version: 2, warnings: [] });
    expect(await office.get('market.setAgreement', { ...overlapping, from: '2026-11-01', resolutionNo: '', source: '' })).toEqual({ agreementId: 2, version: 1, warnings: ['NO_RESOLUTION', 'NO_SOURCE'] });
    expect((await office.get('market.listAgreements', {})).items.map(({ agreementId, version, inForce }) => [agreementId, version, inForce])).toEqual([[2, 1, true], [1, 2, false]]);
    await office.get('market.voidAgreement', { agreementId: 2, reason: '写错' });
    await expectRefused(office, () => office.call('market.voidAgreement', { agreementId: 2, reason: '再' }), 'MARKET_ROW_VOID', { kind: 'agreement', id: 2 });
    expect((await summary('2026-12')).waivedRentFen).toBe(0);
  });

  it('waives the rent by days of the month, in kind: nothing is in the ledger, and the months make the term', async () => {
    await open();
    await office.get('market.setAgreement', TERMS);
    expect(await summary('2026-01')).toMatchObject({ waivedRentFen: 160_001, agreements: [{ days: 16, daysInMonth: 31, waivedFen: 160_001 }] });
    expect((await summary('2026-02')).waivedRentFen).toBe(310_001);
    expect((await summary('2027-01')).waivedRentFen).toBe(150_000);
    const { rows } = await office.get('market.trend', { from: '2025-12', to: '2027-02' });
    const [{ waivedFen } = { waivedFen: 0 }] = (await office.get('market.listAgreements', {})).items;
    expect(rows.map(({ waivedRentFen }) => waivedRentFen)).toEqual([0, 160_001, ...Array.from({ length: 11 }, () => 310_001), 150_000, 0]);
    expect(waivedFen).toBe(rows.reduce((sum, { waivedRentFen }) => sum + waivedRentFen, 0));
    expect((await allTables(office.raw)).entry).toEqual([]);
  });

  it('of any terms after one another, each month is what its days say, counted one by one', async () => {
    await open();
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ gap: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 1, max: 200 }), rent: fc.integer({ min: 0, max: 1_000_003 }) }), { minLength: 1, maxLength: 4 }), async (terms) => {
      const office2 = await openOffice();
      let day = '2026-01-05';
      const wanted = new Map<string, bigint>();
      for (const { gap, days, rent } of terms) {
        const from = addDays(day, gap);
        day = addDays(from, days);
        await office2.get('market.setAgreement', { ...TERMS, from, to: day, imputedRentFen: rent });
        const counted = new Map<string, bigint>();
        for (let at = from; at < day; at = addDays(at, 1)) counted.set(at.slice(0, 7), (counted.get(at.slice(0, 7)) ?? 0n) + 1n);
        for (const [month, held] of counted) {
          const long = BigInt(new Date(`${addMonths(month, 1)}-01T00:00:00Z`).getTime() - new Date(`${month}-01T00:00:00Z`).getTime()) / 86_400_000n;
          wanted.set(month, (wanted.get(month) ?? 0n) + (BigInt(rent) * held * 2n + long) / (long * 2n));
        }
      }
      const { rows } = await office2.get('market.trend', { from: '2026-01', to: '2029-12' });
      expect(rows.filter(({ waivedRentFen }) => waivedRentFen !== 0).map(({ month, waivedRentFen }) => [month, BigInt(waivedRentFen)])).toEqual([...wanted].filter(([, fen]) => fen !== 0n));
      await office2.close();
    }), { numRuns: 12 });
  });
});

describe('deliveries and sales', () => {
  it('make grower and product when they are new, and are paid quantity × price, half up', async () => {
    await open();
    expect(await bring('白菜', 1_235, 480)).toEqual({ deliveryId: 1, supplierId: 1, paidFen: 593 });
    expect(await office.get('market.addDelivery', { supplier: { supplierId: 1 }, product: '萝卜', on: '2026-10-02', grams: 3000, paidFen: 1000 })).toEqual({ deliveryId: 2, supplierId: 1, paidFen: 1000 });
    expect(await office.get('market.addDelivery', { supplier: { name: '杨嫂', village: '坝固村' }, product: '白菜', on: '2026-10-02', grams: 1000, priceFen: 100, paidFen: 101 })).toMatchObject({ supplierId: 2, paidFen: 101 });
    await bring('白菜', 500, 300, '2026-10-31', { name: '罗大爷', village: '杨柳街村', phone: '' });
    expect((await summary()).growersFen).toEqual({ 坝固村: 1694, 杨柳街村: 150 });
    expect((await office.get('market.listSuppliers', {})).items.map(({ village, name, maskedPhone, paidFen }) => [village, name, maskedPhone, paidFen])).toEqual([['坝固村', '杨嫂', '', 101], ['坝固村', '罗大爷', '138****2345', 1593], ['杨柳街村', '罗大爷', '', 150]]);
    expect(await office.get('market.revealPhone', { supplierId: 1 })).toEqual({ phone: '13885412345' });
    const wrong = (more: object) => office.call('market.addDelivery', { supplier: LUO, product: '白菜', on: '2026-10-02', grams: 1000, priceFen: 100, ...more });
    await expectRefused(office, () => wrong({ paidFen: 102 }), 'MARKET_AMOUNT', { line: 1, product: '白菜', amountFen: 102, expectedFen: 100 });
    await expectRefused(office, () => wrong({ on: '2026-11-06' }), 'MARKET_IN_FUTURE', { on: '2026-11-06' });
    await expectRefused(office, () => wrong({ supplier: { supplierId: 9 } }), 'NO_SUCH_SUPPLIER', { supplierId: 9 });
    for (const bad of [{ grams: 0 }, { grams: 1.5 }, { priceFen: -1 }, { priceFen: undefined }, { supplier: { name: '', village: '村' } }]) expect(await wrong(bad)).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });

  it('a form that is sent twice counts once', async () => {
    await open();
    const formId = randomUUID();
    const delivery = { formId, supplier: LUO, product: '白菜', on: '2026-10-01', grams: 10_000, priceFen: 200 };
    expect(await office.get('market.addDelivery', delivery)).toEqual(await office.get('market.addDelivery', delivery));
    const sales = { formId, on: '2026-10-01', lines: [{ product: '白菜', grams: 6000, priceFen: 300 }] };
    expect(await office.get('market.addSales', sales)).toEqual(await office.get('market.addSales', sales));
    const waste = { formId, on: '2026-10-01', product: '白菜', grams: 100, reason: '黄叶' };
    expect(await office.get('market.addWaste', waste)).toEqual(await office.get('market.addWaste', waste));
    expect(await summary()).toMatchObject({ deliveries: 1, sales: 1, salesFen: 1800, boughtFen: 2000, wastedGrams: 100 });
  });

  it('more than was delivered with the allowance, less the waste, is refused by name with nothing written', async () => {
    await open();
    await bring('白菜', 100_000, 200);
    await expectRefused(office, () => trySell('2026-10-01', { product: '白菜', grams: 105_001, priceFen: 300 }), 'MARKET_SOLD_MORE', { product: '白菜', on: '2026-10-01', soldGrams: 105_001, availableGrams: 105_000 });
    await expectRefused(office, () => trySell('2026-09-30', { product: '白菜', grams: 1, priceFen: 300 }), 'MARKET_SOLD_MORE', { product: '白菜', on: '2026-09-30', soldGrams: 1, availableGrams: 0 });
    await expectRefused(office, () => trySell('2026-10-01', { product: '白菜', grams: 10, priceFen: 300 }, { product: '没有来过', grams: 10, priceFen: 300 }), 'MARKET_SOLD_MORE', { product: '没有来过', on: '2026-10-01', soldGrams: 10, availableGrams: 0 });
    await office.get('market.addWaste', { product: '白菜', on: '2026-10-02', grams: 5000, reason: '烂叶' });
    await sell('2026-10-03', { product: '白菜', grams: 60_000, priceFen: 300 }, { product: '白菜', grams: 30_000, priceFen: 280 });
    await expectRefused(office, () => trySell('2026-10-02', { product: '白菜', grams: 10_001, priceFen: 300 }), 'MARKET_SOLD_MORE', { product: '白菜', on: '2026-10-02', soldGrams: 10_001, availableGrams: 10_000 });
    await expectRefused(office, () => office.call('market.addWaste', { product: '白菜', on: '2026-10-01', grams: 10_001, reason: '烂叶' }), 'MARKET_STOCK_NEEDED', { product: '白菜', on: '2026-10-01', shortGrams: 1 });
    await expectRefused(office, () => office.call('market.voidEntry', { kind: 'delivery', id: 1, reason: '记错' }), 'MARKET_STOCK_NEEDED', { product: '白菜', on: '2026-10-01', shortGrams: 95_000 });
    await sell('2026-10-02', { product: '白菜', grams: 10_000, priceFen: 300 });
    await office.get('market.setRules', { allowedPermille: 0 });
    await bring('白菜', 1000, 200, '2026-10-04');
    expect(await trySell('2026-10-04', { product: '白菜', grams: 1, priceFen: 300 })).toEqual(refusal('MARKET_SOLD_MORE', { product: '白菜', on: '2026-10-04', soldGrams: 1, availableGrams: 0 }));
    expect((await office.get('market.listProducts', {})).items).toMatchObject([{ product: '白菜', deliveredGrams: 101_000, wastedGrams: 5000, soldGrams: 100_000, leftGrams: -4000 }]);
  });

  it('what was a mistake counts no more and stays, with the reason', async () => {
    await open();
    await bring('白菜', 10_000, 200);
    await sell('2026-10-01', { product: '白菜', grams: 10_000, priceFen: 300, referenceFen: 350 });
    await expectRefused(office, () => office.call('market.voidEntry', { kind: 'sale', id: 9, reason: '没有' }), 'NO_SUCH_MARKET_ROW', { kind: 'sale', id: 9 });
    await office.get('market.voidEntry', { kind: 'sale', id: 1, reason: '称错' });
    await expectRefused(office, () => office.call('market.voidEntry', { kind: 'sale', id: 1, reason: '再' }), 'MARKET_ROW_VOID', { kind: 'sale', id: 1 });
    expect(await summary()).toMatchObject({ sales: 0, salesFen: 0, savingFen: 0, products: [] });
    const { items, total } = await office.get('market.listSales', {});
    expect([items.map(({ voided }) => voided?.reason), total]).toEqual([['称错'], { rows: 0, grams: 0, fen: 0, savingFen: 0 }]);
    await office.get('market.voidEntry', { kind: 'delivery', id: 1, reason: '称错' });
    expect((await summary()).growersFen).toEqual({});
  });

  it('tells of what is sold above the reference, and of what has none', async () => {
    await open();
    await bring('白菜', 100_000, 200);
    await bring('萝卜', 100_000, 100);
    await office.get('market.setReference', { from: '2026-10-02', source: '大十字农贸市场', items: [{ product: '白菜', referenceFen: 300 }] });
    expect((await sell('2026-10-01', { product: '白菜', grams: 1000, priceFen: 400 })).above).toEqual([]);
    expect((await sell('2026-10-02', { product: '白菜', grams: 1000, priceFen: 301 }, { product: '萝卜', grams: 2000, priceFen: 150 })).above).toEqual([{ product: '白菜', priceFen: 301, referenceFen: 300 }]);
    expect(await summary()).toMatchObject({ aboveReference: 1, savingFen: -1, uncomparedFen: 700, salesFen: 1001 });
    expect((await office.get('market.listSales', { aboveOnly: true })).items.map(({ priceFen, referenceFen, savingFen }) => [priceFen, referenceFen, savingFen])).toEqual([[301, 300, -1]]);
    await expectRefused(office, () => trySell('2026-10-03', { product: '白菜', grams: 1000, priceFen: 300, referenceFen: 310 }, { product: '白菜', grams: 1000, priceFen: 300, referenceFen: 320 }), 'MARKET_REFERENCE_TWICE', { product: '白菜', on: '2026-10-03' });
    await expectRefused(office, () => trySell('2026-10-03', { product: '白菜', grams: 1000, priceFen: 300, amountFen: 302 }), 'MARKET_AMOUNT', { line: 1, product: '白菜', amountFen: 302, expectedFen: 300 });
    await expectRefused(office, () => trySell('2026-11-06', { product: '白菜', grams: 1000, priceFen: 300 }), 'MARKET_IN_FUTURE', { on: '2026-11-06' });
    expect(await sell('2026-10-03', { product: '白菜', grams: 1000, priceFen: 300, amountFen: 301 })).toMatchObject({ amountFen: 301 });
  });

  it('of any sales, saving is Σ quantity × (reference − price), counted a second time in BigInt; stock is never below the allowance', async () => {
    await open();
    const line = fc.record({ product: fc.constantFrom('白菜', '萝卜', '豆腐'), day: fc.integer({ min: 1, max: 20 }), grams: fc.integer({ min: 1, max: 40_000 }), priceFen: fc.integer({ min: 0, max: 3000 }), act: fc.constantFrom('bring', 'sell', 'sell', 'waste', 'void', 'reference') });
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 5, maxLength: 40 }), async (acts) => {
      const other = await openOffice();
      for (const { product, day, grams, priceFen, act } of acts) {
        const on = `2026-10-${String(day).padStart(2, '0')}`;
        if (act === 'bring') await other.get('market.addDelivery', { supplier: LUO, product, on, grams, priceFen });
        else if (act === 'sell') await other.call('market.addSales', { on, lines: [{ product, grams: Math.ceil(grams / 7), priceFen }] });
        else if (act === 'waste') await other.call('market.addWaste', { on, product, grams: Math.ceil(grams / 20), reason: '烂' });
        else if (act === 'void') await other.call('market.voidEntry', { kind: grams % 2 === 0 ? 'sale' : 'delivery', id: 1 + (grams % 5), reason: '错' });
        else await other.get('market.setReference', { from: on, source: '市场', items: [{ product, referenceFen: priceFen + 1 }] });
      }
      await checkMonth(other);
      await other.close();
    }), { numRuns: 25 });
  });
});

/** Counts a month again from the lists alone. */
async function checkMonth(other: TestOffice): Promise<void> {
  const { items: sales, total } = await other.get('market.listSales', { limit: 1000 });
  const { items: deliveries } = await other.get('market.listDeliveries', { limit: 1000 });
  const { items: wasted } = await other.get('market.listWaste', {});
  const { items: references } = await other.get('market.listReferences', {});
  const stands = <Row extends { voided: unknown }>(list: readonly Row[]): Row[] => list.filter(({ voided }) => voided === null);
  let saving = 0n;
  for (const { product, on, grams, priceFen } of stands(sales)) {
    const reference = references.filter((one) => one.product === product && one.from <= on)[0];
    if (!reference) continue;
    const exact = BigInt(grams) * BigInt(reference.referenceFen - priceFen);
    const half = ((exact < 0n ? -exact : exact) * 2n + 1000n) / 2000n;
    saving += exact < 0n ? -half : half;
  }
  const figures = await other.get('market.summary', { month: '2026-10' });
  expect([figures.savingFen, total.savingFen, figures.products.reduce((sum, { savingFen }) => sum + savingFen, 0)]).toEqual([Number(saving), Number(saving), Number(saving)]);
  expect(figures.salesFen).toBe(stands(sales).reduce((sum, { amountFen }) => sum + amountFen, 0));
  expect(Object.values(figures.growersFen).reduce((sum, fen) => sum + fen, 0)).toBe(stands(deliveries).reduce((sum, { paidFen }) => sum + paidFen, 0));
  for (const product of new Set(sales.map((one) => one.product))) {
    for (let day = 1; day <= 31; day += 1) {
      const until = `2026-10-${String(day).padStart(2, '0')}`;
      const sum = (list: readonly { on: string; product: string; grams: number; voided: unknown }[]) => stands(list).filter((one) => one.product === product && one.on <= until).reduce((grams, one) => grams + one.grams, 0);
      expect((sum(sales) + sum(wasted)) * 1000).toBeLessThanOrEqual(sum(deliveries) * 1050);
    }
  }
}

describe('a scale’s file', () => {
  const HEAD = '小票号,时间,品名,重量(kg),单价(元/kg),金额(元)';
  const importing = (file: string, commit = true) => office.get('market.importSales', { file, commit });

  it('is looked at first, then written once, whatever comes again', async () => {
    await open();
    await bring('白菜', 10_000, 200);
    await bring('萝卜', 10_000, 100);
    const text = `${HEAD}\r\n1,2026-10-01 08:05,白菜,1.235,4.80,5.93\r\n1,2026-10-01 08:05,萝卜,0.500,2.00,1.00\r\n2,2026-10-01 08:06,白菜,1.000,4.80,4.81\r\n合计,,,2.735,,11.74\r\n`;
    const file = csv(text);
    expect(await importing(file, false)).toMatchObject({ rows: 3, repeats: 0, issues: [], salesFen: 1174, soldGrams: 2735, from: '2026-10-01', to: '2026-10-01', written: false, seen: null, products: [{ product: '白菜', rows: 2, grams: 2235 }, { product: '萝卜', rows: 1 }] });
    expect((await summary()).sales).toBe(0);
    expect(await importing(file)).toMatchObject({ written: true, rows: 3 });
    expect(await importing(file)).toMatchObject({ written: false, rows: 0, repeats: 3, seen: { file: expect.any(String) as string } });
    expect(await importing(csv(`${text}3,2026-10-02,白菜,1,4.80,4.80\n`))).toMatchObject({ written: true, rows: 1, repeats: 3, seen: null });
    expect(await importing(csv(`${HEAD}\n2,2026-10-01 08:06,白菜,1.100,4.80,5.28\n`))).toMatchObject({ written: false, issues: [{ row: 2, field: 'no', reason: 'DIFFERS' }] });
    expect(await summary()).toMatchObject({ sales: 4, salesFen: 1654 });
  });

  it('comes in GB18030 with semicolons, in grams or 斤, without tickets, or with heads that have to be named', async () => {
    await open();
    await bring('白菜', 10_000, 200);
    // 日期;品名;重量(克);单价(元/斤)
    const gb = Buffer.concat([Buffer.from('c8d5c6da3bc6b7c3fb3bd6d8c1bf28bfcb293bb5a5bcdb28d4aa2fbdef290d0a323032362f31302f313bb0d7b2cb3b3530303b322e34300d0a323032362f31302f313bb0d7b2cb3b3530303b322e34300d0a', 'hex')]);
    const file = temporaryFile('csv');
    writeFileSync(file, gb);
    expect(await importing(file)).toMatchObject({ written: true, rows: 2, soldGrams: 1000, salesFen: 480 });
    expect(await importing(file)).toMatchObject({ written: false, repeats: 2 });
    expect(await importing(csv('日期,品名,数量(斤),单价(元/斤)\n2026-10-02,白菜,3,2.40\n'))).toMatchObject({ written: true, soldGrams: 1500, salesFen: 720 });
    const foreign = csv('Tag\tWare\tMenge\tPreis\n2026-10-03\t白菜\t1\t4.80\n');
    expect(await office.call('market.importSales', { file: foreign, commit: true })).toEqual(refusal('MARKET_COLUMNS_MISSING', { missing: ['on', 'product', 'grams', 'price'], headers: ['Tag', 'Ware', 'Menge', 'Preis'] }));
    expect(await office.get('market.importSales', { file: foreign, mapping: { columns: { on: 'Tag', product: 'Ware', grams: 'Menge', price: 'Preis' } }, commit: true })).toMatchObject({ written: true, salesFen: 480 });
  });

  it('with a wrong row writes nothing, and says which and why', async () => {
    await open();
    await bring('白菜', 1000, 200);
    const answer = await importing(csv(`${HEAD}\n1,昨天,白菜,1,4.80,4.80\n2,2026-10-01,白菜,0,4.80,0\n3,2026-10-01,白菜,0.1,4.805,0.48\n4,2026-10-01,白菜,0.1,4.80,0.50\n5,2026-12-01,白菜,0.1,4.80,0.48\n6,2026-10-01,,0.1,4.80,0.48\n7,2026-10-01,白菜,1.0001,4.80,4.80\n8,2026-10-01,白菜,0.9,4.80,4.32\n9,2026-10-01,白菜,0.2,4.80,0.96\n`));
    expect(answer.issues.map(({ row, field, reason }) => [row, field, reason])).toEqual([[2, 'on', 'UNREADABLE'], [3, 'grams', 'NOT_POSITIVE'], [4, 'price', 'TOO_MANY_DECIMALS'], [5, 'amount', 'AMOUNT'], [6, 'on', 'IN_FUTURE'], [7, 'product', 'MISSING'], [8, 'grams', 'TOO_MANY_DECIMALS'], [10, 'grams', 'SOLD_MORE']]);
    expect([answer.written, (await summary()).sales]).toEqual([false, 0]);
  });
});

describe('the board, checks and complaints', () => {
  it('says the price of half a kg, the market’s, and the difference of what is printed', async () => {
    await open();
    await bring('白菜', 10_000, 200);
    await bring('萝卜', 10_000, 100, '2026-10-02', { name: '杨嫂', village: '杨柳街村', phone: '' });
    await office.get('market.setReference', { from: '2026-10-01', source: '大十字农贸市场', items: [{ product: '白菜', referenceFen: 601 }, { product: '萝卜', referenceFen: 300, shopFen: 250 }] });
    await sell('2026-10-03', { product: '白菜', grams: 500, priceFen: 495 });
    const { items } = await office.get('market.board', { on: '2026-10-05' });
    expect(items).toMatchObject([
      { product: '白菜', priceFen: 495, jinFen: 248, referenceJinFen: 301, cheaperJinFen: 53, villages: ['坝固村'], pricedOn: '2026-10-03', leftGrams: 9500 },
      { product: '萝卜', priceFen: 250, jinFen: 125, cheaperJinFen: 25, villages: ['杨柳街村'], pricedOn: '2026-10-01' },
    ]);
    expect((await office.get('market.board', { on: '2026-09-30' })).items).toEqual([]);
    expect(await office.call('market.printBoard', { on: '2026-10-05', to: 'pdf', file: temporaryFile('pdf') })).toEqual(refusal('NEEDS_WINDOW', { endpoint: 'market.printBoard' }));
  });

  it('keeps inspections, and complaints until they are answered', async () => {
    await open();
    await office.get('market.addInspection', { on: '2026-10-08', kind: 'hygiene', passed: false, inspector: '物业巡查', note: '地面积水' });
    const { complaintId } = await office.get('market.addComplaint', { on: '2026-10-09', complaint: '豆腐缺斤' }, { as: 'cashier' });
    expect(await summary()).toMatchObject({ inspections: 1, failed: 1, complaints: 1, unanswered: 1 });
    const answer = (answeredOn: string) => office.call('market.answerComplaint', { complaintId, answer: '已校秤', answeredOn });
    await expectRefused(office, () => answer('2026-10-08'), 'MARKET_ANSWER_BEFORE', { on: '2026-10-09', answeredOn: '2026-10-08' });
    await expectRefused(office, () => answer('2026-11-06'), 'MARKET_IN_FUTURE', { on: '2026-11-06' });
    expect(await answer('2026-10-10')).toMatchObject({ ok: true });
    await expectRefused(office, () => answer('2026-10-11'), 'MARKET_ANSWERED', { complaintId });
    expect((await office.get('market.listComplaints', { openOnly: true })).items).toEqual([]);
    await office.get('market.voidEntry', { kind: 'inspection', id: 1, reason: '日期写错' });
    expect(await summary()).toMatchObject({ inspections: 0, failed: 0, unanswered: 0 });
  });
});

describe('a closed month', () => {
  it('keeps what the shop sold and bought, for a sheet may say so already', async () => {
    await open();
    await bring('番茄', 9_000, 500, '2026-09-10');
    await sell('2026-09-11', { product: '番茄', grams: 1_000, priceFen: 600, referenceFen: 700 });
    await closeThrough(office.raw, '2026-09');
    const [on, closed] = ['2026-09-30', { month: '2026-09', on: '2026-09-30' }];
    const [made] = (await office.get('market.listSales', {})).items;
    await expectRefused(office, () => trySell(on, { product: '番茄', grams: 500, priceFen: 600 }), 'PERIOD_CLOSED', closed);
    await expectRefused(office, () => office.call('market.addDelivery', { supplier: LUO, product: '番茄', on, grams: 500, priceFen: 500 }), 'PERIOD_CLOSED', closed);
    await expectRefused(office, () => office.call('market.addWaste', { product: '番茄', on, grams: 500, reason: '烂' }), 'PERIOD_CLOSED', closed);
    await expectRefused(office, () => office.call('market.setReference', { from: on, source: '大十字', items: [{ product: '番茄', referenceFen: 900 }] }), 'PERIOD_CLOSED', closed);
    await expectRefused(office, () => office.call('market.importSales', { file: csv('日期,品名,重量,单价,金额\n2026-09-30,番茄,1.000,6.00,6.00\n2026-10-01,番茄,1.000,6.00,6.00\n'), commit: true }), 'PERIOD_CLOSED', closed);
    await expectRefused(office, () => office.call('market.voidEntry', { kind: 'sale', id: made?.saleId ?? 0, reason: '错' }), 'PERIOD_CLOSED', { month: '2026-09', on: '2026-09-11' });
    await sell('2026-10-01', { product: '番茄', grams: 500, priceFen: 600 });
    expect(await summary('2026-09')).toMatchObject({ salesFen: 600, savingFen: 100 });
  });
});

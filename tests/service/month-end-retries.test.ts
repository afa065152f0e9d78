import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

/** A form whose answer was lost is sent again; when somebody changed it meanwhile, nobody may believe that the change was entered. */
let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const formId = randomUUID();
const CABBAGE = { product: '白菜', grams: 6000, priceFen: 300 };
const delivery = { formId, supplier: { name: '罗大爷', village: '坝固村' }, product: '白菜', on: '2026-10-01', grams: 90_000, priceFen: 200 } satisfies CallInput<'market.addDelivery'>;

it('sales of a form that was changed are refused, with nothing written', async () => {
  await office.get('market.addDelivery', delivery);
  const sales = { formId, on: '2026-10-01', lines: [CABBAGE, { ...CABBAGE, grams: 500 }] };
  const first = await office.get('market.addSales', sales);
  expect(await office.get('market.addSales', sales)).toEqual(first);
  const changed: CallInput<'market.addSales'>[] = [
    { ...sales, lines: [...sales.lines, { ...CABBAGE, grams: 700 }] }, { ...sales, lines: [CABBAGE] }, { ...sales, lines: [CABBAGE, { ...CABBAGE, grams: 501 }] }, { ...sales, on: '2026-10-02' },
    { ...sales, lines: [CABBAGE, { ...CABBAGE, grams: 500, product: '萝卜' }] }, { ...sales, lines: [CABBAGE, { ...CABBAGE, grams: 500, priceFen: 301 }] },
  ];
  for (const again of changed) await expectRefused(office, () => office.call('market.addSales', again), 'MARKET_FORM_REUSED', { formId });
});

it('so are a delivery and waste', async () => {
  const first = await office.get('market.addDelivery', delivery);
  expect(await office.get('market.addDelivery', { ...delivery, supplier: { supplierId: first.supplierId } })).toEqual(first);
  for (const change of [{ grams: 9000 }, { priceFen: 201 }, { on: '2026-10-02' }, { product: '萝卜' }, { note: '晚到' }, { supplier: { name: '罗大爷', village: '格多村' } }, { supplier: { supplierId: 7 } }])
    await expectRefused(office, () => office.call('market.addDelivery', { ...delivery, ...change }), 'MARKET_FORM_REUSED', { formId });
  const waste = { formId, on: '2026-10-01', product: '白菜', grams: 100, reason: '黄叶' };
  expect(await office.get('market.addWaste', waste)).toEqual(await office.get('market.addWaste', waste));
  for (const change of [{ grams: 101 }, { on: '2026-10-02' }, { product: '萝卜' }, { reason: '烂' }]) await expectRefused(office, () => office.call('market.addWaste', { ...waste, ...change }), 'MARKET_FORM_REUSED', { formId });
});

it('and a contract of which anything is other, not only its code, term and total', async () => {
  const contract = { formId, code: 'GG-01', title: '电梯广告', counterparty: '新潮传媒', direction: 'income', fund: 'common', target: { source: 'advertising' }, from: '2026-04-01', to: '2027-04-01', totalFen: 2_400_000, every: 'quarter' } satisfies CallInput<'costs.addContract'>;
  const first = await office.get('costs.addContract', contract);
  expect(await office.get('costs.addContract', contract)).toEqual(first);
  const changes: Partial<CallInput<'costs.addContract'>>[] = [{ every: 'month' }, { target: { source: 'telecom' } }, { counterparty: '别家' }, { title: '道闸广告' }, { place: '2 栋' }, { standard: '2,000/月' }, { totalFen: 2_400_001 }, { direction: 'cost', target: { source: 'advertising', column: 'direct' } }];
  for (const change of changes) await expectRefused(office, () => office.call('costs.addContract', { ...contract, ...change }), 'COST_ID_REUSED', { costId: formId });
});

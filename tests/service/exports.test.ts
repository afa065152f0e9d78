import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import { exportedLists, type ExportedList } from '../../shared/contract/exports.ts';
import type { EndpointName } from '../../shared/contract/index.ts';
import { givenChargers } from '../support/charging.ts';
import { rosterFile, temporaryFile } from '../support/builders.ts';
import { givenUndoneHistory } from '../support/history.ts';
import { costOf } from '../support/costs.ts';
import { openOffice, refusal, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ dataFolder: temporaryFolder() });
  await givenUndoneHistory(office);
  await office.get('fees.defineItem', { code: 'lift', name: '电梯公摊', fund: 'agency', from: '2026-01-01', basis: 'pool', split: 'area' });
  await office.get('fees.defineItem', { code: 'water', name: '水费', fund: 'agency', from: '2026-01-01', basis: 'meter', rateE4: 32_000, unit: 'm³' });
  await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 15_000, residentFen: 5000 });
  INPUTS['parking.companyStatement'] = { companyId: (await office.get('parking.addCompany', { name: '星河便利店' })).companyId, month: '2026-10' };
  await givenChargers(office);
  await office.get('charging.importSessions', { file: 'tests/fixtures/ev-sessions.csv', platform: 'ev-platform', commit: true });
  await office.get('fees.setPool', { item: 'lift', month: '2026-11', amountFen: 10_001 });
  const { costId } = await office.get('costs.register', costOf());
  await office.get('costs.approve', { costId });
  await office.get('costs.addContract', { formId: costId, code: 'BJ-01', title: '保洁', counterparty: '洁净保洁公司', direction: 'cost', fund: 'property', target: { feeCost: 'cleaning' }, from: '2026-01-01', to: '2027-01-01', totalFen: 1_200_000, every: 'month' });
  INPUTS['statements.drill'] = { statementId: (await office.get('statements.prepare', { kind: 'fees', from: '2026-01', to: '2026-11' })).statementId, line: '5001:property' };
});
afterAll(() => office.close());

/** What a screen would ask; lists that need nothing are not here. */
const INPUTS: Partial<Record<ExportedList, Record<string, unknown>>> = {
  'fees.previewBills': { month: '2026-12' }, 'arrears.bills': { homeId: 1 }, 'arrears.table': { by: 'building' }, 'meters.list': { item: 'water', month: '2026-11' }, 'fees.listReductions': { from: '2026-01-01', to: '2026-12-31' }, 'payments.listOpenBills': { homeId: 1 }, 'payments.prepaidStatement': { homeId: 2 },
  'collection.report': { from: '2026-01', to: '2026-12', by: 'building' }, 'collection.trend': { until: '2026-12' }, 'barrier.byLease': { month: '2026-10' }, 'collection.homes': { from: '2026-01', to: '2026-12', part: 'billed' },
  'parking.previewCharges': { month: '2026-10' }, 'charging.previewHomeBills': { month: '2026-10' }, 'charging.listSettlements': { from: '2025-01-01', to: '2026-12-31' }, 'charging.income': { from: '2025-01-01', to: '2026-12-31', by: 'period' }, 'charging.compareIncome': { from: '2025-12-01', to: '2026-11-30', by: 'month' }, 'charging.usage': { from: '2025-09', to: '2026-11' },
  'market.trend': { from: '2026-01', to: '2026-12' }, 'market.board': { on: '2026-11-05' },
  'costs.analysis': { from: '2025-12', to: '2026-11', by: 'fee' }, 'charging.reconcile': { month: '2026-10' }, 'charging.margin': { from: '2026-01', to: '2026-12' }, 'board.summary': { from: '2026-10', to: '2026-10' },
  'parking.income': { from: '2026-01', to: '2026-12' }, 'parking.subsidy': { from: '2026-01', to: '2026-12' }, 'parking.yield': { from: '2026-01', to: '2026-12' }, 'parking.occupancy': { month: '2026-10' }, 'parking.simulate': { residentFen: 5_000, daytimeFen: 30_000, daytimeShare: 0.5 },
};

async function save(list: ExportedList, format: 'xlsx' | 'csv', input = INPUTS[list] ?? {}): Promise<{ file: string; rows: number }> {
  return office.get('exports.save', { list, input, format, file: temporaryFile(format) });
}

/** The sheets of a saved CSV file, each with its head; several stand under their names. */
function readCsv(file: string): string[][][] {
  const blocks = readFileSync(file, 'utf8').replace(/^\ufeff/, '').trimEnd().split('\r\n\r\n');
  const parsed = blocks.map((block) => Papa.parse<string[]>(block).data);
  return parsed.length === 1 ? parsed : parsed.map(([, ...rows]) => rows);
}

describe.each(exportedLists)('the list %s', (list) => {
  it('is saved row for row as its query answers it, and the workbook holds what the CSV file does', async () => {
    const reply = await office.dispatch({ session: { user: { userId: 1, name: '陈经理', role: 'manager' }, locked: false } }, list satisfies EndpointName, INPUTS[list] ?? {});
    expect(reply).toMatchObject({ ok: true });
    const csv = await save(list, 'csv');
    const xlsx = await save(list, 'xlsx');
    const sheets = readCsv(csv.file);
    expect(sheets.reduce((sum, rows) => sum + rows.length - 1, 0)).toBe(csv.rows);
    // Saving is in the audit record itself.
    expect(xlsx.rows).toBe(csv.rows + (list === 'ledger.listAudit' ? 1 : 0));
    if (list === 'ledger.listAudit') return;
    const books = await readExcelFile(xlsx.file);
    books.forEach(({ data }, place) => {
      const [head, ...rows] = sheets[place] ?? [];
      expect(data[0]).toEqual(head);
      // Below the rows of a workbook stand the totals, where there are any.
      expect(data.slice(1, rows.length + 1).map((row) => row.map(plain))).toEqual(rows.map((row) => (head ?? []).map((_, column) => row[column] ?? '')));
    });
  });
});

/** A cell as a CSV file has it; amounts lose their trailing zeros in both. */
function plain(cell: unknown): unknown {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? expect.toSatisfy((text: string) => Number(text) === cell) : cell;
}

describe('saving a list', () => {
  it('ends a workbook with the totals, and the last of them in capitals', async () => {
    const { items, totalFen } = await office.get('payments.listPrepaid', {});
    const { file } = await save('payments.listPrepaid', 'xlsx');
    const [sheet] = await readExcelFile(file);
    const rows = sheet?.data ?? [];
    expect(rows).toHaveLength(items.length + 3);
    expect(rows.at(-2)?.[0]).toBe('合计');
    expect(rows.at(-2)?.at(-1)).toBe(totalFen / 100);
    expect(rows.at(-1)?.[0]).toBe(`预收余额大写：${capitalAmount(totalFen)}`);
  });

  it('takes the filters of the screen', async () => {
    const { items } = await office.get('fees.listBills', { month: '2026-10', openOnly: true });
    const { rows } = await save('fees.listBills', 'csv', { month: '2026-10', openOnly: true });
    expect(rows).toBe(items.length);
    expect(rows).toBeLessThan((await save('fees.listBills', 'csv')).rows);
  });

  it('reads on until the last page', async () => {
    const many = await openOffice({ dataFolder: temporaryFolder() });
    await many.get('roster.import', { file: rosterFile(Array.from({ length: 1_203 }, (_, place) => ({ room: String(1_001 + place) }))), commit: true, onError: 'refuse' });
    const { file, rows } = await many.get('exports.save', { list: 'homes.list', format: 'csv', file: temporaryFile('csv') });
    expect(rows).toBe(1_203);
    expect(readCsv(file)[0]).toHaveLength(1_204);
    await many.close();
  });

  it('is refused to whoever may not see the list, for an input that its query refuses, and over the books', async () => {
    const call = (list: ExportedList, input: Record<string, unknown>, file = temporaryFile('csv'), as: 'cashier' | 'manager' = 'manager') => office.call('exports.save', { list, input, format: 'csv', file }, { as });
    expect(await call('ledger.listAudit', {}, undefined, 'cashier')).toEqual(refusal('ROLE_NOT_ALLOWED', { role: 'cashier', allowed: ['manager', 'auditor'] }));
    expect(await call('fees.listBills', { month: '2026-13' })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(await call('homes.list', {}, `${office.office.dataFolder}/mingbai.sqlite`)).toMatchObject({ ok: false });
  });
});

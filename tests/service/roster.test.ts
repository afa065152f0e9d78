import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../shared/errors.ts';
import { rows } from '../../db/sql.ts';
import { balanceOf, givenHome, givenHomes, openBills, pay, rosterFile, temporaryFile, type RosterLine } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

const SAMPLE = fileURLToPath(new URL('../fixtures/roster.xlsx', import.meta.url));
const NOTHING = { created: 0, updated: 0, unchanged: 0, merged: 0, errors: [], homes: 0, areaDm2: 0, openingArrearsFen: 0 };

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const importing = (lines: readonly RosterLine[], onError: 'refuse' | 'skip' = 'refuse') => ({ file: rosterFile(lines), commit: true, onError });

describe("the office's own workbook", () => {
  const expected = { created: 855, updated: 0, unchanged: 0, merged: 1, homes: 855, areaDm2: 9_441_777, openingArrearsFen: 46_390_178 };

  it('is refused whole while it has errors, row by row, and nothing is written', async () => {
    const details = { file: SAMPLE, commit: true, onError: 'refuse' } as const;
    await expectRefused(office, () => office.call('roster.import', details), 'ROSTER_HAS_ERRORS');
    const reply = await office.call('roster.import', details);
    expect(reply).toMatchObject({ details: expected });
    expect(reply.ok || reply.code !== 'ROSTER_HAS_ERRORS' ? [] : reply.details.errors.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [10, 'room', 'CONTRADICTS'], [267, 'room', 'CONTRADICTS'], [309, 'arrears', 'NOT_AN_AMOUNT'], [367, 'building', 'MISSING'], [445, 'area', 'NEGATIVE'],
      [617, 'room', 'MISSING'], [708, 'area', 'NOT_A_NUMBER'], [730, 'handover', 'NO_SUCH_DAY'], [802, 'area', 'ZERO'], [877, 'rate', 'MISSING'],
    ]);
  });

  it('brings the homes without errors, their owners, rates and opening bills; again it changes nothing', async () => {
    const draft = await office.get('roster.import', { file: SAMPLE, commit: false, onError: 'skip' });
    expect(draft).toMatchObject(expected);
    expect((await office.get('homes.list', {})).items).toEqual([]);
    expect(await office.get('roster.import', { file: SAMPLE, commit: true, onError: 'skip' })).toEqual(draft);
    expect(await balanceOf(office, '1122')).toBe(46_390_178);
    expect(await balanceOf(office, '3999')).toBe(-46_390_178);
    const counts = await rows<{ homes: number; rates: number; owned: number }>(office.raw, 'select (select count(*) from home) as homes, (select count(*) from fee_rate) as rates, (select count(distinct home_id) from occupancy) as owned');
    expect(counts[0]).toMatchObject({ homes: 855, rates: 855 });
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
    const before = { ...(await allTables(office.raw)), audit: [] };
    expect(await office.get('roster.import', { file: SAMPLE, commit: true, onError: 'skip' })).toMatchObject({ ...expected, created: 0, unchanged: 855 });
    expect({ ...(await allTables(office.raw)), audit: [] }).toEqual(before);
  });

  it('is previewed row by row, and the refused rows are saved for whoever mends them', async () => {
    const preview = await office.get('roster.preview', { file: SAMPLE }, { as: 'office' });
    expect(preview).toMatchObject({ ...expected, sheet: '业主台账', headerRow: 3 });
    expect(preview.rows.map(({ row }) => row)).toEqual([...preview.rows.map(({ row }) => row)].sort((left, right) => left - right));
    expect(preview.rows.filter(({ action }) => action === 'refused')).toHaveLength(10);
    const saveAs = temporaryFile('xlsx');
    expect(await office.get('roster.savePreview', { file: SAMPLE, actions: ['refused', 'merged'], saveAs })).toEqual({ file: saveAs, rows: 11 });
  });
});

describe('roster.import', () => {
  it('updates what differs, and says from what to what', async () => {
    await givenHome(office, { owner: '王秀兰', phone: '13812342671' });
    const changed = rosterFile([{ owner: '李强', phone: '13900001111', areaDm2: 12_000, status: '出租', rateE4: 18_000, note: '换房主', handoverOn: '2020-05-01' }]);
    const preview = await office.get('roster.preview', { file: changed });
    expect(preview.rows[0]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['owner', '王秀兰', '李强'], ['phone', '138****2671', '139****1111'], ['area', '10000', '12000'], ['handover', '', '2020-05-01'], ['status', 'occupied', 'let'], ['rate', '15000', '18000'], ['note', '', '换房主'],
    ]);
    expect(await office.get('roster.import', { file: changed, commit: true, onError: 'refuse' })).toEqual({ ...NOTHING, updated: 1, homes: 1, areaDm2: 12_000 });
    expect((await office.get('homes.get', { homeId: 1 }))).toMatchObject({ ownerName: '李强', areaDm2: 12_000, status: 'let', rateE4: 18_000, note: '换房主', handoverOn: '2020-05-01' });
    expect(await office.get('roster.import', { file: changed, commit: true, onError: 'refuse' })).toMatchObject({ unchanged: 1, updated: 0 });
    // The owner of before is history, and comes back when the roster says so.
    expect(await rows(office.raw, 'select name, to_on from occupancy join person using (person_id) order by person_id')).toEqual([{ name: '王秀兰', to_on: '2026-11-05' }, { name: '李强', to_on: null }]);
    await office.get('roster.import', importing([{ owner: '王秀兰' }]));
    expect((await office.get('homes.get', { homeId: 1 })).people).toHaveLength(1);
  });

  it('lets a new rate begin after the last month that was billed', async () => {
    const home = await givenHome(office);
    await office.get('fees.issueBills', { month: '2026-12', commit: true });
    await office.get('roster.import', importing([{ rateE4: 20_000 }]));
    expect(await office.get('fees.listRates', {})).toEqual({ items: [{ from: '2027-01-01', rateE4: 20_000, homes: 1 }, { from: '2026-01-01', rateE4: 15_000, homes: 1 }] });
    await office.get('fees.issueBills', { month: '2026-11', commit: true });
    await office.get('fees.issueBills', { month: '2027-01', commit: true });
    expect((await openBills(office, home)).map((bill) => bill.amountFen)).toEqual([15_000, 15_000, 20_000]);
  });

  it('changes nothing the second time, even beside a rate that begins later', async () => {
    await givenHome(office);
    await office.get('fees.setRate', { from: '2027-01-01', rateE4: 30_000 });
    expect(await office.get('roster.import', importing([{}]))).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await office.get('roster.import', importing([{ rateE4: 20_000 }]))).toMatchObject({ updated: 1 });
    expect(await office.get('roster.import', importing([{ rateE4: 20_000 }]))).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('keeps the opening arrears once they are in the books', async () => {
    await givenHome(office, { arrearsFen: 12_345 });
    const issue = { row: 2, column: 'arrears', header: '历史欠费', value: '1.00', reason: 'OPENING_ARREARS_FIXED', label: '3-2-501' };
    await expectRefused(office, () => office.call('roster.import', importing([{ arrearsFen: 100 }])), 'ROSTER_HAS_ERRORS', { ...NOTHING, errors: [issue] });
    expect(await office.get('roster.import', importing([{ arrearsFen: 100 }, { room: '502' }], 'skip'))).toMatchObject({ created: 1, errors: [issue], homes: 1 });
    expect(await balanceOf(office, '1122')).toBe(12_345);
  });

  it('opens arrears that a home did not have yet, once', async () => {
    const home = await givenHome(office);
    expect(await office.get('roster.import', importing([{ arrearsFen: 777 }]))).toMatchObject({ updated: 1, openingArrearsFen: 777 });
    expect(await office.get('roster.import', importing([{ arrearsFen: 777 }]))).toMatchObject({ unchanged: 1 });
    expect(await openBills(office, home)).toMatchObject([{ itemName: '期初欠费', amountFen: 777, openFen: 777, from: '2026-01-01', to: '2026-01-01', dueOn: '2025-12-31' }]);
  });

  it('brings homes one file after the other', async () => {
    await givenHomes(office, [{}, {}]);
    expect(await office.get('roster.import', importing([{ building: '4', arrearsFen: 500 }]))).toMatchObject({ created: 1 });
    expect((await office.get('homes.list', {})).items.map((home) => home.label)).toEqual(['3-2-501', '3-2-502', '4-2-501']);
  });

  it('takes homes whose numbers differ by a leading zero or a letter only', async () => {
    expect(await office.get('roster.import', importing(['A7', 'A07', 'A007', '7A'].map((room) => ({ room }))))).toMatchObject({ created: 4, errors: [] });
    expect((await office.get('homes.list', { limit: 2 })).items).toHaveLength(2);
  });

  it('keeps who lives with whom apart: one person may own several homes, one home changes hands', async () => {
    await givenHomes(office, [{ owner: '王秀兰' }, { owner: '王秀兰' }, { owner: '', phone: '' }]);
    expect(await rows(office.raw, 'select name from person')).toEqual([{ name: '王秀兰' }]);
    expect((await office.get('homes.list', {})).items.map((home) => home.ownerName)).toEqual(['王秀兰', '王秀兰', '']);
  });

  it('is undone whole when the caller gives up', async () => {
    const controller = new AbortController();
    await expectRefused(office, () => office.call('roster.import', importing([{ arrearsFen: 5 }, { room: '502' }]), { signal: controller.signal, onProgress: () => { controller.abort(); } }), 'CANCELLED', {});
  });

  it('is refused to the cashier', async () => {
    expect(await office.call('roster.import', importing([{}]), { as: 'cashier' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('a file that is no roster', () => {
  const bad = (extension: string, content: string | Buffer): string => {
    const file = temporaryFile(extension);
    writeFileSync(file, content);
    return file;
  };
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  it.each([
    ['not there', () => '/nowhere/roster.xlsx', 'FILE_NOT_FOUND'],
    ['a folder', () => process.cwd(), 'FILE_NOT_FOUND'],
    ['encrypted', () => bad('xlsx', Buffer.concat([compound, Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')])), 'FILE_ENCRYPTED'],
    ['an old .xls', () => bad('xlsx', Buffer.concat([compound, Buffer.alloc(500)])), 'FILE_NOT_WORKBOOK'],
    ['a picture', () => bad('xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'FILE_NOT_WORKBOOK'],
    ['a cut archive', () => bad('xlsx', Buffer.from('504b030414000600', 'hex')), 'FILE_NOT_WORKBOOK'],
    ['100 MB large', () => bad('xlsx', Buffer.alloc(100 * 1024 * 1024)), 'FILE_TOO_LARGE'],
    ['without a header row', () => bad('csv', '姓名,电话\n王秀兰,138\n'), 'NO_HEADER_ROW'],
    ['empty', () => bad('csv', ''), 'FILE_NOT_WORKBOOK'],
  ] as [string, () => string, RefusalCode][])('%s is refused', async (_, file, code) => {
    const input = { file: file() };
    await expectRefused(office, () => office.call('roster.import', { ...input, commit: true, onError: 'skip' }), code);
    await expectRefused(office, () => office.call('roster.preview', input), code);
  });

  it('lacks the sheet that was named', async () => {
    expect(await office.call('roster.preview', { file: SAMPLE, sheet: '不存在' })).toMatchObject({ code: 'NO_SUCH_SHEET', details: { sheet: '不存在' } });
  });

  it('cannot be saved where there is no folder', async () => {
    const saveAs = '/nowhere/preview.xlsx';
    expect(await office.call('roster.savePreview', { file: SAMPLE, saveAs })).toEqual(refusal('FILE_NOT_WRITABLE', { file: saveAs }));
  });
});

describe('after an import', () => {
  it('a home that is paid stays paid when its roster comes again', async () => {
    const home = await givenHome(office, { arrearsFen: 10_000 });
    const [bill] = await openBills(office, home);
    await office.get('payments.register', pay(home, bill, 10_000));
    await office.get('roster.import', importing([{ arrearsFen: 10_000 }]));
    expect(await openBills(office, home)).toEqual([]);
  });
});

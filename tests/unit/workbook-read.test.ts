import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../electron/files/read-table.ts';
import { parseRoster, type RosterFile } from '../../shared/domain/roster.ts';
import { AppError } from '../../shared/errors.ts';
import { gb18030, xlsxParts, zipOf } from '../fixtures/files.ts';

const SAMPLE = new URL('../fixtures/roster.xlsx', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'mingbai-read-'));
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: Buffer | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}
async function refusalOf(file: string, options: { sheet?: string } = {}): Promise<unknown> {
  try {
    return await readTables(file, options);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
}
/** What a roster says, without where it says it. */
function contentOf({ homes, issues, merged, skippedRows }: RosterFile) {
  return { homes, issues, merged, skippedRows };
}

const sample = await readTables(SAMPLE);
const roster = parseRoster(sample.sheets);
const rows = sample.sheets[1]?.rows ?? [];

describe('reading .xlsx', () => {
  it('gives sheets by name, numbers as their digits and dates as days', () => {
    expect(sample.sheets.map(({ name }) => name)).toEqual(['说明', '业主台账']);
    expect(rows[3]).toEqual(['763', '7', '2单元', '１６０４', '金建欣', '187-9276-5212', '118.72', '2014-02-03', '入住', '1.80元', '0.00', null]);
  });

  it('gives one sheet when asked, and refuses one that is not there', async () => {
    expect((await readTables(SAMPLE, { sheet: '说明' })).sheets).toHaveLength(1);
    expect(await refusalOf(SAMPLE, { sheet: '台账' })).toEqual({ code: 'NO_SUCH_SHEET', details: { sheet: '台账', sheets: ['说明', '业主台账'] } });
  });

  it('keeps long digits, error cells, gaps and merged cells', async () => {
    const data = '<sheetData><row r="2"><c r="A2"><v>118.72000000000001</v></c><c r="C2" t="b"><v>1</v></c></row>'
      + '<row r="4"><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D4"><v>12345678901234567890</v></c></row></sheetData>'
      + '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="A1:D1"/></mergeCells>';
    const file = await fileOf('gaps.xlsx', zipOf(xlsxParts({ 'A &amp; B': data, 空: '<sheetData/>' })));
    expect(await readTables(file)).toEqual({
      sheets: [
        {
          name: 'A & B', merges: [{ column: 0, firstRow: 1, lastRow: 3 }],
          rows: [[null, null, null, null], ['118.72000000000001', null, 'TRUE', null], [null, null, null, null], [null, '#DIV/0!', null, '12345678901234567890']],
        },
        { name: '空', rows: [] },
      ],
    });
  });
});

describe('reading CSV', () => {
  const partedBy = (delimiter: string) => Papa.unparse(rows.map((row) => [...row]), { delimiter });

  it.each([
    ['UTF-8', Buffer.from(partedBy(','))], ['UTF-8 with its mark', Buffer.from(`\ufeff${partedBy(',')}`)],
    ['GB18030', gb18030(partedBy(','))], ['semicolons', Buffer.from(partedBy(';'))],
    ['GB18030 and tabs', gb18030(partedBy('\t'))],
    ['UTF-16 and tabs', Buffer.from(`\ufeff${partedBy('\t')}`, 'utf16le')],
  ])('finds the same roster in %s, whatever the file is called', async (_, content) => {
    const read = parseRoster((await readTables(await fileOf('台账.xls', content))).sheets);
    expect(read).toMatchObject({ sheet: '台账', headerRow: 3 });
    expect(contentOf(read)).toEqual(contentOf(roster));
  });
});

describe('refusals', () => {
  const notWorkbook = (file: string) => ({ code: 'FILE_NOT_WORKBOOK', details: { file } });

  it('refuses a file that is absent, or a folder', async () => {
    const file = join(folder, 'absent.xlsx');
    expect(await refusalOf(file)).toEqual({ code: 'FILE_NOT_FOUND', details: { file } });
    expect(await refusalOf(folder)).toEqual({ code: 'FILE_NOT_FOUND', details: { file: folder } });
  });

  it('refuses 100 MB without reading it', async () => {
    const bytes = 100 * 1024 * 1024;
    const file = await fileOf('large.xlsx', Buffer.alloc(bytes));
    expect(await refusalOf(file)).toEqual({ code: 'FILE_TOO_LARGE', details: { file, bytes, limitBytes: 31_457_280 } });
  });

  it('refuses an archive that says it unpacks to a gigabyte', async () => {
    const bytes = 1024 ** 3;
    const file = await fileOf('huge.xlsx', zipOf(xlsxParts({ a: '' }), { bytes }));
    expect(await refusalOf(file)).toEqual({ code: 'FILE_TOO_LARGE', details: { file, bytes, limitBytes: 209_715_200 } });
  });

  it('refuses an archive that unpacks to more than it says', async () => {
    const bomb = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(210 * 1024 * 1024, 32) }, { bytes: 100 });
    const file = await fileOf('bomb.xlsx', bomb);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(file)).toMatchObject({ code: 'FILE_TOO_LARGE', details: { file, limitBytes: 209_715_200 } });
  });

  it('refuses an encrypted workbook, and an old .xls with a hint', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const locked = await fileOf('locked.xlsx', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]));
    expect(await refusalOf(locked)).toEqual({ code: 'FILE_ENCRYPTED', details: { file: locked } });
    const old = await fileOf('old.xls', compound);
    expect(await refusalOf(old)).toEqual({ code: 'FILE_NOT_WORKBOOK', details: { file: old, hint: 'OLD_XLS' } });
    const zipped = await fileOf('zipped.xlsx', zipOf(xlsxParts({ a: '' }), { encrypted: true }));
    expect(await refusalOf(zipped)).toEqual({ code: 'FILE_ENCRYPTED', details: { file: zipped } });
  });

  it.each([
    ['nothing', Buffer.alloc(0)], ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], ['a paper', Buffer.from('%PDF-1.7\n1, 2, 3')],
    ['a page', Buffer.from('<html><td>房号,面积</td></html>')], ['prose', Buffer.from('not a workbook')], ['data', Buffer.from('{"a": 1, "b": 2}')],
    ['bytes of no encoding', Buffer.from([0xff, 0x2c, 0xff, 0x2c, 0xff])], ['an archive of something else', zipOf({ 'word/document.xml': '<a/>' })],
    ['half an archive', zipOf(xlsxParts({ a: '<sheetData/>' })).subarray(0, 300)], ['a broken sheet', zipOf(xlsxParts({ a: '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>' }))],
    ['only the magic', Buffer.from('504b0304', 'hex')],
  ])('refuses %s', async (_, content) => {
    const file = await fileOf('thing.xlsx', content);
    expect(await refusalOf(file)).toEqual(notWorkbook(file));
  });
});

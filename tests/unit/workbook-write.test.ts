import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { listZipParts, unpackPart } from '../../electron/files/zip-parts.ts';
import { readTables } from '../../electron/files/read-table.ts';
import { writeCsv, writeXlsx, type Table } from '../../electron/files/write-table.ts';

const folder = await mkdtemp(join(tmpdir(), 'mingbai-write-'));
afterAll(() => rm(folder, { recursive: true }));

const TABLE: Table = {
  sheets: [{
    name: '房屋/台账',
    columns: [
      { title: '房屋', width: 12, kind: 'text' }, { title: '欠费', width: 14, kind: 'fen' }, { title: '户数', width: 8, kind: 'int' },
      { title: '交房', width: 12, kind: 'date' }, { title: '面积', width: 10, kind: 'area' }, { title: '单价', width: 10, kind: 'rate' },
    ],
    rows: [
      ['3-2-501', 123_456_789, 3, '2018-06-30', 10_050, 15_000], ['王明 <&"\'>', -7, -1, '1999-12-31', 1, 12_345], [null, null, null, null, null, null],
      ['1234567890123456789012', 9_999_999_999_999, 0, '2024-02-29', 9_999_999, 1],
    ],
  }],
};

async function partsOf(file: string): Promise<Map<string, string>> {
  const archive = await readFile(file);
  return new Map((listZipParts(archive) ?? []).map((part) => {
    const content = unpackPart(archive, part, 10_000_000);
    return [part.name, typeof content === 'string' ? content : content.toString('utf8')];
  }));
}

describe('writing .xlsx', () => {
  it('is read back exactly, amounts as decimals without drift', async () => {
    const file = join(folder, 'table.xlsx');
    await writeXlsx(file, TABLE);
    expect(await readTables(file)).toEqual({
      sheets: [{
        name: '房屋 台账',
        rows: [
          ['房屋', '欠费', '户数', '交房', '面积', '单价'], ['3-2-501', '1234567.89', '3', '2018-06-30', '100.5', '1.5'],
          ['王明 <&"\'>', '-0.07', '-1', '1999-12-31', '0.01', '1.2345'], [null, null, null, null, null, null],
          ['1234567890123456789012', '99999999999.99', '0', '2024-02-29', '99999.99', '0.0001'],
        ],
      }],
    });
  });

  it('formats numbers, and freezes a bold header over wide columns', async () => {
    const file = join(folder, 'style.xlsx');
    await writeXlsx(file, TABLE);
    const parts = await partsOf(file);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col [^>]*width="14"/);
    expect(parts.get('xl/styles.xml')).toMatch(/#,##0\.00[\s\S]*<b\s*\/>/);
  });

  it('keeps every amount', async () => {
    const amounts = fc.sample(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), 500);
    const file = join(folder, 'amounts.xlsx');
    await writeXlsx(file, { sheets: [{ name: 'a', columns: [{ title: '元', width: 20, kind: 'fen' }], rows: amounts.map((amount) => [amount]) }] });
    const rows = (await readTables(file)).sheets[0]?.rows.slice(1) ?? [];
    expect(rows.map(([text]) => Math.round(Number(text) * 100))).toEqual(amounts);
    expect(rows.every(([text]) => /^-?\d+(\.\d{1,2})?$/.test(text ?? ''))).toBe(true);
  });

  it('writes several sheets of one name', async () => {
    const file = join(folder, 'sheets.xlsx');
    const sheet = { name: '很长的名字'.repeat(8), columns: [{ title: 'a', width: 5, kind: 'int' as const }], rows: [] };
    await writeXlsx(file, { sheets: [sheet, sheet] });
    const names = (await readTables(file)).sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });
});

describe('writing CSV', () => {
  it('is read back with the content of the .xlsx', async () => {
    const [csv, xlsx] = [join(folder, 'table.csv'), join(folder, 'same.xlsx')];
    await writeCsv(csv, TABLE);
    await writeXlsx(xlsx, TABLE);
    const plain = async (file: string) => (await readTables(file)).sheets[0]?.rows.map((row) => row.map((cell) => {
      return cell !== null && /^-?\d{1,12}\.\d+$/.test(cell) ? String(Number(cell)) : cell;
    }));
    expect((await readFile(csv)).subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(await plain(csv)).toEqual(await plain(xlsx));
  });

  it('disarms formulas in what users typed, and leaves numbers alone', async () => {
    const file = join(folder, 'formula.csv');
    const texts = ['=1+1', '+cmd', '-2+3', '@x', '＝1', ' =1', '\t=1', '-5.00', '+8613800000000', '普通', '3-2-501', '"引号",逗号'];
    await writeCsv(file, { sheets: [{ name: 'a', columns: [{ title: 'a', width: 9, kind: 'text' }, { title: 'b', width: 9, kind: 'fen' }], rows: texts.map((text) => [text, -500]) }] });
    const rows = (await readTables(file)).sheets[0]?.rows.slice(1);
    expect(rows).toEqual(texts.map((text, index) => [index < 7 ? `'${text}` : text, '-5.00']));
  });
});

describe('the file itself', () => {
  it('replaces an older one and leaves nothing beside it', async () => {
    const own = join(folder, 'own');
    await mkdir(own);
    await writeFile(join(own, 'list.csv'), 'old');
    await writeCsv(join(own, 'list.csv'), TABLE);
    expect(await readdir(own)).toEqual(['list.csv']);
  });

  it.each(['absent/list.xlsx', 'taken'])('refuses a target that cannot be written: %s', async (name) => {
    await mkdir(join(folder, 'taken', 'full'), { recursive: true });
    const file = join(folder, name);
    const before = await readdir(folder);
    await expect(writeXlsx(file, TABLE)).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE', details: { file } });
    await expect(writeCsv(file, TABLE)).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE', details: { file } });
    expect(await readdir(folder)).toEqual(before);
  });

  // Root may write anywhere, so a file stands where the folder should be: refused for everyone alike.
  it('refuses a place that is no folder', async () => {
    const file = join(folder, 'locked');
    await writeFile(file, '');
    await expect(writeCsv(join(file, 'a.csv'), TABLE)).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
  });
});

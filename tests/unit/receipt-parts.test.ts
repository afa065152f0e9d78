import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countLines, fitColumns, paginate, textEm } from '../../electron/print/receipt-layout.ts';
import { escapeHtml, printPeriod, printQuantity, printRate, type PrintedLine, type ReceiptLine } from '../../electron/print/receipt-values.ts';
import { savePdf } from '../../electron/print/save-pdf.ts';

describe('values on a receipt', () => {
  it.each([
    ['2026-08-01', '2026-09-01', '2026-08'], ['2026-11-01', '2027-01-01', '2026-11 至 2026-12'], ['2026-04-21', '2026-05-01', '2026-04-21 至 2026-04-30'],
    ['2026-04-21', '2026-04-22', '2026-04-21'], ['2026-11', '2027-01', '2026-11 至 2026-12'], ['2026-11-01', '2026-11-01', '2026-11-01 之前'],
    ['', '', '—'], ['期初', '', '期初'],
  ])('prints the half-open period %s to %s', (from, to, expected) => expect(printPeriod(from, to)).toBe(expected));

  it.each([[15_000, '1.50'], [12_345, '1.2345'], [12_340, '1.234'], [20_000, '2.00'], [5, '0.0005']])('prints the rate %i', (rate, expected) => expect(printRate(rate)).toBe(expected));

  it.each([
    [{}, '108.40 m² × 1.50'], [{ share: { numerator: 10, denominator: 30 } }, '108.40 m² × 1.50 × 10/30'], [{ areaDm2: null }, '—'], [{ rateE4: null }, '—'],
    [{ basis: 'meter', areaDm2: null, quantityE4: 120_000, unit: 'm³', rateE4: 32_000 }, '12 m³ × 3.20'], [{ basis: 'meter', areaDm2: null, quantityE4: 125_050, unit: '', rateE4: 32_000 }, '12.505 × 3.20'],
    [{ basis: 'home', areaDm2: null, rateE4: 200_000 }, '1 户 × 20.00'], [{ basis: 'home', areaDm2: null, rateE4: 200_000, months: 3 }, '1 户 × 20.00 × 3 个月'], [{ months: 12, share: { numerator: 1, denominator: 2 } }, '108.40 m² × 1.50 × 12 个月 × 1/2'],
    [{ basis: 'pool', rateE4: null }, '公摊 108.40 m²'], [{ basis: 'pool', areaDm2: null, rateE4: null }, '按户公摊'], [{ basis: 'pool', areaDm2: null, rateE4: null, quantityE4: 10_000, unit: 'm³' }, '公摊 1 m³'],
    [{ basis: 'once', areaDm2: null, quantityE4: 20_000, unit: '把', rateE4: 150_000 }, '2 把 × 15.00'], [{ basis: 'once', areaDm2: null, rateE4: null }, '—'], [{ basis: 'opening', areaDm2: null, rateE4: null }, '—'],
    [{ basis: 'late', areaDm2: null, rateE4: null, note: '物业费 2026-08　162.60 × 72 天 × 0.05%' }, '162.60 × 72 天 × 0.05%'], [{ basis: 'late', areaDm2: null, rateE4: null, note: '手工' }, '手工'],
    // ahead: two whole months, a sum that is no number of months, months that do not fill the period
    [{ billId: null, amountFen: 32_520 }, '2 个月 × 162.60'], [{ billId: null, amountFen: 32_521 }, '—'], [{ billId: null, amountFen: 16_260 }, '—'],
  ] as [Partial<ReceiptLine>, string][])('prints quantity × price of %o: %s', (change, expected) => {
    const line: ReceiptLine = {
      billId: 1, label: '3-2-501', itemName: '物业费', fund: 'property', from: '2026-11-01', to: '2027-01-01', basis: 'area', areaDm2: 10_840, rateE4: 15_000, quantityE4: null, unit: '', months: 1,
      share: null, note: '', billedFen: 16_260, paidBeforeFen: 0, waivedFen: 0, amountFen: 16_260, ...change,
    };
    expect(printQuantity(line)).toBe(expected);
  });

  it('escapes everything that HTML reads', () => {
    expect(escapeHtml(`<a href="x" id='y'>&\u0000\n`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;  ');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(escapeHtml(text)).not.toMatch(/[<>"'\p{Cc}]/u)));
  });
});

describe('the layout of the sheets', () => {
  it('keeps every row, in order, where it fits', () => {
    const heights = fc.array(fc.constantFrom(7, 11, 15), { minLength: 0, maxLength: 80 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 60 }), (rows, lastMm) => {
        const counts = paginate(rows, 95, lastMm);
        expect(counts.reduce((total, count) => total + count, 0)).toBe(rows.length);
        let start = 0;
        for (const [index, count] of counts.entries()) {
          const used = rows.slice(start, (start += count)).reduce((total, height) => total + height, 0);
          expect(used).toBeLessThanOrEqual(index === counts.length - 1 ? lastMm : 95);
          if (index < counts.length - 1) expect(count).toBeGreaterThan(0);
        }
      }),
    );
    expect(paginate([7, 7, 7, 7], 21, 14)).toEqual([2, 2]);
    expect(paginate([7, 7], 21, 14)).toEqual([2]);
    expect(paginate([], 21, -1)).toEqual([0]);
  });

  const row: PrintedLine = { item: '物业费', home: '', note: '', fund: '物业', period: '2026-08', quantity: '108.40 m² × 1.50', billed: '162.60', paidBefore: '—', waived: '—', received: '162.60' };
  const sum = (widths: Record<string, number>) => Object.values(widths).reduce((total, width) => total + width, 0);

  it('takes the columns of the mock-up, and wider or smaller ones only for long texts', () => {
    const usual = fitColumns([row]);
    expect(usual).toMatchObject({ points: 9, widthMm: { billed: 17.9, period: 40.5 } });
    expect(sum(usual.widthMm)).toBeCloseTo(190, 6);
    expect(fitColumns([{ ...row, received: '1,234,567.89' }]).widthMm.received).toBeGreaterThan(20);
    const widest = { ...row, period: '2026-04-21 至 2026-12-30', quantity: '12,345.67 m² × 1.2345 × 10/30', billed: '123,456,789.01', received: '123,456,789.01' };
    const tight = fitColumns([widest]);
    expect(tight.points).toBe(7.5);
    expect(tight.widthMm.item).toBeGreaterThan(20);
    expect(sum(tight.widthMm)).toBeCloseTo(190, 6);
  });

  it('measures Chinese as one em and wraps it', () => {
    expect(textEm('物业费')).toBe(3);
    expect(textEm('1.0')).toBeCloseTo(1.6, 6);
    expect(countLines('', 9, 30)).toBe(1);
    expect(countLines('物'.repeat(20), 9, 32)).toBe(2);
  });
});

describe('savePdf', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingbai-pdf-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('replaces a file whole and leaves nothing beside it', async () => {
    const file = join(folder, 'r.pdf');
    await writeFile(file, 'old');
    await savePdf(file, Buffer.from('new'));
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['r.pdf']);
  });

  it('refuses a place that cannot be written, and leaves it as it was', async () => {
    await expect(savePdf(join(folder, 'none', 'r.pdf'), Buffer.from('x'))).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
    await expect(savePdf(folder, Buffer.from('x'))).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE', details: { file: folder } });
    expect(await readdir(folder)).toEqual([]);
  });
});

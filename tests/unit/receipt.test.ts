import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ReceiptFacts } from '../../shared/contract/payments.ts';
import { receiptPage, type ReceiptOptions } from '../../electron/print/receipt-page.ts';
import { printReceiptFacts } from '../../electron/print/print-receipt.ts';
import type { PaperSize, PrintPort } from '../../electron/print/port-type.ts';
import { addMonths } from '../../shared/domain/period.ts';
import { refusalOf, isAppError } from '../../shared/errors.ts';

type Line = ReceiptFacts['lines'][number];

const line = (change: Partial<Line> = {}): Line => ({
  billId: 1, label: '3-2-501', itemName: '物业费', fund: 'property', from: '2026-08-01', to: '2026-09-01', basis: 'area', areaDm2: 10_840, rateE4: 15_000, quantityE4: null, unit: '', months: 1,
  share: { numerator: 1, denominator: 1 }, note: '', billedFen: 16_260, paidBeforeFen: 0, waivedFen: 0, amountFen: 16_260, ...change,
});

/** The receipt of the mock-up. */
const facts = (change: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  paymentId: '7b0c2f0a-0000-4000-8000-000000000001', receiptNo: 'SJ-2026-004188', officeName: '汇悦新天地物业服务中心', officePhone: '0854-0000855',
  receivedOn: '2026-10-31', time: '16:14', payer: '林晓溪', payerRole: 'owner', label: '3-2-501', homeId: 1, areaDm2: 10_840,
  lines: [
    line({ paidBeforeFen: 6_260, amountFen: 10_000 }), line({ from: '2026-09-01', to: '2026-10-01' }), line({ from: '2026-10-01', to: '2026-11-01' }),
    line({ itemName: '车位月租 B1-117', fund: 'common', basis: 'once', areaDm2: null, rateE4: null, share: null, billedFen: 5_000, amountFen: 5_000 }),
    line({ itemName: '二次供水电费', fund: 'agency', basis: 'pool', areaDm2: null, rateE4: null, share: null, billedFen: 1_860, amountFen: 1_860 }),
    line({ billId: null, basis: null, itemName: '预收物业费', from: '2026-11-01', to: '2027-01-01', share: null, billedFen: 32_520, amountFen: 32_520 }),
  ],
  amountFen: 81_900, method: 'cash', transactionNo: null, tenderedFen: 90_000, cashier: '沈若宁', note: '', prints: 1, bonus: null, reversal: null, refunds: [], invoiceNo: null, ...change,
});

const months = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => line({ from: `${addMonths('2021-01', index)}-01`, to: `${addMonths('2021-02', index)}-01` }));

const print = (change: Partial<ReceiptFacts> = {}, options: Partial<ReceiptOptions> = {}) =>
  receiptPage(facts(change), { paper: 'a5', printNo: 1, printedOn: '2026-11-02', ...options });
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'));
const times = (html: string, text: string) => html.split(text).length - 1;
const sheetsOf = (html: string) => bodyOf(html).split('<article').slice(1);
/** What a reader sees: cells parted by a bar. */
const textOf = (html: string) => bodyOf(html).replace(/<[^>]+>/g, '|').replace(/\|[|\s]*/g, '|');

describe('the receipt on A5', () => {
  it('carries everything that a receipt must show', () => {
    const text = textOf(print());
    for (const part of [
      '|汇悦新天地物业服务中心|客服 0854-0000855|', '|SJ-2026-004188|首印|', '|日期|2026-10-31 16:14|', '|缴款人|林晓溪（业主）|', '|房号|3-2-501|', '|建筑面积|108.40 m²|',
      '|物业费|物业|2026-08|108.40 m² × 1.50|162.60|62.60|—|100.00|', '|车位月租 B1-117|公共|2026-08|—|50.00|—|—|50.00|',
      '|预收物业费|物业|2026-11 至 2026-12|2 个月 × 162.60|325.20|—|—|325.20|', '|合计|881.60|62.60|0.00|819.00|',
      '|大写|人民币捌佰壹拾玖元整|小写|¥819.00|', '|收款方式|现金　实收 900.00　找零 81.00|', '|收费员|沈若宁|', '|缴款人签字|', '|换开发票号|', '|收款专用章|（盖章处）|',
      '归属：物业＝物业费；公共＝全体业主的公共收益；代收＝代收代付，不收手续费。',
    ]) expect(text).toContain(part);
    expect(text).not.toMatch(/交易号|补打|红冲|积分|共 1 页/);
    expect(sheetsOf(print())).toHaveLength(1);
  });

  it('shows change for cash only, and the transaction number for the rest only', () => {
    const transfer = textOf(print({ method: 'transfer', transactionNo: 'ICBC-77', tenderedFen: null }));
    expect(transfer).toContain('|收款方式|转账|交易号|ICBC-77|');
    expect(transfer).not.toContain('找零');
    expect(textOf(print({ tenderedFen: null }))).toContain('|收款方式|现金|');
  });

  it('marks reprints, counting from the second print, under a watermark', () => {
    expect(print()).not.toContain('class="wm"');
    const again = print({}, { printNo: 3 });
    expect(again).toContain('<div class="wm" aria-hidden="true">补打</div>');
    expect(textOf(again)).toContain('|补打第 2 次　2026-11-02|');
  });

  it('stamps a reversed receipt with date, who and why; a long reason is also printed whole', () => {
    const reversal = { kind: 'reversal' as const, no: 'HC-2026-000012', on: '2026-11-02', by: '陈经理', reason: '收错房号' };
    const stamped = textOf(print({ reversal }));
    expect(stamped).toContain('|红冲|2026-11-02　陈经理　HC-2026-000012|收错房号|');
    expect(stamped).not.toContain('红冲原因');
    expect(print({ reversal })).toMatch(/<\/table><div class="void">.*<\/div><\/div><div class="cap">/s);
    const reason = '业'.repeat(200);
    const long = textOf(print({ reversal: { ...reversal, reason } }));
    expect(long).toContain(`|${'业'.repeat(24)}…|`);
    expect(long).toContain(`|红冲原因|${reason}|`);
  });

  // Thirteen rows fill a sheet that continues, six fit beside the totals, and two stay with them.
  it.each([[1, 1], [6, 1], [7, 2], [13, 2], [19, 2], [20, 3], [33, 4], [60, 6]])('prints %i equal months as lines of their own on %i sheets, totals at the end', (count, expected) => {
    const html = print({ lines: months(count), amountFen: 16_260 * count, tenderedFen: null });
    const sheets = sheetsOf(html);
    expect(sheets).toHaveLength(expected);
    expect([...html.matchAll(/<td>(\d{4}-\d\d)<\/td>/g)].map((match) => match[1])).toEqual(months(count).map(({ from }) => from.slice(0, 7)));
    for (const [index, sheet] of sheets.entries()) {
      const last = index === expected - 1;
      for (const part of ['<thead>', 'SJ-2026-004188', '林晓溪（业主）']) expect(sheet).toContain(part);
      for (const part of ['合计', '大写', '缴款人签字', '盖章处']) expect(times(sheet, part)).toBe(last ? 1 : 0);
      expect(sheet.includes(`第 ${String(index + 1)} 页，共 ${String(expected)} 页`)).toBe(expected > 1);
      expect(sheet.includes('未完，转下页')).toBe(!last);
    }
  });
});

describe('what a receipt says of the rest', () => {
  const late = line({ itemName: '违约金', basis: 'late', from: '2026-08-26', to: '2026-11-06', areaDm2: null, rateE4: null, note: '物业费 2026-08　162.60 × 72 天 × 0.05%', billedFen: 585, amountFen: 585 });
  const elsewhere = line({ label: '3-2-502' });

  it('names the home of each line where it pays for several, and shows no area of its own', () => {
    for (const paper of ['a5', '80mm'] as const) {
      const text = textOf(print({ lines: [line(), elsewhere] }, { paper }));
      expect(text).toContain('|房号|3-2-501 等 2 户|');
      expect(text).toMatch(/\|物业费[ |]+3-2-501\|/);
      expect(text).toMatch(/\|物业费[ |]+3-2-502\|/);
      expect(text).not.toContain('建筑面积');
    }
    expect(textOf(print())).not.toMatch(/物业费[ |]+3-2-501/);
  });

  it('says how a late fee came about, what a bill was for, and what was waived', () => {
    const lines = [late, line({ itemName: '维修费', basis: 'once', areaDm2: null, rateE4: null, note: '更换门锁' }), line({ waivedFen: 2_000, paidBeforeFen: 4_260, amountFen: 10_000 })];
    const text = textOf(print({ lines }));
    for (const part of ['|违约金|物业费 2026-08|物业|2026-08-26 至 2026-11-05|162.60 × 72 天 × 0.05%|5.85|', '|维修费|更换门锁|物业|', '|162.60|42.60|20.00|100.00|']) expect(text).toContain(part);
    const strip = textOf(print({ lines }, { paper: '80mm' }));
    for (const part of ['|162.60 × 72 天 × 0.05%|物业费 2026-08|5.85|', '|更换门锁|', '应收 162.60，前已收 42.60，减免 20.00']) expect(strip).toContain(part);
  });

  it('says what a promotion added, what was given back, and which invoice replaced it; the amount stays', () => {
    const rest = { bonus: { name: '预缴一年送一月', days: 30, amountFen: 16_037 }, refunds: [{ no: 'TK-2026-000001', on: '2026-11-06', amountFen: 1_900, reason: '多收' }], invoiceNo: '2552200' };
    for (const paper of ['a5', '80mm'] as const) {
      const text = textOf(print(rest, { paper }));
      for (const part of ['预缴一年送一月：赠 30 天，¥160.37 已加入预收，不在本次实收内', '2026-11-06 TK-2026-000001 退 ¥19.00（多收）；余 ¥800.00', '¥819.00', '2552200']) expect(text).toContain(part);
      expect(text).not.toContain('_____');
      expect(print(rest, { paper })).not.toContain('class="void"');
    }
  });

  it.each([['void', '作废'], ['reversal', '红冲'], ['refund', '退款']] as const)('is stamped for a %s: %s', (kind, word) => {
    for (const paper of ['a5', '80mm'] as const) expect(textOf(print({ reversal: { kind, no: 'X-1', on: '2026-11-02', by: '陈经理', reason: '错' } }, { paper }))).toContain(`|${word}|2026-11-02　陈经理　X-1|错|`);
  });

  it('is stamped when parts have given all of it back', () => {
    const refunds = [500, 81_400].map((amountFen, index) => ({ no: `TK-2026-00000${String(index + 1)}`, on: '2026-11-06', amountFen, reason: '退' }));
    expect(textOf(print({ refunds }))).toContain('|退款|2026-11-06　TK-2026-000002|分 2 次退完|');
  });
});

describe('the receipt on an 80 mm roll', () => {
  it('carries the same facts on one strip', () => {
    const text = textOf(print({}, { paper: '80mm' }));
    for (const part of [
      '|号码|SJ-2026-004188|', '|缴款人|林晓溪（业主）|', '|物业费|2026-08|108.40 m² × 1.50|应收 162.60，前已收 62.60|100.00|', '|车位月租 B1-117|2026-08|50.00|',
      '|合计|¥819.00|人民币捌佰壹拾玖元整|', '|减免|0.00|现金|900.00|找零|81.00|收费员|沈若宁|', '首印。本收据不是税务发票，可凭此换开。', '|有疑问请致电 0854-0000855|',
    ]) expect(text).toContain(part);
    expect(sheetsOf(print({ lines: months(60) }, { paper: '80mm' }))).toHaveLength(1);
  });

  it('says which copy it is, why it was reversed, and how it was paid', () => {
    const reversal = { kind: 'reversal' as const, no: 'HC-2026-000012', on: '2026-11-02', by: '陈经理', reason: '收错房号' };
    const text = textOf(print({ reversal, method: 'wechat', transactionNo: '42000', tenderedFen: null, note: '代付' }, { paper: '80mm', printNo: 2 }));
    for (const part of ['|补打|', '|补打第 1 次　2026-11-02。|', '|红冲|2026-11-02　陈经理　HC-2026-000012|收错房号|', '|微信|819.00|交易号|42000|', '|备注|代付|']) expect(text).toContain(part);
  });
});

describe('any receipt', () => {
  it('lets no text of the facts become markup, and has no script', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('a5' as const, '80mm' as const), (text, paper) => {
        const word = `<script x="1" y='2'>${text}</style>`;
        const html = print({
          officeName: word, officePhone: word, payer: word, label: word, cashier: word, note: word, receiptNo: word, receivedOn: word, time: word, transactionNo: word, method: 'card',
          reversal: { kind: 'void', no: word, on: word, by: word, reason: word }, invoiceNo: word, bonus: { name: word, days: 1, amountFen: 1 }, refunds: [{ no: word, on: word, amountFen: 1, reason: word }],
          lines: [line({ itemName: word, fund: word, from: word, to: word, areaDm2: null, note: word }), line({ label: word, basis: 'meter', quantityE4: 1, unit: word }), line({ basis: 'late', note: word })],
        }, { paper });
        expect(html).not.toMatch(/<script|x="1"|y='2'/);
        expect(times(html, '</style>')).toBe(1);
        expect(html).toContain('&lt;script x=&quot;1&quot; y=&#39;2&#39;&gt;');
      }),
    );
  });

  it('has its only style under the nonce, and takes its fonts from the program', () => {
    const html = print();
    expect(times(html, '<style')).toBe(1);
    expect(html).toContain('<style nonce="__NONCE__">');
    expect(html).toContain('<link rel="stylesheet" href="app://mingbai/fonts.css">');
    expect(html).not.toMatch(/ style=|https?:/);
  });
});

describe('printReceiptFacts', () => {
  function fakePort() {
    const calls: { html: string; page: PaperSize; file: string | null }[] = [];
    const port: PrintPort = {
      toPdf: (html, page, file) => Promise.resolve(void calls.push({ html, page, file })).then(() => ({ bytes: 1 })),
      toBook: () => Promise.reject(new Error('a receipt is no book')),
      toPrinter: (html, page) => Promise.resolve(void calls.push({ html, page, file: null })),
      close: () => undefined,
    };
    return { port, calls };
  }
  const now = new Date('2026-11-01T16:30:00Z'); // half past midnight of the 2nd, local time

  it('saves or prints on the paper asked for, dated by the local day', async () => {
    const { port, calls } = fakePort();
    await expect(printReceiptFacts(port, facts({ prints: 2 }), { paper: 'a5', to: 'pdf', file: 'r.pdf', now })).resolves.toBe('r.pdf');
    await expect(printReceiptFacts(port, facts(), { paper: '80mm', to: 'printer', now })).resolves.toBeNull();
    expect(calls.map(({ page, file }) => ({ page, file }))).toEqual([
      { page: { widthMm: 210, heightMm: 148 }, file: 'r.pdf' }, { page: { widthMm: 80, heightMm: 'content' }, file: null },
    ]);
    expect(calls[0]?.html).toContain('补打第 1 次　2026-11-02');
    expect(calls[1]?.html).toContain('首印');
  });

  it('refuses a PDF without a file, and prints nothing', async () => {
    const { port, calls } = fakePort();
    const error: unknown = await printReceiptFacts(port, facts(), { paper: 'a5', to: 'pdf', now }).catch((reason: unknown) => reason);
    expect(isAppError(error) && refusalOf(error)).toMatchObject({ code: 'BAD_INPUT', details: { issues: [{ path: 'file', rule: 'required' }] } });
    expect(calls).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depositPage, returnPage, type DepositFacts, type ReturnFacts } from '../../electron/print/deposit-page.ts';

const facts = (change: Partial<DepositFacts> = {}): DepositFacts => ({
  receiptNo: 'YJ-2026-000001', officeName: '汇悦新天地物业服务中心', officePhone: '0854-0000855', receivedOn: '2026-11-05', time: '10:00', label: '3-2-501', kind: 'renovation', payer: '林晓溪', note: '装修三个月',
  method: 'transfer', transactionNo: 'ICBC-77', amountFen: 300_000, cashier: '沈若宁', returns: [], ...change,
});
const gone = (change: Partial<ReturnFacts> = {}): ReturnFacts => ({ returnNo: 'YT-2026-000001', on: '2027-02-10', returnedFen: 100_000, retainedFen: 0, method: 'cash', reason: '验收合格', payee: '林晓溪', by: '陈经理', ...change });
const textOf = (html: string) => html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '|').replace(/\|[|\s]*/g, '|');

describe('the receipt of a deposit', () => {
  it('carries everything a receipt must show, and says that the money is owed back', () => {
    const text = textOf(depositPage(facts(), '2026-11-05'));
    for (const part of [
      '|汇悦新天地物业服务中心|客服 0854-0000855|押金收据|', '|YJ-2026-000001|打印日期 2026-11-05|', '|日期|2026-11-05 10:00|缴款人|林晓溪|房号|3-2-501|', '|装修押金|押金|装修三个月|3,000.00|', '|现押|3,000.00|',
      '|大写|人民币叁仟元整|小写|¥3,000.00|', '|收款方式|转账|交易号|ICBC-77|收费员|沈若宁|缴款人签字|', '押金不是收入',
    ]) expect(text).toContain(part);
    expect(text).not.toContain('已结清');
  });

  it('shows what was returned and kept since, and is stamped when nothing is held', () => {
    const returns = [gone(), gone({ returnNo: 'YT-2026-000002', returnedFen: 150_000, retainedFen: 50_000, reason: '轿厢刮花' })];
    const part = textOf(depositPage(facts({ returns: returns.slice(0, 1) }), '2027-02-11'));
    expect(part).toContain('|退还|押金|2027-02-10　YT-2026-000001|−1,000.00|现押|2,000.00|');
    expect(part).not.toContain('已结清');
    expect(textOf(depositPage(facts({ returns }), '2027-02-11'))).toContain('|退还|押金|2027-02-10　YT-2026-000002|−1,500.00|扣留|押金|2027-02-10　轿厢刮花|−500.00|现押|0.00|已结清|');
  });
});

describe('the slip of a return', () => {
  const second = gone({ returnNo: 'YT-2026-000002', returnedFen: 150_000, retainedFen: 50_000, reason: '轿厢刮花' });

  it('goes from the deposit over what went before and what is kept to what is paid out', () => {
    const text = textOf(returnPage(facts({ returns: [gone(), second] }), second, '2027-02-10'));
    for (const part of [
      '|押金退还单|No. |YT-2026-000002|', '|收款人|林晓溪|', '|装修押金|押金|原收据 YJ-2026-000001　2026-11-05|3,000.00|此前退还|押金|−1,000.00|扣留|押金|轿厢刮花|−500.00|本次退还|1,500.00|', '|大写|人民币壹仟伍佰元整|小写|¥1,500.00|',
      '|退还方式|现金|经办人|陈经理|收款人签字|',
    ]) expect(text).toContain(part);
  });

  it('says what stays held, and why it was given back', () => {
    const text = textOf(returnPage(facts({ returns: [gone()] }), gone(), '2027-02-10'));
    expect(text).toContain('|本次退还|现押 2,000.00|1,000.00|');
    expect(text).toContain('|原因|验收合格|');
  });

  it('can pay out nothing', () => {
    const kept = gone({ returnedFen: 0, retainedFen: 300_000, reason: '逾期未拆' });
    expect(textOf(returnPage(facts({ returns: [kept] }), kept, '2027-02-10'))).toContain('|本次退还|0.00|大写|人民币零元整|');
  });
});

it('lets no text become markup, and has no script', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const word = `<script x="1" y='2'>${text}</style>`;
    const one = gone({ returnNo: word, on: word, reason: word, payee: word, by: word });
    const all = facts({ receiptNo: word, officeName: word, officePhone: word, receivedOn: word, time: word, label: word, payer: word, note: word, transactionNo: word, cashier: word, returns: [one] });
    for (const html of [depositPage(all, '2026-11-05'), returnPage(all, one, '2026-11-05')]) {
      expect(html).not.toMatch(/<script|x="1"|y='2'/);
      expect(html.split('</style>')).toHaveLength(2);
    }
  }));
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fen } from '../../shared/domain/money.ts';
import { bonusOf, changeDraft, groupByHome, startDraft, sumDraft, usualPayer, type Draft, type DraftAction, type HomeDetails, type OpenBill } from '../../renderer/pages/payments/payment-form.ts';

const TODAY = '2026-10-31';

const bill = (billId: number, change: Partial<OpenBill> = {}): OpenBill => ({
  billId, homeId: 1, label: '3-2-501', item: 'property', itemName: '物业费', fund: 'property', from: '2026-08-01', to: '2026-09-01', basis: 'area', areaDm2: 10_840, rateE4: 15_000, quantityE4: null, unit: '', months: 1, note: '',
  amountFen: fen(16_260), waivedFen: fen(0), paidFen: fen(0), openFen: fen(16_260), dueOn: '2026-08-25', lateFen: fen(0), lateDays: 0, pendingWaiverFen: fen(0), ...change,
});
const late = (billId: number, lateFen: number, change: Partial<OpenBill> = {}) => bill(billId, { lateFen: fen(lateFen), lateDays: 67, ...change });
const person = (personId: number, change: Partial<HomeDetails['people'][number]> = {}): HomeDetails['people'][number] => ({ personId, role: 'owner', name: '林晓溪', maskedPhone: '', from: '', to: null, pays: false, ...change });
const home = (people = [person(7)]): HomeDetails => ({
  homeId: 1, label: '3-2-501', areaDm2: 10_840, status: 'occupied', homeType: 'residence', mergedInto: null, ownerName: '林晓溪', openFen: fen(0), prepaidFen: fen(0), building: '3', unit: '2', room: '501', floor: '5', handoverOn: null, note: '',
  rateE4: 15_000, monthlyFeeFen: 16_260, prepaidFrom: '2026-11', people, mergedOn: null, formerDebts: [], lastPayment: null, isCompany: false,
});
const begin = (bills: OpenBill[], chooseNone = false) => startDraft(bills, home(), { today: TODAY, chooseNone });
const after = (draft: Draft, ...actions: DraftAction[]) => actions.reduce(changeDraft, draft);
const NO_OFFER = { monthlyFeeFen: 16_260, promotion: null };
const sums = (draft: Draft, bills: OpenBill[]) => sumDraft(draft, bills, NO_OFFER);

describe('a fresh form', () => {
  it('chooses what is due with its late fees, else everything, and nothing after a payment', () => {
    const [old, next] = [late(1, 545), bill(2, { dueOn: '2026-11-25' })];
    expect(begin([old, next])).toMatchObject({ lines: { 1: '162.60' }, late: { 1: '5.45' } });
    expect(begin([next]).lines).toEqual({ 2: '162.60' });
    expect(begin([old], true)).toMatchObject({ lines: {}, late: {} });
  });

  it('takes the tenant who pays for the payer, else the first owner, else anyone', () => {
    expect(usualPayer([person(7), person(8, { role: 'tenant' })])).toBe(7);
    expect(usualPayer([person(7), person(8, { role: 'tenant', pays: true })])).toBe(8);
    expect(usualPayer([])).toBe('other');
  });
});

describe('late fees', () => {
  const bills = [late(1, 545), late(2, 300), bill(3)];

  it('are part of the total and of the fund property, whatever fund their bill is in', () => {
    const common = [late(1, 545, { fund: 'common' })];
    expect(sums(begin(common), common)).toMatchObject({ billsFen: 16_260, lateFen: 545, lateLeftFen: 0, totalFen: 16_805, byFund: [{ fund: 'common', amountFen: 16_260 }, { fund: 'property', amountFen: 545 }] });
  });

  it('that are left out stay, and come with no bill that is not paid', () => {
    const left = after(begin(bills), { do: 'toggleLate', bill: late(1, 545) });
    expect(sums(left, bills)).toMatchObject({ lateFen: 300, lateLeftFen: 545 });
    const off = after(left, { do: 'toggle', bill: late(2, 300) });
    expect(off.late).toEqual({});
    expect(sums(off, bills)).toMatchObject({ lateFen: 0, lateLeftFen: 545 });
  });

  it('bring their bill when they are chosen first', () => {
    const none = after(begin(bills, true), { do: 'toggleLate', bill: late(1, 545) });
    expect(none).toMatchObject({ lines: { 1: '162.60' }, late: { 1: '5.45' } });
    expect(after(begin(bills, true), { do: 'setLate', bill: late(2, 300), text: '1' })).toMatchObject({ lines: { 2: '162.60' }, late: { 2: '1' } });
  });

  it('are left and taken all at once, also for bills chosen from then on', () => {
    const left = after(begin(bills), { do: 'toggleAllLate', bills });
    expect(left).toMatchObject({ late: {}, takeLate: false });
    const again = after(left, { do: 'toggle', bill: late(1, 545) }, { do: 'toggle', bill: late(1, 545) });
    expect(again.late).toEqual({});
    expect(after(left, { do: 'toggleAllLate', bills })).toMatchObject({ late: { 1: '5.45', 2: '3.00' }, takeLate: true });
    expect(after(begin([bill(3)]), { do: 'toggleAllLate', bills: [bill(3)] }).takeLate).toBe(true);
  });

  it('are named when unreadable or more than is owed', () => {
    const typed = after(begin(bills), { do: 'setLate', bill: late(1, 545), text: '5.46' }, { do: 'setLate', bill: late(2, 300), text: 'x' });
    expect(sums(typed, bills).lateProblems).toEqual({ 1: 'tooMuch', 2: 'unreadable' });
    expect(after(typed, { do: 'setLate', bill: late(1, 545), text: '' }).late).toEqual({ 2: 'x' });
  });
});

describe('a typed total', () => {
  it('pays bills oldest first, then their late fees, then ahead', () => {
    const bills = [late(1, 545), late(2, 300)];
    const type = (text: string) => after(begin(bills), { do: 'setTotal', text, bills });
    expect(type('100')).toMatchObject({ lines: { 1: '100.00' }, late: {}, prepayFen: 0 });
    expect(type('330')).toMatchObject({ lines: { 1: '162.60', 2: '162.60' }, late: { 1: '4.80' }, prepayFen: 0 });
    expect(type('500')).toMatchObject({ late: { 1: '5.45', 2: '3.00' }, prepayFen: 16_635 });
  });

  it('is always what the form adds up to', () => {
    const bills = fc.array(fc.record({ open: fc.integer({ min: 1, max: 50_000 }), late: fc.integer({ min: 0, max: 900 }) }), { maxLength: 12 }).map((list) => list.map(({ open, late: fee }, index) => late(index + 1, fee, { openFen: fen(open) })));
    fc.assert(fc.property(bills, fc.integer({ min: 0, max: 900_000 }), fc.boolean(), (list, amountFen, takeLate) => {
      const text = `${String(Math.floor(amountFen / 100))}.${String(amountFen % 100).padStart(2, '0')}`;
      const typed = after({ ...begin(list), takeLate }, { do: 'setTotal', text, bills: list });
      const sum = sums(typed, list);
      expect(sum.totalFen).toBe(amountFen);
      expect(sum.byFund.reduce((total, part) => total + part.amountFen, 0)).toBe(amountFen);
      expect({ ...sum.problems, ...sum.lateProblems }).toEqual({});
      if (!takeLate) expect(sum.lateFen).toBe(0);
    }));
  });
});

describe('bills that are read again', () => {
  const before = [late(1, 545), bill(2), bill(3)];

  it('keep what was typed, follow what was whole, and lose what is gone', () => {
    const typed = after(begin(before), { do: 'setLine', bill: bill(2), text: '50' });
    const bills = [late(1, 400, { openFen: fen(10_000) }), bill(2, { openFen: fen(12_000) })];
    const now = after(typed, { do: 'refresh', before, bills, chooseBy: TODAY });
    expect(now).toMatchObject({ lines: { 1: '100.00', 2: '50' }, late: { 1: '4.00' } });
    expect(now.lines[3]).toBeUndefined();
    expect(after(typed, { do: 'refresh', before, bills: [bill(1)], chooseBy: TODAY }).late).toEqual({});
  });

  it('that are new are chosen when due, unless a payment was just made', () => {
    const bills = [...before, late(9, 100, { homeId: 2, label: '5-1-1203' }), bill(10, { dueOn: '2026-11-25' })];
    const chosen = after(begin(before), { do: 'refresh', before, bills, chooseBy: TODAY });
    expect(chosen).toMatchObject({ lines: { 9: '162.60' }, late: { 9: '1.00' } });
    expect(chosen.lines[10]).toBeUndefined();
    expect(after(begin(before, true), { do: 'refresh', before, bills, chooseBy: undefined }).lines).toEqual({});
  });

  it('stand by home, in the order given', () => {
    const groups = groupByHome([bill(1), bill(9, { homeId: 2, label: '5-1-1203' }), bill(2)]);
    expect(groups.map(({ label, bills }) => [label, bills.map(({ billId }) => billId)])).toEqual([['3-2-501', [1, 2]], ['5-1-1203', [9]]]);
  });
});

describe('lines', () => {
  it('are all chosen and all left', () => {
    const bills = [bill(1), bill(2, { dueOn: '2026-11-25' })];
    const all = after(begin(bills), { do: 'toggleAll', bills });
    expect(all.lines).toEqual({ 1: '162.60', 2: '162.60' });
    expect(after(all, { do: 'toggleAll', bills }).lines).toEqual({});
  });

  it.each([['162.61', 'tooMuch'], ['0', 'negative'], ['-1', 'negative'], ['一百', 'unreadable']])('of %s are %s', (text, problem) => {
    const bills = [bill(1)];
    expect(sums(after(begin(bills), { do: 'setLine', bill: bill(1), text }), bills).problems).toEqual({ 1: problem });
  });
});

describe('bonusOf', () => {
  const promotion = { name: '年缴', months: 12, bonusDays: 30, bonusFen: 16_037 };

  it.each([[195_120, 16_037], [195_119, 0], [400_000, 16_037], [0, 0]])('%i ahead earns %i', (prepayFen, bonusFen) => {
    expect(bonusOf(prepayFen, { monthlyFeeFen: 16_260, promotion })).toBe(bonusFen);
  });

  it('is nothing without a promotion or a fee', () => {
    expect(bonusOf(195_120, NO_OFFER)).toBe(0);
    expect(bonusOf(195_120, { monthlyFeeFen: 0, promotion })).toBe(0);
  });
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperSize, PrintPort } from '../../electron/print/port-type.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import type { RefusalCode } from '../../shared/errors.ts';
import { givenBill, givenHome, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let home: GivenHome;
beforeEach(async () => {
  office = await openOffice();
  home = await givenHome(office);
});
afterEach(() => office.close());

type Take = CallInput<'deposits.take'>;
const deposit = (change: Partial<Take> = {}): Take => ({ depositId: randomUUID(), homeId: home.homeId, amountFen: 200_000, receivedOn: '2026-11-05', method: 'cash', ...change });
const verified = { ok: true, problems: [] };

/** Every account that is not at zero, by fund. */
async function accounts(): Promise<string[]> {
  const { accounts: list } = await office.get('ledger.trialBalance', {});
  return list.filter(({ balanceFen }) => balanceFen !== 0).map(({ fund, account, balanceFen }) => `${fund} ${account} ${String(balanceFen)}`);
}

describe('deposits.take', () => {
  it('owes the money back, in the fund of deposits, under a receipt of its own series', async () => {
    const input = deposit({ payer: '装修公司', note: '三个月' });
    const taken = { receiptNo: 'YJ-2026-000001', heldFen: 200_000 };
    expect(await office.get('deposits.take', input, { as: 'cashier' })).toEqual(taken);
    expect(await office.get('deposits.take', input, { as: 'cashier' })).toEqual(taken);
    expect(await accounts()).toEqual(['deposit 1001 200000', 'deposit 2241.01 -200000']);
    expect(await office.get('deposits.list', {})).toMatchObject({ total: 1, heldFen: 200_000, items: [{ ...input, kind: 'renovation', label: '3-2-501', cashier: '刘晓燕', returnedFen: 0, retainedFen: 0, heldFen: 200_000, returns: [] }] });
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 1, totalFen: 200_000, byMethod: [{ method: 'cash', amountFen: 200_000 }] });
    expect(await office.get('payments.list', {})).toMatchObject({ total: 0 });
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ prepaidFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it.each([
    ['a home that is not there', { homeId: 99 }, 'NO_SUCH_HOME', { homeId: 99 }], ['a day to come', { receivedOn: '2026-11-06' }, 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' }],
    ['a day before the books', { receivedOn: '2025-12-31' }, 'DATE_BEFORE_OPENING', { date: '2025-12-31', opensOn: '2026-01-01' }], ['a transfer without its number', { method: 'transfer' }, 'TRANSACTION_NO_MISSING', { method: 'transfer' }],
    ['the number of another deposit', { method: 'wechat', transactionNo: 'T-1' }, 'TRANSACTION_NO_USED', { transactionNo: 'T-1', receiptNo: 'YJ-2026-000001' }],
    ['the number of a payment', { method: 'wechat', transactionNo: 'T-2' }, 'TRANSACTION_NO_USED', { transactionNo: 'T-2', receiptNo: 'SJ-2026-000001' }],
    ['nothing', { amountFen: 0 }, 'BAD_INPUT', undefined], ['an id that is no uuid', { depositId: '1' }, 'BAD_INPUT', undefined],
  ] as [string, Partial<Take>, RefusalCode, never][])('is refused for %s', async (_, change, code, details) => {
    await office.get('deposits.take', deposit({ method: 'transfer', transactionNo: 'T-1' }));
    const other = await givenBill(office, { amountFen: 500, room: '601' });
    await office.get('payments.register', pay(other.home, other.bill, 500, { method: 'wechat', transactionNo: 'T-2' }));
    await expectRefused(office, () => office.call('deposits.take', deposit(change)), code, details);
  });

  it('is refused for the same id with another home or amount, and to who may not take money', async () => {
    const input = deposit();
    await office.get('deposits.take', input);
    await expectRefused(office, () => office.call('deposits.take', { ...input, amountFen: 1 }), 'PAYMENT_ID_REUSED', { paymentId: input.depositId });
    await expectRefused(office, () => office.call('deposits.take', deposit(), { as: 'office' }), 'ROLE_NOT_ALLOWED');
  });

  it('keeps its transaction number from payments, until it was given back whole', async () => {
    const { home: other, bill } = await givenBill(office, { amountFen: 500, room: '601' });
    const input = deposit({ method: 'transfer', transactionNo: 'T-1' });
    await office.get('deposits.take', input);
    const payment = pay(other, bill, 500, { method: 'transfer', transactionNo: 'T-1' });
    await expectRefused(office, () => office.call('payments.register', payment), 'TRANSACTION_NO_USED', { transactionNo: 'T-1', receiptNo: 'YJ-2026-000001' });
    await office.get('deposits.return', { depositId: input.depositId, reason: '录错' });
    expect(await office.get('payments.register', payment)).toMatchObject({ receiptNo: 'SJ-2026-000001' });
  });
});

describe('deposits.return', () => {
  it('gives all back by the way it came', async () => {
    const input = deposit({ method: 'alipay' });
    await office.get('deposits.take', input);
    expect(await office.get('deposits.return', { depositId: input.depositId, reason: '验收合格' })).toEqual({ returnNo: 'YT-2026-000001', returnedFen: 200_000, retainedFen: 0, heldFen: 0 });
    expect(await accounts()).toEqual([]);
    expect(await office.get('deposits.list', { heldOnly: true })).toMatchObject({ total: 0, heldFen: 0, items: [] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('keeps a part with its reason: it leaves the fund of deposits and is income of the property office', async () => {
    const input = deposit({ method: 'wechat' });
    await office.get('deposits.take', input);
    expect(await office.get('deposits.return', { depositId: input.depositId, retainedFen: 30_000, method: 'transfer', payee: '王秀兰', reason: '电梯轿厢刮花，扣修复费' })).toEqual({ returnNo: 'YT-2026-000001', returnedFen: 170_000, retainedFen: 30_000, heldFen: 0 });
    expect(await accounts()).toEqual(['deposit 1002.01 -170000', 'deposit 1012.01 170000', 'property 1012.01 30000', 'property 5051 -30000']);
    expect(await office.get('deposits.list', {})).toMatchObject({ items: [{ heldFen: 0, returnedFen: 170_000, retainedFen: 30_000, returns: [{ returnNo: 'YT-2026-000001', on: '2026-11-05', payee: '王秀兰', by: '陈经理', reason: '电梯轿厢刮花，扣修复费' }] }] });
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ totalFen: 30_000, byMethod: [{ method: 'transfer', amountFen: -170_000 }, { method: 'wechat', amountFen: 200_000 }] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('in parts never gives or keeps more than came, and ends with what is held at nothing', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ returnedFen: fc.nat({ max: 90_000 }), retainedFen: fc.nat({ max: 60_000 }) }), { minLength: 1, maxLength: 5 }), async (parts) => {
      const input = deposit();
      await office.get('deposits.take', input);
      let heldFen = 200_000;
      for (const part of parts) {
        const leavesFen = part.returnedFen + part.retainedFen;
        const reply = await office.call('deposits.return', { depositId: input.depositId, ...part, reason: '退' });
        if (leavesFen === 0 || leavesFen > heldFen) expect(reply).toEqual({ ok: false, code: 'RETURN_EXCEEDS_DEPOSIT', details: { heldFen } });
        else expect(reply).toMatchObject({ ok: true, value: { heldFen: (heldFen -= leavesFen) } });
      }
      if (heldFen > 0) expect(await office.get('deposits.return', { depositId: input.depositId, reason: '退' })).toMatchObject({ returnedFen: heldFen, heldFen: 0 });
      expect((await accounts()).filter((line) => line.startsWith('deposit'))).toEqual([]);
    }), { numRuns: 20 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is refused above what is held, for a deposit that is not there, without a reason, and to a cashier', async () => {
    const { depositId } = deposit();
    await office.get('deposits.take', deposit({ depositId }));
    const unknown = randomUUID();
    await expectRefused(office, () => office.call('deposits.return', { depositId, returnedFen: 200_000, retainedFen: 1, reason: '退' }), 'RETURN_EXCEEDS_DEPOSIT', { heldFen: 200_000 });
    await expectRefused(office, () => office.call('deposits.return', { depositId, retainedFen: 200_001, reason: '退' }), 'RETURN_EXCEEDS_DEPOSIT', { heldFen: 200_000 });
    await expectRefused(office, () => office.call('deposits.return', { depositId, returnedFen: 0, reason: '退' }), 'RETURN_EXCEEDS_DEPOSIT', { heldFen: 200_000 });
    await expectRefused(office, () => office.call('deposits.return', { depositId: unknown, reason: '退' }), 'NO_SUCH_DEPOSIT', { depositId: unknown });
    await expectRefused(office, () => office.call('deposits.return', { depositId, reason: ' ' }), 'BAD_INPUT');
    await expectRefused(office, () => office.call('deposits.return', { depositId, reason: '退' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
    await office.get('deposits.return', { depositId, reason: '退' });
    await expectRefused(office, () => office.call('deposits.return', { depositId, reason: '退' }), 'RETURN_EXCEEDS_DEPOSIT', { heldFen: 0 });
  });
});

describe('deposits.list', () => {
  it('is newest first, paged without gap or repeat, searched and summed', async () => {
    const other = await givenHome(office, { room: '777', owner: '李强' });
    for (const homeId of [home.homeId, other.homeId, home.homeId]) await office.get('deposits.take', deposit({ homeId }));
    const page = await office.get('deposits.list', { limit: 2 });
    expect(page).toMatchObject({ total: 3, heldFen: 600_000, items: [{ receiptNo: 'YJ-2026-000003' }, { receiptNo: 'YJ-2026-000002' }] });
    expect(await office.get('deposits.list', { limit: 2, after: page.next })).toMatchObject({ items: [{ receiptNo: 'YJ-2026-000001' }] });
    expect(await office.get('deposits.list', { homeId: home.homeId })).toMatchObject({ total: 2, heldFen: 400_000 });
    for (const search of ['3-2-777', 'YJ-2026-000002', '李强']) expect(await office.get('deposits.list', { search })).toMatchObject({ total: 1, items: [{ label: '3-2-777', payer: '李强' }] });
  });
});

describe('deposits.print', () => {
  it('puts the receipt and the slip of a return on A5', async () => {
    const printed: { html: string; page: PaperSize; file: string | null }[] = [];
    const print: PrintPort = {
      toPdf: (html, page, file) => Promise.resolve(void printed.push({ html, page, file })).then(() => ({ bytes: 1 })),
      toBook: () => Promise.reject(new Error('a receipt is no book')),
      toPrinter: (html, page) => Promise.resolve(void printed.push({ html, page, file: null })),
      close: () => undefined,
    };
    const other = await openOffice({ ports: { print } });
    try {
      const { homeId } = await givenHome(other);
      const input = deposit({ homeId });
      await other.get('deposits.take', input);
      const { returnNo } = await other.get('deposits.return', { depositId: input.depositId, retainedFen: 30_000, reason: '轿厢刮花' });
      expect(await other.get('deposits.print', { depositId: input.depositId, to: 'pdf', file: 'd.pdf' }, { as: 'cashier' })).toEqual({ file: 'd.pdf' });
      expect(await other.get('deposits.print', { depositId: input.depositId, returnNo, to: 'printer' })).toEqual({ file: null });
      expect(printed.map(({ page, file }) => [page, file])).toEqual([[{ widthMm: 210, heightMm: 148 }, 'd.pdf'], [{ widthMm: 210, heightMm: 148 }, null]]);
      expect(printed[0]?.html).toContain('人民币贰仟元整');
      expect(printed[1]?.html).toContain('人民币壹仟柒佰元整');
      await expectRefused(other, () => other.call('deposits.print', { depositId: input.depositId, returnNo: 'YT-2026-000009', to: 'printer' }), 'NO_SUCH_DEPOSIT', { depositId: input.depositId });
      await expectRefused(other, () => other.call('deposits.print', { depositId: input.depositId, to: 'pdf' }), 'BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] });
    } finally {
      await other.close();
    }
  });

  it('needs a window, and a deposit that is there', async () => {
    const input = deposit();
    await expectRefused(office, () => office.call('deposits.print', { depositId: input.depositId, to: 'printer' }), 'NO_SUCH_DEPOSIT', { depositId: input.depositId });
    await office.get('deposits.take', input);
    await expectRefused(office, () => office.call('deposits.print', { depositId: input.depositId, to: 'printer' }), 'NEEDS_WINDOW', { endpoint: 'deposits.print' });
  });
});

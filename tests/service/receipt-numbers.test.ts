import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { takeNumber } from '../../db/queries/payments.ts';
import { givenBill, givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { openFolder, openOffice, paymentId, seedFolder, temporaryFolder, type TestCaller } from '../support/open-office.ts';

const offices: TestCaller[] = [];
afterEach(async () => { for (const office of offices.splice(0)) await office.close(); });

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `SJ-2026-${String(from + index).padStart(6, '0')}`);

const numbersOf = (series: string, count: number) => Array.from({ length: count }, (_, index) => `${series}-2026-${String(index + 1).padStart(6, '0')}`);

/** Registers one fen on a bill; every fifth call is one that must be refused. */
async function register(office: TestCaller, home: GivenHome, billId: number, turn: number): Promise<string | undefined> {
  const input = pay(home, { billId }, 1);
  const reply = await office.call('payments.register', turn % 5 === 4 ? { ...input, receivedOn: '2027-01-01' } : input);
  return reply.ok ? reply.value.receiptNo : undefined;
}

describe('receipt numbers', () => {
  it('have no gap when fifty payments come at once, ten of them refused', async () => {
    const office = await openOffice();
    offices.push(office);
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const taken = await Promise.all(Array.from({ length: 50 }, (_, turn) => register(office, home, bill.billId, turn)));
    expect(taken.filter((receiptNo) => receiptNo !== undefined).sort()).toEqual(numbers(1, 40));
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('have no gap when two programs register on the same books', async () => {
    const folder = temporaryFolder();
    await seedFolder(folder);
    const desks = [await openFolder(folder), await openFolder(folder)] as const;
    offices.push(...desks);
    const homes = await givenHomes(desks[0], [{ arrearsFen: 10_000 }, { arrearsFen: 10_000 }]);
    const bills = await Promise.all(homes.map((home) => openBills(desks[0], home)));
    const taken = await Promise.all(desks.flatMap((desk, at) => Array.from({ length: 25 }, (_, turn) => register(desk, homes[at] ?? { homeId: 0, label: '' }, bills[at]?.[0]?.billId ?? 0, turn))));
    expect(taken.filter((receiptNo) => receiptNo !== undefined).sort()).toEqual(numbers(1, 40));
    for (const desk of desks) {
      expect(await desk.get('ledger.verify', {})).toMatchObject({ ok: true });
      expect(await desk.get('payments.list', {})).toMatchObject({ total: 40, totalFen: 40 });
    }
  });

  it('have no gap in any series when two programs take, void, refund and return at once, half of it refused', async () => {
    const folder = temporaryFolder();
    await seedFolder(folder);
    const desks = [await openFolder(folder), await openFolder(folder)] as const;
    offices.push(...desks);
    const { home, bill } = await givenBill(desks[0], { amountFen: 10_000 });
    const payments = Array.from({ length: 24 }, () => pay(home, bill, 10));
    for (const input of payments) await desks[0].get('payments.register', input);
    const deposits = Array.from({ length: 6 }, () => ({ depositId: paymentId(), homeId: home.homeId, amountFen: 500, receivedOn: '2026-11-05', method: 'cash' as const }));
    // Both desks try each undoing; one of them comes too late, and the number it would have taken goes to the next.
    const undo = (desk: TestCaller, turn: number) => {
      const id = payments[turn]?.paymentId ?? '';
      if (turn % 3 === 0) return desk.call('payments.void', { paymentId: id, reason: '错' });
      return turn % 3 === 1 ? desk.call('payments.reverse', { paymentId: id, reason: '错' }) : desk.call('payments.refund', { paymentId: id, reason: '退' });
    };
    const giveBack = (desk: TestCaller, depositId: string) => desk.call('deposits.return', { depositId, reason: '退' });
    const replies = await Promise.all(desks.flatMap((desk) => [...payments.map((_, turn) => undo(desk, turn)), ...deposits.map((input) => desk.call('deposits.take', input))]));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(24 + 12);
    expect((await Promise.all(desks.flatMap((desk) => deposits.map(({ depositId }) => giveBack(desk, depositId))))).filter(({ ok }) => ok)).toHaveLength(6);
    const { items } = await desks[1].get('payments.list', {});
    const taken = (series: string) => items.map(({ reversalNo }) => reversalNo ?? '').filter((no) => no.startsWith(series)).sort();
    for (const series of ['ZF', 'HC', 'TK']) expect(taken(series)).toEqual(numbersOf(series, 8));
    const held = await desks[0].get('deposits.list', {});
    expect(held.items.map(({ receiptNo }) => receiptNo).sort()).toEqual(numbersOf('YJ', 6));
    expect(held.items.flatMap(({ returns }) => returns.map(({ returnNo }) => returnNo)).sort()).toEqual(numbersOf('YT', 6));
    expect(await desks[1].get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('have no gap after the program died in the middle of writing: the disk as it was then goes on where it stood', async () => {
    const [folder, dead] = [temporaryFolder(), temporaryFolder()];
    await seedFolder(folder);
    const office = await openFolder(folder);
    offices.push(office);
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    await office.get('payments.register', pay(home, bill, 100));
    const database = await openDatabase(join(folder, 'mingbai.sqlite'));
    await database.write(async (db) => {
      for (const series of ['SJ', 'ZF', 'HC', 'TK', 'YJ', 'YT']) await takeNumber(db, series, '2026-11-05');
      for (const name of readdirSync(folder).filter((file) => file.startsWith('mingbai.sqlite'))) copyFileSync(join(folder, name), join(dead, name));
      throw new Error('the power went');
    }).catch(() => undefined);
    await database.close();
    const next = await openFolder(dead);
    offices.push(next);
    expect(await next.get('ledger.verify', {})).toMatchObject({ ok: true });
    const input = pay(home, bill, 100);
    expect(await next.get('payments.register', input)).toMatchObject({ receiptNo: 'SJ-2026-000002' });
    expect(await next.get('payments.void', { paymentId: input.paymentId, reason: '错' })).toMatchObject({ voidNo: 'ZF-2026-000001' });
    expect(await next.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('never pay a bill twice when both desks take its last fen', async () => {
    const folder = temporaryFolder();
    await seedFolder(folder);
    const desks = [await openFolder(folder), await openFolder(folder)] as const;
    offices.push(...desks);
    const { home, bill } = await givenBill(desks[0], { amountFen: 10_000 });
    const replies = await Promise.all(desks.map((desk) => desk.call('payments.register', pay(home, bill, 10_000))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'PAYMENT_EXCEEDS_BALANCE', details: { billId: bill.billId, balanceFen: 0 } });
  });
});

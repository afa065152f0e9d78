import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { rows } from '../../db/sql.ts';
import type { Session } from '../../electron/context.ts';
import { payingPerMille } from '../../electron/services/estate/sample/plan-visits.ts';
import type { CallInput, Output } from '../../shared/contract/index.ts';
import { temporaryFile } from '../support/builders.ts';
import { allTables, expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

const INPUT = { homes: 60, years: 1, seed: 7, until: '2026-10', password: 'sample-7' };

type Sample = TestOffice & { made: Output<'estate.createSample'> };

async function openSample(change: Partial<CallInput<'estate.createSample'>> = {}): Promise<Sample> {
  const office = await openOffice({ estate: false });
  return { ...office, made: await office.get('estate.createSample', { ...INPUT, ...change }, { as: null }) };
}

/** A sample of one test, closed after it. */
async function givenSample(change: Partial<CallInput<'estate.createSample'>> = {}): Promise<Sample> {
  const sample = await openSample(change);
  onTestFinished(() => sample.close());
  return sample;
}

async function journalOf(office: TestOffice): Promise<{ text: string; entries: number; postings: number }> {
  const file = temporaryFile('journal');
  const counts = await office.get('ledger.exportHledger', { file });
  return { text: readFileSync(file, 'utf8'), ...counts };
}

describe('the sample estate', () => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await openSample();
    return () => sample.close();
  });

  it('answers what it made, as the books have it', async () => {
    const { postings } = await journalOf(sample);
    const { total } = await sample.get('payments.list', {});
    expect(sample.made).toMatchObject({ estateId: 1, homes: 60, postings, payments: total });
    expect(await rows(sample.raw, 'select count(*) as bills from bill')).toEqual([{ bills: sample.made.bills }]);
  });

  it('verifies, and its trial balance is zero', async () => {
    expect(await sample.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
    expect(await sample.get('ledger.trialBalance', {})).toMatchObject({ sumFen: 0 });
  });

  it('posts its entries in order of time', async () => {
    expect(await rows(sample.raw, 'select e.entry_id from entry e join entry f on f.entry_id = e.entry_id + 1 where f.posted_at < e.posted_at')).toEqual([]);
  });

  it('begins with the month that makes whole years, and names its office', async () => {
    expect(await sample.get('estate.getSettings', {})).toMatchObject({ name: '汇悦新天地', officeName: '汇悦新天地物业服务中心', phone: '0854-0000855', opensOn: '2025-11-01' });
  });

  it.each([['manager', 'manager'], ['沈若宁', 'cashier'], ['顾明远', 'office']])('lets %s sign in as %s', async (name, role) => {
    const session: Session = { user: null, locked: false };
    expect(await sample.get('users.signIn', { name, password: INPUT.password }, { as: session })).toMatchObject({ name, role });
  });

  it('raises the rate of its last building half-way', async () => {
    const { items } = await sample.get('fees.listRates', {});
    expect(items.map(({ from, rateE4 }) => `${from} ${rateE4}`)).toEqual(['2026-05-01 18000', '2025-11-01 15000', '2025-11-01 16000', '2025-11-01 18000']);
  });

  it('never uses a transaction number twice, and gives WeChat and Alipay 28 digits', async () => {
    const found = await rows<{ method: string; no: string }>(sample.raw, 'select method, transaction_no as no from payment where transaction_no is not null');
    expect(new Set(found.map(({ no }) => no)).size).toBe(found.length);
    for (const { method, no } of found) expect(no).toMatch(method === 'wechat' || method === 'alipay' ? /^\d{28}$/ : /^\d{12,18}$/);
  });

  it('refuses a folder that has an estate, and writes nothing', async () => {
    await expectRefused(sample, () => sample.call('estate.createSample', INPUT, { as: null }), 'FOLDER_NOT_EMPTY', {});
  });
});

describe('a folder with a sample', () => {
  it('can be billed on from where it ends', async () => {
    const sample = await givenSample();
    const { issued } = await sample.get('fees.issueBills', { month: '2026-11', commit: true });
    expect(issued).toBeGreaterThan(40);
    expect(await sample.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('is refused a password that is too short', async () => {
    const office = await openOffice({ estate: false });
    onTestFinished(() => office.close());
    await expectRefused(office, () => office.call('estate.createSample', { ...INPUT, password: '12345' }, { as: null }), 'PASSWORD_TOO_SHORT');
  });
});

describe('the same seed', () => {
  it('gives the same journal, to the byte, and another seed another', async () => {
    const [first, second, other] = [await givenSample(), await givenSample(), await givenSample({ seed: 8 })];
    const { text } = await journalOf(first);
    expect((await journalOf(second)).text).toBe(text);
    expect((await journalOf(other)).text).not.toBe(text);
  });

  it('gives the same rows of every table but the passwords and the audit', async () => {
    const [first, second] = [await givenSample({ homes: 20 }), await givenSample({ homes: 20 })];
    const same = async ({ raw }: TestOffice): Promise<Record<string, unknown>> => ({ ...(await allTables(raw)), user: null, audit: null, migration: null });
    expect(await same(first)).toEqual(await same(second));
  });
});

/** The share of a month's bills that were paid in full by the end of that month. */
async function paidWithin({ raw }: TestOffice, month: string): Promise<number> {
  const [found] = await rows<{ share: number }>(raw, `select avg(open = 0) as share from (
    select (select sum(amount_fen) from posting p where p.bill_id = b.bill_id and p.account = '1122' and substr(p.on_date, 1, 7) = b.month) as open from bill b join home h using (home_id) where b.month = ? and h.payer = 'home')`, [month]);
  return found?.share ?? 0;
}

describe('the sample\'s payers', () => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await openSample({ homes: 400 });
    return () => sample.close();
  });

  it('are planned to rise from 10% to 86%, never falling', () => {
    const plan = Array.from({ length: 36 }, (_, index) => payingPerMille(index, 36));
    expect([plan[0], plan[35]]).toEqual([100, 860]);
    expect(plan).toEqual(plan.toSorted((left, right) => left - right));
  });

  it.each([['2025-11', 0.1], ['2026-10', 0.86]])('pay the bills of %s within it: %f', async (month, share) => {
    expect(Math.abs((await paidWithin(sample, month)) - share)).toBeLessThan(0.03);
  });

  it('pay in part, ahead, and by every method', async () => {
    const [found] = await rows<{ ahead: number; part: number; methods: number }>(sample.raw, `select sum(prepaid_fen > 0) as ahead, count(distinct method) as methods,
      (select count(*) from payment_line l join bill b using (bill_id) where l.amount_fen < b.amount_fen) as part from payment`);
    expect(found?.ahead).toBeGreaterThan(10);
    expect(found?.part).toBeGreaterThan(10);
    expect(found?.methods).toBe(5);
  });

  it('make a few mistakes, each undone with a reason and registered again', async () => {
    const wrong = await rows<{ reason: string; again: number }>(sample.raw, `select r.reason, (select count(*) from payment a where a.home_id = p.home_id and a.registered_on = p.registered_on and a.payment_no > p.payment_no) as again
      from payment_reversal r join payment p using (payment_no) where r.reason in ('金额录错', '收款方式录错')`);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length).toBeLessThan(sample.made.payments / 50);
    expect(wrong.every(({ again }) => again === 1)).toBe(true);
  });
});

describe('giving up half-way', () => {
  it('writes nothing', async () => {
    const office = await openOffice({ estate: false });
    onTestFinished(() => office.close());
    const before = await allTables(office.raw);
    const giveUp = new AbortController();
    const onProgress = ({ done }: { done: number }): void => { if (done === 6) giveUp.abort(); };
    expect(await office.call('estate.createSample', INPUT, { as: null, signal: giveUp.signal, onProgress })).toEqual(refusal('CANCELLED', {}));
    expect(await allTables(office.raw)).toEqual(before);
  });
});

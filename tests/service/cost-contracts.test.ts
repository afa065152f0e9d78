import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listContractsOfPeriod } from '../../db/queries/cost-contracts.ts';
import { listCostTexts, listPostsOfPeriod } from '../../db/queries/cost-sheets.ts';
import { rows } from '../../db/sql.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { allocate, seemsPersonal, targetAccount, targetsOf, targetWord, type CostFund, type CostKind } from '../../shared/domain/cost-target.ts';
import { planInstalments } from '../../shared/domain/instalments.ts';
import { costOf, photoFile } from '../support/costs.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

type ContractInput = CallInput<'costs.addContract'>;
const contractOf = (more: Partial<ContractInput> = {}): ContractInput => ({
  formId: randomUUID(), code: 'GG-01', title: '电梯和道闸广告', counterparty: '黔南传媒', direction: 'income', fund: 'common', target: { source: 'advertising' }, from: '2026-01-01', to: '2027-01-01', place: '电梯轿厢 32 面、道闸 4 面', standard: '每季 6,000', totalFen: 2_400_000, every: 'quarter', ...more,
});
const instalments = async () => (await office.get('costs.listContracts', {})).items.flatMap((item) => item.instalments);
const settle = (instalmentId: number, more: Partial<CallInput<'costs.register'>> = {}) => costOf({ kind: 'income', fund: 'common', payee: '黔南传媒', what: '电梯广告', instalmentId, lines: [{ to: { source: 'advertising' }, amountFen: 600_000 }], ...more });

describe('contracts', () => {
  it('plan their instalments, which fall due and are settled by one voucher each', async () => {
    const input = contractOf({ attachments: [photoFile()] });
    expect(await office.get('costs.addContract', input, { as: 'office' })).toEqual({ contractId: 1, code: 'GG-01', instalments: 4 });
    expect(await office.get('costs.addContract', input)).toEqual({ contractId: 1, code: 'GG-01', instalments: 4 });
    expect((await instalments()).map(({ no, dueOn, amountFen, state }) => [no, dueOn, amountFen, state])).toEqual([[1, '2026-01-01', 600_000, 'overdue'], [2, '2026-04-01', 600_000, 'overdue'], [3, '2026-07-01', 600_000, 'overdue'], [4, '2026-10-01', 600_000, 'overdue']]);
    const [first] = await instalments();
    const made = await office.get('costs.register', settle(first?.instalmentId ?? 0));
    expect((await instalments())[0]).toMatchObject({ state: 'waiting', costNo: made.costNo });
    await expectRefused(office, () => office.call('costs.register', settle(first?.instalmentId ?? 0)), 'COST_INSTALMENT_PAID', { code: 'GG-01', no: 1, costNo: made.costNo });
    await office.get('costs.approve', { costId: made.costId });
    expect(await office.get('costs.listContracts', {})).toMatchObject({ items: [{ state: 'running', settledFen: 600_000, overdueFen: 1_800_000, nextDueOn: '2026-04-01', files: [{ mediaType: 'image/png' }] }], totals: { overdue: 3, overdueFen: 1_800_000, due: 0 } });
    await office.get('costs.reverse', { costId: made.costId, reason: '退回' });
    expect((await instalments())[0]).toMatchObject({ state: 'overdue', costNo: null });
    expect(await office.get('costs.register', settle(first?.instalmentId ?? 0))).toMatchObject({ state: 'waiting' });
  });

  it('refuse a voucher that is another thing than the instalment it names', async () => {
    await office.get('costs.addContract', contractOf());
    const [first] = await instalments();
    const [instalmentId, code] = [first?.instalmentId ?? 0, 'COST_INSTALMENT_DIFFERS'] as const;
    const same = { code: 'GG-01', no: 1, dueFen: 600_000 };
    await expectRefused(office, () => office.call('costs.register', settle(instalmentId, { lines: [{ to: { source: 'advertising' }, amountFen: 500_000 }] })), code, { ...same, what: 'amount', amountFen: 500_000 });
    await expectRefused(office, () => office.call('costs.register', settle(instalmentId, { lines: [{ to: { source: 'venue' }, amountFen: 600_000 }] })), code, { ...same, what: 'target', amountFen: 600_000 });
    await expectRefused(office, () => office.call('costs.register', settle(instalmentId, { kind: 'purchase', lines: [{ to: { source: 'advertising', column: 'tax' }, amountFen: 600_000 }] })), code, { ...same, what: 'direction', amountFen: 600_000 });
  });

  it('refuse terms, codes and instalments that do not fit, and write nothing', async () => {
    await office.get('costs.addContract', contractOf());
    const refuse = (more: Partial<ContractInput>, code: Parameters<typeof expectRefused>[2], details: object) => expectRefused(office, () => office.call('costs.addContract', contractOf({ code: 'GG-02', ...more })), code, details as never);
    await refuse({ code: 'GG-01' }, 'CONTRACT_CODE_TAKEN', { code: 'GG-01' });
    await refuse({ to: '2026-01-01' }, 'CONTRACT_TERM', { from: '2026-01-01', to: '2026-01-01' });
    await refuse({ fund: 'property' }, 'COST_FUND', { kind: 'income', fund: 'property' });
    await refuse({ target: { other: true } }, 'COST_TARGET', { line: 1, kind: 'income', fund: 'common' });
    await refuse({ every: undefined }, 'CONTRACT_SCHEDULE', { why: 'NEITHER' });
    await refuse({ instalments: [{ dueOn: '2026-01-01', amountFen: 2_400_000 }] }, 'CONTRACT_SCHEDULE', { why: 'BOTH' });
    await refuse({ every: undefined, instalments: [{ dueOn: '2026-02-01', amountFen: 1 }, { dueOn: '2026-01-01', amountFen: 2_399_999 }] }, 'CONTRACT_SCHEDULE', { why: 'ORDER' });
    await refuse({ totalFen: 3, every: 'month' }, 'CONTRACT_SCHEDULE', { why: 'TOO_MANY' });
    await refuse({ every: undefined, instalments: [{ dueOn: '2026-01-01', amountFen: 100 }] }, 'COST_INSTALMENTS_SUM', { totalFen: 2_400_000, sumFen: 100 });
  });

  it('tell the statement their place, term and what falls due, and no counterparty', async () => {
    await office.get('costs.addContract', contractOf());
    await office.get('costs.addContract', contractOf({ code: 'BJ-01', direction: 'cost', fund: 'property', target: { feeCost: 'cleaning' } }));
    const found = await listContractsOfPeriod(office.raw, '2026-07', '2026-12');
    expect(found).toEqual([{ source: 'advertising', code: 'GG-01', title: '电梯和道闸广告', place: '电梯轿厢 32 面、道闸 4 面', parties: 1, from: '2026-01-01', to: '2027-01-01', standard: '每季 6,000', billedFen: 1_200_000 }]);
    expect(await listContractsOfPeriod(office.raw, '2027-01', '2027-12')).toEqual([]);
  });

  it('tell the fee sheet pay by post and what costs were for', async () => {
    for (const [paidOn, headcount] of [['2026-09-10', 3], ['2026-10-10', 4]] as const) {
      const { costId } = await office.get('costs.register', costOf({ kind: 'payroll', what: '工资', paidOn, attachments: [photoFile()], lines: [{ post: '客服', headcount, amountFen: 100_001, shares: [{ to: { feeCost: 'staff' }, share: 1 }, { to: { feeCost: 'office' }, share: 1 }] }] }));
      await office.get('costs.approve', { costId });
    }
    await office.get('costs.register', costOf({ kind: 'payroll', lines: [{ post: '门卫', headcount: 1, amountFen: 100 }] }));
    expect(await listPostsOfPeriod(office.raw, '2026-09', '2026-10')).toEqual([{ post: '客服', headcount: 4, amountFen: 200_002 }]);
    expect(await listCostTexts(office.raw, 'property', '2026-10', '2026-10')).toEqual([{ account: '5401.01', what: '客服', amountFen: 50_001 }, { account: '5401.06', what: '客服', amountFen: 50_000 }]);
  });
});

describe('laws', () => {
  it('instalments sum to the total, begin with the term and stay in it', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 1e9 }), fc.constantFrom('month', 'quarter', 'half', 'year', 'once' as const), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 1500 }), (totalFen, every, start, length) => {
      const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10);
      const [from, to] = [day(start), day(start + length)];
      const list = planInstalments(totalFen, { from, to, every });
      expect(list.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen);
      expect(list[0]?.dueOn).toBe(from);
      expect(list.every(({ dueOn }, index) => dueOn < to && (index === 0 || dueOn > (list[index - 1]?.dueOn ?? '')))).toBe(true);
    }));
    expect(planInstalments(3, { from: '2026-01-31', to: '2026-04-30', every: 'month' }).map(({ dueOn }) => dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });

  it('parts of an amount sum to it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e12 }), fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 20 }), (amountFen, shares) => {
      const parts = allocate(amountFen, shares.map((share) => ({ to: { other: true }, share })));
      expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen);
      expect(parts.every((part) => part.amountFen > 0)).toBe(true);
    }));
  });

  it('vouchers that stand, summed by account, are the ledger, whatever was approved, rejected and reversed', async () => {
    const targeted = (['purchase/property', 'purchase/common', 'income/common'] as const).flatMap((pair) => { const [kind, fund] = pair.split('/') as [CostKind, CostFund]; return targetsOf(kind, fund).map((to) => ({ kind, fund, to })); });
    const step = fc.record({ what: fc.constantFrom(...targeted), amountFen: fc.integer({ min: 1, max: 50_000 }), fate: fc.constantFrom('wait', 'approve', 'reject', 'reverse' as const), day: fc.integer({ min: 1, max: 31 }), split: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const own = await openOffice();
      const expected = new Map<string, number>();
      const add = (account: string | undefined, fen: number) => expected.set(account ?? '', (expected.get(account ?? '') ?? 0) + fen);
      for (const { what: { kind, fund, to }, amountFen, fate, day, split } of steps) {
        const line = split ? { shares: [{ to, share: 2 }, { to, share: 1 }], amountFen } : { to, amountFen };
        const { costId } = await own.get('costs.register', costOf({ kind, fund, paidOn: `2026-10-${String(day).padStart(2, '0')}`, what: targetWord(to), lines: [line] }));
        if (fate === 'reject') await own.get('costs.reject', { costId, reason: '不对' });
        if (fate === 'approve' || fate === 'reverse') await own.get('costs.approve', { costId });
        if (fate === 'reverse') await own.get('costs.reverse', { costId, reason: '不对' });
        if (fate !== 'approve') continue;
        const sign = kind === 'income' ? -1 : 1;
        add(targetAccount(kind, fund, to), sign * amountFen);
        add(fund === 'property' ? '1002.01' : '1002.02', -sign * amountFen);
      }
      const { accounts } = await own.get('ledger.trialBalance', {});
      const held = accounts.filter(({ balanceFen }) => balanceFen !== 0).map(({ account, balanceFen }) => [account, balanceFen] as const);
      expect(new Map(held)).toEqual(new Map([...expected].filter(([, fen]) => fen !== 0)));
      expect(await rows(own.raw, 'select count(*) as n from cost_voucher')).toEqual([{ n: steps.length }]);
      expect((await own.get('ledger.verify', {})).problems).toEqual([]);
      await own.close();
    }), { numRuns: 12 });
  });

  it('words that name people are told from words that do not', () => {
    expect(['张先生垫付', '退 13885551234', '贵A12345 换锁', '3-2-501 漏水'].map(seemsPersonal)).toEqual([true, true, true, true]);
    expect(['车库照明电费', '10 月工资（保安 8 人）', 'GG-01 第 3 期', '电梯轿厢 32 面'].map(seemsPersonal)).toEqual([false, false, false, false]);
  });
});

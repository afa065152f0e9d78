import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLines, type BookEntry, type OpenLine } from '../../shared/domain/channel-match.ts';
import { checkSettlement, findSettledDays, regroupPostings, settlementPostings } from '../../shared/domain/channel-settle.ts';
import { channelNames, lineKinds, type ChannelName } from '../../shared/domain/channel-types.ts';
import { AppError } from '../../shared/errors.ts';
import { addDays } from '../../shared/domain/period.ts';

const line = (lineId: number, change: Partial<OpenLine> = {}): OpenLine => ({ lineId, kind: 'payment', on: '2026-10-03', transactionNo: `N${lineId}`, orderNo: '', amountFen: 15_000, via: null, failed: false, ...change });
const entry = (entryId: number, change: Partial<BookEntry> = {}): BookEntry => ({ entryId, on: '2026-10-03', amountFen: 15_000, number: '', originalId: null, undone: false, byCard: false, ...change });
const nothing = { paymentOf: new Map<string, number>(), refunded: new Set<string>() };
const match = (channel: ChannelName, lines: OpenLine[], entries: BookEntry[], known = nothing) => Object.fromEntries(matchLines(channel, lines, entries, known).map(({ lineId, entryIds, reason }) => [lineId, reason ?? entryIds]));

const FULL_1 = '4200000000202610030000000001';
const FULL_2 = '4200000000202610030000000002';

describe('matching', () => {
  it('goes by the channel’s number first, whatever the day', () => {
    expect(match('wechat', [line(1), line(2, { transactionNo: '', orderNo: 'M2' })], [entry(11, { number: 'M2', on: '2026-10-09' }), entry(12, { number: 'N1' })])).toEqual({ 1: [12], 2: [11] });
  });

  it('then by amount and day, when one line and one entry are left', () => {
    expect(match('wechat', [line(1), line(2, { on: '2026-10-04' })], [entry(11), entry(12)])).toEqual({ 1: 'AMBIGUOUS', 2: 'NOT_REGISTERED' });
    expect(match('wechat', [line(1)], [entry(11)])).toEqual({ 1: [11] });
    expect(match('wechat', [line(1), line(2)], [entry(11)])).toEqual({ 1: 'AMBIGUOUS', 2: 'AMBIGUOUS' });
    expect(match('wechat', [line(1)], [entry(11, { on: '2026-10-04' })])).toEqual({ 1: 'NOT_REGISTERED' });
  });

  it('never gives a payment with another full number of the channel to a line; a slip it does', () => {
    expect(match('wechat', [line(1, { transactionNo: FULL_1 })], [entry(11, { number: FULL_2 })])).toEqual({ 1: 'NOT_REGISTERED' });
    expect(match('wechat', [line(1, { transactionNo: FULL_1 })], [entry(11, { number: '000001' })])).toEqual({ 1: [11] });
    expect(match('bank', [line(1, { transactionNo: FULL_1 })], [entry(11, { number: FULL_2 })])).toEqual({ 1: [11] });
  });

  it('names another amount under the same number, and keeps that entry from others', () => {
    expect(match('wechat', [line(1), line(2, { amountFen: 14_000 })], [entry(11, { number: 'N1', amountFen: 14_000 })])).toEqual({ 1: 'AMOUNT_DIFFERS', 2: 'NOT_REGISTERED' });
  });

  it('leaves an undone payment whose money stayed, and takes both when the channel gave it back', () => {
    const undone = [entry(11, { number: 'N1', undone: true }), entry(12, { amountFen: -15_000, number: 'N1', originalId: 11 })];
    expect(match('wechat', [line(1)], undone)).toEqual({ 1: 'PAYMENT_UNDONE' });
    expect(match('wechat', [line(1), line(2, { kind: 'refund', transactionNo: 'N1', amountFen: -15_000, on: '2026-10-05' })], undone)).toEqual({ 1: [11], 2: [12] });
    expect(match('wechat', [line(1)], undone, { ...nothing, refunded: new Set(['N1']) })).toEqual({ 1: [11] });
  });

  it('prefers the living payment of a number that was registered again', () => {
    expect(match('wechat', [line(1)], [entry(11, { number: 'N1', undone: true }), entry(12, { amountFen: -15_000, number: 'N1', originalId: 11 }), entry(13, { number: 'N1' })])).toEqual({ 1: [13] });
  });

  it('finds a refund by the number of its payment, also of one that was matched without a number', () => {
    const refund = line(2, { kind: 'refund', transactionNo: 'N1', amountFen: -5_000, on: '2026-10-09' });
    expect(match('wechat', [line(1), refund], [entry(11), entry(12, { amountFen: -5_000, originalId: 11, on: '2026-10-08' })])).toEqual({ 1: [11], 2: [12] });
    expect(match('wechat', [refund], [entry(12, { amountFen: -5_000, originalId: 11, on: '2026-10-08' })], { ...nothing, paymentOf: new Map([['N1', 11]]) })).toEqual({ 2: [12] });
    expect(match('wechat', [refund], [])).toEqual({ 2: 'REFUND_UNKNOWN' });
    expect(match('wechat', [{ ...refund, amountFen: -4_000 }], [entry(12, { amountFen: -5_000, number: 'N1', originalId: 11 })])).toEqual({ 2: 'AMOUNT_DIFFERS' });
    expect(match('wechat', [{ ...refund, failed: true }], [entry(12, { amountFen: -5_000, number: 'N1', originalId: 11 })])).toEqual({ 2: 'REFUND_UNKNOWN' });
  });

  it('takes a card terminal’s transfer as the sum of one day', () => {
    const cards = [entry(11, { byCard: true, amountFen: 4_000 }), entry(12, { byCard: true, amountFen: 6_000 }), entry(13, { byCard: true, amountFen: 9_000, on: '2026-10-04' })];
    expect(match('bank', [line(1, { amountFen: 10_000, via: 'card', on: '2026-10-05' })], cards)).toEqual({ 1: [11, 12] });
    expect(match('bank', [line(1, { amountFen: 10_000, via: null, on: '2026-10-05' })], cards)).toEqual({ 1: 'NOT_REGISTERED' });
    expect(match('bank', [line(1, { amountFen: 10_000, via: 'card', on: '2026-10-09' })], cards)).toEqual({ 1: 'NOT_REGISTERED' });
  });

  it('leaves the bank’s transfers and charges to others, a channel’s own need nobody', () => {
    expect(match('bank', [line(1, { kind: 'transfer', via: 'wechat' }), line(2, { kind: 'fee', amountFen: -30 }), line(3, { kind: 'out', amountFen: -30 })], [])).toEqual({ 1: 'NOT_SETTLED', 2: 'BANK_FEE', 3: 'OUTGOING' });
    expect(match('alipay', [line(1, { kind: 'transfer', amountFen: -30 }), line(2, { kind: 'fee', amountFen: 0 }), line(3, { amountFen: 0 })], [])).toEqual({ 1: [], 2: [], 3: [] });
  });

  const days = ['2026-10-01', '2026-10-02', '2026-10-03'];
  const anyLine = fc.record({ kind: fc.constantFrom(...lineKinds), on: fc.constantFrom(...days), transactionNo: fc.constantFrom('', 'A', 'B', 'C', FULL_1, FULL_2), orderNo: fc.constantFrom('', 'A', 'M'), amountFen: fc.constantFrom(-200, -100, 0, 100, 200, 300), via: fc.constantFrom(null, 'card' as const, 'wechat' as const), failed: fc.boolean() });
  const anyEntry = fc.record({ on: fc.constantFrom(...days), amountFen: fc.constantFrom(-200, -100, 100, 200), number: fc.constantFrom('', 'A', 'B', 'M', FULL_1), originalId: fc.constantFrom(null, 1, 2), undone: fc.boolean(), byCard: fc.boolean() });

  it('gives every line one verdict, no entry twice, and never another amount, for any lines and entries', () => {
    fc.assert(fc.property(fc.constantFrom(...channelNames), fc.array(anyLine, { maxLength: 14 }), fc.array(anyEntry, { maxLength: 14 }), (channel, someLines, someEntries) => {
      const lines = someLines.map((one, index) => ({ ...one, lineId: index + 1 }));
      const entries = someEntries.map((one, index) => ({ ...one, entryId: index + 1 }));
      const verdicts = matchLines(channel, lines, entries, nothing);
      expect(verdicts.map(({ lineId }) => lineId)).toEqual(lines.map(({ lineId }) => lineId));
      const taken = verdicts.flatMap(({ entryIds }) => entryIds ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const { lineId, entryIds } of verdicts) {
        if (!entryIds || entryIds.length === 0) continue;
        expect(entries.filter(({ entryId }) => entryIds.includes(entryId)).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(lines[lineId - 1]?.amountFen);
      }
    }), { numRuns: 3_000 });
  });

  it('does not depend on the order of entries', () => {
    fc.assert(fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(anyEntry, { maxLength: 8 }), (someLines, someEntries) => {
      const lines = someLines.map((one, index) => ({ ...one, lineId: index + 1 }));
      const entries = someEntries.map((one, index) => ({ ...one, entryId: index + 1 }));
      const count = (list: BookEntry[]) => matchLines('wechat', lines, list, nothing).filter(({ entryIds }) => entryIds).length;
      // Which of two equal entries is taken may differ; how many lines find one does not, where all have numbers of their own.
      fc.pre(new Set(entries.map(({ number }) => number)).size === entries.length);
      expect(count([...entries].reverse())).toBe(count(entries));
    }), { numRuns: 500 });
  });
});

describe('settled days', () => {
  const of = (nets: number[], exceptions: number[] = []) => nets.map((netFen, index) => ({ on: addDays('2026-10-01', index), netFen, exceptions: exceptions[index] ?? 0 }));

  it('are the whole days before a transfer that sum to it, the latest and the fewest', () => {
    expect(findSettledDays(of([100, 200, 300]), 300, '2026-10-04')).toEqual({ from: '2026-10-03', through: '2026-10-03' });
    expect(findSettledDays(of([100, 200, 301]), 300, '2026-10-04')).toEqual({ from: '2026-10-01', through: '2026-10-02' });
    expect(findSettledDays(of([100, 200, 300]), 600, '2026-10-04')).toEqual({ from: '2026-10-01', through: '2026-10-03' });
    expect(findSettledDays(of([100, 200, 300]), 250, '2026-10-04')).toBeUndefined();
    expect(findSettledDays(of([100]), 100, '2026-10-01')).toEqual({ from: '2026-10-01', through: '2026-10-01' });
    expect(findSettledDays(of([100]), 100, '2026-12-01')).toBeUndefined();
  });

  it('never include a day with an exception', () => {
    expect(findSettledDays(of([100, 200, 300], [0, 1, 0]), 600, '2026-10-04')).toBeUndefined();
    expect(findSettledDays(of([100, 200, 300], [0, 1, 0]), 300, '2026-10-04')).toEqual({ from: '2026-10-03', through: '2026-10-03' });
    expect(() => checkSettlement(of([100, 200], [0, 1]), 300)).toThrow(new AppError('SETTLEMENT_HAS_EXCEPTIONS', { lines: 1 }));
    expect(() => checkSettlement(of([100, 200]), 301)).toThrow(new AppError('SETTLEMENT_DIFFERS', { expectedFen: 300 }));
    expect(() => checkSettlement(of([100, 200]), 300)).not.toThrow();
  });

  it('post each fund’s money to the bank, and the fee to property alone', () => {
    expect(settlementPostings('1012.01', [{ fund: 'property', amountFen: 10_000 }], 60)).toEqual([{ account: '1012.01', fund: 'property', amountFen: -10_000 }, { account: '1002.01', fund: 'property', amountFen: 9_940 }, { account: '5603', fund: 'property', amountFen: 60 }]);
    expect(settlementPostings('1012.01', [{ fund: 'agency', amountFen: 10_000 }], 60)).toEqual([{ account: '1012.01', fund: 'agency', amountFen: -10_000 }, { account: '1002.01', fund: 'agency', amountFen: 10_000 }, { account: '1002.01', fund: 'property', amountFen: -60 }, { account: '5603', fund: 'property', amountFen: 60 }]);
  });

  const fundSums = fc.uniqueArray(fc.record({ fund: fc.constantFrom('property', 'common', 'agency', 'deposit'), amountFen: fc.integer({ min: -1_000_000, max: 1_000_000 }) }), { selector: ({ fund }) => fund });
  const sumOf = (postings: readonly { account: string; fund: string; amountFen: number }[], account?: string, fund?: string) => postings.filter((one) => (account ?? one.account) === one.account && (fund ?? one.fund) === one.fund).reduce((sum, { amountFen }) => sum + amountFen, 0);

  it('balance in each fund, bring the net to the bank, and cost no fund but property, for any sums', () => {
    fc.assert(fc.property(fundSums, fc.integer({ min: -500, max: 5_000 }), (sums, feeFen) => {
      const postings = settlementPostings('1012.02', sums, feeFen);
      const grossFen = sums.reduce((sum, { amountFen }) => sum + amountFen, 0);
      for (const fund of ['property', 'common', 'agency', 'deposit']) expect(sumOf(postings, undefined, fund)).toBe(0);
      expect(sumOf(postings, '1002.01')).toBe(grossFen - feeFen);
      expect(sumOf(postings, '1012.02')).toBe(0 - grossFen);
      expect(postings.every(({ account, fund, amountFen }) => amountFen !== 0 && (account !== '5603' || fund === 'property'))).toBe(true);
    }));
  });

  it('move between funds what turned out to be of another, and nothing over all', () => {
    expect(regroupPostings('1012.01', [{ fund: 'property', amountFen: 100 }], [{ fund: 'property', amountFen: 70 }, { fund: 'agency', amountFen: 30 }])).toEqual([
      { account: '1012.01', fund: 'property', amountFen: 30 }, { account: '1002.01', fund: 'property', amountFen: -30 }, { account: '1012.01', fund: 'agency', amountFen: -30 }, { account: '1002.01', fund: 'agency', amountFen: 30 },
    ]);
    fc.assert(fc.property(fundSums, fundSums, (before, after) => {
      const postings = regroupPostings('1012.01', before, after);
      for (const fund of ['property', 'common', 'agency', 'deposit']) expect(sumOf(postings, undefined, fund)).toBe(0);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFor, draftOf, inputOf, problemsOf, type ItemDraft } from '../../renderer/pages/fees/items/item-draft.ts';
import { mainVersion, versionOn, type FeeItem, type FeeVersion } from '../../renderer/pages/fees/items/version-words.ts';
import { parseRate } from '../../renderer/pages/fees/parse-rate.ts';
import { contract } from '../../shared/contract/index.ts';

const TODAY = '2026-11-05';
const version = (change: Partial<FeeVersion>): FeeVersion => ({ version: 1, from: '2026-01-01', to: null, basis: 'home', rateE4: 80_000, rates: [], cycle: 'month', firstPeriod: null, split: null, splitItem: null, unit: '', vacancy: false, lateFee: false, ...change });
const item = (code: string, versions: FeeVersion[]): FeeItem => ({ feeItemId: 7, code, name: code, fund: 'agency', account: '2241.02', fixed: false, versions });
const filled = (change: Partial<ItemDraft>): ItemDraft => ({ ...draftOf(undefined, TODAY), name: '水费', code: 'water', rate: '3.20', ...change });
const { rates: _none, ...NO_PROBLEM } = problemsOf(filled({}), false);

describe('the form of a fee item', () => {
  it('says what is wrong before it asks', () => {
    expect(NO_PROBLEM).toEqual({});
    expect(problemsOf(filled({ name: ' ', code: 'Wasser', rate: '1.23456', from: undefined }), false)).toEqual({ name: 'needName', code: 'badCode', rate: 'needRate', from: 'needFrom', rates: [] });
    expect(problemsOf(filled({ to: '2026-12-01' }), false).to).toBe('toBeforeFrom');
    expect(problemsOf(filled({ rates: [{ scope: 'building', key: '', rate: '1' }, { scope: 'home', key: '3-2-501', rate: '0' }, { scope: 'type', key: 'shop', rate: '2.5' }] }), false).rates).toEqual(['needKey', 'needRate', undefined]);
    expect(problemsOf(filled({ basis: 'pool', split: 'quantity', rate: '' }), false)).toEqual({ splitItem: 'needSplitItem', rates: [] });
  });

  it('needs no rate where there are others: of the homes, of parts, or typed each time', () => {
    expect(problemsOf(filled({ rate: '' }), false).rate).toBe('needRate');
    for (const change of [{ basis: 'once' as const }, { rates: [{ scope: 'building' as const, key: '3', rate: '2' }] }]) expect(problemsOf(filled({ rate: '', ...change }), false).rate).toBeUndefined();
    expect(problemsOf(filled({ rate: '', basis: 'area' }), true).rate).toBeUndefined();
  });

  it('asks for what its basis knows and for nothing else, and always for what the contract takes', () => {
    const all = { unit: '吨', firstPeriod: 'half', split: 'quantity', splitItem: 'water', cycle: 'quarter', rates: [{ scope: 'building', key: '3', rate: '2' }] } as const satisfies Partial<ItemDraft>;
    const keys = (basis: ItemDraft['basis']) => Object.keys(inputOf(filled({ ...all, rates: [...all.rates], basis }))).filter((key) => !['code', 'name', 'fund', 'from', 'basis', 'unit', 'vacancy', 'lateFee'].includes(key)).sort();
    expect(keys('area')).toEqual(['cycle', 'firstPeriod', 'rateE4', 'rates']);
    expect(keys('meter')).toEqual(['cycle', 'rateE4', 'rates']);
    expect(keys('pool')).toEqual(['cycle', 'split', 'splitItem']);
    expect(keys('once')).toEqual(['rateE4']);
    fc.assert(fc.property(fc.constantFrom('area', 'home', 'meter', 'pool', 'once' as const), fc.constantFrom('', 'days', 'half', 'full' as const), fc.integer({ min: 1, max: 9_999_999 }), (basis, firstPeriod, rateE4) => {
      const text = `${String((rateE4 - (rateE4 % 10_000)) / 10_000)}.${String(rateE4 % 10_000).padStart(4, '0')}`;
      expect(parseRate(text)).toBe(rateE4);
      const input = inputOf(filled({ ...all, rates: [...all.rates], basis, firstPeriod, rate: text }));
      expect(contract['fees.defineItem'].input.safeParse(input).success).toBe(true);
      if (basis !== 'pool') expect(input.rateE4).toBe(rateE4);
    }));
  });

  it('begins a new version with the newest rule, from the first of next month', () => {
    const rule = version({ basis: 'meter', rateE4: 32_000, unit: '吨', cycle: 'quarter', rates: [{ scope: 'building', key: '3', rateE4: 28_500 }], lateFee: true });
    expect(draftOf(item('water', [version({}), rule]), TODAY)).toMatchObject({ code: 'water', fund: 'agency', basis: 'meter', rate: '3.20', unit: '吨', cycle: 'quarter', rates: [{ scope: 'building', key: '3', rate: '2.85' }], from: '2026-12-01', to: undefined, lateFee: true });
  });

  it('finds a code of its own for a name', () => {
    expect([codeFor('水费', []), codeFor('水费', [item('water', [])]), codeFor('绿化费', [item('item-3', []), item('item-4', [])])]).toEqual(['water', 'item-2', 'item-5']);
  });
});

it('knows the version of a day, and what an item is about where none holds', () => {
  const versions = [version({ to: '2026-06-01' }), version({ version: 2, from: '2026-12-01' })];
  expect([versionOn(versions, '2026-05-31')?.version, versionOn(versions, '2026-06-01')?.version, versionOn(versions, '2027-01-01')?.version]).toEqual([1, undefined, 2]);
  expect([mainVersion(versions, '2026-08-01')?.version, mainVersion(versions.slice(0, 1), '2026-08-01')?.version, mainVersion([], '2026-08-01')]).toEqual([2, 1, undefined]);
});

import { describe, expect, it } from 'vitest';
import { amountOf, emptyCount, readCount, readPieces, type CountDraft } from '../../renderer/pages/shifts/count-form.ts';

const draft = (change: Partial<CountDraft>, pieces: Partial<CountDraft['pieces']> = {}): CountDraft => ({ ...emptyCount, ...change, pieces: { ...emptyCount.pieces, ...pieces } });

it.each([['', 0], [' ', 0], ['0', 0], ['27', 27], ['２７', 27], [' 3 ', 3], ['3x', undefined], ['-1', undefined], ['1.5', undefined], ['1234567', undefined]])('%j pieces are %s', (text, pieces) => {
  expect(readPieces(text)).toBe(pieces);
});

it.each([['200', 20_000], ['1,234.5', 123_450], ['０.１', 10], ['', undefined], ['-1', undefined], ['abc', undefined], ['0.001', undefined]])('%j yuan are %s fen', (text, fen) => {
  expect(amountOf(text)).toBe(fen);
});

describe('readCount', () => {
  it('knows nothing before anything is counted', () => {
    expect(readCount(emptyCount)).toEqual({ notes: [], byNotes: false, countedFen: undefined, bankedFen: 0, unreadable: undefined });
  });

  it('sums what was counted by face, whatever sum was typed', () => {
    expect(readCount(draft({ totalText: '9' }, { 10000: '2', 50: '3', 10: '0' }))).toMatchObject({ notes: [{ faceFen: 10_000, pieces: 2 }, { faceFen: 50, pieces: 3 }], byNotes: true, countedFen: 20_150 });
  });

  it('takes a typed sum where nothing was counted by face', () => {
    expect(readCount(draft({ totalText: '0' }))).toMatchObject({ byNotes: false, countedFen: 0 });
  });

  it.each([['pieces', draft({}, { 100: 'x' })], ['total', draft({ totalText: 'x' })], ['banked', draft({ totalText: '5', bankedText: 'x' })]])('says that %s cannot be read', (what, one) => {
    expect(readCount(one).unreadable).toBe(what);
  });
});

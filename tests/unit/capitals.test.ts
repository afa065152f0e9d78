import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalAmount } from '../../shared/domain/capitals.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
const GROUPS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** An independent reader: adds up what each character says, so that it knows nothing of how 零 is placed. */
function readCapitals(text: string): number {
  const [, sign, whole = '', rest = ''] = /^人民币(负?)(?:([^元]*)元)?(.*)$/.exec(text) ?? [];
  let yuan = 0;
  let group = 0;
  let digit = 0;
  for (const character of whole) {
    if (DIGITS.includes(character)) digit = DIGITS.indexOf(character);
    else if (character in PLACES) [group, digit] = [group + digit * (PLACES[character] ?? 0), 0];
    else [yuan, group, digit] = [yuan + (group + digit) * (GROUPS[character] ?? 0), 0, 0];
  }
  yuan += group + digit;
  const jiao = /(.)角/.exec(rest)?.[1];
  const fen = /(.)分/.exec(rest)?.[1];
  const cents = (jiao ? DIGITS.indexOf(jiao) * 10 : 0) + (fen ? DIGITS.indexOf(fen) : 0);
  return (sign ? -1 : 1) * (yuan * 100 + cents) || 0;
}

describe('capitalAmount', () => {
  it.each([
    // 支付结算办法 附一
    [140_950, '壹仟肆佰零玖元伍角整'], [600_714, '陆仟零柒元壹角肆分'], [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'], [1_640_902, '壹万陆仟肆佰零玖元零贰分'], [32_504, '叁佰贰拾伍元零肆分'],
    [1_000, '壹拾元整'], [5, '伍分'], [1_005_000, '壹万零伍拾元整'], [10_000_100, '壹拾万零壹元整'],
    // the receipt of the mock-up, and the edges
    [81_900, '捌佰壹拾玖元整'], [0, '零元整'], [50, '伍角整'], [15, '壹角伍分'], [100, '壹元整'], [101, '壹元零壹分'], [110, '壹元壹角整'],
    [1_010, '壹拾元零壹角整'], [1_001, '壹拾元零壹分'], [168_002, '壹仟陆佰捌拾元零贰分'], [100_100, '壹仟零壹元整'], [101_000, '壹仟零壹拾元整'],
    [10_000_000_000, '壹亿元整'], [10_000_000_100, '壹亿零壹元整'], [10_001_000_000, '壹亿零壹万元整'], [10_000_100_000, '壹亿零壹仟元整'],
    [10_010_000_000, '壹亿零壹拾万元整'], [11_000_100_000, '壹亿壹仟万壹仟元整'], [999_999_999_999, '玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [1_000_000_000_000, '壹佰亿元整'], [-81_900, '负捌佰壹拾玖元整'],
  ])('writes %i fen', (fen, expected) => {
    expect(capitalAmount(fen)).toBe(`人民币${expected}`);
  });

  it('reads back as the same amount, and keeps the rules of 整 and 零', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 100_000 }),
      // amounts made mostly of zeros, where 零 goes wrong
      fc.array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 1, maxLength: 12 }).map((digits) => Number(digits.join(''))),
    );
    fc.assert(
      fc.property(amounts, (fen) => {
        const text = capitalAmount(fen);
        expect(readCapitals(text)).toBe(fen);
        expect(text).not.toMatch(/零零|零[拾佰仟万亿角分]|[元角整]零$|.整.|分整/);
        expect(/[元角]整$|分$/.test(text)).toBe(true);
        expect(text.endsWith('整')).toBe(fen % 10 === 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what is not a whole amount, or too large', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000_000_000, -100_000_000_000_000]) {
      expect(() => capitalAmount(value)).toThrow(RangeError);
    }
  });
});

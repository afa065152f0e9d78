import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { codeHead, qrText, readQr, splitCode, statementCode, statementNumber } from '../../shared/domain/statement-code.ts';
import { lastWorkday } from '../../shared/domain/workdays.ts';
import { percentOf } from '../../electron/services/statements/words/fees-words.ts';
import { periodName, price } from '../../electron/services/statements/words/amounts.ts';

const digest = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the code of a statement', () => {
  it('is read back however it is typed, and one wrong character of its first part is noticed', () => {
    fc.assert(fc.property(digest, digest, fc.nat({ max: 3 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (number, content, place, wrong) => {
      const head = codeHead(number);
      const code = statementCode(head, content);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const parts = { head, rest: code.slice(5).replace('-', '') };
      for (const typed of [code, ` ${code.toLowerCase()} `, code.replaceAll('-', '—'), code.replaceAll('0', 'o').replaceAll('1', 'I')]) expect(splitCode(typed)).toEqual(parts);
      const mistyped = code.slice(0, place) + wrong + code.slice(place + 1);
      expect(splitCode(mistyped)).toEqual(mistyped === code ? parts : undefined);
    }));
  });
  it('also stands in the QR code, whole', () => {
    const facts = { number: 'GS-GY-2026Q3', version: 2, from: '2026-07', to: '2026-09', digest: 'ab'.repeat(32) };
    expect(qrText(facts)).toBe(`MB1|GS-GY-2026Q3|2|2026-07|2026-09|${'ab'.repeat(32)}`);
    expect(readQr(` ${qrText(facts)}\n`)).toEqual(facts);
    for (const text of ['', 'MB2|a|1|b|c|d', `MB1|a|x|b|c|${'ab'.repeat(32)}`, 'MB1|a|1|b|c|d']) expect(readQr(text)).toBeUndefined();
  });
});

describe('a statement', () => {
  it.each([['common', '2026-07', '2026-09', 'GS-GY-2026Q3', '2026 年第三季度'], ['common', '2026-07', '2026-07', 'GS-GY-2026-07', '2026 年 7 月'], ['fees', '2026-01', '2026-12', 'GS-WY-2026', '2026 年'], ['common', '2026-02', '2026-04', 'GS-GY-2026-02~2026-04', '2026 年 2 月至 4 月'], ['fees', '2025-11', '2026-01', 'GS-WY-2025-11~2026-01', '2025 年 11 月至 2026 年 1 月']] as const)('of kind %s from %s to %s has the number %s', (kind, from, to, number, name) => {
    expect(statementNumber(kind, from, to)).toBe(number);
    expect(periodName(from, to)).toBe(name);
  });
  it('is the same bytes whatever order its keys were written in', () => {
    expect(canonicalJson({ b: [{ y: 1, x: '一' }], a: null })).toBe('{"a":null,"b":[{"x":"一","y":1}]}');
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))); }));
  });
  it('hangs for working days: no weekend and no holiday is one', () => {
    expect([lastWorkday('2026-10-16', 2, []), lastWorkday('2026-10-16', 2, ['2026-10-19']), lastWorkday('2026-10-17', 1, [])]).toEqual(['2026-10-19', '2026-10-20', '2026-10-19']);
    expect(lastWorkday('2026-10-20', 34, [])).toBe('2026-12-04');
  });
  it('writes prices and shares as people read them', () => {
    expect([price(55_930), price(40_000), price(120_640), price(37_845), price(100_000)]).toEqual(['0.5593', '0.40', '1.2064', '0.37845', '1.00']);
    expect([percentOf(800), percentOf(3_725), percentOf(5)]).toEqual(['8.0%', '37.25%', '0.05%']);
  });
});

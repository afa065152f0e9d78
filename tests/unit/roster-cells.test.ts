import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../shared/domain/cell-date.ts';
import { AREA, ARREARS, RATE, readQuantity } from '../../shared/domain/cell-number.ts';
import { plainNumeral, readChineseNumeral } from '../../shared/domain/cell-numeral.ts';
import { readPhone } from '../../shared/domain/cell-phone.ts';
import { readName, readNote } from '../../shared/domain/cell-text.ts';
import { chinese } from '../fixtures/spellings.ts';

describe('areas', () => {
  it.each([
    ['118.72', 11_872], ['118.72000000000001', 11_872], ['118.71999999999999', 11_872], ['82.57㎡', 8_257], ['90m²', 9_000],
    ['90 平方米', 9_000], ['100平', 10_000], ['１０１．５', 10_150], ['1,024.5', 102_450], ['1，024.5', 102_450], ['1.1872E2', 11_872],
    ['8.9499999999999993E1', 8_950], ['100.', 10_000], ['.5', 50], ['100.1000', 10_010], ['\u00a0 79\u3000', 7_900], ['-88.5', -8_850],
    ['−88.5', -8_850], ['0', 0], ['-0', 0], ['007', 700],
  ])('reads %s', (text, units) => expect(readQuantity(text, AREA)).toEqual({ units }));

  it.each([
    ['约一百平', 'NOT_A_NUMBER'], ['1,2,3', 'NOT_A_NUMBER'], ['1.2.3', 'NOT_A_NUMBER'], ['#DIV/0!', 'NOT_A_NUMBER'],
    ['12 34', 'NOT_A_NUMBER'], ['90元', 'NOT_A_NUMBER'], ['m2', 'NOT_A_NUMBER'], ['NaN', 'NOT_A_NUMBER'], ['0x10', 'NOT_A_NUMBER'],
    ['100.123', 'TOO_MANY_DECIMALS'], ['100.005', 'TOO_MANY_DECIMALS'], ['1e-3', 'TOO_MANY_DECIMALS'],
    ['100000', 'TOO_LARGE'], ['1e300', 'TOO_LARGE'], ['9'.repeat(400), 'TOO_LARGE'],
  ])('refuses %s', (text, fault) => expect(readQuantity(text, AREA)).toEqual({ fault }));

  it.each([null, '', '-', '—', '——', '/', '无', '　', ' - ', '－'])('finds nothing in %s', (text) => {
    expect(readQuantity(text, AREA)).toBeUndefined();
  });
});

describe('rates and amounts', () => {
  it.each([
    ['1.5', 15_000], ['1.80元', 18_000], ['￥1.50', 15_000], ['¥ 1.5 元', 15_000], ['1.50元/㎡·月', 15_000], ['1.5元/平方米/月', 15_000],
    ['1.5元每平米', 15_000], ['1.5元/月·平方米', 15_000], ['1.2345', 12_345], ['1.5000000000000002', 15_000],
  ])('reads the rate %s', (text, units) => expect(readQuantity(text, RATE)).toEqual({ units }));
  it('refuses a rate finer than four decimals', () => {
    expect(readQuantity('1.23456', RATE)).toEqual({ fault: 'TOO_MANY_DECIMALS' });
  });
  it.each([
    ['3,997.08', 399_708], ['3，997.08元', 399_708], ['12 345.60', 1_234_560], ['1,234,567.8', 123_456_780], ['(12.50)', -1_250],
    ['0.00', 0], ['317.80', 31_780], ['6022.0699999999997', 602_207], ['RMB 5', 500], ['一', undefined],
  ])('reads the amount %s', (text, units) => {
    expect(readQuantity(text, ARREARS)).toEqual(units === undefined ? { fault: 'NOT_A_NUMBER' } : { units });
  });

  it('reads back every amount that Excel may have stored as a double', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_99 }), (amountFen) => {
      const double = amountFen / 100;
      for (const text of [String(double), double.toPrecision(17), double.toExponential(16), double.toFixed(2)]) {
        expect(readQuantity(text, ARREARS)).toEqual({ units: amountFen });
      }
    }));
  });
});

describe('dates', () => {
  it.each([
    '2014-03-28', '2014/3/28', '2014.3.28', '2014年3月28日', '2014年03月28', '20140328', '41726', '41726.5', '2014 - 3 - 28', '２０１４．３．２８',
    '2014-03-28 00:00:00', '2014/3/28 8:05', '2014-03-28T00:00:00.000Z', '二〇一四年三月二十八日', ' 2014-3-28号',
  ])('reads %s', (text) => expect(readDate(text)).toBe('2014-03-28'));
  it.each(['2018-02-30', '2019-02-29', '2018-13-01', '2018-00-10', '2018-1', '14-3-28', '9999-99-99', '昨天', '#REF!', '2018-1/2', '0', '2014'])(
    'refuses %s', (text) => expect(readDate(text)).toBeUndefined());
  it.each([null, '', '-', '无'])('finds nothing in %s', (text) => expect(readDate(text)).toBe(''));
  it('knows leap days', () => expect(readDate('2020.2.29')).toBe('2020-02-29'));
});

describe('Chinese numerals', () => {
  it.each([
    ['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['二十三', 23], ['九十九', 99], ['一百', 100], ['一百零二', 102], ['一百一十', 110],
    ['一百二十三', 123], ['五〇一', 501], ['一千零一', 1001], ['一千二百零三', 1203], ['壹佰零贰', 102], ['两千', 2000],
  ])('reads %s', (text, value) => expect(readChineseNumeral(text)).toBe(value));
  it.each(['', '甲', '十百', '二二十', '3', '一百百', '一百二', '零十'])('leaves %s', (text) => {
    expect(readChineseNumeral(text)).toBeUndefined();
  });
  it('reads back every number below ten thousand', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(readChineseNumeral(chinese(value))).toBe(value);
    }));
  });
  it.each([['01', '1'], ['12.0', '12'], ['b', 'B'], ['0', '0']])('bares %s', (text, plain) => expect(plainNumeral(text)).toBe(plain));
});

describe('people', () => {
  it.each([
    ['187-9276-5212', '18792765212'], ['138 3602 7707', '13836027707'], ['+86 138 3602 7707', '13836027707'], ['8613836027707', '13836027707'],
    ['1.3836027707E10', '13836027707'], ['13836027707.0', '13836027707'], ['１３８３６０２７７０７', '13836027707'], ['0854-8221234', '08548221234'],
    ['(0854)8221234', '08548221234'], ['8221234', '8221234'], ['13836027707/13900000000', '13836027707/13900000000'],
    ['13836027707、13836027707', '13836027707'], ['-', ''], ['无', ''], ['', ''], [null, ''],
  ])('reads the phone %s', (text, phone) => expect(readPhone(text)).toBe(phone));
  it.each(['1383602770', '138360277071', '12345678901', '不详', '13836027707?'])('refuses the phone %s', (text) => {
    expect(readPhone(text)).toBeUndefined();
  });
  it.each([['王　明', '王明'], [' 王 小 明 ', '王小明'], ['John  Smith', 'John Smith'], ['阿依古丽·买买提', '阿依古丽·买买提'], ['-', ''], [null, '']])(
    'reads the name %s', (text, name) => expect(readName(text)).toBe(name));
  it.each([['　两套（合并） ', '两套（合并）'], ['-', ''], [null, '']])('keeps the remark %s', (text, note) => expect(readNote(text)).toBe(note));
});

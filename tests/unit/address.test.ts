import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactOf, floorOf, labelOf, maskPhone, readSearch, sortKeyOf } from '../../shared/domain/address.ts';

const home = { building: '3', unit: '2', room: '501' };

describe('an address', () => {
  it('is shown, run together and sorted', () => {
    expect(labelOf(home)).toBe('3-2-501');
    expect(compactOf(home)).toBe('32501');
    expect(compactOf({ ...home, building: 'A' })).toBe('a2501');
  });

  it('sorts as people count', () => {
    const labels = ['10-1-101', '2-1-1001', '2-1-201', '2-10-101', '2-2-101', 'A-1-101', 'A10-1-101', 'A2-1-101'];
    const key = (label: string): string => {
      const [building = '', unit = '', room = ''] = label.split('-');
      return sortKeyOf({ building, unit, room });
    };
    expect([...labels].sort((left, right) => (key(left) < key(right) ? -1 : 1))).toEqual(['2-1-201', '2-1-1001', '2-2-101', '2-10-101', '10-1-101', 'A-1-101', 'A2-1-101', 'A10-1-101']);
  });

  it('has a key of its own: no two homes share one', () => {
    const part = fc.string({ unit: fc.constantFrom('0', '1', '7', 'A', '底', '.'), minLength: 1, maxLength: 8 });
    const address = fc.record({ building: part, unit: part, room: part });
    fc.assert(fc.property(address, address, (left, right) => {
      expect(sortKeyOf(left) === sortKeyOf(right)).toBe(labelOf(left) === labelOf(right));
    }));
    expect(sortKeyOf({ ...home, room: 'A07' })).not.toBe(sortKeyOf({ ...home, room: 'A7' }));
  });

  it.each([['1704', '17'], ['501', '5'], ['12', '1'], ['A1203', '12'], ['底商', '1'], ['0101', '01']])('room %s lies on floor %s', (room, floor) => {
    expect(floorOf(room)).toBe(floor);
  });
});

describe('readSearch', () => {
  const room = { kind: 'room', label: '3-2-501', compact: '32501', phoneTail: undefined };

  it.each([
    '3-2-501', '3栋2单元501', '3栋2单元501室', '三栋二单元501', '３栋２单元５０１', '3幢2单元501号', '3号楼2单元501', '3#2单元501', '3座2单元501', '3楼2单元501', ' 3 - 2 - 501 ', '3 2 501', '3/2/501', '3.2.501', '03-02-501', '3—2—501', '三栋二单元五〇一', '3棟2單元501',
  ])('%s is 3-2-501', (text) => {
    expect(readSearch(text)).toEqual(room);
  });

  it.each([
    ['32501', { kind: 'room', label: '32501', compact: '32501', phoneTail: '32501' }],
    ['501', { kind: 'room', label: '501', compact: '501', phoneTail: undefined }],
    ['501室', { kind: 'room', label: '501', compact: '501', phoneTail: undefined }],
    ['2671', { kind: 'room', label: '2671', compact: '2671', phoneTail: '2671' }],
    ['13812342671', { kind: 'room', label: '13812342671', compact: '13812342671', phoneTail: '13812342671' }],
    ['138 1234 2671', { kind: 'room', label: '138-1234-2671', compact: '13812342671', phoneTail: '13812342671' }],
    ['3栋', { kind: 'room', label: '3-', compact: '3', phoneTail: undefined }],
    ['3栋2单元', { kind: 'room', label: '3-2-', compact: '32', phoneTail: undefined }],
    ['3-2-', { kind: 'room', label: '3-2-', compact: '32', phoneTail: undefined }],
    ['3-2', { kind: 'room', label: '3-2', compact: '32', phoneTail: undefined }],
    ['A栋1单元101', { kind: 'room', label: 'A-1-101', compact: 'a1101', phoneTail: undefined }],
    ['a-1-101', { kind: 'room', label: 'A-1-101', compact: 'a1101', phoneTail: undefined }],
    ['A3-1-101B', { kind: 'room', label: 'A3-1-101B', compact: 'a31101b', phoneTail: undefined }],
    ['A座', { kind: 'room', label: 'A-', compact: 'a', phoneTail: undefined }],
    ['王秀兰', { kind: 'name', name: '王秀兰' }],
    ['王 秀兰', { kind: 'name', name: '王秀兰' }],
    ['wxl', { kind: 'pinyin', initials: 'wxl' }],
    ['WXL', { kind: 'pinyin', initials: 'wxl' }],
    ['a', { kind: 'pinyin', initials: 'a' }],
    ['', { kind: 'none' }],
    ['   ', { kind: 'none' }],
  ])('%s', (text, term) => {
    expect(readSearch(text)).toEqual(term);
  });

  it('never throws, and finds nothing in what says nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => { expect(readSearch(text)).toHaveProperty('kind'); }));
    expect(readSearch('!!!')).toEqual({ kind: 'none' });
    expect(readSearch('-')).toEqual({ kind: 'none' });
  });
});

describe('maskPhone', () => {
  it.each([['13812342671', '138****2671'], ['13812342671/13900001111', '138****2671/139****1111'], ['08548230', '085****8230'], ['8230000', '*******'], ['', '']])('%s is shown as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

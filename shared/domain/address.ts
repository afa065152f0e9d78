import { plainNumeral } from './cell-numeral.ts';

/** The label of a home as it is shown everywhere: `3-2-501`. */
export function labelOf(home: { building: string; unit: string; room: string }): string {
  return `${home.building}-${home.unit}-${home.room}`;
}

/** A home's address run together, as it is typed at the desk: `32501`. */
export function compactOf(home: { building: string; unit: string; room: string }): string {
  return `${home.building}${home.unit}${home.room}`.toLowerCase();
}

/** Sorts labels as people count: 2 before 10. */
export function sortKeyOf(home: { building: string; unit: string; room: string }): string {
  return [home.building, home.unit, home.room].map((part) => part.replace(/\d+/g, (digits) => digits.padStart(6, '0'))).join('-');
}

/**
 * The floor of a room: its digits without the last two.
 * @example floorOf('1704') // '17'
 */
export function floorOf(room: string): string {
  const digits = /\d+/.exec(room)?.[0] ?? '';
  return digits.length > 2 ? digits.slice(0, -2) : '1';
}

export type SearchTerm =
  | { kind: 'none' }
  /** `label` matches from its start; without separators it is compared with the compact address too. */
  | { kind: 'room'; label: string; compact: string; phoneTail: string | undefined }
  | { kind: 'pinyin'; initials: string }
  | { kind: 'name'; name: string };

const SEPARATORS = /(?:号楼|栋|幢|座|楼|单元|号|室|#|[-–—/\\.,\s])+/g;
const HAN = /\p{Script=Han}/u;

/**
 * Understands what was typed in the search box: a room in any spelling (`3-2-501`, `3栋2单元501`, `32501`,
 * `三栋二单元501`), a phone's last digits, pinyin initials, or a name.
 * @example readSearch('3栋2单元501') // { kind: 'room', label: '3-2-501', compact: '32501', phoneTail: undefined }
 */
export function readSearch(text: string): SearchTerm {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return { kind: 'none' };
  const parts = plain.split(SEPARATORS).filter(Boolean).map((part) => plainNumeral(part).toLowerCase());
  const isRoom = parts.length > 0 && parts.every((part) => /^[a-z]?\d+[a-z]?$/.test(part)) && !HAN.test(parts.join(''));
  if (isRoom) {
    const digits = plain.replace(/[\s-]/g, '');
    const phoneTail = /^\d{4,11}$/.test(digits) ? digits : undefined;
    const ended = /(?:栋|幢|座|楼|单元|-)\s*$/.test(plain);
    return { kind: 'room', label: parts.join('-') + (ended && parts.length > 0 ? '-' : ''), compact: parts.join(''), phoneTail };
  }
  if (HAN.test(plain)) return { kind: 'name', name: plain.replace(/\s/g, '') };
  return { kind: 'pinyin', initials: plain.replace(/[^a-z]/g, '') };
}

/**
 * Hides the middle of a phone.
 * @example maskPhone('13812342671') // '138****2671'
 */
export function maskPhone(phone: string): string {
  return phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone.replace(/./g, '*');
}

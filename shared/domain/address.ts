import { plainNumeral } from './cell-numeral.ts';

/** The label of a home as it is shown everywhere: `3-2-501`. */
export function labelOf(home: { building: string; unit: string; room: string }): string {
  return `${home.building}-${home.unit}-${home.room}`;
}

/** A home's address run together, as it is typed at the desk: `32501`. */
export function compactOf(home: { building: string; unit: string; room: string }): string {
  return `${home.building}${home.unit}${home.room}`.toLowerCase();
}

/** Sorts labels as people count: 2 before 10. No two labels share a key, not even A7 and A07. */
export function sortKeyOf(home: { building: string; unit: string; room: string }): string {
  const label = labelOf(home);
  const padded = label.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return /(?<!\d)0\d/.test(label) ? `${padded}!${label}` : padded;
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
  /** `label` matches from its start, in capitals as the books have it; without separators `compact` is compared too. */
  | { kind: 'room'; label: string; compact: string; phoneTail: string | undefined }
  | { kind: 'pinyin'; initials: string }
  | { kind: 'name'; name: string };

const SEPARATORS = /(?:号楼|號樓|栋|棟|幢|座|楼|樓|单元|單元|号|號|室|#|[-–—/\\.,\s])+/g;
const ENDED = /(?:栋|棟|幢|座|楼|樓|单元|單元|-)\s*$/;
const ROOM_PART = /^(?:[A-Z]?\d+[A-Z]?|[A-Z])$/;
const HAN = /\p{Script=Han}/u;

/**
 * Understands what was typed in the search box: a room in any spelling (`3-2-501`, `3栋2单元501`, `32501`,
 * `三栋二单元501`), a phone's last digits, pinyin initials, or a name.
 * @example readSearch('3栋2单元501') // { kind: 'room', label: '3-2-501', compact: '32501', phoneTail: undefined }
 */
export function readSearch(text: string): SearchTerm {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const parts = plain.split(SEPARATORS).filter(Boolean).map(plainNumeral);
  const ended = ENDED.test(plain);
  if (parts.length > 0 && parts.every((part) => ROOM_PART.test(part)) && (ended || parts.some((part) => /\d/.test(part)))) {
    const digits = plain.replace(/[\s-]/g, '');
    // A whole phone may be grouped; of a few digits, those with separators are a room.
    const phoneTail = /^\d{4,11}$/.test(plain) || /^\d{11}$/.test(digits) ? digits : undefined;
    return { kind: 'room', label: parts.join('-') + (ended ? '-' : ''), compact: parts.join('').toLowerCase(), phoneTail };
  }
  if (HAN.test(plain)) return { kind: 'name', name: plain.replace(/\s/g, '') };
  const initials = plain.replace(/[^a-z]/g, '');
  return initials === '' ? { kind: 'none' } : { kind: 'pinyin', initials };
}

/**
 * Hides the middle of a phone; several, parted by a slash, each for itself.
 * @example maskPhone('13812342671') // '138****2671'
 */
export function maskPhone(phones: string): string {
  return phones.split('/').map((phone) => (phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone.replace(/./g, '*'))).join('/');
}

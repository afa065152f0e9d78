import type { CallInput } from '../../../../shared/contract/index.ts';
import type { SpaceKind, SpaceTitle } from '../../../../shared/contract/parking.ts';

export const spaceKinds: readonly SpaceKind[] = ['standard', 'wide', 'charging', 'disabled'];
export const spaceTitles: readonly SpaceTitle[] = ['common', 'developer', 'owner', 'civil-defence'];

/** What is typed in the form of a space. */
export type SpaceDraft = {
  code: string; /** How many spaces follow by number, this one included. */ count: string; zone: string; floor: string; kind: SpaceKind; title: SpaceTitle; owner: { homeId: number; label: string } | undefined; row: string; column: string; note: string;
};
export type SpaceProblem = 'code' | 'count' | 'zone' | 'place' | 'owner';
type NewSpace = CallInput<'parking.addSpaces'>['spaces'][number];

export const emptySpace: SpaceDraft = { code: '', count: '1', zone: '', floor: '', kind: 'standard', title: 'common', owner: undefined, row: '', column: '', note: '' };
const MOST = 500;

/** A whole number of 1 to `most`; undefined when it is none. */
function wholeOf(text: string, most: number): number | undefined {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

/**
 * A code and those that follow it by its last number, as many digits wide.
 * @example followingCodes('A-098', 3) // ['A-098', 'A-099', 'A-100']
 */
export function followingCodes(code: string, count: number): string[] | undefined {
  if (count === 1) return [code];
  const [, head = '', digits, tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(code) ?? [];
  if (digits === undefined) return undefined;
  return Array.from({ length: count }, (_, index) => `${head}${String(Number(digits) + index).padStart(digits.length, '0')}${tail}`);
}

/** What is wrong with a draft, field by field. */
export function spaceProblems({ code, count, zone, title, owner, row, column }: SpaceDraft): Partial<Record<SpaceProblem, true>> {
  const many = wholeOf(count, MOST);
  const place = (text: string) => text.trim() === '' || wholeOf(text, 200) !== undefined;
  return {
    ...((code.trim() === '' || code.trim().length > 20) && { code: true }), ...((many === undefined || (many > 1 && !followingCodes(code.trim(), many))) && { count: true }), ...(zone.trim() === '' && { zone: true }),
    ...((!place(row) || !place(column) || (row.trim() === '') !== (column.trim() === '')) && { place: true }), ...(title === 'owner' && !owner && { owner: true }),
  };
}

/** The spaces that a draft adds; those that follow stand beside each other. */
export function spacesOf(draft: SpaceDraft): NewSpace[] {
  const { code, count, zone, floor, kind, title, owner, row, column, note } = draft;
  const codes = followingCodes(code.trim(), wholeOf(count, MOST) ?? 1) ?? [];
  const place = (index: number) => (row.trim() === '' ? {} : { row: Number(row), column: Number(column) + index });
  return codes.map((one, index) => ({ code: one, zone: zone.trim(), floor: floor.trim(), kind, title, note: note.trim(), ...place(index), ...(title === 'owner' && owner && { ownerHomeId: owner.homeId }) }));
}

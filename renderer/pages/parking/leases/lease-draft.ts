import type { CallInput } from '../../../../shared/contract/index.ts';
import type { LeaseKind, SpaceTitle } from '../../../../shared/contract/parking.ts';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { readPlate } from '../../../../shared/domain/plate.ts';
import { isClock, spansOf, type Span, type Window } from '../../../../shared/domain/week-windows.ts';

export type WindowDraft = { weekdays: number[]; /** As typed. */ from: string; to: string };
export type SpaceDraft = { space: string; /** Known once the space was found. */ title: SpaceTitle | undefined; ownerHomeId: number | null; plates: string };
/** What is typed in the form of a lease. */
export type LeaseDraft = {
  kind: LeaseKind; payer: 'home' | 'company'; home: { homeId: number; label: string } | undefined; company: { companyId: number; name: string } | undefined;
  spaces: SpaceDraft[]; windows: WindowDraft[]; from: string | undefined; to: string | undefined;
  /** undefined: the price in force. */ monthly: string | undefined; deposit: string; proration: 'days' | 'whole'; cycle: 'month' | 'quarter' | 'year';
  contractNo: string; resolutionNo: string; resolutionOn: string | undefined; resolutionTo: string | undefined; consent: string; overstay: string; noticeDays: string; note: string;
};
export type LeaseProblem = 'payer' | 'space' | 'spaceTwice' | 'plates' | 'plateTwice' | 'clock' | 'weekdays' | 'windowEmpty' | 'windowsOverlap' | 'from' | 'to' | 'monthly' | 'deposit' | 'overstay' | 'noticeDays' | 'resolution' | 'consent';

export const noSpace: SpaceDraft = { space: '', title: undefined, ownerHomeId: null, plates: '' };

/** A new lease of a space (or of none yet), as the form opens. */
export function newDraft(from: string, space = ''): LeaseDraft {
  return {
    kind: 'resident', payer: 'home', home: undefined, company: undefined, spaces: [{ ...noSpace, space }], windows: presets.all, from, to: undefined, monthly: undefined, deposit: '', proration: 'days', cycle: 'month',
    contractNo: '', resolutionNo: '', resolutionOn: undefined, resolutionTo: undefined, consent: '', overstay: '', noticeDays: '30', note: '',
  };
}

/** Windows that are often agreed; the last two leave each other alone. */
export const presets: Record<'all' | 'workdays' | 'nights', WindowDraft[]> = {
  all: [],
  workdays: [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }],
  nights: [{ weekdays: [1, 2, 3, 4], from: '18:00', to: '08:00' }, { weekdays: [5], from: '18:00', to: '24:00' }, { weekdays: [6, 7], from: '00:00', to: '24:00' }, { weekdays: [1], from: '00:00', to: '08:00' }],
};
export type Preset = keyof typeof presets;

/** The preset that windows are, if they are one. */
export function presetOf(windows: readonly WindowDraft[]): Preset | undefined {
  return (Object.keys(presets) as Preset[]).find((name) => JSON.stringify(presets[name]) === JSON.stringify(windows));
}

/**
 * A clock as people type it, as `HH:MM`; undefined when it is none.
 * @example readClock('830') // '08:30'
 */
export function readClock(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:：.点]?(\d{2}))?$/.exec(text.normalize('NFKC').trim()) ?? [];
  const clock = hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}`;
  return isClock(clock) ? clock : undefined;
}

/** The windows of a draft with their clocks read; undefined when one cannot be read or has no weekday. */
export function readWindows(windows: readonly WindowDraft[]): Window[] | undefined {
  const read = windows.map(({ weekdays, from, to }) => ({ weekdays, from: readClock(from), to: readClock(to) }));
  return read.every((one): one is Window & { weekdays: number[] } => one.from !== undefined && one.to !== undefined && one.weekdays.length > 0) ? read : undefined;
}

/** What the windows of a draft hold of the week; undefined when they cannot be agreed as they are. */
export function readSpans(windows: readonly WindowDraft[]): Span[] | undefined {
  const read = readWindows(windows);
  const spans = read && spansOf(read);
  return Array.isArray(spans) ? spans : undefined;
}

export type PlateChip = { text: string; plate: string | undefined; energy: 'blue' | 'green' | undefined; repeated: boolean };

/** The plates in a text, apart by spaces or commas, each as it is read. */
export function readPlates(text: string): PlateChip[] {
  const chips = text.split(/[\s,，、;；]+/).filter((part) => part !== '').map((part) => ({ text: part, plate: readPlate(part)?.plate, energy: readPlate(part)?.energy, repeated: false }));
  return chips.map((chip, index) => ({ ...chip, repeated: chip.plate !== undefined && chips.findIndex(({ plate }) => plate === chip.plate) < index }));
}

/** The plates that can be kept. */
export function soundPlates(text: string): string[] {
  return readPlates(text).flatMap(({ plate, repeated }) => (plate === undefined || repeated ? [] : [plate]));
}

/** Fen of an amount that may be left empty; undefined when it is unreadable or negative. */
export function optionalFen(text: string): number | undefined {
  const fen = text.trim() === '' ? 0 : parseYuan(text);
  return fen !== undefined && fen >= 0 ? fen : undefined;
}

function windowProblems(windows: readonly WindowDraft[]): LeaseProblem[] {
  if (windows.some(({ from, to }) => readClock(from) === undefined || readClock(to) === undefined)) return ['clock'];
  const read = readWindows(windows);
  if (!read) return ['weekdays'];
  const spans = spansOf(read);
  if (Array.isArray(spans)) return [];
  return [spans.problem === 'empty' ? 'windowEmpty' : 'windowsOverlap'];
}

function spaceProblems(spaces: readonly SpaceDraft[]): LeaseProblem[] {
  const codes = spaces.map(({ space }) => space.trim());
  const chips = spaces.flatMap(({ plates }) => readPlates(plates));
  const plates = spaces.flatMap((one) => readPlates(one.plates).flatMap(({ plate }) => plate ?? []));
  return [
    ...(codes.includes('') ? ['space' as const] : new Set(codes).size < codes.length ? ['spaceTwice' as const] : []),
    ...(chips.some(({ plate }) => plate === undefined) ? ['plates' as const] : new Set(plates).size < plates.length ? ['plateTwice' as const] : []),
  ];
}

/** Whether a draft needs the owners' resolution: a common space that goes to a company. */
export function needsResolution({ payer, spaces }: LeaseDraft): boolean {
  return payer === 'company' && spaces.some(({ title }) => title === 'common');
}

/** Whether a draft needs an owner's consent: an owner's space that goes to anyone else. */
export function needsConsent({ payer, home, spaces }: LeaseDraft): boolean {
  return spaces.some(({ title, ownerHomeId }) => title === 'owner' && (payer === 'company' || home?.homeId !== ownerHomeId));
}

/** What is wrong with a draft before anybody is asked. `monthlyText` is what the price field shows. */
export function leaseProblems(draft: LeaseDraft, monthlyText: string): Set<LeaseProblem> {
  const { payer, home, company, spaces, windows, from, to, deposit, overstay, noticeDays, resolutionNo, consent } = draft;
  const monthly = parseYuan(monthlyText);
  return new Set<LeaseProblem>([
    ...((payer === 'home' ? home : company) === undefined ? ['payer' as const] : []), ...spaceProblems(spaces), ...windowProblems(windows), ...(from === undefined ? ['from' as const] : []), ...(from !== undefined && to !== undefined && to <= from ? ['to' as const] : []),
    ...(monthly === undefined || monthly < 0 ? ['monthly' as const] : []), ...(optionalFen(deposit) === undefined ? ['deposit' as const] : []), ...(optionalFen(overstay) === undefined ? ['overstay' as const] : []), ...(/^\d{1,3}$/.test(noticeDays) && Number(noticeDays) <= 365 ? [] : ['noticeDays' as const]),
    ...(needsResolution(draft) && resolutionNo.trim() === '' ? ['resolution' as const] : []), ...(needsConsent(draft) && consent.trim() === '' ? ['consent' as const] : []),
  ]);
}

type Terms = Omit<CallInput<'parking.lease'>, 'space' | 'plates' | 'kind' | 'homeId' | 'companyId' | 'draft'>;

function termsOf(draft: LeaseDraft, monthlyText: string): Terms {
  const { windows, from = '', to, deposit, proration, cycle, contractNo, resolutionNo, resolutionOn, resolutionTo, consent, overstay, noticeDays, note } = draft;
  const read = readWindows(windows);
  return {
    from, ...(to !== undefined && { to }), ...(read && read.length > 0 && { windows: read.map((one) => ({ ...one, weekdays: [...one.weekdays] })) }), monthlyFen: parseYuan(monthlyText) ?? 0, depositFen: optionalFen(deposit) ?? 0, proration, cycle, contractNo: contractNo.trim(),
    ...(needsResolution(draft) && { resolutionNo: resolutionNo.trim(), ...(resolutionOn !== undefined && { resolutionOn }), ...(resolutionTo !== undefined && { resolutionTo }) }),
    ...(needsConsent(draft) && { consent: consent.trim() }), overstayFen: optionalFen(overstay) ?? 0, noticeDays: Number(noticeDays), note: note.trim(),
  };
}

/** The lease of a sound draft with one space. */
export function leaseInput(draft: LeaseDraft, monthlyText: string, asDraft: boolean): CallInput<'parking.lease'> {
  const { kind, payer, home, company, spaces } = draft;
  const [one = noSpace] = spaces;
  const lessee = payer === 'home' ? home && { homeId: home.homeId } : company && { companyId: company.companyId };
  return { ...termsOf(draft, monthlyText), space: one.space.trim(), plates: soundPlates(one.plates), kind, ...lessee, draft: asDraft };
}

/** The contract of a sound draft of a company over several spaces. */
export function contractInput(draft: LeaseDraft, monthlyText: string): CallInput<'parking.signContract'> {
  const { company, spaces } = draft;
  return { ...termsOf(draft, monthlyText), companyId: company?.companyId ?? 0, spaces: spaces.map((one) => ({ space: one.space.trim(), plates: soundPlates(one.plates) })) };
}

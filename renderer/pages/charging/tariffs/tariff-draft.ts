import type { CallInput, Output } from '../../../../shared/contract/index.ts';
import { clockOf, DAY_MINUTES, minuteOf, readPeriods, type PeriodFault, type TariffBasis } from '../../../../shared/domain/charging-tariff.ts';
import { plainYuan } from '../../../text/formats.ts';
import { priceText, readUnits } from '../amounts.ts';

export type Tariff = Output<'charging.listTariffs'>['items'][number];
export type Terms = CallInput<'charging.defineTariff'>;
/** A period as it is typed; `code` is a known code or the office's own word. */
export type PeriodRow = { from: string; to: string; code: string; energy: string; service: string };
export type VariantDraft = { /** Its own while the form is open. */ key: number; months: number[]; weekdays: number[]; rows: PeriodRow[] };
export type TierRow = { upto: string; hour: string };
/** Amounts and minutes of a version as they are typed; empty is none. */
export const amountFields = ['minimum', 'cap', 'start', 'idle', 'parking'] as const;
export const minuteFields = ['grace', 'free'] as const;
export type TermField = (typeof amountFields)[number] | (typeof minuteFields)[number];
export type TariffDraft = Record<TermField, string> & {
  name: string; kind: 'ev' | 'ebike'; from: string; basis: TariffBasis; rows: PeriodRow[]; variants: VariantDraft[]; tiers: TierRow[]; note: string;
  /** Periods of a tariff by time, which only tell its sessions' energy apart: they go on as they are. */ kept: Pick<Terms, 'periods' | 'variants'>;
};

const PRICE_DECIMALS = 5;
const MOST_MINUTES = 10_080;
const rowsOf = (periods: Tariff['periods']): PeriodRow[] => periods.map(({ from, to, code, energyPrice, servicePrice }) => ({ from, to, code, energy: priceText(energyPrice), service: priceText(servicePrice) }));
const orEmpty = (value: number, text: (value: number) => string): string => (value > 0 ? text(value) : '');

/** A form that says what a version says, or that of a new tariff. */
export function draftOf(base: Tariff | undefined, today: string): TariffDraft {
  if (!base) {
    return {
      name: '', kind: 'ev', from: today, basis: 'energy', rows: [{ from: '00:00', to: '24:00', code: 'flat', energy: '', service: '' }], variants: [], tiers: [{ upto: '', hour: '' }],
      minimum: '', cap: '', start: '', idle: '', grace: '', parking: '', free: '', note: '', kept: {},
    };
  }
  const byEnergy = base.basis === 'energy';
  return {
    name: base.name, kind: base.kind, from: base.from > today ? base.from : today, basis: base.basis, rows: byEnergy ? rowsOf(base.periods) : [{ from: '00:00', to: '24:00', code: 'flat', energy: '', service: '' }],
    variants: byEnergy ? base.variants.map(({ months, weekdays, periods }, key) => ({ key, months, weekdays, rows: rowsOf(periods) })) : [],
    tiers: base.tiers.length === 0 ? [{ upto: '', hour: '' }] : base.tiers.map(({ uptoW, hourFen }) => ({ upto: uptoW === null ? '' : String(uptoW), hour: plainYuan(hourFen) })),
    minimum: orEmpty(base.minimumFen, plainYuan), cap: base.capFen === null ? '' : plainYuan(base.capFen), start: orEmpty(base.startFee, plainYuan), idle: orEmpty(base.idleFenPerMinute, plainYuan), grace: orEmpty(base.idleGraceMinutes, String),
    parking: orEmpty(base.parkingFenPerHour, plainYuan), free: orEmpty(base.parkingFreeMinutes, String), note: base.note, kept: byEnergy ? {} : { periods: base.periods, variants: base.variants },
  };
}

/** A time of day in the spelling of the books: 8, 8:00, 800 and ８：００ are 08:00; what is none stays. */
export function tidyClock(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[时点.]/g, ':').replace(/分$/, '');
  const match = /^(\d{1,2}):?$/.exec(plain) ?? /^(\d{1,2}):?(\d{2})$/.exec(plain);
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : plain;
}

/** The periods of a day as they are typed: what is wrong with them, and when every price is written, what they say. */
export function readRows(rows: readonly PeriodRow[]): { drawn: Tariff['periods']; fault: PeriodFault | undefined; complete: boolean } {
  const read = rows.map(({ from, to, code, energy, service }) => ({ from: tidyClock(from), to: tidyClock(to), code: code.trim(), energyPrice: readUnits(energy, PRICE_DECIMALS), servicePrice: readUnits(service, PRICE_DECIMALS) }));
  const drawn = read.map(({ energyPrice = 0, servicePrice = 0, ...rest }) => ({ ...rest, energyPrice, servicePrice }));
  const found = readPeriods(drawn);
  return { drawn, fault: 'fault' in found ? found : undefined, complete: read.every(({ code, energyPrice, servicePrice }) => code !== '' && energyPrice !== undefined && servicePrice !== undefined) };
}

const readFen = (text: string): number | undefined => readUnits(text.trim() === '' ? '0' : text, 2);
const readMinutes = (text: string): number | undefined => { const minutes = readUnits(text.trim() === '' ? '0' : text, 0); return minutes === undefined || minutes > MOST_MINUTES ? undefined : minutes; };
const isPrice = (text: string): boolean => readUnits(text, 2) !== undefined;
/** The last tier has no end, whatever stands there. */
const readTiers = ({ basis, tiers }: TariffDraft): { uptoW: number | null; hourFen: number }[] => (basis === 'energy' ? [] : tiers.slice(0, basis === 'hour' ? 1 : undefined).map(({ upto, hour }, index, list) => ({ uptoW: index === list.length - 1 ? null : (readUnits(upto, 0) ?? 0), hourFen: readUnits(hour, 2) ?? 0 })));

/** Fields that cannot be read. */
export function badFields(draft: TariffDraft): Set<TermField> {
  return new Set([...amountFields.filter((field) => readFen(draft[field]) === undefined), ...minuteFields.filter((field) => readMinutes(draft[field]) === undefined)]);
}

/** What a form says, once it is complete and its days are covered; else undefined. */
export function termsOf(draft: TariffDraft): Terms | undefined {
  const [minimumFen, startFee, idleFenPerMinute, parkingFenPerHour] = [readFen(draft.minimum), readFen(draft.start), readFen(draft.idle), readFen(draft.parking)];
  const capFen = draft.cap.trim() === '' ? null : readFen(draft.cap);
  const [idleGraceMinutes, parkingFreeMinutes] = [readMinutes(draft.grace), readMinutes(draft.free)];
  if (draft.name.trim() === '' || minimumFen === undefined || startFee === undefined || idleFenPerMinute === undefined || parkingFenPerHour === undefined || capFen === undefined || idleGraceMinutes === undefined || parkingFreeMinutes === undefined) return undefined;
  const days = daysOf(draft);
  return days && { name: draft.name.trim(), kind: draft.kind, from: draft.from, basis: draft.basis, ...days, tiers: readTiers(draft), minimumFen, capFen, startFee, idleFenPerMinute, idleGraceMinutes, parkingFenPerHour, parkingFreeMinutes, note: draft.note.trim() };
}

function daysOf(draft: TariffDraft): Pick<Terms, 'periods' | 'variants'> | undefined {
  if (draft.basis !== 'energy') return draft.tiers.slice(0, draft.basis === 'hour' ? 1 : undefined).every(({ hour }) => isPrice(hour)) ? draft.kept : undefined;
  const read = [draft.rows, ...draft.variants.map(({ rows }) => rows)].map(readRows);
  if (read.some(({ fault, complete }) => fault !== undefined || !complete)) return undefined;
  return { periods: read[0]?.drawn ?? [], variants: draft.variants.map(({ months, weekdays }, index) => ({ months, weekdays, periods: read[index + 1]?.drawn ?? [] })) };
}

type Span = { begin: number; end: number };

/** Minutes of a day that no row covers. */
function holesOf(rows: readonly PeriodRow[]): Span[] {
  const spans = rows.flatMap((row) => spanOf(row) ?? []).flatMap(({ begin, end }) => (begin < end ? [{ begin, end }] : [{ begin, end: DAY_MINUTES }, { begin: 0, end }])).sort((one, other) => one.begin - other.begin);
  const holes: Span[] = [];
  let reached = 0;
  for (const { begin, end } of [...spans, { begin: DAY_MINUTES, end: DAY_MINUTES }]) {
    if (begin > reached) holes.push({ begin: reached, end: begin });
    reached = Math.max(reached, end);
  }
  return holes;
}

/** An end before the begin is one of the next day. */
function spanOf({ from, to }: PeriodRow): Span | undefined {
  const [begin, end] = [minuteOf(tidyClock(from)), minuteOf(tidyClock(to))];
  return begin === undefined || end === undefined || begin === end ? undefined : { begin, end: end === 0 ? DAY_MINUTES : end };
}

/**
 * Rows with one more after one of them: it fills the hole that follows, and takes over the service price. Where the day has no hole that row is cut in two, or with `onlyHoles` nothing is added.
 * Answers where the new one is; −1 without.
 */
export function withRow(rows: readonly PeriodRow[], index: number, onlyHoles: boolean): { rows: PeriodRow[]; at: number } {
  const [after, holes] = [rows[index], holesOf(rows)];
  const end = (after && spanOf(after)?.end) ?? 0;
  const hole = holes.find(({ begin }) => begin >= end) ?? holes[0];
  if (hole) return { rows: rows.toSpliced(index + 1, 0, { from: clockOf(hole.begin), to: clockOf(hole.end), code: '', energy: '', service: after?.service ?? '' }), at: index + 1 };
  const middle = onlyHoles || !after ? undefined : middleOf(after);
  if (middle === undefined || !after) return { rows: [...rows], at: -1 };
  return { rows: rows.toSpliced(index, 1, { ...after, to: middle }, { ...after, from: middle }), at: index + 1 };
}

/** Where a row is cut in two, on a whole hour if it has one within; undefined for a single minute. */
function middleOf(row: PeriodRow): string | undefined {
  const span = spanOf(row);
  if (!span) return undefined;
  const length = (span.end - span.begin + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  if (length < 2) return undefined;
  const half = span.begin + Math.floor(length / 2);
  const whole = half - (half % 60);
  return clockOf((whole > span.begin ? whole : half) % DAY_MINUTES);
}

import { labelOf } from '../../../../shared/domain/address.ts';
import { pricePropertyFee } from '../../../../shared/domain/fee.ts';
import { addDays, addMonths, daysBetween, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { RosterHome, RosterStatus } from '../../../../shared/domain/roster.ts';
import { makeName, makePhone } from './people.ts';
import { createRandom, type Random } from './random.ts';

/** When the sample's books begin and end. */
export type Span = { firstMonth: string; months: number };

type Place = { building: number; unit: number; floor: number; column: number };

const LEAST_BUILDINGS = 8;
const HOMES_PER_BUILDING = 110;
const ROOMS_PER_LANDING = 4;
const TALLEST = 18;

/** Some places stay without a home, as shops, halls and plant rooms do. */
const PLACES_PER_HOME = 1.3;

const STATUSES: readonly (readonly [RosterStatus, number])[] = [['occupied', 66], ['vacant', 11], ['let', 11], ['unsold', 12]];

/** Yuan per m² and month, in 0.0001: low buildings, the newest quarter, and the last before its rise. */
const RATE_E4 = 15_000;
const NEW_RATE_E4 = 18_000;
const EARLY_RATE_E4 = 16_000;

/** The homes of the sample estate in the order of their addresses, as a roster would name them. */
export function makeHomes(seed: number, count: number, span: Span): RosterHome[] {
  const random = createRandom(seed, 'homes');
  const buildings = buildingsOf(count);
  let owner = { name: '', phone: '' };
  return choosePlaces(random, count, buildings).map((place, index) => {
    const status = random.weighted(STATUSES);
    // Now and then one person has the home next door too.
    if (index === 0 || !random.chance(20) || !owner.name) owner = { name: makeName(random), phone: makePhone(random) };
    const address = { building: String(place.building), unit: String(place.unit), room: `${place.floor}${String(place.column).padStart(2, '0')}` };
    const sold = status !== 'unsold';
    const home = {
      row: index + 1, ...address, label: labelOf(address), status, ownerName: sold ? owner.name : '', phone: sold ? owner.phone : '', areaDm2: areaOf(seed, random, place),
      handoverOn: sold ? handoverOf(random, span) : null, rateE4: rateOf(place.building, buildings), note: '',
    };
    return { ...home, arrearsFen: arrearsOf(random, home, span) };
  });
}

/** The buildings whose rate rises from 1.60 to 1.80, and the month of the rise. */
export function rateRise(count: number, { firstMonth, months }: Span): { building: string; from: string; rateE4: number } {
  return { building: String(buildingsOf(count)), from: firstDay(addMonths(firstMonth, months >> 1)), rateE4: NEW_RATE_E4 };
}

function buildingsOf(count: number): number {
  return Math.max(LEAST_BUILDINGS, Math.ceil(count / HOMES_PER_BUILDING));
}

function rateOf(building: number, buildings: number): number {
  if (building === buildings) return EARLY_RATE_E4;
  return building > (buildings * 3) / 4 ? NEW_RATE_E4 : RATE_E4;
}

/** Spreads the homes evenly over the buildings and leaves out some places by chance. */
function choosePlaces(random: Random, count: number, buildings: number): Place[] {
  return Array.from({ length: buildings }, (_, index) => {
    const share = Math.floor(((index + 1) * count) / buildings) - Math.floor((index * count) / buildings);
    const floors = Math.min(TALLEST, Math.ceil((share * PLACES_PER_HOME) / (2 * ROOMS_PER_LANDING)));
    let left = share;
    return placesOf(index + 1, floors).filter((_, place, places) => {
      const taken = random.below(places.length - place) < left;
      if (taken) left -= 1;
      return taken;
    });
  }).flat();
}

function placesOf(building: number, floors: number): Place[] {
  const landings = [1, 2].flatMap((unit) => Array.from({ length: floors }, (_, floor) => ({ building, unit, floor: floor + 1 })));
  return landings.flatMap((landing) => Array.from({ length: ROOMS_PER_LANDING }, (_, column) => ({ ...landing, column: column + 1 })));
}

/** 60 to 155 m²; rooms above each other are nearly alike. */
function areaOf(seed: number, random: Random, { building, unit, column }: Place): number {
  const plan = createRandom(seed, `floor plan ${building}-${unit}-${column}`);
  return 6_000 + plan.below(9_301) + random.below(200);
}

/** Most homes were handed over years before the books began, one in twenty-five while they are kept. */
function handoverOf(random: Random, { firstMonth, months }: Span): string {
  const opensOn = firstDay(firstMonth);
  const days = daysBetween(opensOn, lastDay(addMonths(firstMonth, months - 1)));
  return random.chance(40) ? addDays(opensOn, random.below(days)) : addDays(opensOn, -200 - random.below(2_500));
}

/** What a home owed when the books began: whole months of its fee, at most two years' worth. */
function arrearsOf(random: Random, home: { status: RosterStatus; areaDm2: number; rateE4: number; handoverOn: string | null }, span: Span): number {
  const owes = random.chance(home.status === 'vacant' ? 700 : 480);
  const months = 1 + random.below(home.status === 'vacant' ? 24 : 12);
  if (!owes || home.status === 'unsold' || (home.handoverOn ?? '') >= firstDay(span.firstMonth)) return 0;
  return months * pricePropertyFee(home.areaDm2, home.rateE4, { numerator: 1, denominator: 1 });
}

import { expect, it } from 'vitest';
import { givenHomes } from '../support/builders.ts';
import { openOffice } from '../support/open-office.ts';
import { givenCompany, givenSpaces } from '../support/parking.ts';

/** How many leases are offered; more with LEASES. */
const LEASES = Number(process.env['LEASES'] ?? 150);
const SEED = Number(process.env['SEED'] ?? 20_261_127);
const SPACES = Math.max(3, Math.ceil(LEASES / 40));
/** Two years from a Thursday on, minute by minute. */
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAYS = 731;
const MINUTES = DAYS * 1440;

/** A small generator of numbers, the same for a seed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Window = { weekdays: number[]; from: string; to: string };
type Offer = { space: number; first: number; days: number | null; windows: Window[] | undefined };

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const dayText = (day: number): string => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);

function drawOffer(next: (below: number) => number): Offer {
  const count = next(3);
  const windows = Array.from({ length: count }, (): Window => {
    // Edges that meet others' are the ones that go wrong.
    const edge = (): number => (next(2) === 0 ? [0, 480, 510, 1050, 1080, 1439][next(6)] ?? 0 : next(1440));
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => next(2) === 0);
    return { weekdays: weekdays.length > 0 ? weekdays : [1 + next(7)], from: clock(edge()), to: next(8) === 0 ? '24:00' : clock(edge()) };
  });
  return { space: next(SPACES), first: next(DAYS - 1), days: next(6) === 0 ? null : next(3) === 0 ? 1 + next(9) : 1 + next(200), windows: count === 0 ? undefined : windows };
}

/**
 * The minutes of an offer, one by one: of each day that is let those of its weekday's windows, and what a window of the
 * day before brings over midnight. Undefined when its windows hold nothing or hold a minute twice.
 */
function minutesOf({ first, days, windows }: Offer): Uint8Array | undefined {
  const week = new Uint8Array(7 * 1440);
  if (!windows) week.fill(1);
  for (const { weekdays, from, to } of windows ?? []) {
    const [begins, ends] = [Number(from.slice(0, 2)) * 60 + Number(from.slice(3)), Number(to.slice(0, 2)) * 60 + Number(to.slice(3))];
    if (begins === ends) return undefined;
    for (const weekday of weekdays) {
      for (let minute = begins; minute !== (ends > begins ? ends : ends + 1440); minute += 1) {
        const at = ((weekday - 1) * 1440 + minute) % week.length;
        if (week[at]) return undefined;
        week[at] = 1;
      }
    }
  }
  const held = new Uint8Array(MINUTES);
  const end = days === null ? DAYS : Math.min(DAYS, first + days);
  for (let day = first; day < end; day += 1) {
    const weekday = (new Date(FIRST_DAY + day * 86_400_000).getUTCDay() + 6) % 7;
    held.set(week.subarray(weekday * 1440, weekday * 1440 + 1440), day * 1440);
  }
  return held;
}

it('lets no two leases share a minute of two years, and refuses no other', async () => {
  const office = await openOffice();
  try {
    const codes = Array.from({ length: SPACES }, (_, index) => `A-${String(index + 1)}`);
    await givenSpaces(office, codes);
    const [home] = await givenHomes(office, [{}]);
    const companyId = await givenCompany(office);
    const next = generator(SEED);
    const taken = codes.map(() => new Uint8Array(MINUTES));
    const open = codes.map(() => [] as Offer[]);
    const counts = { accepted: 0, refused: 0, unsound: 0, minutes: 0 };
    for (let offered = 0; offered < LEASES; offered += 1) {
      const offer = drawOffer(next);
      const held = minutesOf(offer);
      const space = taken[offer.space] ?? new Uint8Array(0);
      // Open leases go on beyond the two years: two of them that share a minute of a week share one there, too.
      const clashes = held?.some((one, minute) => one === 1 && space[minute] === 1);
      const isDaytime = next(2) === 0;
      const payer = isDaytime ? { kind: 'daytime' as const, companyId, resolutionNo: '1' } : { kind: 'resident' as const, homeId: home?.homeId ?? 0 };
      const reply = await office.call('parking.lease', {
        ...payer, space: codes[offer.space] ?? '', plates: [], from: dayText(offer.first), ...(offer.days !== null && { to: dayText(offer.first + offer.days) }), ...(offer.windows && { windows: offer.windows }), monthlyFen: 5000, proration: 'days',
      });
      const told = reply.ok ? 'accepted' : reply.code;
      if (!held) {
        expect(['WINDOW_EMPTY', 'WINDOWS_OVERLAP'], JSON.stringify(offer)).toContain(told);
        counts.unsound += 1;
        continue;
      }
      counts.minutes += MINUTES;
      const beyond = offer.days === null || offer.first + offer.days > DAYS ? (open[offer.space] ?? []).some((other) => meetLater(offer, other)) : false;
      expect(told, JSON.stringify(offer)).toBe(clashes || beyond ? 'SPACE_TAKEN' : 'accepted');
      if (!reply.ok) { counts.refused += 1; continue; }
      counts.accepted += 1;
      held.forEach((one, minute) => { if (one === 1) space[minute] = 1; });
      if (offer.days === null || offer.first + offer.days > DAYS) open[offer.space]?.push(offer);
    }
    process.stdout.write(`${String(LEASES)} leases offered on ${String(SPACES)} spaces: ${String(counts.accepted)} accepted, ${String(counts.refused)} refused, ${String(counts.unsound)} without sound windows; ${counts.minutes.toLocaleString('en')} minutes compared\n`);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  } finally {
    expect(office.bugs).toEqual([]);
    await office.close();
  }
}, 1_200_000);

/** Whether two offers share a minute in the ten weeks after the two years, day by day. */
function meetLater(left: Offer, right: Offer): boolean {
  for (let day = DAYS; day < DAYS + 300; day += 1) {
    const [one, other] = [left, right].map(({ first, days }) => day >= first && (days === null || day < first + days));
    if (!one || !other) continue;
    const weekday = new Date(FIRST_DAY + day * 86_400_000).getUTCDay();
    const [mine, theirs] = [left, right].map((offer) => minutesOf({ ...offer, first: SAME_WEEKDAY[weekday] ?? 0, days: 1 })?.slice((SAME_WEEKDAY[weekday] ?? 0) * 1440, ((SAME_WEEKDAY[weekday] ?? 0) + 1) * 1440));
    if (mine?.some((minute, index) => minute === 1 && theirs?.[index] === 1)) return true;
  }
  return false;
}

/** A day of the first week for each weekday, Sunday first. */
const SAME_WEEKDAY = [3, 4, 5, 6, 0, 1, 2];

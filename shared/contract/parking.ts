import { z } from 'zod';
import { isClock } from '../domain/week-windows.ts';
import { command, count, everyRole, fenSchema, filePath, id, isoDate, isoMonth, pageLimit, query, word } from './define.ts';

export const spaceKind = z.enum(['standard', 'wide', 'charging', 'disabled']);
export type SpaceKind = z.infer<typeof spaceKind>;
/** Whose the space is (产权): only common ones earn common income. */
export const spaceTitle = z.enum(['owner', 'developer', 'common', 'civil-defence']);
export type SpaceTitle = z.infer<typeof spaceTitle>;
export const leaseKind = z.enum(['resident', 'daytime']);
export type LeaseKind = z.infer<typeof leaseKind>;
/** days: by the days held of each month; whole: a month that was begun counts whole. */
export const leaseProration = z.enum(['days', 'whole']);
export const leaseCycle = z.enum(['month', 'quarter', 'year']);
/** suspended and running are those of today. */
export const leaseState = z.enum(['draft', 'signed', 'running', 'suspended', 'ended']);
export type LeaseState = z.infer<typeof leaseState>;

/** `HH:MM`, and 24:00 as the end of a day. */
export const clock = z.string().refine(isClock, { error: 'CLOCK' });
/** Half-open, 1 is Monday; a window that ends at or before its beginning crosses midnight into the next day. */
export const weekWindow = z.object({ weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), from: clock, to: clock });
export type WeekWindow = z.infer<typeof weekWindow>;
/** Minutes of a week from Monday 00:00, `[from, to)` within 0 to 10080, sorted and apart. */
export const weekSpan = z.object({ from: z.int(), to: z.int() });

export const spaceCode = word(20);
const zoneName = word(20);
const monthlyFen = z.int().nonnegative().max(100_000_000);
const reason = word(200);
const note = z.string().trim().max(200);
const plates = z.array(z.string().trim().min(1).max(12)).max(20);

export const newSpace = z.object({
  code: spaceCode, zone: zoneName, title: spaceTitle, kind: spaceKind.default('standard'), floor: z.string().trim().max(10).default(''),
  /** Of an owner's space. */ ownerHomeId: id.optional(), /** Place in the plan of the zone. */ row: z.int().min(1).max(200).optional(), column: z.int().min(1).max(200).optional(), note: note.default(''),
});
export const spaceItem = z.object({
  spaceId: id, code: z.string(), zone: z.string(), floor: z.string(), kind: spaceKind, title: spaceTitle, ownerHomeId: id.nullable(), ownerLabel: z.string().nullable(), row: z.int().nullable(), column: z.int().nullable(), note: z.string(),
  /** Today's. */ blocked: z.object({ blockId: id, from: z.string(), to: z.string().nullable(), reason: z.string() }).nullable(), residentLeaseId: id.nullable(), daytimeLeaseId: id.nullable(),
});

const leaseTerms = {
  contractNo: z.string().trim().max(40).default(''), cycle: leaseCycle.default('month'), /** Number, date and term of the owners' resolution. */ resolutionNo: z.string().trim().min(1).max(60).optional(), resolutionOn: isoDate.optional(), resolutionTo: isoDate.optional(),
  /** How the owner of an owner's space agreed. */ consent: z.string().trim().min(1).max(100).optional(), /** For each hour begun outside the windows. */ overstayFen: monthlyFen.default(0), noticeDays: z.int().min(0).max(365).default(30), note: note.default(''),
};
const leaseInput = z.object({
  space: spaceCode, kind: leaseKind, homeId: id.optional(), companyId: id.optional(), plates, from: isoDate, /** Half-open: the first day that is not let. */ to: isoDate.optional(), windows: z.array(weekWindow).max(20).optional(),
  monthlyFen, depositFen: z.int().nonnegative().max(100_000_000).default(0), proration: leaseProration, ...leaseTerms, /** Written down, and holds nothing until it is signed. */ draft: z.boolean().default(false),
});

export const leaseItem = z.object({
  leaseId: id, leaseNo: z.string(), contractNo: z.string(), kind: leaseKind, state: leaseState, /** A home's label or a company's name. */ label: z.string(), homeId: id, isCompany: z.boolean(), lessee: z.string(),
  space: z.string(), zone: z.string(), title: spaceTitle, from: z.string(), /** The day it ends or ended; null when open. */ to: z.string().nullable(), windows: z.array(weekWindow), plates: z.array(z.string()), monthlyFen: z.int(),
  proration: leaseProration, cycle: leaseCycle, depositFen: z.int(), /** Held at the desk. */ depositHeldFen: z.int(), openFen: z.int(), /** Half-open; null before the first charge. */ chargedTo: z.string().nullable(),
});
export const leaseSpan = z.object({ spanId: id, space: z.string(), from: z.string(), to: z.string().nullable(), monthlyFen: z.int() });
export const leaseEvent = z.object({
  kind: z.enum(['drafted', 'signed', 'priced', 'moved', 'suspended', 'resumed', 'renewed', 'plates', 'recalled', 'ended', 'dropped']), on: z.string(), /** What changed, by name: codes of spaces, days, fen. */ details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])), reason: z.string(), by: z.string(), at: z.string(),
});
export const chargePart = z.object({ month: z.string(), space: z.string(), from: z.string(), to: z.string(), days: count, monthDays: count, monthlyFen: z.int(), marketFen: z.int().nullable(), amountFen: z.int(), subsidyFen: z.int() });
export const chargeSkip = z.enum(['ALREADY_CHARGED', 'DRAFT', 'SUSPENDED', /** The month was charged whole to the lease before it. */ 'MONTH_COVERED', /** Charged with an earlier month in advance. */ 'NOT_DUE', 'NOTHING_TO_CHARGE']);
export type ChargeSkip = z.infer<typeof chargeSkip>;
const skipped = z.array(z.object({ leaseId: id, leaseNo: z.string(), space: z.string(), label: z.string(), reason: chargeSkip }));

/** A charge as a shortening changes it; nothing of it is dropped unnoticed. */
export const chargeChange = z.object({ billId: id, month: z.string(), from: z.string(), to: z.string(), beforeFen: z.int(), afterFen: z.int(), paidFen: z.int() });
const settlement = { refundFen: fenSchema, /** Of it paid before, and now held for the payer to be given back; with what was paid of late fees on it. */ heldFen: fenSchema };

export const parking = {
  /** Adds spaces; known ones must agree. Refused: SPACE_DIFFERS, NO_SUCH_HOME (owner). */
  'parking.addSpaces': command({ roles: ['manager', 'office'], input: z.object({ spaces: z.array(newSpace).min(1).max(20_000) }), output: z.object({ added: count, unchanged: count }) }),
  /** Reads an .xlsx or .csv of spaces (车位编号, 区域, 楼层, 类型, 产权, 业主房号); with `commit` false only says what it would do. Refused: SPACES_HAVE_ERRORS, NO_HEADER_ROW and those of files. */
  'parking.importSpaces': command({
    roles: ['manager', 'office'],
    input: z.object({ file: filePath, commit: z.boolean(), /** Take the sound rows although others have errors. */ acceptErrors: z.boolean().default(false) }),
    output: z.object({ added: count, unchanged: count, errors: z.array(z.object({ row: count, column: z.string(), header: z.string(), value: z.string(), reason: z.string(), code: z.string() })) }),
  }),
  /** Kind, zone, floor, title, owner, place and note of a space. Refused: NO_SUCH_SPACE, TITLE_OF_LET_SPACE (a charge stands), NO_SUCH_HOME. */
  'parking.changeSpace': command({ roles: ['manager', 'office'], input: newSpace, output: z.object({ spaceId: id }) }),
  'parking.listSpaces': query({
    roles: everyRole,
    input: z.object({ zone: z.string().max(20).optional(), title: spaceTitle.optional(), kind: spaceKind.optional(), search: z.string().max(20).optional(), /** Let to nobody today and not blocked. */ freeOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({ items: z.array(spaceItem), total: count, next: z.string().optional() }),
  }),
  'parking.listZones': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ zone: z.string(), floors: z.array(z.string()), spaces: count, common: count, let: count, blocked: count })) }) }),
  /** Under repair, kept for a purpose: not let in `[from, to)`. Refused: NO_SUCH_SPACE, DATES_REVERSED, SPACE_TAKEN (a lease runs then). */
  'parking.blockSpace': command({ roles: ['manager', 'office'], input: z.object({ space: spaceCode, from: isoDate, to: isoDate.optional(), reason }), output: z.object({ blockId: id }) }),
  'parking.unblockSpace': command({ roles: ['manager', 'office'], input: z.object({ blockId: id, on: isoDate }), output: z.object({}) }),
  /** One zone on one day: each space with the leases that hold it, for a plan that is scrubbed through day and week. */
  'parking.plan': query({
    roles: everyRole,
    input: z.object({ zone: z.string().max(20), on: isoDate }),
    output: z.object({
      spaces: z.array(z.object({
        spaceId: id, code: z.string(), floor: z.string(), kind: spaceKind, title: spaceTitle, row: z.int().nullable(), column: z.int().nullable(), /** Why it is blocked on the day. */ blocked: z.string().nullable(),
        leases: z.array(z.object({ leaseId: id, leaseNo: z.string(), kind: leaseKind, label: z.string(), lessee: z.string(), to: z.string().nullable(), /** Ends within 30 days of the day. */ expiring: z.boolean(), spans: z.array(weekSpan), plates: z.array(z.string()) })),
      })),
    }),
  }),

  /** Market and resident price of a month, from a day, with the resolution behind them. Refused: PRICE_BEFORE_CHARGE, PRICES_EXIST, PRICES_REVERSED (resident above market). */
  'parking.setPrices': command({ roles: ['manager'], input: z.object({ from: isoDate, marketFen: monthlyFen, residentFen: monthlyFen, resolutionNo: z.string().trim().max(60).default('') }), output: z.object({}) }),
  'parking.listPrices': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ from: z.string(), marketFen: z.int(), residentFen: z.int(), resolutionNo: z.string(), by: z.string() })) }) }),

  /**
   * A lease of a space. Refused: NO_SUCH_SPACE, NO_SUCH_HOME, NO_SUCH_COMPANY, LESSEE_NOT_OF_KIND, HOME_UNSOLD, HOME_MERGED, DATES_REVERSED, WINDOW_EMPTY, WINDOWS_OVERLAP, PLATE_INVALID, PLATE_REPEATED,
   * SPACE_TAKEN, SPACE_BLOCKED, PLATE_TAKEN, RESOLUTION_NEEDED (a common space to a company), CONSENT_NEEDED (an owner's space to anyone else).
   */
  'parking.lease': command({ roles: ['manager', 'cashier', 'office'], input: leaseInput, output: z.object({ leaseId: id, leaseNo: z.string() }) }),
  /** One contract of a company over several spaces: one lease for each, all or none. Refused: as a lease; `space` is in the details. */
  'parking.signContract': command({
    roles: ['manager', 'cashier', 'office'],
    input: leaseInput.omit({ space: true, plates: true, kind: true, homeId: true, draft: true }).required({ companyId: true }).extend({ spaces: z.array(z.object({ space: spaceCode, plates })).min(1).max(200) }),
    output: z.object({ contractNo: z.string(), leases: z.array(z.object({ leaseId: id, leaseNo: z.string(), space: z.string() })) }),
  }),
  /** What stands in the way of a lease before it is signed, and what would fit instead. */
  'parking.checkLease': query({
    roles: everyRole,
    input: z.object({ space: spaceCode, from: isoDate, to: isoDate.optional(), windows: z.array(weekWindow).max(20).optional(), plates: plates.default([]), /** Looked past: the lease itself. */ leaseId: id.optional() }),
    output: z.object({
      clashes: z.array(z.object({ leaseId: id, leaseNo: z.string(), lessee: z.string(), weekday: z.int(), from: z.string(), to: z.string(), until: z.string().nullable() })), platesTaken: z.array(z.object({ plate: z.string(), leaseId: id, leaseNo: z.string(), lessee: z.string() })), blocked: z.object({ from: z.string(), to: z.string().nullable(), reason: z.string() }).nullable(),
      /** The first day from which it would fit here; null when never. */ nextFrom: z.string().nullable(), /** What of the week is free here in all of `[from, to)`. */ freeWindows: z.array(weekWindow), /** Spaces of the zone that take it as it is. */ others: z.array(z.string()),
    }),
  }),
  'parking.signLease': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ leaseId: id }), output: z.object({ leaseNo: z.string() }) }),
  /** Takes back a draft. Refused: NO_SUCH_LEASE, LEASE_NOT_DRAFT. */
  'parking.dropDraft': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ leaseId: id, reason }), output: z.object({}) }),
  /** Plates from a day on. Refused: NO_SUCH_LEASE, LEASE_ENDED, PLATE_INVALID, PLATE_REPEATED, PLATE_TAKEN. */
  'parking.changePlates': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ leaseId: id, from: isoDate, plates, reason: note.default('') }), output: z.object({}) }),
  /** What ending on a day would change, charge by charge. Writes nothing. */
  'parking.previewEnd': query({ roles: everyRole, input: z.object({ leaseId: id, on: isoDate, /** As a recall: by days whatever the agreed rule. */ recall: z.boolean().default(false) }), output: z.object({ ...settlement, changes: z.array(chargeChange), depositHeldFen: z.int() }) }),
  /**
   * Ends a lease: `on` is the first day that is not let. What was charged for days from then on is taken off by the agreed rule (`refundFen`); what of it was paid is held for the payer.
   * Refused: NO_SUCH_LEASE, LEASE_ENDED, LEASE_NOT_SIGNED, LEASE_DAY_OUTSIDE.
   */
  'parking.endLease': command({ roles: ['manager'], input: z.object({ leaseId: id, on: isoDate, reason }), output: z.object(settlement) }),
  /** An owner needs the space: the lease ends after its notice, `on` not before (NOTICE_TOO_SHORT), and the rest is refunded by days whatever the agreed rule. */
  'parking.recallLease': command({ roles: ['manager'], input: z.object({ leaseId: id, on: isoDate, forHomeId: id.optional(), reason }), output: z.object(settlement) }),
  /** Not held and not charged in `[from, to)`; without `to` until it is resumed. Refused: LEASE_DAY_OUTSIDE, LEASE_SUSPENDED. */
  'parking.suspendLease': command({ roles: ['manager'], input: z.object({ leaseId: id, from: isoDate, to: isoDate.optional(), reason }), output: z.object(settlement) }),
  /** Refused: LEASE_NOT_SUSPENDED, SPACE_TAKEN, SPACE_BLOCKED. */
  'parking.resumeLease': command({ roles: ['manager'], input: z.object({ leaseId: id, on: isoDate }), output: z.object({}) }),
  /** A new price from a day, a new end, or both. Refused: PRICE_BEFORE_CHARGE, SPACE_TAKEN, SPACE_BLOCKED, PLATE_TAKEN, LEASE_DAY_OUTSIDE. */
  'parking.renewLease': command({ roles: ['manager'], input: z.object({ leaseId: id, from: isoDate, monthlyFen: monthlyFen.optional(), /** null: open. */ to: isoDate.nullable().optional(), resolutionNo: z.string().trim().max(60).optional(), reason: note.default('') }), output: z.object({}) }),
  /** Gives all resident leases of common spaces the resident price in force from a day. Refused: NO_PRICES, PRICE_BEFORE_CHARGE. */
  'parking.repriceResidents': command({ roles: ['manager'], input: z.object({ from: isoDate, commit: z.boolean() }), output: z.object({ leases: z.array(z.object({ leaseId: id, leaseNo: z.string(), label: z.string(), space: z.string(), beforeFen: z.int(), afterFen: z.int() })) }) }),
  /** The same lease in another space from a day; charges beyond it are issued again for the new space. Refused: as a lease, LEASE_DAY_OUTSIDE, SAME_SPACE. */
  'parking.moveLease': command({ roles: ['manager', 'office'], input: z.object({ leaseId: id, on: isoDate, space: spaceCode, monthlyFen: monthlyFen.optional(), reason }), output: z.object(settlement) }),
  'parking.listLeases': query({
    roles: everyRole,
    input: z.object({
      kind: leaseKind.optional(), state: leaseState.optional(), zone: z.string().max(20).optional(), space: z.string().max(20).optional(), homeId: id.optional(), /** Of a company's contract. */ contractNo: z.string().max(40).optional(), /** Label, name, lease or contract number, space, plate. */ search: z.string().max(60).optional(),
      owing: z.boolean().optional(), /** Ends within so many days of today. */ endsWithin: z.int().min(1).max(366).optional(), limit: pageLimit.default(200), after: z.int().optional(),
    }),
    output: z.object({ items: z.array(leaseItem), total: count, monthlyFen: z.int(), next: z.int().optional() }),
  }),
  'parking.getLease': query({
    roles: everyRole,
    input: z.object({ leaseId: id }),
    output: leaseItem.extend({
      signedOn: z.string().nullable(), endedOn: z.string().nullable(), agreedTo: z.string().nullable(), resolutionNo: z.string(), resolutionOn: z.string().nullable(), resolutionTo: z.string().nullable(), consent: z.string(), overstayFen: z.int(), noticeDays: z.int(), note: z.string(),
      spans: z.array(leaseSpan), events: z.array(leaseEvent), plateHistory: z.array(z.object({ plate: z.string(), from: z.string(), to: z.string().nullable() })),
      charges: z.array(z.object({ billId: id, month: z.string(), from: z.string(), to: z.string(), amountFen: z.int(), openFen: z.int(), subsidyFen: z.int(), cancelled: z.boolean(), entryId: id, parts: z.array(chargePart) })), deposits: z.array(z.object({ depositId: z.string(), receiptNo: z.string(), amountFen: z.int(), heldFen: z.int() })),
    }),
  }),
  /** Spaces that take a lease over all of `[from, to)`; `windows` is what of the week is free in each. */
  'parking.findFree': query({
    roles: everyRole,
    input: z.object({ windows: z.array(weekWindow).max(20).optional(), from: isoDate, to: isoDate.optional(), zone: z.string().max(20).optional(), kind: spaceKind.optional(), title: spaceTitle.optional() }),
    output: z.object({ items: z.array(z.object({ space: z.string(), windows: z.array(weekWindow), zone: z.string(), kind: spaceKind, title: spaceTitle })) }),
  }),

  /** Bills the leases of a month, what is due in advance included; issuing twice issues nothing twice. Refused: MONTH_BEFORE_OPENING, MONTH_TOO_FAR. */
  'parking.issueCharges': command({ roles: ['manager'], input: z.object({ month: isoMonth, commit: z.boolean() }), output: z.object({ issued: count, amountFen: fenSchema, subsidyFen: fenSchema, skipped }) }),
  /** The draft of a month, lease by lease. Writes nothing. */
  'parking.previewCharges': query({
    roles: everyRole,
    input: z.object({ month: isoMonth }),
    output: z.object({
      issued: count, amountFen: fenSchema, subsidyFen: fenSchema, skipped, /** Resident leases of common spaces charged without a market price: no subsidy is posted. */ withoutMarketPrice: count,
      lines: z.array(z.object({ leaseId: id, leaseNo: z.string(), kind: leaseKind, label: z.string(), lessee: z.string(), space: z.string(), from: z.string(), to: z.string(), amountFen: z.int(), subsidyFen: z.int(), parts: z.array(chargePart) })),
    }),
  }),
};

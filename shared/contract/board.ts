import { z } from 'zod';
import { balanceSources, comparisons, waitingKinds, type MoneyPart } from '../domain/board.ts';
import { ageBucket, collectionFigures } from './arrears.ts';
import { chargingUse } from './charging-use.ts';
import { parkingIncome } from './parking-income.ts';
import { command, count, everyRole, filePath, host, id, isoMonth, query } from './define.ts';
import { fund } from './ledger.ts';
import { statementKinds } from './statement-content.ts';

const span = z.object({ from: z.string(), to: z.string() });
/** `gridCostFen` is of the bills that there are; `netFen` is null while a month that sold or counted something lacks one: `missing` names those. */
const charging = z.object({ incomeFen: z.int(), energyFen: z.int(), serviceFen: z.int(), extraFen: z.int(), gridCostFen: z.int(), commissionFen: z.int(), otherFen: z.int(), bookedFen: z.int(), costFen: z.int(), netFen: z.int().nullable(), missing: z.array(z.string()) });
/** Residents at what they pay themselves; `leftFen` is daytime and other income less the subsidy, `netFen` all that is paid less the costs. */
const parking = z.object({ residentPaidFen: z.int(), daytimeFen: z.int(), otherFen: z.int(), subsidyFen: z.int(), costFen: z.int(), leftFen: z.int(), netFen: z.int() });
/** The parts of the money; `heldFen` (paid ahead) is taken off: special + basic + cash + transit − held = balance. */
const common = z.object({ balanceFen: z.int(), parts: z.object({ special: z.int(), basic: z.int(), cash: z.int(), transit: z.int(), held: z.int() } satisfies Record<MoneyPart, z.ZodType>) });
const usage = chargingUse['charging.usage'].output.shape;
/** What the shop gave: the rent waived in kind, what residents saved (negative where prices were above their reference), and what growers were paid, by village. */
const shop = z.object({ waivedRentFen: count, salesFen: count, savingFen: z.int(), growersFen: z.record(z.string(), count), months: z.array(z.object({ month: z.string(), waivedRentFen: count, salesFen: count, savingFen: z.int(), growersFen: count })) });
/** A published sheet that hangs: for how many working days by today, of how many it must. */
const wall = z.object({ statementId: id, kind: z.enum(statementKinds), from: z.string(), to: z.string(), version: count, workdays: count, wanted: count });

const months = { from: isoMonth.optional(), to: isoMonth.optional(), compare: z.enum(comparisons).default('before') };

export const boardSummary = z.object({
  /** The months shown, those that they are compared with, and the day that balances and debts are of. */
  months: span, then: span.nullable(), asOf: z.string(), today: z.string(),
  /** Where no months were asked for: later ones with entries that are not shown because they lack the grid's bill. */ skipped: z.array(z.string()),
  collection: z.object({ now: collectionFigures, then: collectionFigures.nullable(), trend: z.array(collectionFigures.extend({ month: z.string() })), /** 0: none is set. */ targetPermille: count }),
  charging: z.object({ now: charging, then: charging.nullable(), months: z.array(charging.extend({ month: z.string() })), /** Connectors of each kind in service. */ kinds: usage.kinds }),
  parking: z.object({ now: parking, then: parking.nullable(), months: z.array(parking.extend({ month: z.string() })) }),
  common: z.object({ now: common, then: common.nullable(), months: z.array(z.object({ month: z.string(), balanceFen: z.int() })), /** All that is not zero; the balances sum to the balance. */ sources: z.array(z.object({ source: z.enum(balanceSources), /** Within the months shown. */ movedFen: z.int(), balanceFen: z.int() })) }),
  cash: z.array(z.object({ fund, cashFen: z.int(), bankFen: z.int(), transitFen: z.int(), totalFen: z.int() })),
  ageing: z.object({ buckets: z.array(z.object({ bucket: ageBucket, homes: count, amountFen: z.int() })), totalFen: z.int() }),
  /** Of sockets where there are any, else of chargers; every hour of the week, Monday 0:00 first. */
  heat: usage.heat,
  devices: z.array(usage.devices.element.pick({ device: true, kind: true, place: true, connectors: true, sessions: true, energy: true, utilisationPermille: true, idleDays: true, state: true }).extend({ serviceFen: z.int() })),
  /** Leases that hold their last day within 30 days from today, and what daytime leases bring in a month in all. */
  expiring: z.object({ items: parkingIncome['parking.expiring'].output.shape.items, until: z.string(), daytimeMonthFen: count }),
  /** Null while no shop had an agreement in the months of the charts. */
  shop: shop.nullable(),
  waiting: z.array(z.object({ kind: z.enum(waitingKinds), count })), wall: z.array(wall),
});

const cause = z.object({
  account: z.string(), fund, kind: z.string(), /** Debit positive, as posted. */ amountFen: z.int(), entries: count, homes: count, bills: count, top: z.object({ label: z.string(), amountFen: z.int() }).nullable(),
  /** What the vouchers among its entries were for: a contract's (`code`) together, others by their words; those that moved most. `costId`: where it is one voucher. */
  costs: z.array(z.object({ what: z.string(), code: z.string().nullable(), costId: z.string().nullable(), vouchers: count, amountFen: z.int() })),
  firstEntryId: id, lastEntryId: id, fromOn: z.string(), toOn: z.string(),
});

export const board = {
  /**
   * All figures of the manager's board over some months (both included), beside the months before or the same of last year (none where the books had not begun).
   * Without months: the last one that is over, has entries and is whole, that is, has the grid's bill of what was charged in it; else the last with entries.
   * Charts show the twelve months that end with the last one, or all months of a longer span. Money is fen. Charging net = energy + service + other charges − grid − commission − plans and differences − costs booked;
   * parking net = what residents pay + daytime + other − costs booked; the common balance is its money and what the channels and platforms still owe, less what is paid ahead: the closing balance of the statement of the same months. Charging and parking go by the months of sessions and bills, the statement's rows by the days on which money came and went. Rates, ageing, use and leases are those of their own screens. Refused: DATES_REVERSED.
   */
  'board.summary': query({ roles: everyRole, input: z.object(months), output: boardSummary }),
  /**
   * What moved since the caller last said that he saw the board: by entries posted after it, whatever their day. `movements` are groups of accounts, those that moved most first, each with its causes by account, fund and kind of entry:
   * all causes of an account and fund sum to how its balance differs. `amountFen` of a movement has the sign of its group: more of it is positive. `since` goes on from an entry of the caller's choice; without it and without a visit nothing is compared.
   */
  'board.changes': query({
    roles: everyRole, input: z.object({ since: count.optional() }),
    output: z.object({
      since: z.object({ entryId: count, /** Null where an entry was named. */ at: z.string().nullable() }).nullable(), through: count, entries: count,
      movements: z.array(z.object({ subject: z.string(), amountFen: z.int(), causes: z.array(cause) })),
      /** Months closed and reopened meanwhile. */ periods: z.array(z.object({ kind: z.enum(['close', 'reopen']), month: z.string(), reason: z.string() })),
      /** Statements published and superseded meanwhile, the latest first. */ statements: z.array(wall.pick({ statementId: true, kind: true, from: true, to: true, version: true }).extend({ change: z.enum(['published', 'superseded']), at: z.string() })),
      /** Chargers that have become idle meanwhile. */ idle: z.array(z.object({ device: z.string(), idleDays: count })),
    }),
  }),
  /** Says through which entry the caller has seen the books; an earlier one than before changes nothing. Refused: NO_SUCH_ENTRY. */
  'board.markSeen': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ entryId: count }), output: z.object({ entryId: count }) }),
  /** The board for the owners' meeting, on two sheets A4 landscape; nobody's name, home or plate is on it. Refused: DATES_REVERSED, NEEDS_WINDOW. */
  'board.print': host({ roles: ['manager', 'office', 'auditor'], input: z.object({ months: z.object(months).prefault({}), to: z.enum(['printer', 'pdf']), file: filePath.optional() }), output: z.object({ file: z.string().nullable() }) }),
};

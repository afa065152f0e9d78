import { z } from 'zod';
import { count, id } from './define.ts';

/** What a transparency statement says: everything its paper, workbook, JSON and phone page show, and nothing else. Frozen when it is published. */

export const statementKinds = ['common', 'fees'] as const;
export type StatementKind = (typeof statementKinds)[number];

/**
 * One figure of the ledger: `amountFen` is what `entries` entries moved on `account` in the period.
 * Income is positive, and so is what goes out (costs, subsidy, transfers). `line` names it for `statements.drill`.
 */
const line = z.object({ line: z.string(), section: z.enum(['income', 'tax', 'energy', 'direct', 'cost', 'interest', 'toMaintenance', 'subsidy', 'other']), source: z.string(), account: z.string(), amountFen: z.int(), entries: count });
export type StatementLine = z.infer<typeof line>;

/** A row of the sheet's table, made of lines; the words are Chinese, as printed. Money is fen. */
const row = z.object({
  source: z.string(), name: z.string(), /** Under the name: 住户自付, 补贴入账. */ detail: z.string(), place: z.string(), party: z.string(), term: z.string(), standard: z.string(),
  /** Which notes stand beside the name. */ notes: z.array(z.int()),
  billedFen: z.int(), receivedFen: z.int(), taxFen: z.int(), energyFen: z.int(), directFen: z.int(), netFen: z.int(), /** The lines behind it. */ lines: z.array(z.string()),
});

const totals = z.object({ billedFen: z.int(), receivedFen: z.int(), taxFen: z.int(), energyFen: z.int(), directFen: z.int(), netFen: z.int() });
/** A step of 余额怎么变的: signed as printed. */
const step = z.object({ key: z.string(), name: z.string(), basis: z.string(), amountFen: z.int(), lines: z.array(z.string()) });
/** What stands against the closing balance: the bank, channels in transit, cash, money held for others; they sum to it. */
const holding = z.object({ key: z.string(), name: z.string(), basis: z.string(), amountFen: z.int() });
const cost = z.object({ category: z.string(), what: z.string(), amountFen: z.int(), lines: z.array(z.string()) });
/** Figures that a calculator can follow: a − b = c. */
const equation = z.object({ ask: z.string(), answer: z.string(), terms: z.array(z.object({ name: z.string(), /** Before it; empty for the first, '=' for the last. */ sign: z.string(), amountFen: z.int() })) });
const month = z.object({ month: z.string(), incomeFen: z.int(), costFen: z.int(), netFen: z.int() });
/** The period before and the year before; null where the books do not reach. */
const compared = z.object({ name: z.string(), from: z.string(), to: z.string(), incomeFen: z.int(), costFen: z.int(), netFen: z.int() });
export const statementCheck = z.object({ name: z.string(), ok: z.boolean(), /** Both sides, when they differ. */ detail: z.string() });
/** Fees only: pay by post and headcount, profit and its cap, arrears, the three rates (in 0.01 %). */
const fees = z.object({
  posts: z.array(z.object({ post: z.string(), headcount: z.int(), amountFen: z.int() })),
  profitFen: z.int(), capPermyriad: z.int().nullable(), capFen: z.int().nullable(), overCapFen: z.int(), arrearsFen: z.int(), arrearsHomes: count,
  rates: z.array(z.object({ name: z.string(), definition: z.string(), numeratorFen: z.int(), denominatorFen: z.int(), permyriad: z.int().nullable() })),
});

export const statementContent = z.object({
  format: z.literal('mingbai-statement-1'), kind: z.enum(statementKinds), number: z.string(), version: z.int(), estate: z.string(), homes: count, title: z.string(), subtitle: z.string(), from: z.string(), to: z.string(),
  /** Both days included; workdays are counted without weekends and the holidays that were entered. */
  preparedOn: z.string(), postedFrom: z.string(), postedTo: z.string(), workdays: count, preparedBy: z.string(), officeName: z.string(), phone: z.string(),
  /** Sentences computed from the figures; amounts stand between ** and **. */ summary: z.array(z.string()),
  lines: z.array(line), table: z.array(row), totals, steps: z.array(step), holdings: z.array(holding), differenceFen: z.int(), costs: z.array(cost), costTotalFen: z.int(), equations: z.array(equation),
  months: z.array(month), monthsFinding: z.string(), sourcesFinding: z.string(), compare: z.array(compared), compareFinding: z.string(), notes: z.array(z.string()), fees: fees.nullable(),
  openingFen: z.int(), incomeFen: z.int(), costFen: z.int(), netFen: z.int(), interestFen: z.int(), toMaintenanceFen: z.int(), subsidyFen: z.int(), otherFen: z.int(), closingFen: z.int(), /** Null until it was entered. */ bankFen: z.int().nullable(),
  checks: z.array(statementCheck), /** Against the version before: what changed. */ changes: z.array(z.string()),
});
export type StatementContent = z.infer<typeof statementContent>;

/** A statement as lists show it. `digest`: SHA-256 of the frozen content, hex; null while it is a draft. `code`: what is printed beside the QR code. */
export const statementHead = z.object({
  statementId: id, kind: z.enum(statementKinds), number: z.string(), version: z.int(), from: z.string(), to: z.string(), state: z.enum(['draft', 'reviewed', 'published', 'superseded']),
  preparedAt: z.string(), preparedBy: z.string(), publishedAt: z.string().nullable(), publishedBy: z.string().nullable(), digest: z.string().nullable(), code: z.string().nullable(), /** Why it was superseded. */ supersededWhy: z.string().nullable(), closed: z.boolean(),
});
export type StatementHead = z.infer<typeof statementHead>;

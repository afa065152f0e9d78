import { z } from 'zod';
import { scaleColumns, scaleFaults } from '../domain/scale-sheet.ts';
import { command, count, everyRole, filePath, host, id, isoDate, isoMonth, pageLimit, query, word } from './define.ts';

const desk = ['manager', 'office'] as const;
const note = z.string().trim().max(200).refine((text) => !/\p{Cc}/u.test(text), { error: 'CONTROL' });
/** Grams, at most a hundred tons. */
const grams = z.int().positive().max(100_000_000);
/** Fen of a kg, at most ten thousand yuan. */
const kgFen = z.int().nonnegative().max(1_000_000);
const kgFenAbove = kgFen.positive();
const amountFen = z.int().nonnegative().max(10_000_000_000);
const product = word(40);
const village = word(40);
const formId = z.uuid().optional();
const range = { from: isoDate.optional(), to: isoDate.optional() };

export const marketKinds = ['agreement', 'delivery', 'sale', 'waste', 'inspection', 'complaint'] as const;
export type MarketKind = (typeof marketKinds)[number];
const voided = z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable();

const terms = {
  shopkeeper: word(60), place: word(60), /** 0.01 m². */ areaDm2: z.int().nonnegative().max(100_000_000).default(0), /** Half-open. */ from: isoDate, to: isoDate, /** The shop is free of rent. */ rentFen: z.literal(0).default(0),
  /** What the place would be let for, a month. */ imputedRentFen: amountFen, /** Where that figure is from. */ source: note.default(''), resolutionNo: note.default(''), resolutionOn: isoDate.nullable().default(null),
  /** What the shopkeeper has to do, a sentence each: prices, villages, hours, hygiene. */ duties: z.array(word(200)).max(20).default([]), note: note.default(''),
};
const referenceItem = z.object({ product: z.string(), from: z.string(), referenceFen: count, shopFen: count.nullable(), source: z.string(), by: z.string(), at: z.string() });
const monthFigures = {
  month: z.string(), /** In kind: in no entry, and no cash. */ waivedRentFen: z.int(), sales: count, soldGrams: count, salesFen: z.int(), savingFen: z.int(), /** Sales of products that had no reference price: they saved nothing. */ uncomparedFen: z.int(), /** Sales above the reference. */ aboveReference: count,
  deliveries: count, boughtGrams: count, boughtFen: z.int(), wastedGrams: count,
};
const boardItem = z.object({
  product: z.string(), /** Of a kg. */ priceFen: count, /** Of half a kg. */ jinFen: count, referenceFen: count.nullable(), referenceJinFen: count.nullable(), referenceOn: z.string().nullable(), source: z.string(), /** Of half a kg, as both are printed: reference less price; below zero is dearer. */ cheaperJinFen: z.int().nullable(),
  villages: z.array(z.string()), /** The day of the price. */ pricedOn: z.string(), leftGrams: z.int(),
});

export const market = {
  /**
   * An agreement, or with `agreementId` a new version of it. Money is fen, areas 0.01 m². `warnings`: NO_RESOLUTION (common parts are let by the owners' resolution), NO_SOURCE (an imputed rent without one is a guess).
   * Refused: MARKET_AGREEMENT_OVERLAPS, MARKET_AGREEMENT_DAYS, NO_SUCH_AGREEMENT.
   */
  'market.setAgreement': command({ roles: ['manager'], input: z.object({ agreementId: id.optional(), ...terms }), output: z.object({ agreementId: id, version: count, warnings: z.array(z.enum(['NO_RESOLUTION', 'NO_SOURCE'])) }) }),
  'market.listAgreements': query({
    roles: everyRole, input: z.object({}),
    output: z.object({ items: z.array(z.object({ agreementId: id, version: count, shopkeeper: z.string(), place: z.string(), areaDm2: count, from: z.string(), to: z.string(), inForce: z.boolean(), imputedRentFen: count, source: z.string(), resolutionNo: z.string(), resolutionOn: z.string().nullable(), duties: z.array(z.string()), note: z.string(), by: z.string(), at: z.string(), /** Of the whole term, month by month. */ waivedFen: z.int(), voided })), allowedPermille: count }),
  }),
  /** How much more than was delivered may be sold, in permille, from now on. */
  'market.setRules': command({ roles: ['manager'], input: z.object({ allowedPermille: z.int().min(0).max(500) }), output: z.object({}) }),
  /** Reference prices (and the shop's own) of a kg from a day on; of the same day the last holds. Refused: MARKET_REFERENCE_TWICE, PERIOD_CLOSED. */
  'market.setReference': command({ roles: desk, input: z.object({ from: isoDate, source: word(80), items: z.array(z.object({ product, referenceFen: kgFenAbove, shopFen: kgFenAbove.optional() })).min(1).max(200) }), output: z.object({ set: count }) }),
  'market.listReferences': query({ roles: everyRole, input: z.object({ product: product.optional() }), output: z.object({ items: z.array(referenceItem) }) }),
  /**
   * What a grower brought; grower and product are made when they are new. `priceFen` is of a kg; what was paid is grams × price, rounded half up, or what is given where that is within a fen. One of the two may be missing.
   * The same formId again answers what it made. Refused: MARKET_FORM_REUSED, MARKET_AMOUNT, MARKET_IN_FUTURE, PERIOD_CLOSED, NO_SUCH_SUPPLIER, BAD_INPUT (neither price nor paid).
   */
  'market.addDelivery': command({
    roles: desk, input: z.object({ formId, supplier: z.union([z.object({ name: word(40), village, phone: note.default('') }), z.object({ supplierId: id })]), product, on: isoDate, grams, priceFen: kgFen.optional(), paidFen: amountFen.optional(), note: note.default('') }).refine(({ priceFen, paidFen }) => priceFen !== undefined || paidFen !== undefined, { path: ['priceFen'], error: 'REQUIRED' }),
    output: z.object({ deliveryId: id, supplierId: id, paidFen: z.int() }),
  }),
  /**
   * Sales of a day by product; `priceFen` is of a kg, `amountFen` a scale's own amount, within a fen. `referenceFen` sets the reference from that day on. Above the reference is taken and told of in `above`.
   * The same formId again answers what it made. Refused: MARKET_FORM_REUSED, MARKET_SOLD_MORE, MARKET_AMOUNT, MARKET_IN_FUTURE, PERIOD_CLOSED, MARKET_REFERENCE_TWICE.
   */
  'market.addSales': command({
    roles: desk, input: z.object({ formId, on: isoDate, lines: z.array(z.object({ product, grams, priceFen: kgFen, amountFen: amountFen.optional(), referenceFen: kgFenAbove.optional() })).min(1).max(500) }),
    output: z.object({ sales: count, amountFen: z.int(), above: z.array(z.object({ product: z.string(), priceFen: count, referenceFen: count })) }),
  }),
  /** What spoilt. Refused: MARKET_FORM_REUSED, MARKET_STOCK_NEEDED, MARKET_IN_FUTURE, PERIOD_CLOSED. */
  'market.addWaste': command({ roles: desk, input: z.object({ formId, product, on: isoDate, grams, reason: word(200) }), output: z.object({ wasteId: id }) }),
  /**
   * Reads a scale's .csv or .xlsx (日期, 品名, 重量, 单价, 金额, 小票号), a row a weighing. Rows that are known are repeats; with any issue nothing is written, nor without `commit`.
   * Refused: those of files, MARKET_COLUMNS_MISSING, PERIOD_CLOSED (on commit).
   */
  'market.importSales': command({
    roles: desk, input: z.object({ file: filePath, mapping: z.object({ columns: z.partialRecord(z.enum(scaleColumns), z.string().max(60)) }).optional(), commit: z.boolean() }),
    output: z.object({ rows: count, repeats: count, from: z.string().nullable(), to: z.string().nullable(), soldGrams: count, salesFen: z.int(), above: count, products: z.array(z.object({ product: z.string(), rows: count, grams: count, amountFen: z.int() })), issues: z.array(z.object({ row: count, field: z.enum(scaleColumns), value: z.string(), reason: z.enum(scaleFaults) })), written: z.boolean(), seen: z.object({ file: z.string(), at: z.string() }).nullable() }),
  }),
  'market.addInspection': command({ roles: desk, input: z.object({ on: isoDate, kind: z.enum(['price', 'hygiene']), passed: z.boolean(), inspector: word(40), note: note.default('') }), output: z.object({ inspectionId: id }) }),
  'market.addComplaint': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ on: isoDate, complaint: word(500) }), output: z.object({ complaintId: id }) }),
  /** Refused: NO_SUCH_MARKET_ROW, MARKET_ROW_VOID, MARKET_ANSWERED, MARKET_ANSWER_BEFORE, MARKET_IN_FUTURE. */
  'market.answerComplaint': command({ roles: desk, input: z.object({ complaintId: id, answer: word(500), answeredOn: isoDate }), output: z.object({}) }),
  /** A row that was a mistake counts no more; it stays, with the reason. Refused: NO_SUCH_MARKET_ROW, MARKET_ROW_VOID, MARKET_STOCK_NEEDED (a delivery that was sold), PERIOD_CLOSED (a delivery, a sale or waste of a closed month). */
  'market.voidEntry': command({ roles: desk, input: z.object({ kind: z.enum(['delivery', 'sale', 'waste', 'inspection', 'complaint']), id, reason: word(200) }), output: z.object({}) }),
  /** An agreement that was a mistake. Refused: NO_SUCH_AGREEMENT, MARKET_ROW_VOID. */
  'market.voidAgreement': command({ roles: ['manager'], input: z.object({ agreementId: id, reason: word(200) }), output: z.object({}) }),
  /**
   * What the shop gave in a month, in fen: rent that was waived (in kind), what was sold, what buyers saved against the market (Σ of each sale's quantity × (reference − price), rounded once per sale), what growers were paid, by village.
   */
  'market.summary': query({
    roles: everyRole, input: z.object({ month: isoMonth }),
    output: z.object({ ...monthFigures, growersFen: z.record(z.string(), z.int()), agreements: z.array(z.object({ agreementId: id, from: z.string(), to: z.string(), days: count, daysInMonth: count, imputedRentFen: count, waivedFen: z.int() })), products: z.array(z.object({ product: z.string(), grams: count, salesFen: z.int(), savingFen: z.int() })), inspections: count, failed: count, complaints: count, unanswered: count }),
  }),
  /** The same figures of each month, both ends included; at most 120 months. */
  'market.trend': query({ roles: everyRole, input: z.object({ from: isoMonth, to: isoMonth }), output: z.object({ rows: z.array(z.object({ ...monthFigures, growers: z.array(z.object({ village: z.string(), fen: z.int() })) })), villages: z.array(z.string()) }) }),
  /** The price board of a day: what is sold, the market's price, and from which villages it came in the 30 days before. */
  'market.board': query({ roles: everyRole, input: z.object({ on: isoDate }), output: z.object({ items: z.array(boardItem) }) }),
  'market.listProducts': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ product: z.string(), deliveredGrams: count, wastedGrams: count, soldGrams: count, leftGrams: z.int(), lastOn: z.string().nullable() })) }) }),
  'market.listSuppliers': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ supplierId: id, name: z.string(), village: z.string(), maskedPhone: z.string(), deliveries: count, grams: count, paidFen: z.int(), lastOn: z.string().nullable() })) }) }),
  /** Is in the audit record. */
  'market.revealPhone': command({ roles: desk, input: z.object({ supplierId: id }), output: z.object({ phone: z.string() }) }),
  'market.listDeliveries': query({ roles: everyRole, input: z.object({ ...range, product: product.optional(), village: village.optional(), limit: pageLimit.default(200), after: z.string().max(40).optional() }), output: z.object({ items: z.array(z.object({ deliveryId: id, on: z.string(), supplierId: id, supplier: z.string(), village: z.string(), product: z.string(), grams: count, priceFen: count, paidFen: z.int(), note: z.string(), by: z.string(), voided })), total: z.object({ rows: count, grams: count, fen: z.int() }), next: z.string().optional() }) }),
  /** `savingFen` is null without a reference. */
  'market.listSales': query({ roles: everyRole, input: z.object({ ...range, product: product.optional(), aboveOnly: z.boolean().default(false), limit: pageLimit.default(200), after: z.string().max(40).optional() }), output: z.object({ items: z.array(z.object({ saleId: id, on: z.string(), product: z.string(), grams: count, priceFen: count, amountFen: z.int(), referenceFen: count.nullable(), savingFen: z.int().nullable(), file: z.string().nullable(), by: z.string(), voided })), total: z.object({ rows: count, grams: count, fen: z.int(), savingFen: z.int() }), next: z.string().optional() }) }),
  'market.listWaste': query({ roles: everyRole, input: z.object(range), output: z.object({ items: z.array(z.object({ wasteId: id, on: z.string(), product: z.string(), grams: count, reason: z.string(), by: z.string(), voided })) }) }),
  'market.listInspections': query({ roles: everyRole, input: z.object(range), output: z.object({ items: z.array(z.object({ inspectionId: id, on: z.string(), kind: z.enum(['price', 'hygiene']), passed: z.boolean(), inspector: z.string(), note: z.string(), by: z.string(), voided })) }) }),
  'market.listComplaints': query({ roles: everyRole, input: z.object({ ...range, openOnly: z.boolean().default(false) }), output: z.object({ items: z.array(z.object({ complaintId: id, on: z.string(), complaint: z.string(), answer: z.string().nullable(), answeredOn: z.string().nullable(), by: z.string(), voided })) }) }),
  /** The board on A3, to the printer or as a PDF; no grower is named, only villages. */
  'market.printBoard': host({ roles: ['manager', 'cashier', 'office'], input: z.object({ on: isoDate, to: z.enum(['printer', 'pdf']), file: filePath.optional() }), output: z.object({ file: z.string().nullable() }) }),
};

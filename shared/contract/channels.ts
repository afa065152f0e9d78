import { z } from 'zod';
import { channelNames, lineKinds, mappedColumns } from '../domain/channel-types.ts';
import { command, count, everyRole, fenSchema, filePath, host, id, isoDate, isoMonth, nothing, pageLimit, query } from './define.ts';

export const channelName = z.enum(channelNames);
/** Those that hold money in transit (1012.x) until they settle. */
export const settlingChannel = z.enum(['wechat', 'alipay']);
export const lineKind = z.enum(lineKinds);

/**
 * Why a line is nobody's yet: money came without a receipt; the receipt says another amount; more than one fits; the channel gave
 * back what the books did not; the receipt was undone but the money stayed; a transfer of the channel fits no whole days yet;
 * the bank's own charge or interest; money went out that the books do not have. MISSING_IN_FILE: the books have it, the channel does not.
 */
export const exceptionReason = z.enum(['NOT_REGISTERED', 'AMOUNT_DIFFERS', 'AMBIGUOUS', 'REFUND_UNKNOWN', 'PAYMENT_UNDONE', 'NOT_SETTLED', 'BANK_FEE', 'OUTGOING', 'MISSING_IN_FILE']);
export type ExceptionReason = z.infer<typeof exceptionReason>;
export const lineState = z.enum(['matched', 'exception', 'held', 'ignored']);

/** Heads of a bank's columns, as its file spells them. */
export const columnMapping = z.partialRecord(z.enum(mappedColumns), z.string().max(60));

/** An entry of ours that a line is, or may be. */
export const channelEntry = z.object({ entryId: id, on: z.string(), kind: z.string(), no: z.string(), label: z.string(), payer: z.string(), transactionNo: z.string(), amountFen: z.int() });

/** A line of a file, or (without `lineId`) an entry of ours that the file of its day lacks. */
export const channelItem = z.object({
  lineId: id.nullable(), channel: channelName, file: z.string(), row: count, kind: lineKind, on: z.string(), /** HH:MM:SS, or nothing. */ clock: z.string(),
  transactionNo: z.string(), orderNo: z.string(), refundNo: z.string(), /** Money in positive, out negative. */ amountFen: z.int(), /** What the channel kept for it; negative when it gave a fee back. */ feeFen: z.int(),
  counterparty: z.string(), note: z.string(), state: lineState, reason: exceptionReason.nullable(), /** What somebody decided last. */ decision: z.string(), settlementId: id.nullable(), entries: z.array(channelEntry),
});
export type ChannelItem = z.infer<typeof channelItem>;

const fileFacts = {
  channel: channelName, /** Days that the file speaks for. */ from: z.string(), to: z.string(), lines: count, /** Payments, refunds (above zero), fees, and what is left of them. */ grossFen: fenSchema, refundFen: fenSchema, feeFen: fenSchema, netFen: fenSchema,
};
const settlementItem = z.object({
  settlementId: id, channel: settlingChannel, from: z.string(), through: z.string(), on: z.string(), grossFen: z.int(), refundFen: z.int(), feeFen: z.int(), netFen: z.int(), by: z.string(), entryId: id,
  /** The bank's line that showed it. */ lineId: id.nullable(), undone: z.object({ on: z.string(), reason: z.string(), by: z.string() }).nullable(),
});

export const channels = {
  /** What a file seems to be, with the heads and first rows of its table and a bank's columns as far as they can be guessed. Writes nothing. */
  'channels.inspect': query({
    roles: ['manager', 'office', 'auditor'],
    input: z.object({ file: filePath }),
    output: z.object({
      name: z.string(), channel: channelName.nullable(), headerRow: count, headers: z.array(z.string()), sample: z.array(z.array(z.string())),
      mapping: columnMapping, missing: z.array(z.string()), /** The remembered bank that has these heads. */ profile: z.string().nullable(),
    }),
  }),
  /**
   * Takes a channel's file, all of it or nothing. Refused: CHANNEL_FILE_SEEN, CHANNEL_FILE_WRONG_CHANNEL, CHANNEL_COLUMNS_MISSING, CHANNEL_LINE_UNREADABLE, CHANNEL_FILE_TRUNCATED (its counts, sums
   * or running balance differ from its lines), CHANNEL_FILE_EMPTY, CHANNEL_FILE_WRONG_MONTH (a line outside the month, before the books or in the future), CHANNEL_LINE_SEEN.
   * `matched` and `exceptions` together are all lines. Without `commit` the same answer, and nothing is written.
   */
  'channels.import': command({
    roles: ['manager', 'office'],
    input: z.object({ file: filePath, channel: channelName, commit: z.boolean(), month: isoMonth.optional(), mapping: columnMapping.optional(), /** The name under which a bank's columns are remembered. */ profile: z.string().trim().min(1).max(40).optional() }),
    output: z.object({
      ...fileFacts, fileId: id.nullable(), matched: count, exceptions: z.array(channelItem), /** Ours, of the file's days, that it lacks. */ missing: z.array(channelItem),
      /** Settlements that it showed, or that waited for it. */ settled: count, profile: z.string().nullable(),
    }),
  }),
  /** Lines by channel, month and state, by day; `exception` includes what a file lacks. A channel's exceptions of all months without `month`. */
  'channels.list': query({
    roles: everyRole,
    input: z.object({ channel: channelName.optional(), month: isoMonth.optional(), state: z.enum([...lineState.options, 'unsettled']).optional(), search: z.string().max(60).optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({ items: z.array(channelItem), total: count, amountFen: z.int(), next: z.string().optional() }),
  }),
  /** What an exception could be: entries of ours that are no line yet, best first, and homes that owe it or whose people it names. */
  'channels.candidates': query({
    roles: everyRole,
    input: z.object({ lineId: id }),
    output: z.object({
      line: channelItem, entries: z.array(channelEntry.extend({ sameNumber: z.boolean(), sameAmount: z.boolean(), days: count })),
      homes: z.array(z.object({ homeId: id, label: z.string(), ownerName: z.string(), openFen: z.int() })),
      /** Of a channel's transfer: the whole days before it that are not settled, what they come to, and the exceptions that hold them up. */ waiting: z.object({ from: z.string(), through: z.string(), netFen: z.int(), exceptions: count }).nullable(),
      /** The receipt whose number the line has: what `refund` would give back, or `reissue` issue again. */ payment: z.object({ paymentId: z.string(), receiptNo: z.string(), label: z.string(), amountFen: z.int() }).nullable(),
    }),
  }),
  /**
   * Decides on a line: `match` with an entry (or several, of a card terminal's day, whose fee is `feeFen`); `register` as a payment of a home, oldest bills first; `reissue` the receipt of the same number, whose amount is
   * wrong, for what really came; `refund` in the books what the channel gave
   * back; `hold` unidentified money on 2241.09; `fee` the bank's charge or interest to 5603; `settle` the whole days up to `through`; `ignore`; `reopen` takes a decision back.
   * Refused: CHANNEL_LINE_RESOLVED, CHANNEL_LINE_SETTLED, ACTION_NOT_FOR_LINE, ENTRY_ALREADY_MATCHED, ENTRY_OF_OTHER_CHANNEL, MATCH_AMOUNT_DIFFERS, SETTLEMENT_DIFFERS, …
   */
  'channels.resolve': command({
    roles: ['manager', 'office'],
    input: z.object({
      lineId: id, action: z.enum(['match', 'register', 'reissue', 'refund', 'hold', 'fee', 'settle', 'ignore', 'reopen']), paymentId: z.uuid().optional(), entryIds: z.array(id).max(500).optional(),
      homeId: id.optional(), feeFen: z.int().nonnegative().optional(), through: isoDate.optional(), reason: z.string().trim().max(200).default(''),
    }),
    output: z.object({ state: lineState, entryIds: z.array(id), /** Settlements that had waited for this line. */ settled: count, receiptNo: z.string().nullable(), /** Exceptions that are left of this channel. */ left: count }),
  }),
  /** Matches all exceptions anew that nobody took in hand: after receipts were put right at the desk. */
  'channels.rematch': command({ roles: ['manager', 'office'], input: nothing, output: z.object({ matched: count, settled: count, left: count }) }),
  /**
   * A transfer of a channel that no bank file shows: whole days up to `through`, net of fees and refunds. Per fund Cr 1012.x, Dr 1002.01; the fee Dr 5603 in the fund `property`.
   * Refused: NOTHING_TO_SETTLE, SETTLEMENT_HAS_EXCEPTIONS, SETTLEMENT_DIFFERS with what was expected.
   */
  'channels.settle': command({
    roles: ['manager'],
    input: z.object({ channel: settlingChannel, through: isoDate, netFen: z.int(), on: isoDate }),
    output: z.object({ settlementId: id, entryId: id, grossFen: fenSchema, refundFen: fenSchema, feeFen: fenSchema, netFen: fenSchema, lines: count }),
  }),
  /** Undoes a settlement by the mirror of its entries: its days are in transit again. Refused: NO_SUCH_SETTLEMENT, SETTLEMENT_ALREADY_UNDONE. */
  'channels.undoSettlement': command({ roles: ['manager'], input: z.object({ settlementId: id, reason: z.string().trim().min(1).max(200) }), output: z.object({ entryIds: z.array(id) }) }),
  'channels.settlements': query({
    roles: everyRole,
    input: z.object({ channel: settlingChannel.optional(), month: isoMonth.optional(), limit: pageLimit.default(200), after: z.string().max(40).optional() }),
    output: z.object({ items: z.array(settlementItem), next: z.string().optional() }),
  }),
  /** Imported files, newest first, with what is left of their exceptions. */
  'channels.files': query({
    roles: everyRole,
    input: z.object({ channel: channelName.optional(), limit: pageLimit.default(100), after: z.int().optional() }),
    output: z.object({ items: z.array(z.object({ ...fileFacts, fileId: id, name: z.string(), profile: z.string().nullable(), matched: count, exceptions: count, by: z.string(), at: z.string() })), next: z.int().optional() }),
  }),
  /**
   * A month of each channel. For WeChat and Alipay 1012.x: opening + taken − returned ± held − settled = balance, which must be what is still in transit when it is added up
   * line by line and entry by entry; `differenceFen` is 0. The bank's transit is what the books have of 1002.01 and its file lacks; it has no balance here.
   */
  'channels.summary': query({
    roles: everyRole,
    input: z.object({ month: isoMonth }),
    output: z.object({
      items: z.array(z.object({
        channel: channelName, files: count, /** By our receipts. */ takenFen: z.int(), returnedFen: z.int(), /** By its files. */ fileFen: z.int(), fileRefundFen: z.int(), feeFen: z.int(),
        lines: count, matched: count, matchedFen: z.int(), exceptions: count, exceptionFen: z.int(), missing: count, missingFen: z.int(), heldFen: z.int(), ignored: count,
        openingFen: z.int(), /** Moved out of 1012.x, and what of it came to the bank. */ settledFen: z.int(), bankedFen: z.int(), inTransitFen: z.int(), balanceFen: z.int(), differenceFen: z.int(),
        /** In transit by fund. */ funds: z.array(z.object({ fund: z.string(), amountFen: z.int() })), /** Lines not settled yet: what a settlement of all of them would bring. */ dueFen: z.int(), dueThrough: z.string().nullable(),
      })),
    }),
  }),
  'channels.profiles': query({
    roles: everyRole,
    input: nothing,
    output: z.object({ items: z.array(z.object({ profileId: id, name: z.string(), mapping: columnMapping, by: z.string(), at: z.string(), files: count })) }),
  }),
  /** Writes what WeChat, Alipay and the bank would have given for a month of these books, with a few faults in it: for the sample estate, to try the reconciliation with. */
  'estate.writeSampleFiles': host({
    roles: ['manager', 'office'],
    input: z.object({ folder: filePath, month: isoMonth.optional() }),
    output: z.object({ month: z.string(), files: z.array(z.object({ channel: channelName, file: z.string(), lines: count, faults: z.array(z.string()) })) }),
  }),
};

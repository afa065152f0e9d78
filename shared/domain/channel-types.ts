/** WeChat and Alipay hold money until they settle; the bank is where it ends. */
export const channelNames = ['wechat', 'alipay', 'bank'] as const;
export type ChannelName = (typeof channelNames)[number];
export type SettlingChannel = 'wechat' | 'alipay';
/** Where the books have a channel's money: in transit, or in the main bank account. */
export const channelAccounts: Readonly<Record<ChannelName, string>> = { wechat: '1012.01', alipay: '1012.02', bank: '1002.01' };

/** payment: money came. refund: the channel gave it back. fee: its own charge. transfer: between channel and bank. out: any other money that left. */
export const lineKinds = ['payment', 'refund', 'fee', 'transfer', 'out'] as const;
export type LineKind = (typeof lineKinds)[number];

export const mappedColumns = ['date', 'time', 'income', 'outgo', 'amount', 'flag', 'counterparty', 'summary', 'note', 'serial', 'balance'] as const;
export type MappedColumn = (typeof mappedColumns)[number];
/** Heads of a bank's columns by what they hold. */
export type ColumnMapping = Partial<Record<MappedColumn, string>>;

/** One line as a file says it. */
export type ChannelLine = {
  row: number; kind: LineKind; on: string; /** HH:MM:SS, or ''. */ clock: string;
  /** The channel's number; of a refund that of the payment. '' when the file has none. */ transactionNo: string; orderNo: string; refundNo: string;
  /** Money in positive, out negative. */ amountFen: number; /** Kept by the channel for this line; negative: given back. */ feeFen: number;
  counterparty: string; note: string; balanceFen: number | null;
  /** On a bank's line: whose transfer it is. */ via: SettlingChannel | 'card' | null;
  /** A refund that did not reach the payer. */ failed: boolean;
  /** What makes the line the same one when it comes again. */ key: string;
};

/** A file that was read whole: its lines, and the days it speaks for (undefined: it does not say, and has no lines). */
export type Statement = { lines: ChannelLine[]; days: { from: string; to: string } | undefined };

/** One sheet's rows as text; `row` numbers begin at 1. */
export type StatementRows = readonly (readonly (string | null)[])[];

/** A column of the roster, by the field it fills. */
export type RosterField =
  | 'building' | 'unit' | 'room' | 'owner' | 'phone' | 'area' | 'handover' | 'status' | 'rate' | 'arrears' | 'note';

/** Who lives in a home: 未售, 空置, 入住, 出租. */
export type RosterStatus = 'unsold' | 'vacant' | 'occupied' | 'let';

/** One home of a roster, every cell in its plain form; `row` is the 1-based row of the sheet. */
export type RosterHome = {
  row: number;
  building: string;
  unit: string;
  room: string;
  /** The address as it is shown: 3-2-501. */
  label: string;
  /** '' when nobody is named. */
  ownerName: string;
  /** Digits; several are parted by '/'; '' when there is none. */
  phone: string;
  /** 0.01 m². */
  areaDm2: number;
  handoverOn: string | null;
  status: RosterStatus;
  /** 0.0001 yuan per m² and month. */
  rateE4: number;
  /** Fen owed when the books begin. */
  arrearsFen: number;
  note: string;
};

/** Why a cell is refused. */
export type RosterReason =
  | 'MISSING' | 'ZERO' | 'NEGATIVE' | 'NOT_A_NUMBER' | 'NOT_AN_AMOUNT' | 'NO_SUCH_DAY' | 'UNKNOWN_STATUS'
  | 'TOO_MANY_DECIMALS' | 'TOO_LARGE' | 'CONTRADICTS' | 'BAD_PHONE';

/** One refused cell: where it stands, what it says and why it cannot be read. */
export type RosterIssue = {
  /** 1-based row of the sheet. */
  row: number;
  column: RosterField;
  /** The column's own title; '' when the table has no such column. */
  header: string;
  value: string;
  reason: RosterReason;
  /** The home's address, as far as it can be read. */
  label: string;
  /** The rows that say something else of the same home. */
  otherRows?: number[];
};

/** What a roster says: the homes that may be imported, in sheet order, and everything that may not. */
export type RosterFile = {
  sheet: string;
  /** 1-based. */
  headerRow: number;
  headers: Partial<Record<RosterField, string>>;
  homes: RosterHome[];
  merged: { row: number; intoRow: number; label: string }[];
  issues: RosterIssue[];
  skippedRows: { row: number; kind: 'blank' | 'total' | 'header' | 'note' }[];
};

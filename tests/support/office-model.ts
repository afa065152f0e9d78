/**
 * The books of a fee office as plain arrays: what every history must come to, by other means than SQL and postings.
 * Money in fen. It knows no entries: only what homes owe and hold, and what lies in each money account.
 */

export type Fund = 'property' | 'common' | 'agency' | 'deposit';
export type Method = 'cash' | 'wechat' | 'alipay' | 'card';
export type ModelBill = {
  billId: number; home: ModelHome; item: string; fund: Fund; month: string; amountFen: number; dueOn: string; /** Of which vacancies are taken off; late fees and one-off bills have none. */ period: { from: string; to: string } | undefined;
  waivedFen: number; /** By money. */ paidFen: number; /** By what the home held. */ usedFen: number; cancelled: boolean;
  /** Late fees only. */ late: { of: ModelBill; to: string; payment: ModelPayment } | undefined;
};
export type ModelHome = { homeId: number; owner: string; areaDm2: number; held: Record<Fund, number>; bills: ModelBill[]; vacancies: { from: string; to: string; offPermille: number }[] };
type Line = { bill: ModelBill; amountFen: number };
export type ModelPayment = { paymentId: string; home: ModelHome; method: Method; on: string; registeredOn: string; lines: Line[]; prepaidFen: number; refundedFen: number; undone: boolean; /** In a shift that was closed. */ closed: boolean };
export type ModelDeposit = { depositId: string; home: ModelHome; method: Method; heldFen: number };
export type Model = {
  homes: ModelHome[]; bills: ModelBill[]; payments: ModelPayment[]; deposits: ModelDeposit[];
  /** What came in less what went out, by account. */ money: Record<string, number>;
  /** Billed of each item and not cancelled, and what else was earned. */ income: Record<string, number>;
};

export const ACCOUNT: Record<Method, string> = { cash: '1001', wechat: '1012.01', alipay: '1012.02', card: '1002.01' };
export const LATE = { rateE6: 500, graceDays: 3, capPermille: 200 };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const halfUp = (numerator: number, denominator: number): number => Math.floor((2 * numerator + denominator) / (2 * denominator));
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export function emptyModel(): Model {
  return { homes: [], bills: [], payments: [], deposits: [], money: {}, income: {} };
}

export const openOf = (bill: ModelBill): number => (bill.cancelled ? 0 : bill.amountFen - bill.waivedFen - bill.paidFen - bill.usedFen);
/** Vacancy discounts and waivers that stand. */
export const reducedOf = (model: Model): number => sum(model.bills.filter(({ cancelled }) => !cancelled).map(({ waivedFen }) => waivedFen));
export const openOfFund = (model: Model, fund: Fund): number => sum(model.bills.filter((bill) => bill.fund === fund).map(openOf));
export const heldOfFund = (model: Model, fund: Fund): number => sum(model.homes.map((home) => home.held[fund]));

function move(model: Model, account: string, fen: number): void {
  model.money[account] = (model.money[account] ?? 0) + fen;
}

function earn(model: Model, item: string, fen: number): void {
  model.income[item] = (model.income[item] ?? 0) + fen;
}

/** Puts a bill on its home; the vacancy comes off it and what the home holds in its fund pays it. */
export function addBill(model: Model, facts: Pick<ModelBill, 'billId' | 'home' | 'item' | 'fund' | 'month' | 'amountFen' | 'dueOn'> & Partial<Pick<ModelBill, 'period' | 'late'>>): ModelBill {
  const bill: ModelBill = { period: undefined, late: undefined, ...facts, waivedFen: 0, paidFen: 0, usedFen: 0, cancelled: false };
  const { period, late } = bill;
  model.bills.push(bill);
  bill.home.bills.push(bill);
  earn(model, bill.item, bill.amountFen);
  if (period) {
    const off = sum(bill.home.vacancies.map(({ from, to, offPermille }) => {
      const covered = Math.max(0, days(from > period.from ? from : period.from, to < period.to ? to : period.to));
      return halfUp(bill.amountFen * offPermille * covered, 1000 * days(period.from, period.to));
    }));
    bill.waivedFen = Math.min(bill.amountFen, off);
  }
  if (!late) {
    bill.usedFen = Math.min(openOf(bill), bill.home.held[bill.fund]);
    bill.home.held[bill.fund] -= bill.usedFen;
  }
  return bill;
}

/** What paying a bill on a day costs for being late, 0 for nothing. */
export function lateFeeOf(bill: ModelBill, on: string): number {
  const due = days(bill.dueOn, on);
  if (bill.item !== 'property' || bill.month === 'opening' || due <= LATE.graceDays || openOf(bill) <= 0) return 0;
  const charged = bill.home.bills.filter((other) => other.late?.of === bill && !other.cancelled);
  const from = charged.map(({ late }) => late?.to ?? '').sort().at(-1);
  const late = from !== undefined && from > bill.dueOn ? days(from, on) : due;
  const left = Math.floor((bill.amountFen * LATE.capPermille) / 1000) - sum(charged.map(({ amountFen }) => amountFen));
  return late <= 0 ? 0 : Math.max(0, Math.min(left, halfUp(openOf(bill) * late * LATE.rateE6, 1_000_000)));
}

/** Takes money: lines pay bills, the rest is held for the home. */
export function takePayment(model: Model, payment: Omit<ModelPayment, 'refundedFen' | 'undone' | 'closed'>): ModelPayment {
  const taken: ModelPayment = { ...payment, refundedFen: 0, undone: false, closed: false };
  for (const { bill, amountFen } of payment.lines) bill.paidFen += amountFen;
  payment.home.held.property += payment.prepaidFen;
  move(model, ACCOUNT[payment.method], sum(payment.lines.map(({ amountFen }) => amountFen)) + payment.prepaidFen);
  model.payments.push(taken);
  return taken;
}

/** Takes a late fee with the payment that billed it: its last line. */
export function payLate(model: Model, payment: ModelPayment, late: ModelBill): void {
  payment.lines.push({ bill: late, amountFen: late.amountFen });
  late.paidFen += late.amountFen;
  move(model, ACCOUNT[payment.method], late.amountFen);
}

export const takenOf = ({ lines, prepaidFen }: Pick<ModelPayment, 'lines' | 'prepaidFen'>): number => sum(lines.map(({ amountFen }) => amountFen)) + prepaidFen;

/** What a home could hold in a fund if its bills gave back all that was paid from it. */
const couldHold = (home: ModelHome, fund: Fund): number => home.held[fund] + sum(home.bills.filter((bill) => bill.fund === fund).map(({ usedFen }) => usedFen));

/** What of a payment can still be given back: of its prepayment, and of its lines from the last backwards. */
export function refundable(payment: ModelPayment): { prepaidFen: number; lines: Line[]; totalFen: number } {
  const left = new Map<string, number>();
  const take = (home: ModelHome, fund: Fund, wanted: number): number => {
    const key = `${String(home.homeId)}/${fund}`;
    const most = left.get(key) ?? couldHold(home, fund);
    const taken = Math.min(wanted, most);
    left.set(key, most - taken);
    return taken;
  };
  const prepaidFen = take(payment.home, 'property', payment.prepaidFen);
  const lines = [...payment.lines].reverse().map(({ bill, amountFen }) => ({ bill, amountFen: bill.cancelled ? take(bill.home, bill.fund, amountFen) : amountFen })).filter(({ amountFen }) => amountFen > 0);
  return { prepaidFen, lines, totalFen: prepaidFen + sum(lines.map(({ amountFen }) => amountFen)) };
}

/** The home must hold this much to give it back: its newest bills give back what was paid from it. */
function hold(home: ModelHome, fund: Fund, fen: number): void {
  let missing = fen - home.held[fund];
  for (const bill of [...home.bills].filter((one) => one.fund === fund).sort((one, other) => other.billId - one.billId)) {
    const back = Math.max(0, Math.min(missing, bill.usedFen));
    bill.usedFen -= back;
    home.held[fund] += back;
    missing -= back;
  }
}

/** Gives back a part or the whole of a payment: its prepayment first, then its lines from the last backwards. */
export function giveBack(model: Model, payment: ModelPayment, amountFen: number): void {
  const can = refundable(payment);
  let rest = amountFen;
  const part = (most: number): number => {
    const fen = Math.min(rest, most);
    rest -= fen;
    return fen;
  };
  const prepaidFen = part(can.prepaidFen);
  const lines = can.lines.map(({ bill, amountFen: most }) => ({ bill, amountFen: part(most) })).filter(({ amountFen: fen }) => fen > 0);
  const needs = new Map<string, { home: ModelHome; fund: Fund; fen: number }>();
  for (const { home, fund, fen } of [{ home: payment.home, fund: 'property' as Fund, fen: prepaidFen }, ...lines.filter(({ bill }) => bill.cancelled).map(({ bill, amountFen: fen }) => ({ home: bill.home, fund: bill.fund, fen }))]) {
    const key = `${String(home.homeId)}/${fund}`;
    needs.set(key, { home, fund, fen: (needs.get(key)?.fen ?? 0) + fen });
  }
  for (const { home, fund, fen } of needs.values()) {
    hold(home, fund, fen);
    home.held[fund] -= fen;
  }
  for (const { bill, amountFen: fen } of lines) {
    if (!bill.cancelled) bill.paidFen -= fen;
    const line = payment.lines.find((one) => one.bill === bill);
    if (line) line.amountFen -= fen;
  }
  payment.prepaidFen -= prepaidFen;
  payment.refundedFen += amountFen;
  move(model, ACCOUNT[payment.method], -amountFen);
  if (amountFen < can.totalFen) return;
  for (const bill of model.bills) if (bill.late?.payment === payment && !bill.cancelled) cancel(model, bill);
}

/** Cancels a bill with its late fees: what was paid on them is held for the home, what was waived is not given any more. */
export function cancel(model: Model, bill: ModelBill): { cancelledFen: number; toPrepaidFen: number } {
  const heldFen = bill.paidFen + bill.usedFen;
  bill.home.held[bill.fund] += heldFen;
  earn(model, bill.item, -bill.amountFen);
  Object.assign(bill, { paidFen: 0, usedFen: 0, cancelled: true });
  const late = bill.home.bills.filter((other) => other.late?.of === bill && !other.cancelled).map((other) => cancel(model, other).toPrepaidFen);
  return { cancelledFen: bill.amountFen, toPrepaidFen: heldFen + sum(late) };
}

/** Gives back what a home holds, the fund `property` first. */
export function giveBackHeld(model: Model, home: ModelHome, method: Method, amountFen: number): void {
  let rest = amountFen;
  for (const fund of ['property', 'agency', 'common'] as const) {
    const part = Math.min(rest, home.held[fund]);
    home.held[fund] -= part;
    rest -= part;
  }
  move(model, ACCOUNT[method], -amountFen);
}

export function takeDeposit(model: Model, deposit: ModelDeposit): void {
  model.deposits.push(deposit);
  move(model, ACCOUNT[deposit.method], deposit.heldFen);
}

export function returnDeposit(model: Model, deposit: ModelDeposit, returnedFen: number, retainedFen: number): void {
  deposit.heldFen -= returnedFen + retainedFen;
  move(model, ACCOUNT[deposit.method], -returnedFen);
  earn(model, 'retained', retainedFen);
}

/** The drawer is found to hold more or less than it must. */
export function findDifference(model: Model, fen: number): void {
  move(model, ACCOUNT.cash, fen);
  earn(model, fen > 0 ? 'over' : 'short', fen);
}

/** What is owed by bucket on a day, by days since the due date. */
export function ageing(model: Model, on: string): number[] {
  const edges = [0, 30, 60, 90, 180, 365, 730, 1095];
  const buckets = Array.from({ length: edges.length + 1 }, () => 0);
  for (const bill of model.bills) {
    const age = days(bill.dueOn, on);
    const at = edges.findIndex((edge) => age <= edge);
    const place = at === -1 ? edges.length : at;
    buckets[place] = (buckets[place] ?? 0) + openOf(bill);
  }
  return buckets;
}

/** Rates of a month: opening arrears, late fees and deposits are not in them. */
export function ratesOf(model: Model, month: string): { billedFen: number; cancelledFen: number; collectedFen: number; homes: number; paid: number } {
  const own = model.bills.filter((bill) => bill.month === month && bill.item !== 'late');
  const living = own.filter(({ cancelled }) => !cancelled);
  const homes = new Set(living.map(({ home }) => home));
  return {
    billedFen: sum(own.map(({ amountFen }) => amountFen)), cancelledFen: sum(own.filter(({ cancelled }) => cancelled).map(({ amountFen }) => amountFen)), collectedFen: sum(living.map(({ paidFen, usedFen }) => paidFen + usedFen)),
    homes: homes.size, paid: [...homes].filter((home) => living.every((bill) => bill.home !== home || openOf(bill) === 0)).length,
  };
}

/** The books as a plain array model: what every history must come to, by other means than SQL and postings. */

export type ModelBill = { billId: number; month: string; amountFen: number; openFen: number; /** Of it paid from prepayment. */ usedFen: number };
export type ModelHome = { homeId: number; areaDm2: number; rates: Map<string, number>; bills: ModelBill[]; prepaidFen: number };
export type ModelPayment = { paymentId: string; home: ModelHome; lines: { bill: ModelBill; amountFen: number }[]; amountFen: number; prepaidFen: number; reversed: boolean };
export type Model = { homes: ModelHome[]; payments: ModelPayment[]; bills: number; collectedFen: number; reversals: number };

export function emptyModel(): Model {
  return { homes: [], payments: [], bills: 0, collectedFen: 0, reversals: 0 };
}

/** The rate in force on a day. */
export function rateOf(home: ModelHome, on: string): number {
  const froms = [...home.rates.keys()].filter((from) => from <= on).sort();
  return home.rates.get(froms.at(-1) ?? '') ?? 0;
}

/** Area × rate, half up, in plain numbers (small enough to be exact). */
export function feeOf(home: ModelHome, on: string): number {
  return Math.floor((home.areaDm2 * rateOf(home, on) + 5_000) / 10_000);
}

function newBill(model: Model, home: ModelHome, month: string, amountFen: number): ModelBill {
  model.bills += 1;
  const bill = { billId: model.bills, month, amountFen, openFen: amountFen, usedFen: 0 };
  home.bills.push(bill);
  return bill;
}

export function addHome(model: Model, { areaDm2, rateE4, arrearsFen }: { areaDm2: number; rateE4: number; arrearsFen: number }): void {
  const home: ModelHome = { homeId: model.homes.length + 1, areaDm2, rates: new Map([['2026-01-01', rateE4]]), bills: [], prepaidFen: 0 };
  model.homes.push(home);
  if (arrearsFen > 0) newBill(model, home, 'opening', arrearsFen);
}

/** Bills a month for whoever has no bill of it; answers how many and how much. */
export function issueMonth(model: Model, month: string): { issued: number; amountFen: number } {
  const missing = model.homes.filter((home) => !home.bills.some((bill) => bill.month === month));
  let amountFen = 0;
  for (const home of missing) {
    const bill = newBill(model, home, month, feeOf(home, `${month}-01`));
    amountFen += bill.amountFen;
    bill.usedFen = Math.min(bill.amountFen, home.prepaidFen);
    bill.openFen -= bill.usedFen;
    home.prepaidFen -= bill.usedFen;
  }
  return { issued: missing.length, amountFen };
}

export function takePayment(model: Model, payment: Omit<ModelPayment, 'reversed'>): void {
  for (const { bill, amountFen } of payment.lines) bill.openFen -= amountFen;
  payment.home.prepaidFen += payment.prepaidFen;
  model.collectedFen += payment.amountFen;
  model.payments.push({ ...payment, reversed: false });
}

/** Undoes a payment; prepayment that has gone is taken back from the newest bills it paid. */
export function undoPayment(model: Model, payment: ModelPayment): void {
  const { home } = payment;
  let missing = Math.max(0, payment.prepaidFen - home.prepaidFen);
  for (const bill of [...home.bills].reverse()) {
    const back = Math.min(missing, bill.usedFen);
    bill.usedFen -= back;
    bill.openFen += back;
    home.prepaidFen += back;
    missing -= back;
  }
  for (const { bill, amountFen } of payment.lines) bill.openFen += amountFen;
  home.prepaidFen -= payment.prepaidFen;
  model.collectedFen -= payment.amountFen;
  model.reversals += 1;
  payment.reversed = true;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const openOf = (home: ModelHome): number => sum(home.bills.map(({ openFen }) => openFen));
export const openOfAll = (model: Model): number => sum(model.homes.map(openOf));
export const prepaidOfAll = (model: Model): number => sum(model.homes.map(({ prepaidFen }) => prepaidFen));

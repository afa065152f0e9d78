import { expect } from 'vitest';
import { addDays } from '../../shared/domain/period.ts';
import * as books from './office-model.ts';
import type { Method, ModelBill, ModelPayment } from './office-model.ts';
import { expectedBills, monthAt, monthlyOf, nextBillId, periodOf, pick, todayOf, type World } from './office-world.ts';
import { paymentId } from './open-office.ts';

export type Turn =
  | { do: 'issue'; month: number }
  | { do: 'pay'; home: number; parts: number[]; late: boolean; elsewhere: boolean; extraFen: number; method: Method; daysAgo: number }
  | { do: 'void' | 'reverse' | 'refund'; payment: number }
  | { do: 'refundPart'; payment: number; percent: number }
  | { do: 'refundHeld'; home: number; percent: number; method: Method }
  | { do: 'waive'; bill: number; percent: number }
  | { do: 'cancel'; bill: number }
  | { do: 'correct'; bill: number; fen: number }
  | { do: 'once'; home: number; fen: number }
  | { do: 'vacancy'; home: number; month: number; off: number }
  | { do: 'deposit'; home: number; fen: number; method: Method }
  | { do: 'return'; deposit: number; percent: number; retained: number }
  | { do: 'shift'; floatFen: number; difference: number }
  | { do: 'days'; count: number };
type Of<Name extends Turn['do']> = Extract<Turn, { do: Name }>;

const refused = (code: string) => ({ ok: false, code });

/** Does a turn in the office and in the model; both must come to the same answer. */
export async function takeTurn(world: World, turn: Turn): Promise<void> {
  const { model } = world;
  const payment = 'payment' in turn ? pick(model.payments, turn.payment) : undefined;
  const bill = 'bill' in turn ? pick(model.bills, turn.bill) : undefined;
  switch (turn.do) {
    case 'issue': return issue(world, monthAt(turn.month));
    case 'pay': return pay(world, turn);
    case 'void': case 'reverse': case 'refund': return payment && undo(world, payment, turn.do);
    case 'refundPart': return payment && refundPart(world, payment, turn.percent);
    case 'refundHeld': return refundHeld(world, turn);
    case 'waive': return bill && waive(world, bill, turn.percent);
    case 'cancel': return bill && cancel(world, bill);
    case 'correct': return bill && correct(world, bill, turn.fen);
    case 'once': return chargeOnce(world, turn);
    case 'vacancy': return vacate(world, turn);
    case 'deposit': return takeDeposit(world, turn);
    case 'return': return returnDeposit(world, turn);
    case 'shift': return closeShift(world, turn);
    case 'days': world.office.ctx.now = new Date(world.office.ctx.now.getTime() + turn.count * 86_400_000);
  }
}

async function issue(world: World, month: string): Promise<void> {
  const expected = expectedBills(world, month);
  const { issued, amountFen } = await world.office.get('fees.issueBills', { month, commit: true });
  expect({ issued, amountFen }).toEqual({ issued: expected.length, amountFen: expected.reduce((sum, bill) => sum + bill.amountFen, 0) });
  const first = (await nextBillId(world)) - expected.length;
  expected.forEach((bill, place) => books.addBill(world.model, { ...bill, billId: first + place, month, dueOn: `${month}-25`, period: bill.item === 'property' ? periodOf(month) : undefined }));
}

async function pay(world: World, turn: Of<'pay'>): Promise<void> {
  const { office, model } = world;
  const home = pick(model.homes, turn.home);
  if (!home) return;
  const on = addDays(todayOf(world), -turn.daysAgo);
  const payable = model.bills.filter((bill) => books.openOf(bill) > 0 && (bill.home === home || (turn.elsewhere && bill.home.owner === home.owner)));
  const lines = turn.parts.flatMap((percent, place) => {
    const bill = payable[place];
    return bill ? [{ bill, amountFen: Math.ceil((books.openOf(bill) * percent) / 100) }] : [];
  });
  const fees = lines.map(({ bill }) => ({ of: bill, amountFen: books.lateFeeOf(bill, on) })).filter(({ amountFen }) => amountFen > 0);
  const lateFees = turn.late ? fees.map(({ of, amountFen }) => ({ billId: of.billId, amountFen })) : [];
  const amountFen = [...lines, ...lateFees].reduce((sum, line) => sum + line.amountFen, 0) + turn.extraFen;
  if (amountFen === 0) return;
  const id = paymentId();
  const reply = await office.call('payments.register', { paymentId: id, homeId: home.homeId, receivedOn: on, method: turn.method, amountFen, lines: lines.map(({ bill, amountFen: part }) => ({ billId: bill.billId, amountFen: part })), lateFees });
  if (lines.some(({ bill, amountFen: part }) => part > books.openOf(bill))) return void expect(reply).toMatchObject(refused('PAYMENT_EXCEEDS_BALANCE'));
  const heldFen = home.held.property + home.held.agency + home.held.common;
  if (turn.extraFen > Math.max(0, 12 * monthlyOf(home) - heldFen)) return void expect(reply).toMatchObject(refused('PREPAYMENT_TOO_FAR'));
  expect(reply).toMatchObject({ ok: true, value: { lateFen: fees.reduce((sum, fee) => sum + fee.amountFen, 0) } });
  const first = (await nextBillId(world)) - fees.length;
  const payment = books.takePayment(model, { paymentId: id, home, method: turn.method, on, registeredOn: todayOf(world), lines, prepaidFen: turn.extraFen });
  fees.forEach(({ of, amountFen: fee }, place) => {
    const late = books.addBill(model, { billId: first + place, home: of.home, item: 'late', fund: 'property', month: on.slice(0, 7), amountFen: fee, dueOn: on, late: { of, to: on, payment } });
    if (turn.late) books.payLate(model, payment, late);
  });
}

async function undo(world: World, payment: ModelPayment, how: 'void' | 'reverse' | 'refund'): Promise<void> {
  const { totalFen } = books.refundable(payment);
  const whole = payment.refundedFen === 0 && totalFen === books.takenOf(payment);
  const reply = await world.office.call(`payments.${how}`, { paymentId: payment.paymentId, reason: '错' });
  if (payment.undone) return void expect(reply).toMatchObject(refused('PAYMENT_ALREADY_REVERSED'));
  if (how === 'void' && payment.registeredOn !== todayOf(world)) return void expect(reply).toMatchObject(refused('NOT_TODAY'));
  if (how === 'void' && payment.closed) return void expect(reply).toMatchObject(refused('DAY_CLOSED'));
  if (how !== 'refund' && !whole) return void expect(reply).toMatchObject(refused('PAYMENT_PARTLY_REFUNDED'));
  if (totalFen === 0) return void expect(reply).toMatchObject(refused('REFUND_EXCEEDS_PAYMENT'));
  expect(reply).toMatchObject({ ok: true });
  books.giveBack(world.model, payment, totalFen);
  payment.undone = whole;
}

async function refundPart(world: World, payment: ModelPayment, percent: number): Promise<void> {
  const { totalFen } = books.refundable(payment);
  const amountFen = Math.ceil((totalFen * percent) / 100);
  if (amountFen === 0) return;
  const whole = payment.refundedFen === 0 && amountFen === books.takenOf(payment);
  const reply = await world.office.call('payments.refund', { paymentId: payment.paymentId, amountFen, reason: '部分退' });
  if (payment.undone) return void expect(reply).toMatchObject(refused('PAYMENT_ALREADY_REVERSED'));
  if (amountFen > totalFen) return void expect(reply).toMatchObject({ ...refused('REFUND_EXCEEDS_PAYMENT'), details: { refundableFen: totalFen } });
  expect(reply).toMatchObject({ ok: true, value: { refundedFen: amountFen, remainingFen: totalFen - amountFen } });
  books.giveBack(world.model, payment, amountFen);
  payment.undone = whole;
}

async function refundHeld(world: World, { home: at, percent, method }: Of<'refundHeld'>): Promise<void> {
  const home = pick(world.model.homes, at);
  const heldFen = home ? home.held.property + home.held.agency + home.held.common : 0;
  const amountFen = Math.ceil((heldFen * percent) / 100);
  if (!home || amountFen === 0) return;
  const reply = await world.office.call('payments.refundPrepayment', { homeId: home.homeId, amountFen, method, reason: '搬走' });
  if (amountFen > heldFen) return void expect(reply).toMatchObject({ ...refused('REFUND_EXCEEDS_PREPAYMENT'), details: { refundableFen: heldFen } });
  expect(reply).toMatchObject({ ok: true, value: { refundedFen: amountFen, prepaidFen: heldFen - amountFen } });
  books.giveBackHeld(world.model, home, method, amountFen);
}

async function waive({ office }: World, bill: ModelBill, percent: number): Promise<void> {
  const openFen = books.openOf(bill);
  const amountFen = Math.max(1, Math.ceil((openFen * percent) / 100));
  const reply = await office.call('fees.requestWaiver', { billId: bill.billId, amountFen, reason: '困难' }, { as: 'cashier' });
  if (amountFen > openFen) return void expect(reply).toMatchObject(refused('WAIVER_EXCEEDS_BALANCE'));
  if (!reply.ok) throw new Error(reply.code);
  expect(await office.call('fees.approveWaiver', { waiverId: reply.value.waiverId })).toMatchObject({ ok: true, value: { state: 'approved', openFen: openFen - amountFen } });
  bill.waivedFen += amountFen;
}

async function cancel({ office, model }: World, bill: ModelBill): Promise<void> {
  const reply = await office.call('fees.cancelBill', { billId: bill.billId, reason: '错' });
  if (bill.cancelled) return void expect(reply).toMatchObject(refused('BILL_ALREADY_CANCELLED'));
  expect(reply).toMatchObject({ ok: true, value: books.cancel(model, bill) });
}

async function correct({ office, model }: World, bill: ModelBill, amountFen: number): Promise<void> {
  const reply = await office.call('fees.correctBill', { billId: bill.billId, amountFen, reason: '改' });
  if (bill.cancelled) return void expect(reply).toMatchObject(refused('BILL_ALREADY_CANCELLED'));
  if (bill.late) return void expect(reply).toMatchObject(refused('ITEM_IS_FIXED'));
  // A pool never collects more than it cost: what is right there is what was right before.
  if (!reply.ok && reply.code === 'POOL_EXCEEDED') return void expect(amountFen).toBeGreaterThan(bill.amountFen);
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.details)}`);
  books.cancel(model, bill);
  const { home, item, fund, month, dueOn, period } = bill;
  const again = books.addBill(model, { billId: reply.value.billId, home, item, fund, month, amountFen, dueOn, period });
  expect(reply.value.openFen).toBe(books.openOf(again));
}

async function chargeOnce(world: World, { home: at, fen }: Of<'once'>): Promise<void> {
  const home = pick(world.model.homes, at);
  if (!home) return;
  const { billId, amountFen } = await world.office.get('fees.chargeOnce', { homeId: home.homeId, item: 'card', amountFen: fen });
  books.addBill(world.model, { billId, home, item: 'card', fund: 'common', month: todayOf(world).slice(0, 7), amountFen, dueOn: todayOf(world) });
}

async function vacate({ office, model }: World, { home: at, month, off }: Of<'vacancy'>): Promise<void> {
  const home = pick(model.homes, at);
  if (!home) return;
  const from = `${monthAt(month)}-11`;
  const to = addDays(from, 35);
  const reply = await office.call('fees.requestVacancy', { homeId: home.homeId, from, to, offPermille: off, reason: '空置' });
  if (home.vacancies.some((other) => other.from < to && other.to > from)) return void expect(reply).toMatchObject(refused('VACANCY_OVERLAPS'));
  if (!reply.ok) throw new Error(reply.code);
  await office.get('fees.approveVacancy', { vacancyId: reply.value.vacancyId });
  home.vacancies.push({ from, to, offPermille: off });
}

async function takeDeposit(world: World, { home: at, fen, method }: Of<'deposit'>): Promise<void> {
  const home = pick(world.model.homes, at);
  if (!home) return;
  const depositId = paymentId();
  await world.office.get('deposits.take', { depositId, homeId: home.homeId, amountFen: fen, receivedOn: todayOf(world), method });
  books.takeDeposit(world.model, { depositId, home, method, heldFen: fen });
}

async function returnDeposit({ office, model }: World, { deposit: at, percent, retained }: Of<'return'>): Promise<void> {
  const deposit = pick(model.deposits, at);
  if (!deposit) return;
  const returnedFen = Math.ceil((deposit.heldFen * percent) / 100);
  const reply = await office.call('deposits.return', { depositId: deposit.depositId, returnedFen, retainedFen: retained, reason: '验收' });
  if (returnedFen + retained > deposit.heldFen || returnedFen + retained === 0) return void expect(reply).toMatchObject(refused('RETURN_EXCEEDS_DEPOSIT'));
  expect(reply).toMatchObject({ ok: true, value: { heldFen: deposit.heldFen - returnedFen - retained } });
  books.returnDeposit(model, deposit, returnedFen, retained);
}

/** Opens a shift and closes it at once: what lies in the drawer since the last one is in it. */
async function closeShift({ office, model }: World, { floatFen, difference }: Of<'shift'>): Promise<void> {
  await office.get('shifts.open', { floatFen });
  const { expectedFen } = await office.get('shifts.current', {}).then(({ shift }) => shift ?? { expectedFen: 0 });
  const countedFen = Math.max(0, expectedFen + difference);
  const reply = await office.call('shifts.close', { countedFen });
  expect(reply).toMatchObject({ ok: true, value: { expectedFen, overShortFen: countedFen - expectedFen } });
  if (countedFen !== expectedFen) books.findDifference(model, countedFen - expectedFen);
  for (const payment of model.payments) payment.closed = true;
}

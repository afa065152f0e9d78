import { getEstate } from '../../../db/queries/estate.ts';
import { getChangingHome, setHandover, upsertStatuses, type ChangingHome } from '../../../db/queries/home-changes.ts';
import { insertTransfer, listFormerDebts } from '../../../db/queries/home-transfers.ts';
import { endOccupancy, listOccupancies, upsertOccupancies, upsertPeople, type Occupancy } from '../../../db/queries/occupancies.ts';
import { readPhone } from '../../../shared/domain/cell-phone.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { refundPrepayment } from '../payments/refund-payment.ts';

type TransferInput = Input<'homes.transfer'>;
type Owner = { name: string; phone: string };

/** Ends the present ownership of a home on a day and begins the next, with its arrears, its prepayment, and on a first sale its status and handover. */
export const transferHome: Handler<'homes.transfer'> = async (context, input) => {
  const { db, user, now } = context;
  const { homeId, on, arrears, prepayment, note } = input;
  const home = await getChangingHome(db, homeId, on);
  const sellers = (await listOccupancies(db, homeId)).filter((one) => one.role === 'owner' && one.to === null);
  await checkDay(context, input, home, sellers);
  const buyers = input.owners.map(({ name, phone }) => ({ name, phone: readPhone(phone) ?? '' }));
  checkBuyers(buyers, sellers);
  const names = { sellers: namesOf(sellers), buyers: namesOf(buyers) };
  const refund = prepayment === 'refund' && home.prepaidFen > 0 ? await giveBack(context, input, home, names.sellers) : undefined;
  const { initialsOf } = await import('../../files/pinyin.ts');
  const buyerIds = await upsertPeople(db, buyers.map((buyer) => ({ ...buyer, initials: initialsOf(buyer.name) })));
  for (const seller of sellers) await endOccupancy(db, { homeId, ...seller }, on);
  await upsertOccupancies(db, { homeId, role: 'owner', from: on, to: null, pays: false }, buyerIds);
  const transferId = await insertTransfer(db, { homeId, on, ...names, arrears, prepayment, openFen: home.openFen, prepaidFen: home.prepaidFen, note, userId: user.userId, userName: user.name, at: now.toISOString() },
    { sellers: sellers.map(({ personId }) => personId), buyers: buyerIds });
  await changeStatus(context, input, home);
  const kept = (await listFormerDebts(db, [homeId])).reduce((sum, debt) => sum + debt.openFen, 0);
  return { transferId, sellerOpenFen: kept, buyerOpenFen: home.openFen - kept, refundedFen: refund?.refundedFen ?? 0, refundNo: refund?.refundNo ?? null };
};

const namesOf = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join('、');

async function checkDay({ db, today }: Context, { on, handoverOn }: TransferInput, { chargedFrom }: ChangingHome, sellers: readonly Occupancy[]): Promise<void> {
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const { opensOn } = await getEstate(db);
  if (on < opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: on, opensOn });
  const ownerFrom = sellers.map(({ from }) => from).sort().at(-1);
  if (ownerFrom !== undefined && on < ownerFrom) throw new AppError('TRANSFER_BEFORE_OWNER', { on, ownerFrom });
  if (chargedFrom !== null && on < chargedFrom) throw new AppError('TRANSFER_BEFORE_ISSUED_BILL', { on, billedFrom: chargedFrom });
  if (handoverOn !== undefined && handoverOn < on) throw new AppError('DATES_REVERSED', { from: on, to: handoverOn });
}

function checkBuyers(buyers: readonly Owner[], sellers: readonly Owner[]): void {
  const keyOf = ({ name, phone }: Owner): string => `${name} ${phone}`;
  const seen = new Set<string>();
  for (const buyer of buyers) {
    if (seen.has(keyOf(buyer))) throw new AppError('OWNER_REPEATED', { name: buyer.name });
    seen.add(keyOf(buyer));
  }
  if (sellers.length === buyers.length && sellers.every((seller) => seen.has(keyOf(seller)))) throw new AppError('SAME_OWNERS', { names: namesOf(sellers) });
}

async function giveBack(context: Context, { homeId, refundMethod, payee }: TransferInput, home: ChangingHome, sellers: string): Promise<{ refundNo: string; refundedFen: number }> {
  if (refundMethod === undefined) throw new AppError('PREPAYMENT_HELD', { label: home.label, prepaidFen: home.prepaidFen });
  return refundPrepayment(context, { homeId, method: refundMethod, payee: payee ?? sellers.slice(0, 40), reason: '过户退还预收' });
}

/** A first sale gives the home its status and the day of handover; later ones only what was asked for. */
async function changeStatus({ db, user, now, today }: Context, { homeId, on, handoverOn, ...input }: TransferInput, home: ChangingHome): Promise<void> {
  const isFirstSale = home.status === 'unsold';
  const status = input.status ?? (isFirstSale ? 'occupied' : undefined);
  if (status !== undefined && status !== home.status) await upsertStatuses(db, [{ homeId, from: on, status, note: '过户', userId: user.userId, userName: user.name, at: now.toISOString() }], today);
  if (isFirstSale) await setHandover(db, homeId, handoverOn ?? on);
}

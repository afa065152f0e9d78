import { getHome as getHomeRow, listHomes as listHomeRows, listHomesOfUnit, listPeople, listUnits, searchHomes as searchHomeRows } from '../../../db/queries/homes.ts';
import { listFormerDebts } from '../../../db/queries/home-transfers.ts';
import { findLastPayment, findPayingHome } from '../../../db/queries/payments.ts';
import { maskPhone } from '../../../shared/domain/address.ts';
import { pricePropertyFee } from '../../../shared/domain/fee.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { nextPrepaidMonth } from '../payments/prepaid-months.ts';

export const listHomes: Handler<'homes.list'> = async ({ db, today }, { limit, after, ...filter }) => {
  const items = await listHomeRows(db, filter, { after: after ?? '', limit: limit + 1, on: today });
  const page = items.slice(0, limit);
  const next = items.length > limit ? page.at(-1)?.sortKey : undefined;
  return next === undefined ? { items: page } : { items: page, next };
};

const BEST_MATCHES = 12;

export const searchHomes: Handler<'homes.search'> = async ({ db, today }, { text }) => {
  const hits = await searchHomeRows(db, text, today, BEST_MATCHES);
  return { items: hits.map(({ phone, ...hit }) => ({ ...hit, maskedPhone: phone ? maskPhone(phone) : '' })) };
};

export const getHome: Handler<'homes.get'> = async ({ db, today }, { homeId }) => {
  const home = await getHomeRow(db, homeId, today);
  const people = await listPeople(db, homeId, today);
  const lastPayment = await findLastPayment(db, homeId);
  const paying = await findPayingHome(db, homeId, today);
  const monthlyFeeFen = home.rateE4 === null ? 0 : pricePropertyFee(home.areaDm2, home.rateE4, { numerator: 1, denominator: 1 });
  const masked = people.map(({ phone, ...person }) => ({ ...person, maskedPhone: phone ? maskPhone(phone) : '' }));
  const formerDebts = (await listFormerDebts(db, [homeId])).map(({ names, until, openFen, billIds }) => ({ names, until, openFen, billIds }));
  return { ...home, formerDebts, monthlyFeeFen, prepaidFrom: paying ? nextPrepaidMonth(paying, today) : today.slice(0, 7), people: masked, lastPayment: lastPayment ?? null };
};

export const homeTree: Handler<'homes.tree'> = async ({ db }) => ({ items: await listUnits(db) });

export const homeFloors: Handler<'homes.floors'> = async ({ db, today }, { building, unit }) => {
  const floors = new Map<string, { floor: string; homes: Awaited<ReturnType<typeof listHomesOfUnit>> }>();
  for (const home of await listHomesOfUnit(db, building, unit, today)) {
    const floor = floors.get(home.floor) ?? { floor: home.floor, homes: [] };
    floor.homes.push(home);
    floors.set(home.floor, floor);
  }
  return { floors: [...floors.values()].reverse() };
};

/** The dispatcher's audit record of this command is the log of who looked. */
export const revealPhone: Handler<'homes.revealPhone'> = async ({ db, today }, { homeId, personId }) => {
  const person = (await listPeople(db, homeId, today)).find((one) => one.personId === personId);
  if (!person) throw new AppError('NO_SUCH_PERSON', { personId });
  return { phone: person.phone };
};

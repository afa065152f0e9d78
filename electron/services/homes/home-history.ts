import type { z } from 'zod';
import type { homeEvent } from '../../../shared/contract/homes.ts';
import { listMerges, listStatuses, listTransfers } from '../../../db/queries/home-changes.ts';
import { listDebtors as listDebtorRows } from '../../../db/queries/home-transfers.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { listOccupancies } from '../../../db/queries/occupancies.ts';
import { maskPhone } from '../../../shared/domain/address.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';

type HomeEvent = z.input<typeof homeEvent>;

export const homeHistory: Handler<'homes.history'> = async ({ db, today }, { homeId }) => {
  await getHome(db, homeId, today);
  const statuses = (await listStatuses(db, homeId)).map((one): HomeEvent => ({ kind: 'status', ...one }));
  // An occupancy that ended on its first day was entered by mistake.
  const people = (await listOccupancies(db, homeId)).filter(({ from, to }) => from !== to)
    .map(({ role, name, from, to, pays }): HomeEvent => (role === 'owner' ? { kind: role, on: from, to, name } : { kind: role, on: from, to, name, pays }));
  const transfers = (await listTransfers(db, homeId)).map((one): HomeEvent => ({ kind: 'transfer', ...one }));
  const merges = (await listMerges(db, homeId)).map((one): HomeEvent => ({ kind: 'merge', ...one }));
  // Stable: of one day, the transfer stands above the people it brought.
  return { items: [...statuses, ...people, ...transfers, ...merges].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).reverse() };
};

export const listDebtors: Handler<'homes.listDebtors'> = async ({ db, today }, { homeId, formerOnly }) => {
  const debtors = (await listDebtorRows(db, today, homeId === undefined ? undefined : [homeId])).filter(({ former }) => former || !formerOnly);
  return {
    items: debtors.map(({ homeId: home, label, names, phones, former, openFen, billIds, payer }) => ({ homeId: home, label, names, maskedPhone: maskPhone(phones), former, openFen, billIds, payer })),
    totalFen: sumFen(debtors.map(({ openFen }) => openFen)),
  };
};

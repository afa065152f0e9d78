import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { endOccupancy, listOccupancies, upsertOccupancies, upsertPeople } from '../../../db/queries/occupancies.ts';
import { readPhone } from '../../../shared/domain/cell-phone.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Lets a tenant in from a day; who is there without an end leaves that day. The same tenant and day again changes the end and who pays. */
export const setTenant: Handler<'homes.setTenant'> = async ({ db, today }, { homeId, name, phone, from, to, pays }) => {
  await getChangingHome(db, homeId, today);
  if (to !== undefined && to <= from) throw new AppError('DATES_REVERSED', { from, to });
  const { initialsOf } = await import('../../files/pinyin.ts');
  const [personId = 0] = await upsertPeople(db, [{ name, phone: readPhone(phone) ?? '', initials: initialsOf(name) }]);
  const tenants = (await listOccupancies(db, homeId)).filter((one) => one.role === 'tenant' && one.to !== one.from);
  for (const tenant of tenants) {
    if (tenant.personId === personId && tenant.from === from) continue;
    const apart = (tenant.to !== null && tenant.to <= from) || (to !== undefined && tenant.from >= to);
    if (apart) continue;
    if (tenant.to !== null || tenant.from >= from) throw new AppError('TENANCY_OVERLAPS', { name: tenant.name, from: tenant.from, to: tenant.to });
    await endOccupancy(db, { homeId, ...tenant }, from);
  }
  await upsertOccupancies(db, { homeId, role: 'tenant', from, to: to ?? null, pays }, [personId]);
  return { personId };
};

/** Ends the tenancy that runs on the day; on its first day it never was. */
export const endTenancy: Handler<'homes.endTenancy'> = async ({ db, today }, { homeId, personId, on }) => {
  await getHome(db, homeId, today);
  const tenant = (await listOccupancies(db, homeId)).findLast((one) => one.role === 'tenant' && one.personId === personId && one.to !== one.from);
  if (!tenant) throw new AppError('NO_SUCH_PERSON', { personId });
  if (on < tenant.from) throw new AppError('DATES_REVERSED', { from: tenant.from, to: on });
  await endOccupancy(db, { homeId, ...tenant }, on);
  return {};
};

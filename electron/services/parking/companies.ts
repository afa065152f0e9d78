import { findAccountByName, findCompany, insertCompany, updateCompany } from '../../../db/queries/companies.ts';
import { endOccupancy, listOccupancies, upsertOccupancies, upsertPeople } from '../../../db/queries/occupancies.ts';
import type { Db } from '../../../db/sql.ts';
import { readPhone } from '../../../shared/domain/cell-phone.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

const ALWAYS = '1900-01-01';

/** Opens the account of a company; the company itself stands where homes have their owner. */
export const addCompany: Handler<'parking.addCompany'> = async ({ db, user, now }, { name, contact, phone, note }) => {
  const known = await findAccountByName(db, name);
  if (known) throw new AppError('COMPANY_EXISTS', { name, companyId: known.companyId });
  const companyId = await insertCompany(db, { name, contact, phone, note }, { userId: user.userId, userName: user.name, at: now.toISOString() });
  await nameOwner(db, companyId, { name, phone, from: ALWAYS });
  return { companyId };
};

/** Who to ask for, and where; the name stays, since papers carry it. */
export const changeCompany: Handler<'parking.changeCompany'> = async ({ db, today }, { companyId, contact, phone, note }) => {
  const known = await findCompany(db, companyId);
  if (!known) throw new AppError('NO_SUCH_COMPANY', { companyId });
  await updateCompany(db, { companyId, contact, phone, note });
  if (phone !== known.phone) {
    for (const owner of await listOccupancies(db, companyId)) if (owner.to === null) await endOccupancy(db, { homeId: companyId, ...owner }, today);
    await nameOwner(db, companyId, { name: known.name, phone, from: today });
  }
  return {};
};

async function nameOwner(db: Db, homeId: number, { name, phone, from }: { name: string; phone: string; from: string }): Promise<void> {
  const { initialsOf } = await import('../../files/pinyin.ts');
  const personIds = await upsertPeople(db, [{ name, phone: readPhone(phone) ?? '', initials: initialsOf(name) }]);
  await upsertOccupancies(db, { homeId, role: 'owner', from, to: null, pays: false }, personIds);
}

import type { Context } from '../../../context.ts';
import { setTenant } from '../../homes/set-tenant.ts';
import { firstDay } from '../../../../shared/domain/period.ts';
import type { HomeAccount } from './accounts.ts';
import { makePhone } from './people.ts';
import type { Random } from './random.ts';

const TENANTS = 12;

/** Registers the tenants of some let homes as a month begins: two of three pay instead of the owner. */
export async function registerTenants(context: Context, random: Random, accounts: readonly HomeAccount[], month: string): Promise<void> {
  const rented = accounts.filter(({ tenant, home: { handoverOn } }) => tenant !== '' && handoverOn !== null && handoverOn < firstDay(month));
  for (let index = 0; index < TENANTS && rented.length > 0; index += 1) {
    const [account] = rented.splice(random.below(rented.length), 1);
    if (!account) return;
    account.tenantPays = index % 3 !== 2;
    await setTenant(context, { homeId: account.homeId, name: account.tenant, phone: makePhone(random), from: firstDay(month), pays: account.tenantPays });
  }
}

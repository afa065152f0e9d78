import { nameContract } from '../../../db/queries/leases.ts';
import type { Handler } from '../../context.ts';
import { writeLease } from './lease.ts';

/** One contract of a company over several spaces, a lease for each; without a number it is called after the first of them. */
export const signContract: Handler<'parking.signContract'> = async (context, { spaces, ...terms }) => {
  const leases: { leaseId: number; leaseNo: string; space: string }[] = [];
  for (const { space, plates } of spaces) {
    context.checkCancelled();
    leases.push({ ...(await writeLease(context, { ...terms, kind: 'daytime', space, plates, draft: false })), space });
  }
  const contractNo = terms.contractNo || (leases[0]?.leaseNo ?? '');
  if (terms.contractNo === '') await nameContract(context.db, leases.map(({ leaseId }) => leaseId), contractNo);
  return { contractNo, leases };
};

import type { NumberedStay } from '../../../db/queries/barrier-files.ts';
import type { NewFinding } from '../../../db/queries/barrier-findings.ts';
import { listAbsentLeases } from '../../../db/queries/barrier-leases.ts';
import { listHomesOfPlates } from '../../../db/queries/vehicles.ts';
import { listVoucherUses } from '../../../db/queries/vouchers.ts';
import type { Db } from '../../../db/sql.ts';
import { holdsBetween, judgePlate, type Holding } from '../../../shared/domain/barrier-judge.ts';

type Sound = NumberedStay & { inAt: string; outAt: string };

/** What is to be said of the stays of a file, in time: without a lease, outside its windows, outside its days. A car without a lease is named by the home it is registered with. */
export async function judgeStays(db: Db, stays: readonly NumberedStay[], holdings: ReadonlyMap<string, Holding[]>): Promise<NewFinding[]> {
  const byPlate = groupSound(stays);
  const plates = [...byPlate.keys()];
  const vouchers = await listVoucherUses(db, plates);
  const homes = await listHomesOfPlates(db, plates);
  const findings: (NewFinding & { inAt: string })[] = [];
  for (const [plate, list] of byPlate) {
    const judged = judgePlate(list, holdings.get(plate) ?? [], vouchers.get(plate));
    list.forEach(({ stayId, inAt }, index) => {
      for (const finding of judged[index] ?? []) {
        const home = finding.leaseId === null ? homes.get(plate)?.find(({ from, to }) => from <= finding.on && (to === null || finding.on < to)) : undefined;
        findings.push({ ...finding, stayId, plate, homeId: home?.homeId ?? null, inAt });
      }
    });
  }
  return findings.sort((left, right) => (left.inAt < right.inAt ? -1 : left.inAt > right.inAt ? 1 : 0));
}

/** Stays that are none but stays, by plate and in time. */
function groupSound(stays: readonly NumberedStay[]): Map<string, Sound[]> {
  const byPlate = new Map<string, Sound[]>();
  for (const stay of stays) {
    const { plate, fault, inAt, outAt } = stay;
    if (fault !== null || inAt === null || outAt === null) continue;
    const list = byPlate.get(plate);
    if (list) list.push({ ...stay, inAt, outAt }); else byPlate.set(plate, [{ ...stay, inAt, outAt }]);
  }
  for (const list of byPlate.values()) list.sort((left, right) => (left.inAt < right.inAt ? -1 : left.inAt > right.inAt ? 1 : 0));
  return byPlate;
}

/** Let spaces whose cars no file saw on the days, where the lease holds any minute of them. */
export async function findAbsent(db: Db, days: { from: string; to: string; since: string }): Promise<NewFinding[]> {
  return (await listAbsentLeases(db, days)).flatMap(({ leaseId, plates, spans, windows }) => {
    const spaceId = holdsBetween({ spans, windows }, days.from, days.to);
    return spaceId === undefined ? [] : [{ stayId: null, kind: 'unused' as const, plate: plates, leaseId, spaceId, homeId: null, on: days.to, minutes: 0, proposedFen: 0 }];
  });
}

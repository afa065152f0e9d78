import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { CallInput } from '../../shared/contract/index.ts';
import { COMMON_INTEREST, TO_MAINTENANCE } from '../../shared/domain/common-sources.ts';
import { targetAccount, targetsOf } from '../../shared/domain/cost-target.ts';
import { temporaryFile } from './builders.ts';
import type { TestOffice } from './open-office.ts';
import { photoBytes } from './photo.ts';

type CostInput = CallInput<'costs.register'>;

/** A voucher of the property fund's cleaning, 300.00, changed as given. */
export function costOf(more: Partial<CostInput> = {}): CostInput {
  return { costId: randomUUID(), kind: 'purchase', fund: 'property', paidOn: '2026-10-20', payee: '洁净保洁公司', what: '楼道保洁', lines: [{ to: { feeCost: 'cleaning' }, amountFen: 30_000 }], ...more };
}

/** A picture as a file; another `shade` is another file. */
export function photoFile(shade = 200): string {
  const file = temporaryFile('png');
  writeFileSync(file, photoBytes(shade));
  return file;
}

/** The voucher that books an amount on an account of costs or of other income. */
export function voucherOn(account: string, amountFen: number, paidOn: string): CostInput {
  const more = { paidOn, payee: '对方', what: `凭证 ${account}`, fund: 'common' as const };
  if (account === COMMON_INTEREST) return costOf({ ...more, kind: 'interest', lines: [{ amountFen }] });
  if (account === TO_MAINTENANCE) return costOf({ ...more, kind: 'maintenance', resolution: { number: '业大〔2026〕1 号', on: paidOn }, lines: [{ amountFen }] });
  for (const kind of ['purchase', 'income'] as const) {
    for (const fund of ['common', 'property'] as const) {
      const to = targetsOf(kind, fund).find((one) => targetAccount(kind, fund, one) === account);
      if (to) return costOf({ ...more, kind, fund, lines: [{ to, amountFen }], attachments: kind === 'purchase' ? [photoFile()] : [] });
    }
  }
  throw new RangeError(`no voucher books on ${account}`);
}

/** Registers a voucher and approves it; undefined where the rules refuse it. */
export async function bookCost(office: TestOffice, input: CostInput): Promise<string | undefined> {
  const made = await office.call('costs.register', input, { as: 'office' });
  const booked = made.ok && await office.call('costs.approve', { costId: made.value.costId });
  return made.ok && booked && booked.ok ? made.value.costId : undefined;
}

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { CallInput } from '../../shared/contract/index.ts';
import { temporaryFile } from './builders.ts';
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

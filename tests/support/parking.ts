import type { CallInput } from '../../shared/contract/index.ts';
import type { TestOffice } from './open-office.ts';

/** Common spaces of one zone, by their codes. */
export async function givenSpaces(office: Pick<TestOffice, 'get'>, codes: readonly string[], facts: Partial<CallInput<'parking.addSpaces'>['spaces'][number]> = {}): Promise<void> {
  await office.get('parking.addSpaces', { spaces: codes.map((code) => ({ code, zone: 'A', title: 'common', ...facts })) });
}

/** A company's number. */
export async function givenCompany(office: Pick<TestOffice, 'get'>, name = '星河便利店'): Promise<number> {
  return (await office.get('parking.addCompany', { name })).companyId;
}

export const WORKDAYS = [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }];
export const NIGHTS = [{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }, { weekdays: [6, 7], from: '08:00', to: '18:00' }];

/** A resident lease at 50.00 by days, from 1 September 2026, unless said otherwise. */
export async function givenLease(office: Pick<TestOffice, 'get'>, input: Partial<CallInput<'parking.lease'>> & { space: string }): Promise<number> {
  const lease: CallInput<'parking.lease'> = { kind: 'resident', plates: [], from: '2026-09-01', monthlyFen: 5000, proration: 'days', ...input };
  return (await office.get('parking.lease', lease)).leaseId;
}

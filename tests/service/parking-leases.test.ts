import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await givenSpaces(office, ['A-001', 'A-002']);
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

describe('one space', () => {
  it('carries a resident by night and a company by day', async () => {
    const { homeId } = await givenHome(office);
    const companyId = await givenCompany(office);
    await givenLease(office, { space: 'A-001', homeId, windows: NIGHTS, plates: ['贵j·a1234'] });
    await givenLease(office, { space: 'A-001', kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 20_000, resolutionNo: '业决1', plates: ['贵JB1234', '贵JD12345'] });
  });

  it('refuses a clash by its first minutes', async () => {
    const { homeId } = await givenHome(office);
    const companyId = await givenCompany(office);
    const leaseId = await givenLease(office, { space: 'A-001', homeId, windows: NIGHTS });
    const windows = [{ weekdays: [1, 2, 3, 4, 5], from: '07:30', to: '17:30' }];
    expect(await office.call('parking.lease', { space: 'A-001', kind: 'daytime', companyId, plates: [], from: '2026-10-01', windows, monthlyFen: 1, proration: 'days', resolutionNo: '1' }))
      .toEqual(refusal('SPACE_TAKEN', { leaseId, weekday: 2, from: '07:30', to: '08:00', space: 'A-001' }));
  });
});

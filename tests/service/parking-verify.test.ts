import { beforeEach, describe, expect, it } from 'vitest';
import { rows, run } from '../../db/sql.ts';
import { givenHomes } from '../support/builders.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await givenSpaces(office, ['A-1', 'A-2']);
  const [home, other] = await givenHomes(office, [{}, {}]);
  const companyId = await givenCompany(office);
  await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 15_000, residentFen: 5000 });
  await givenLease(office, { space: 'A-1', homeId: home?.homeId, windows: NIGHTS, plates: ['贵JA1111'] });
  await givenLease(office, { space: 'A-1', kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 24_000, resolutionNo: '1', plates: ['贵JA2222'] });
  const ended = await givenLease(office, { space: 'A-2', homeId: other?.homeId });
  await office.get('parking.issueCharges', { month: '2026-11', commit: true });
  await office.get('parking.endLease', { leaseId: ended, on: '2026-11-16', reason: '搬走' });
  return () => office.close();
});

async function tamper(sql: string): Promise<void> {
  for (const { name } of await rows<{ name: string }>(office.raw, `select name from sqlite_master where type = 'trigger'`)) await run(office.raw, `drop trigger ${name}`);
  await run(office.raw, 'pragma foreign_keys = off');
  await run(office.raw, sql);
}

describe('ledger.verify of parking', () => {
  it('finds nothing in honest books', async () => {
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it.each([
    ['a part’s amount', 'update parking_charge_part set amount_fen = amount_fen + 1 where bill_id = 1'],
    ['a part’s subsidy', 'update parking_charge_part set subsidy_fen = subsidy_fen + 1 where bill_id = 1'],
    ['a charge’s subsidy', 'update parking_charge set subsidy_fen = subsidy_fen - 1 where bill_id = 1'],
    ['a subsidy taken back of a charge that stands', 'insert into parking_subsidy_return select bill_id, subsidy_entry_id from parking_charge where bill_id = 1'],
    ['a cancelled charge whose subsidy stands', 'delete from parking_subsidy_return'],
    ['a space’s title', `update parking_space set title = 'developer' where code = 'A-1'`],
    ['days that are charged twice', 'update parking_charge set lease_id = 1 where bill_id = (select max(bill_id) from parking_charge)'],
    ['a lease that goes on where another holds', 'update lease_window set from_minute = 1440 where lease_id = 2 and from_minute = 1950'],
    ['a plate on two leases', `update lease_plate set plate = '贵JA1111' where lease_id = 2`],
    ['a charge without parts', 'delete from parking_charge_part where bill_id = 1'],
  ])('names what was touched: %s', async (_, sql) => {
    await tamper(sql);
    const { problems } = await office.get('ledger.verify', {});
    expect(problems.map(({ kind }) => kind), JSON.stringify(problems)).toContain('PARKING');
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

it('takes two owners of one name without a phone for two people', async () => {
  const [first, second] = (await givenHomes(office, [{ owner: '李伟', phone: '', arrearsFen: 1_000 }, { owner: '李伟', phone: '', arrearsFen: 2_000 }])) as [GivenHome, GivenHome];
  expect((await office.get('payments.listOpenBills', { homeId: first.homeId, ofOwner: true })).otherHomes).toEqual([]);
  const [bill] = await openBills(office, second);
  expect(await office.call('payments.register', pay(first, bill, 2_000))).toMatchObject({ ok: false, code: 'BILL_OF_ANOTHER_HOME' });
});

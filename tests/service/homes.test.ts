import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { givenHomes, type GivenHome } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let homes: GivenHome[];
beforeAll(async () => {
  office = await openOffice();
  homes = await givenHomes(office, [
    { building: '3', unit: '2', room: '501', owner: '王秀兰', phone: '13812342671', arrearsFen: 10_000 },
    { building: '3', unit: '2', room: '502', owner: '王秀英', phone: '13800002671' },
    { building: '3', unit: '2', room: '1501', owner: '李强', phone: '13977770001', status: '出租' },
    { building: '3', unit: '10', room: '501', owner: '欧阳娜娜', phone: '13866660002', status: '空置' },
    { building: '10', unit: '1', room: '101', owner: '', phone: '', status: '未售' },
    { building: 'A', unit: '1', room: '101', owner: '吴小梅', phone: '15012340003' },
    { building: '32', unit: '5', room: '101', owner: '单田芳', phone: '15112340004' },
  ]);
});
afterAll(() => office.close());

const found = async (text: string) => (await office.get('homes.search', { text })).items.map(({ label, matched }) => `${label} ${matched}`);

describe('homes.search', () => {
  it.each(['3-2-501', '3栋2单元501', '3栋2单元501室', '三栋二单元501', '３－２－５０１', '32501', '3 2 501'])('%s finds 3-2-501 first', async (text) => {
    expect((await found(text))[0]).toBe('3-2-501 room');
  });

  it.each([
    ['501', ['3-2-501 room', '3-10-501 room']],
    ['3-2-', ['3-2-501 room', '3-2-502 room', '3-2-1501 room']],
    ['3-2', ['3-2-501 room', '3-2-502 room', '3-2-1501 room']],
    ['3栋10单元', ['3-10-501 room']],
    ['A-1-101', ['A-1-101 room']], ['a栋1单元101', ['A-1-101 room']], ['a1101', ['A-1-101 room']],
    ['王秀', ['3-2-501 name', '3-2-502 name']], ['秀兰', ['3-2-501 name']], ['娜娜', ['3-10-501 name']],
    ['wxl', ['3-2-501 pinyin']], ['WX', ['3-2-501 pinyin', '3-2-502 pinyin', 'A-1-101 pinyin']], ['lq', ['3-2-1501 pinyin']], ['oynn', ['3-10-501 pinyin']],
    ['2671', ['3-2-501 phone', '3-2-502 phone']], ['42671', ['3-2-501 phone']], ['13812342671', ['3-2-501 phone']], ['138 1234 2671', ['3-2-501 phone']], ['138-1234-2671', ['3-2-501 phone']],
    ['', []], ['!!', []], ['没有这人', []], ['9-9-909', []], ["' or 1=1 --", []], ['%', []],
  ])('%j finds %j', async (text, labels) => {
    expect(await found(text)).toEqual(labels);
  });

  it('shows at most twelve', async () => {
    const many = await openOffice();
    await givenHomes(many, Array.from({ length: 30 }, () => ({})));
    expect((await many.get('homes.search', { text: '3-2-5' })).items).toHaveLength(12);
    expect((await many.get('homes.search', { text: 'wxl' })).items).toHaveLength(12);
    await many.close();
  });

  it('never shows a phone in full', async () => {
    expect((await office.get('homes.search', { text: 'wxl' })).items[0]).toMatchObject({ maskedPhone: '138****2671', ownerName: '王秀兰' });
  });
});

describe('homes.list', () => {
  it('sorts as people count and tells what is owed', async () => {
    const { items, next } = await office.get('homes.list', {});
    expect(items.map(({ label }) => label)).toEqual(['3-2-501', '3-2-502', '3-2-1501', '3-10-501', '10-1-101', '32-5-101', 'A-1-101']);
    expect(items[0]).toEqual({ homeId: homes[0]?.homeId, label: '3-2-501', areaDm2: 10_000, status: 'occupied', homeType: 'residence', mergedInto: null, ownerName: '王秀兰', openFen: 10_000, prepaidFen: 0 });
    expect(next).toBeUndefined();
  });

  it.each([1, 2, 3, 6, 7])('in pages of %i joins without gap or repeat', async (limit) => {
    const all: string[] = [];
    let after: string | undefined;
    do {
      const page = await office.get('homes.list', after === undefined ? { limit } : { limit, after });
      expect(page.items.length).toBeGreaterThan(0);
      all.push(...page.items.map(({ label }) => label));
      after = page.next;
    } while (after !== undefined);
    expect(all).toEqual((await office.get('homes.list', {})).items.map(({ label }) => label));
  });

  it.each([
    [{ building: '3' }, 4], [{ building: '3', unit: '2' }, 3], [{ status: 'unsold' }, 1], [{ owing: true }, 1], [{ search: '3栋2单元' }, 3], [{ search: '王秀' }, 2], [{ search: '2671', building: '3' }, 2], [{ search: 'zzz' }, 0], [{ search: '' }, 7],
  ] as const)('%o shows %i', async (filter, count) => {
    expect((await office.get('homes.list', filter)).items).toHaveLength(count);
  });
});

describe('a home', () => {
  it('is shown with its people, masked, and its fee', async () => {
    expect(await office.get('homes.get', { homeId: homes[0]?.homeId ?? 0 })).toMatchObject({
      building: '3', unit: '2', room: '501', floor: '5', rateE4: 15_000, monthlyFeeFen: 15_000, people: [{ role: 'owner', name: '王秀兰', maskedPhone: '138****2671' }], lastPayment: null,
    });
    expect(await office.call('homes.get', { homeId: 999 })).toEqual(refusal('NO_SUCH_HOME', { homeId: 999 }));
  });

  it('lies in its unit and on its floor', async () => {
    expect((await office.get('homes.tree', {})).items[0]).toEqual({ building: '3', unit: '2', homes: 3, owing: 1, openFen: 10_000 });
    const { floors } = await office.get('homes.floors', { building: '3', unit: '2' });
    expect(floors.map(({ floor, homes: on }) => [floor, on.map(({ label }) => label)])).toEqual([['15', ['3-2-1501']], ['5', ['3-2-501', '3-2-502']]]);
  });

  it('shows a phone in full only to those who may, and keeps who looked', async () => {
    const homeId = homes[0]?.homeId ?? 0;
    const personId = (await office.get('homes.get', { homeId })).people[0]?.personId ?? 0;
    expect(await office.get('homes.revealPhone', { homeId, personId }, { as: 'cashier' })).toEqual({ phone: '13812342671' });
    const [last] = await rows<{ user_id: number; endpoint: string; input: string }>(office.raw, 'select * from audit order by audit_id desc limit 1');
    expect(last).toMatchObject({ user_id: 2, endpoint: 'homes.revealPhone', input: JSON.stringify({ homeId, personId }) });
    expect(await office.call('homes.revealPhone', { homeId, personId }, { as: 'auditor' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    // Through the door of another home nobody's phone is seen.
    expect(await office.call('homes.revealPhone', { homeId: homes[1]?.homeId ?? 0, personId })).toEqual(refusal('NO_SUCH_PERSON', { personId }));
  });
});

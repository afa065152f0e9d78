import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHomes } from '../support/builders.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';
import { givenLease, givenSpaces } from '../support/parking.ts';
import { noticePage, noticeWords, statementPage } from '../../electron/print/parking-page.ts';
import { windowWords } from '../../electron/services/parking/list-companies.ts';
import { findLeaseNotice } from '../../db/queries/lease-notices.ts';

let office: TestOffice;
let homeId: number;
beforeEach(async () => {
  office = await openOffice();
  await givenSpaces(office, ['A-1', 'A-2']);
  homeId = (await givenHomes(office, [{}]))[0]?.homeId ?? 0;
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

describe('notices of a lease', () => {
  it('are numbered without gaps, keep their words, and are refused where there is nothing to tell', async () => {
    const leaseId = await givenLease(office, { space: 'A-1', homeId, to: '2026-12-01' });
    const open = await givenLease(office, { space: 'A-2', homeId });
    const { leaseNo } = await office.get('parking.getLease', { leaseId: open });
    for (const kind of ['expiry', 'recall', 'price', 'end'] as const) expect(await office.call('parking.makeNotice', { leaseId: open, kind })).toEqual(refusal('NOTICE_NOT_DUE', { leaseNo, kind }));
    expect(await office.get('parking.makeNotice', { leaseId, kind: 'expiry', deadline: '2026-11-20' })).toEqual({ noticeNo: 'TZ-2026-000001' });
    await office.get('parking.issueCharges', { month: '2026-11', commit: true });
    await office.get('parking.renewLease', { leaseId: open, from: '2026-12-01', monthlyFen: 6000 });
    expect(await office.get('parking.makeNotice', { leaseId: open, kind: 'price' })).toEqual({ noticeNo: 'TZ-2026-000002' });
    await office.get('parking.endLease', { leaseId: open, on: '2026-11-16', reason: '卖车' });
    expect(await office.get('parking.makeNotice', { leaseId: open, kind: 'end' })).toEqual({ noticeNo: 'TZ-2026-000003' });
    expect((await office.get('parking.listNotices', { leaseId: open })).items.map(({ noticeNo, kind }) => [noticeNo, kind])).toEqual([['TZ-2026-000003', 'end'], ['TZ-2026-000002', 'price']]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
    const end = await findLeaseNotice(office.raw, 'TZ-2026-000003');
    if (!end) throw new Error('no notice');
    expect(noticeWords(end)).toContain('25.00 元 予以冲减');
    expect(noticePage({ ...end, note: '<b>请</b>' })).toContain('&lt;b&gt;请&lt;/b&gt;');
    const price = await findLeaseNotice(office.raw, 'TZ-2026-000002');
    expect(price && noticeWords(price)).toContain('由每月 50.00 元 调整为每月 60.00 元');
    expect(await office.call('parking.print', { what: { kind: 'lease', leaseId }, to: 'printer' })).toMatchObject({ ok: false, code: 'NEEDS_WINDOW' });
    expect(await office.call('parking.print', { what: { kind: 'notice', noticeNo: 'TZ-2026-000009' }, to: 'printer' })).toMatchObject({ ok: false, code: 'NO_SUCH_NOTICE' });
  });
});

describe('papers', () => {
  it('say windows in words, and every amount of a statement', () => {
    expect(windowWords([])).toBe('全天');
    expect(windowWords([{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }, { weekdays: [6, 7], from: '08:00', to: '18:00' }])).toBe('周一、二、三、四、五 18:00–次日 08:00；周六、日 08:00–18:00');
    const html = statementPage({ companyId: 1, name: '星河 & 店', month: '2026-10', openingFen: 0, lines: [], payments: [], chargedFen: 0, paidFen: 0, closingFen: 123_456 }, { estateName: 'x', officeName: '物业', officePhone: '' }, '2026-11-01');
    expect(html).toContain('星河 &amp; 店');
    expect(html).toContain('人民币壹仟贰佰叁拾肆元伍角陆分');
  });
});

import { describe, expect, it } from 'vitest';
import { givenHome } from '../support/builders.ts';
import { expectRefused, openOffice, refusal } from '../support/open-office.ts';

const input = { name: '汇悦新天地', opensOn: '2026-01-01', manager: { name: '陈经理', password: 'correct horse' } };

describe('estate.create', () => {
  it('opens an empty folder, once, and its manager can sign in', async () => {
    const office = await openOffice({ estate: false });
    expect(await office.get('estate.status', {}, { as: null })).toMatchObject({ state: 'empty', name: '', today: '2026-11-05' });
    expect(await office.get('estate.create', input, { as: null })).toEqual({ estateId: 1 });
    expect(await office.get('estate.status', {}, { as: null })).toMatchObject({ state: 'ready', name: '汇悦新天地', opensOn: '2026-01-01' });
    await expectRefused(office, () => office.call('estate.create', { ...input, name: '别的小区' }, { as: null }), 'FOLDER_NOT_EMPTY', {});
    await expectRefused(office, () => office.call('estate.createSample', { homes: 5, password: 'correct horse' }, { as: null }), 'FOLDER_NOT_EMPTY', {});
    const session = { user: null, locked: false };
    expect(await office.call('users.signIn', { name: '陈经理', password: 'correct horse' }, { as: session })).toEqual({ ok: true, value: { userId: 1, name: '陈经理', role: 'manager' } });
    await office.close();
  });

  it('never keeps a password in the audit', async () => {
    const office = await openOffice({ estate: false });
    await office.get('estate.create', input, { as: null });
    const { items } = await office.get('ledger.listAudit', {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ endpoint: 'estate.create', user: '' });
    expect(items[0]?.input).toContain('***');
    expect(JSON.stringify(items)).not.toContain('correct horse');
    await office.close();
  });

  it.each([
    [{ ...input, manager: { name: '陈', password: 'short' } }, 'PASSWORD_TOO_SHORT'],
    [{ ...input, opensOn: '2026-02-30' }, 'BAD_INPUT'], [{ ...input, name: '  ' }, 'BAD_INPUT'], [{ ...input, manager: { name: '', password: 'long enough' } }, 'BAD_INPUT'],
  ] as const)('refuses %o', async (bad, code) => {
    const office = await openOffice({ estate: false });
    await expectRefused(office, () => office.call('estate.create', bad, { as: null }), code);
    await office.close();
  });
});

describe('the estate', () => {
  it('is missing until it is created: everything else says so', async () => {
    const office = await openOffice({ estate: false });
    expect(await office.call('estate.getSettings', {})).toEqual(refusal('NO_ESTATE', {}));
    expect(await office.call('fees.previewBills', { month: '2026-01' })).toEqual(refusal('NO_ESTATE', {}));
    await office.close();
  });

  it('changes the settings it is given and keeps the others', async () => {
    const office = await openOffice();
    expect(await office.get('estate.changeSettings', { phone: '0854-1', dueDay: 10 })).toMatchObject({ name: '汇悦新天地', phone: '0854-1', dueDay: 10, idleMinutes: 10 });
    expect(await office.get('estate.getSettings', {})).toMatchObject({ phone: '0854-1', dueDay: 10, opensOn: '2026-01-01' });
    expect(await office.call('estate.changeSettings', { dueDay: 29 })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    await office.close();
  });

  it('tells its day', async () => {
    const office = await openOffice();
    await givenHome(office, { arrearsFen: 5_000 });
    expect(await office.get('estate.dayStatus', {})).toEqual({ today: '2026-11-05', receipts: 0, reversed: 0, totalFen: 0, byMethod: [], trialBalanceFen: 0, lastBackupAt: null, closedThrough: null });
    office.ctx.now = new Date('2026-11-05T16:00:00Z');
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ today: '2026-11-06' });
    await office.close();
  });
});

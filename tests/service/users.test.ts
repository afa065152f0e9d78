import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../electron/context.ts';
import { hashPassword, verifyPassword } from '../../electron/services/users/password.ts';
import { waitAfterFailures } from '../../electron/services/users/sign-in.ts';
import { run } from '../../db/sql.ts';
import { expectRefused, openOffice, refusal, sessionOf, temporaryFolder, type TestOffice } from '../support/open-office.ts';

const PASSWORD = '明白账-passphrase';
let hash = '';
beforeAll(async () => { hash = await hashPassword(PASSWORD); });

/** The same password at the lowest cost: the cost is stored with the hash, and these tests try dozens. */
const CHEAP = hashSync(PASSWORD, { memoryCost: 8, timeCost: 1 });

/** An office in which the cashier has a password. */
async function withCashier(): Promise<{ office: TestOffice; session: Session; signIn: (password: string) => Promise<unknown> }> {
  const office = await openOffice();
  await run(office.raw, 'update user set password_hash = ? where user_id = 2', [CHEAP]);
  const session: Session = { user: null, locked: false };
  return { office, session, signIn: (password) => office.call('users.signIn', { name: '刘晓燕', password }, { as: session }) };
}

const later = (office: TestOffice, seconds: number): void => { office.ctx.now = new Date(office.ctx.now.getTime() + seconds * 1000); };

describe('a password', () => {
  it('is kept as argon2id with its cost and a salt of its own', async () => {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+$/);
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, hash)).toBe(false);
  });

  it('is the same typed full-width', async () => {
    expect(await verifyPassword('明白账－ｐａｓｓｐｈｒａｓｅ', hash)).toBe(true);
  });
});

describe('signing in', () => {
  it('binds the user to the session; signing out frees it', async () => {
    const { office, session, signIn } = await withCashier();
    expect(await signIn(PASSWORD)).toEqual({ ok: true, value: { userId: 2, name: '刘晓燕', role: 'cashier' } });
    expect(await office.get('users.current', {}, { as: session })).toEqual({ user: { userId: 2, name: '刘晓燕', role: 'cashier' }, locked: false });
    await office.get('users.signOut', {}, { as: session });
    expect(await office.get('users.current', {}, { as: session })).toEqual({ user: null, locked: false });
    await office.close();
  });

  it('answers the same for an unknown name, and for a user who is switched off', async () => {
    const { office, signIn } = await withCashier();
    const wrong = refusal('WRONG_PASSWORD', { failures: 1, waitSeconds: 0 });
    expect(await office.call('users.signIn', { name: '没有这人', password: PASSWORD }, { as: null })).toEqual(wrong);
    expect(await office.call('users.signIn', { name: '没有这人', password: 'x' }, { as: null })).toEqual(wrong);
    await office.get('users.change', { userId: 2, active: false });
    expect(await signIn(PASSWORD)).toEqual(wrong);
    expect(await office.get('users.names', {}, { as: null })).toEqual({ names: ['陈经理', '文书', '审计'] });
    await office.close();
  });

  it('slows the next try after five failures, longer each time, and forgives after a success', async () => {
    const { office, signIn } = await withCashier();
    for (let failures = 1; failures <= 4; failures += 1) expect(await signIn('wrong')).toEqual(refusal('WRONG_PASSWORD', { failures, waitSeconds: 0 }));
    expect(await signIn('wrong')).toEqual(refusal('WRONG_PASSWORD', { failures: 5, waitSeconds: 15 }));
    expect(await signIn(PASSWORD)).toEqual(refusal('TOO_MANY_FAILURES', { waitSeconds: 15 }));
    later(office, 14);
    expect(await signIn(PASSWORD)).toEqual(refusal('TOO_MANY_FAILURES', { waitSeconds: 1 }));
    later(office, 1);
    expect(await signIn('wrong')).toEqual(refusal('WRONG_PASSWORD', { failures: 6, waitSeconds: 30 }));
    later(office, 30);
    expect(await signIn(PASSWORD)).toMatchObject({ ok: true });
    expect(await signIn('wrong')).toEqual(refusal('WRONG_PASSWORD', { failures: 1, waitSeconds: 0 }));
    await office.close();
  });

  it.each([[0, 0], [4, 0], [5, 15], [6, 30], [7, 60], [10, 480], [11, 900], [12, 900], [2000, 900]])('after %i failures waits %i s', (failures, seconds) => {
    expect(waitAfterFailures(failures)).toBe(seconds);
  });

  it('counts tries that come all at once', async () => {
    const { office, signIn } = await withCashier();
    const replies = await Promise.all(Array.from({ length: 8 }, () => signIn('wrong')));
    expect(replies).toContainEqual(refusal('WRONG_PASSWORD', { failures: 5, waitSeconds: 15 }));
    expect(await signIn(PASSWORD)).toMatchObject({ code: 'TOO_MANY_FAILURES' });
    await office.close();
  });

  it('does not lock anybody out for a year when the clock is put right', async () => {
    const { office, signIn } = await withCashier();
    office.ctx.now = new Date('2036-01-01T00:00:00Z');
    for (let failures = 1; failures <= 5; failures += 1) await signIn('wrong');
    office.ctx.now = new Date('2026-11-05T02:00:00Z');
    expect(await signIn(PASSWORD)).toMatchObject({ ok: true });
    await office.close();
  });
});

describe('the idle lock', () => {
  it('stops every endpoint but those of the lock, and opens with the password only', async () => {
    const { office, session, signIn } = await withCashier();
    await signIn(PASSWORD);
    await office.get('users.lock', {}, { as: session });
    expect(await office.call('homes.tree', {}, { as: session })).toEqual(refusal('SESSION_LOCKED', {}));
    expect(await office.call('files.pickToOpen', { kind: 'roster' }, { as: session })).toEqual(refusal('SESSION_LOCKED', {}));
    expect(await office.call('users.unlock', { password: 'wrong' }, { as: session })).toEqual(refusal('WRONG_PASSWORD', { failures: 1, waitSeconds: 0 }));
    expect(session.locked).toBe(true);
    await office.get('users.change', { userId: 2, role: 'auditor' });
    expect(await office.call('users.unlock', { password: PASSWORD }, { as: session })).toMatchObject({ ok: true });
    expect(await office.call('homes.tree', {}, { as: session })).toMatchObject({ ok: true });
    // Whoever was moved meanwhile comes back with the rights of today.
    expect(session.user?.role).toBe('auditor');
    await office.close();
  });

  it('stays shut after five failures until the wait is over', async () => {
    const { office, session, signIn } = await withCashier();
    await signIn(PASSWORD);
    session.locked = true;
    for (let failures = 1; failures <= 5; failures += 1) await office.call('users.unlock', { password: 'wrong' }, { as: session });
    expect(await office.call('users.unlock', { password: PASSWORD }, { as: session })).toEqual(refusal('TOO_MANY_FAILURES', { waitSeconds: 15 }));
    later(office, 15);
    expect(await office.call('users.unlock', { password: PASSWORD }, { as: session })).toMatchObject({ ok: true });
    await office.close();
  });
});

describe('users', () => {
  it('are added once by name, with a role', async () => {
    const office = await openOffice();
    const { userId } = await office.get('users.add', { name: '小王', role: 'cashier', password: 'password' });
    await expectRefused(office, () => office.call('users.add', { name: ' 小王 ', role: 'auditor', password: 'password' }), 'USER_EXISTS', { name: '小王' });
    await expectRefused(office, () => office.call('users.add', { name: '小李', role: 'cashier', password: '12345' }), 'PASSWORD_TOO_SHORT', { minimum: 6 });
    expect((await office.get('users.list', {})).items.find((user) => user.userId === userId)).toMatchObject({ name: '小王', role: 'cashier', active: true });
    expect(JSON.stringify(await office.get('ledger.listAudit', {}))).not.toContain('"password":"password"');
    await office.close();
  });

  it('always keep one manager', async () => {
    const office = await openOffice();
    await expectRefused(office, () => office.call('users.change', { userId: 1, active: false }), 'LAST_MANAGER', {});
    await expectRefused(office, () => office.call('users.change', { userId: 1, role: 'cashier' }), 'LAST_MANAGER', {});
    await expectRefused(office, () => office.call('users.change', { userId: 99, active: false }), 'NO_SUCH_USER', { userId: 99 });
    await office.get('users.change', { userId: 2, role: 'manager' });
    await office.get('users.change', { userId: 1, active: false });
    await expectRefused(office, () => office.call('users.change', { userId: 2, active: false }, { as: { user: { userId: 2, name: '刘晓燕', role: 'manager' }, locked: false } }), 'LAST_MANAGER', {});
    await office.close();
  });

  it('set their own password by the present one; the manager sets anyone’s', async () => {
    const { office, signIn } = await withCashier();
    const as = sessionOf('cashier');
    await expectRefused(office, () => office.call('users.setPassword', { userId: 2, password: 'new password' }, { as }), 'WRONG_PASSWORD');
    await expectRefused(office, () => office.call('users.setPassword', { userId: 2, password: 'new password', present: 'wrong' }, { as }), 'WRONG_PASSWORD');
    await expectRefused(office, () => office.call('users.setPassword', { userId: 1, password: 'new password', present: PASSWORD }, { as }), 'ROLE_NOT_ALLOWED');
    await expectRefused(office, () => office.call('users.setPassword', { userId: 2, password: 'new', present: PASSWORD }, { as }), 'PASSWORD_TOO_SHORT');
    await expectRefused(office, () => office.call('users.setPassword', { userId: 99, password: 'new password' }), 'NO_SUCH_USER');
    await office.get('users.setPassword', { userId: 2, password: 'new password', present: PASSWORD }, { as });
    expect(await signIn('new password')).toMatchObject({ ok: true });
    for (let failures = 1; failures <= 5; failures += 1) await signIn('wrong');
    await office.get('users.setPassword', { userId: 2, password: 'from the manager' });
    expect(await signIn('from the manager')).toMatchObject({ ok: true });
    await office.close();
  });
});

describe('an account changed while it is signed in', () => {
  it.each([{ active: false }, { role: 'auditor' as const }])('commands nothing more: %o', async (change) => {
    const office = await openOffice();
    const session: Session = { user: { userId: 2, name: '刘晓燕', role: 'cashier' }, locked: false };
    await office.get('users.change', { userId: 2, ...change });
    await expectRefused(office, () => office.call('homes.revealPhone', { homeId: 1, personId: 1 }, { as: session }), 'NOT_SIGNED_IN', {});
    expect(session.user).toBeNull();
  });

  it('exports nothing more either', async () => {
    const office = await openOffice();
    const session: Session = { user: { userId: 4, name: '审计', role: 'auditor' }, locked: false };
    const file = join(temporaryFolder(), 'all.journal');
    await office.get('users.change', { userId: 4, active: false });
    expect(await office.call('ledger.exportHledger', { file }, { as: session })).toEqual(refusal('NOT_SIGNED_IN', {}));
    expect(existsSync(file)).toBe(false);
    expect(session.user).toBeNull();
  });
});

import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/e2e-app.ts';
import { register } from '../support/e2e-desk.ts';
import { callTerminal, givenSample, givenUser, PASSWORD } from '../support/e2e-terminal.ts';
import { openTab, pick, signIn, usable } from '../support/e2e-steps.ts';

const CASHIER = '刘晓燕';

/** Calls the bridge as a page could that was taken over. */
const callBridge = (page: Page, endpoint: string, input: unknown) => page.evaluate(([name, value]) => window.api.call(String(name), value), [endpoint, input]);

test('a cashier neither sees nor can do what only the manager may', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  givenUser(data, CASHIER, 'cashier');
  const { page } = await place.start({ data });
  await usable(page, 'sign-in');
  await signIn(page, CASHIER, PASSWORD);
  await usable(page, 'desk');
  await expect(page.getByText(`${CASHIER} · 收费员`)).toBeVisible();
  await test.step('no reversal, no import, no issuing, no rates, no settings, no users, no audit', () => lookForManagersWork(page));
  await test.step('the bridge refuses what the screen does not offer', () => tryManagersWork(page));
});

async function lookForManagersWork(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type('1-1-');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '勾选预收' }).check();
  await register(page, { print: false });
  await expect(page.getByRole('button', { name: /^补打 / })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^作废 / })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^(红冲|退款) / })).toHaveCount(0);
  await openTab(page, '房屋');
  await expect(page.getByRole('table', { name: '房屋' })).toBeVisible();
  await expect(page.getByRole('link', { name: '导入名册' })).toHaveCount(0);
  await openTab(page, '账单');
  await page.getByRole('button', { name: /^(生成账单|补出这个月)$/ }).click();
  await expect(page.getByText('只有经理可以发布账单')).toBeVisible();
  await expect(page.getByRole('button', { name: /^发布/ })).toHaveCount(0);
  await pick(page, '账单', '费用项');
  await expect(page.getByText('只有经理可以改收费标准')).toBeVisible();
  await openTab(page, '账簿');
  await expect(page.getByRole('radio', { name: '审计记录' })).toHaveCount(0);
  await openTab(page, '设置');
  await expect(page.getByText('只有经理可以改这些设置。')).toBeVisible();
  await expect(page.getByLabel('小区名称')).toBeDisabled();
  await expect(page.getByRole('radio', { name: '人员' })).toHaveCount(0);
  await pick(page, '设置', '备份');
  await expect(page.getByText('只有经理可以恢复备份。')).toBeVisible();
  await expect(page.getByRole('button', { name: '马上备份' })).toHaveCount(0);
}

async function tryManagersWork(page: Page): Promise<void> {
  const refused = { ok: false, code: 'ROLE_NOT_ALLOWED' };
  expect(await callBridge(page, 'payments.reverse', { paymentId: crypto.randomUUID(), reason: '试试' })).toMatchObject(refused);
  expect(await callBridge(page, 'fees.issueBills', { month: '2026-11', commit: true })).toMatchObject(refused);
  expect(await callBridge(page, 'estate.changeSettings', { idleMinutes: 0 })).toMatchObject(refused);
  expect(await callBridge(page, 'users.add', { name: '自己', role: 'manager', password: PASSWORD })).toMatchObject(refused);
  expect(await callBridge(page, 'backup.create', {})).toMatchObject(refused);
  expect(await callBridge(page, 'backup.create', { file: '/made-up.sqlite' })).toMatchObject({ ok: false, code: 'FILE_NOT_PICKED' });
  expect(await callBridge(page, 'no.such', {})).toMatchObject({ ok: false, code: 'NO_SUCH_ENDPOINT' });
}

test('whom a cashier just served is not shown to the next one who signs in', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  givenUser(data, CASHIER, 'cashier');
  const { page } = await place.start({ data, args: ['--user', CASHIER], env: { MINGBAI_PASSWORD: PASSWORD } });
  await usable(page, 'desk');
  await page.keyboard.type('1-1-');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: '刚才' })).toBeVisible();
  await page.getByRole('button', { name: '退出' }).click();
  await signIn(page, 'manager', PASSWORD);
  await usable(page, 'desk');
  await expect(page.getByText('manager · 经理')).toBeVisible();
  await expect(page.getByRole('group', { name: '刚才' })).toHaveCount(0);
});

test('failures slow the next try, and a restart forgives nothing', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 4 });
  const first = await place.start({ data });
  await usable(first.page, 'sign-in');
  for (let tries = 1; tries <= 5; tries += 1) {
    await signIn(first.page, 'manager', '不是这个密码');
    await expect(first.page.getByText(new RegExp(`密码不对，已错 ${String(tries)} 次`))).toBeVisible();
  }
  await expect(first.page.getByRole('button', { name: /^再等 \d+ 秒可以重试/ })).toBeDisabled();
  await first.close();
  const second = await place.start({ data });
  await usable(second.page, 'sign-in');
  await signIn(second.page, 'manager', PASSWORD);
  await expect(second.page.getByText(/^错得太多，\d+ 秒后可以再试。$/)).toBeVisible();
});

test('the window locks by Ctrl+L and when nobody is there, and keeps what was typed', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  callTerminal(data, 'estate.changeSettings', { idleMinutes: 1 });
  const { page } = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  await usable(page, 'desk');
  await page.keyboard.type('1-1');
  await page.keyboard.press('Control+l');
  const lock = page.getByRole('dialog', { name: '已锁屏' });
  await expect(lock).toBeVisible();
  expect(await callBridge(page, 'homes.list', {})).toMatchObject({ ok: false, code: 'SESSION_LOCKED' });
  await page.keyboard.type('不是这个密码');
  await page.keyboard.press('Enter');
  await expect(lock.getByText('密码不对，已错 1 次。')).toBeVisible();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(lock).toBeHidden();
  await expect(page.getByRole('combobox', { name: '查找房屋' })).toHaveValue('1-1');
  await test.step('a minute later', async () => {
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 61_000;
    });
    await expect(lock).toBeVisible();
    await lock.getByRole('button', { name: '换人登录' }).click();
    await expect(page.getByRole('heading', { name: '谁在当班？' })).toBeVisible();
  });
});

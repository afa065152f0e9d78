import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/e2e-app.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

const nameOf = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;

test('a month is checked, its bank balances entered, closed, reopened with a reason and closed again', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 240 });
  const { closedThrough, next } = callTerminal(data, 'periods.list', {});
  if (closedThrough === null || next === null) throw new Error('the sample closed nothing');
  const { page } = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await usable(page, 'desk');
  await expect(page.getByRole('contentinfo', { name: '今日情况' })).toContainText(`${Number(closedThrough.slice(5))} 月已月结`);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '月结' }).click();
  const card = (month: string) => page.getByRole('region', { name: nameOf(month) });
  const check = (name: string) => page.locator(`li[data-check="${name}"]`);
  await test.step('the next month says what is left to do, each with its way there', async () => {
    await expect(card(next).getByRole('heading', { name: /还有 \d+ 项要处理/ })).toBeVisible();
    await expect(page.getByRole('button', { name: `月结 ${nameOf(next)}` })).toBeDisabled();
    await expect(check('bankProperty')).toContainText('还没录银行对账单余额');
    await look('waiting');
    await check('meterBill').getByRole('link').click();
    await expect(page.getByLabel('月份', { exact: true })).toHaveValue(/\d{4}-\d\d/);
    await page.goBack();
    for (const name of ['channelsSettled', 'bankProperty', 'daysClosed', 'crossTotals'] as const) {
      await check(name).getByRole('link').click();
      await expect(check(name)).toHaveCount(0);
      await page.goBack();
    }
  });
  await test.step('the bank’s balance shows its difference as one types, and Enter saves it', async () => {
    const field = page.getByLabel(`${nameOf(next)} 月末银行对账单余额 1002.01`);
    await field.fill('123');
    await expect(check('bankProperty').getByRole('status')).toContainText('差');
    await field.press('Enter');
    await expect(check('bankProperty')).toContainText('银行 123.00，差');
    await look('differs');
    await field.fill('十二');
    await expect(check('bankProperty').getByRole('status')).toHaveText('金额写成 1,234.56 的样子');
    const held = (await check('bankProperty').locator('.periods-bank b').innerText()).replace('−', '-');
    await field.fill(held);
    await expect(check('bankProperty').getByRole('status')).toHaveText('✓ 一致');
    await field.press('Enter');
    await expect(check('bankProperty')).toContainText('一致');
    await expect(check('bankProperty')).toHaveAttribute('data-ok', 'true');
  });
  await test.step('a closed month is reached by the arrow keys and opened with a reason', async () => {
    await page.getByRole('navigation', { name: '各月' }).getByRole('link', { name: nameOf(next) }).focus();
    await page.keyboard.press('ArrowUp');
    await expect(card(closedThrough).getByRole('heading', { name: `${nameOf(closedThrough)} 已月结，不能再记账` })).toBeVisible();
    await look('closed');
    await page.getByRole('button', { name: '反结账' }).click();
    await expect(page.getByRole('button', { name: '确认反结账' })).toBeDisabled();
    await page.getByLabel('原因').fill('漏记一张保洁发票');
    await look('reopen');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`已打开 ${nameOf(closedThrough)}。`)).toBeVisible();
    await expect(page.getByRole('table', { name: '月结记录' })).toContainText('漏记一张保洁发票');
  });
  await test.step('all of it passes, and it is closed again', async () => {
    await expect(card(closedThrough).getByRole('heading', { name: `${nameOf(closedThrough)} 可以月结` })).toBeVisible();
    await look('ready');
    await page.getByRole('button', { name: `月结 ${nameOf(closedThrough)}` }).click();
    await expect(page.getByText(`${nameOf(closedThrough)} 已月结。`)).toBeVisible();
    await look('again');
  });
  expect(callTerminal(data, 'periods.list', {})).toMatchObject({ closedThrough });
  await test.step('it reads in English', async () => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click();
    await pick(page, '设置', '本机');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Closing' }).click();
    await expect(page.getByRole('heading', { name: new RegExp(`${next}: \\d+ things to mend`) })).toBeVisible();
    await look('english');
  });
});

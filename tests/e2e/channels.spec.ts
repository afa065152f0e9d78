import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test, willOpen, type Running } from '../support/e2e-app.ts';
import { pick, rowsOf, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('a month of WeChat, Alipay and the bank is reconciled: files, exceptions by keyboard, settlements', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 120 });
  const { files, month } = callTerminal(data, 'estate.writeSampleFiles', { folder: join(place.folder, 'files') });
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { page } = running;
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '对账' }).click();
  await expect(page.getByText('还没有导入过文件')).toBeVisible();
  for (const { file } of files) await test.step(`import ${file.split('/').at(-1) ?? ''}`, () => importFile(running, file));
  await test.step('the same file is refused, and says so', () => importAgain(running, files[0]?.file ?? ''));
  await test.step('every exception but what a file lacks is decided by one key', () => decideAll(page));
  await test.step('what is in transit is what the account holds', () => checkTransit(page, month));
  await test.step('a settlement is undone, and its transfer is an exception again', () => undoOne(page));
});

async function importFile({ app, page }: Running, file: string): Promise<void> {
  await page.getByRole('button', { name: '导入文件' }).click();
  await willOpen(app, file);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '看结果' }).click();
  await expect(page.getByText('还没有写入任何东西')).toBeVisible();
  await page.getByRole('button', { name: /^入账 [\d,]+ 笔$/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '已导入' })).toBeVisible();
  await page.getByRole('button', { name: '看概况' }).click();
}

async function importAgain({ app, page }: Running, file: string): Promise<void> {
  await page.getByRole('button', { name: '导入文件' }).click();
  await willOpen(app, file);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '看结果' }).click();
  await expect(page.locator('[data-code=CHANNEL_FILE_SEEN]')).toBeVisible();
  await page.getByRole('button', { name: '返回' }).click();
}

/** The key that fits each reason; a transfer waits for the days that it is of. */
const KEYS: Record<string, string> = { '钱到了，没有收据': 'h', '渠道退了款，账里没有': 't', '号码相同，金额不等': 'r', 银行自己收付的: 'f' };

async function decideAll(page: Page): Promise<void> {
  await pick(page, '对账', '异常');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  for (let turn = 0; turn < 40; turn += 1) {
    const reasons = await options.locator('.tag').allTextContents();
    const at = reasons.findIndex((reason) => reason in KEYS);
    if (at < 0) break;
    await options.nth(at).click();
    await expect(page.locator('.decide .tag').first()).toHaveText(reasons[at] ?? '');
    await page.keyboard.press(KEYS[reasons[at] ?? ''] ?? '');
    // Others may leave with it: a transfer whose days are whole now.
    await expect.poll(() => options.count()).toBeLessThan(reasons.length);
  }
  expect(new Set(await options.locator('.tag').allTextContents())).toEqual(new Set(['账里有，文件没有']));
}

async function checkTransit(page: Page, month: string): Promise<void> {
  await pick(page, '对账', '概况');
  await page.getByRole('textbox', { name: '月份' }).fill(month);
  await page.keyboard.press('Enter');
  await expect(page.getByText('✓ 相等')).toHaveCount(2);
}

async function undoOne(page: Page): Promise<void> {
  await pick(page, '对账', '结算');
  await page.getByRole('button', { name: '撤销' }).first().click();
  await page.getByLabel('为什么撤销').fill('试一试');
  await page.keyboard.press('Enter');
  await expect(page.locator('.channels-settled .undone')).toHaveCount(1);
  await pick(page, '对账', '明细');
  await expect.poll(async () => (await rowsOf(page, '明细')).length).toBeGreaterThan(5);
  await pick(page, '对账', '异常');
  await expect(page.getByRole('option').filter({ hasText: '到账对不上整天' })).toHaveCount(1);
}

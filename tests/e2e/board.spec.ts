import { join } from 'node:path';
import { expect } from '@playwright/test';
import { resize, test, willSave } from '../support/e2e-app.ts';
import { readPdf } from '../support/e2e-papers.ts';
import { usable } from '../support/e2e-steps.ts';
import { givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('the manager looks at the board, hears why things moved, and puts it on paper', async ({ place }, testInfo) => {
  test.setTimeout(240_000);
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 855 });
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  await usable(page, 'desk');
  const look = async (name: string, width = 1440, height = 900) => {
    await resize(running, width, height);
    await page.mouse.move(0, 0);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await page.waitForTimeout(400);
    await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  };
  const tab = (name: string) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();
  await test.step('it shows the last month, and two rows of charts without scrolling', async () => {
    await tab('经营看板');
    await expect(page.getByText('2026 年 9 月', { exact: true })).toBeVisible();
    await expect(page.getByRole('article', { name: '当期收缴率' })).toContainText('÷ 应收');
    await look('board');
    const scroll = page.locator('.board-scroll');
    const [bottom, expiring] = [await scroll.evaluate((element) => element.getBoundingClientRect().bottom), await page.locator('.board-grid > .chart-frame').nth(5).boundingBox()];
    expect((expiring?.y ?? 0) + (expiring?.height ?? 0)).toBeLessThanOrEqual(bottom + 1);
    await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await look('board-below');
    await look('board-narrow', 1280, 760);
    await scroll.evaluate((element) => element.scrollTo(0, 0));
    await look('board-narrow-top', 1280, 760);
    await resize(running, 1440, 900);
  });
  await test.step('a month’s figure under its bar opens its rows, by the keyboard alone', async () => {
    const left = page.getByRole('link', { name: /^2026-09 结余/ });
    await left.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/parking\?tab=subsidy&month=2026-09/);
    await page.goBack();
  });
  await test.step('the same as a table, a quarter beside last year', async () => {
    await page.locator('.board-grid > .chart-frame').first().getByRole('radio', { name: '表' }).click();
    await expect(page.getByRole('table', { name: '充电收支' })).toBeVisible();
    await page.getByRole('combobox', { name: '多长' }).selectOption('quarter');
    await page.getByRole('combobox', { name: '和什么比' }).selectOption('year');
    await page.getByRole('button', { name: '往前' }).click();
    await expect(page.getByText('2026 年第 2 季', { exact: true })).toBeVisible();
    await look('board-quarter');
  });
  await test.step('what moved since the last visit is told with its causes, and once', async () => {
    await page.goto(`${page.url().split('#')[0] ?? ''}#/board`);
    await expect(page.getByText(/张凭证$/).first()).toBeVisible();
    await page.getByRole('button', { name: '看原因' }).click();
    await expect(page.getByRole('region', { name: '上次看以后' }).getByRole('listitem')).toHaveCount(6);
    await look('board-changes');
    await tab('收费台');
    await tab('经营看板');
    await expect(page.getByText(/以后没有新的凭证/)).toBeVisible();
  });
  await test.step('two sheets of paper, with nobody’s home on them', async () => {
    const file = testInfo.outputPath('board.pdf');
    await willSave(app, file);
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await expect(page.getByText(`已存到 ${file}`)).toBeVisible({ timeout: 30_000 });
    const pdf = readPdf(file);
    expect([pdf.pages, pdf.widthMm, pdf.heightMm]).toEqual([2, 297, 210]);
    expect(pdf.text).toContain('公共收益余额');
  });
  await test.step('and in English', async () => {
    await page.evaluate(() => { window.localStorage.setItem('mingbai.language', 'en'); window.location.reload(); });
    await expect(page.getByRole('heading', { name: 'Board', exact: true })).toBeVisible({ timeout: 30_000 });
    await look('board-english');
    await look('board-english-narrow', 1280, 760);
  });
});

import { join } from 'node:path';
import { expect } from '@playwright/test';
import { formatFen } from '../../shared/domain/money.ts';
import { test, willSave } from '../support/e2e-app.ts';
import { readPdf } from '../support/e2e-papers.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('arrears by age, notices as one PDF with a number each, and the rates with what they mean', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 60 });
  const { totalFen } = callTerminal(data, 'arrears.ageing', {});
  const before = callTerminal(data, 'dunning.list', {}).total;
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '欠费' }).click();
  await test.step('the list, the table and the books come to the same', async () => {
    const homes = page.getByRole('table', { name: '欠费房屋' });
    await expect(homes.getByText(`¥${formatFen(totalFen)}`)).toBeVisible();
    await expect(page.getByRole('table', { name: '分楼栋、分费用项' }).getByText(formatFen(totalFen), { exact: true })).toBeVisible();
    await homes.locator('.long-row').first().click();
    await expect(page.getByRole('table', { name: '未结账单' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('table', { name: '未结账单' })).toBeHidden();
  });
  const file = testInfo.outputPath('notices.pdf');
  await test.step('every notice is in one file', async () => {
    await pick(page, '欠费', '催缴');
    await willSave(app, file);
    await page.getByRole('button', { name: /^生成催缴单/ }).click();
    await expect(page.getByText(file)).toBeVisible({ timeout: 60_000 });
  });
  await test.step('the rates are shown, with what they mean', async () => {
    await pick(page, '欠费', '收缴率');
    await expect(page.getByText('期初以前的欠费在本期内收到的 ÷ 期初欠费。')).toBeVisible();
  });
  await running.close();
  const { items, total } = callTerminal(data, 'dunning.list', { limit: 1000 });
  const made = items.slice(0, total - before);
  const { pages, text } = readPdf(file);
  expect(made.length).toBeGreaterThan(0);
  expect(pages).toBeGreaterThanOrEqual(made.length);
  for (const { noticeNo, amountFen } of made) {
    expect(text).toContain(noticeNo);
    expect(text).toContain(formatFen(amountFen));
  }
});

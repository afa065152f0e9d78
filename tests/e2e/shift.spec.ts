import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test, willSave } from '../support/e2e-app.ts';
import { register } from '../support/e2e-desk.ts';
import { readPdf } from '../support/e2e-papers.ts';
import { pick, signIn, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, givenUser, PASSWORD } from '../support/e2e-terminal.ts';

const CASHIER = '刘晓燕';

test('a shift from its float to its paper, by keyboard, and the close of the day', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  givenUser(data, CASHIER, 'cashier');
  const running = await place.start({ data });
  const { app, page } = running;
  await usable(page, 'sign-in');
  await signIn(page, CASHIER, PASSWORD);
  await usable(page, 'desk');
  const takenFen = await test.step('opened with 200, one payment in cash', () => openAndTake(page));
  await test.step('counted two short, banked, closed', () => countAndClose(page, takenFen));
  const paper = join(place.folder, 'shift.pdf');
  await willSave(app, paper);
  await page.getByRole('button', { name: '存为 PDF' }).click();
  await expect(page.getByText(`已存到 ${paper}`)).toBeVisible();
  const { text, widthMm, heightMm, pages } = readPdf(paper);
  expect([widthMm, heightMm, pages]).toEqual([210, 297, 1]);
  for (const words of ['JB-2', CASHIER, '周可', '短款', '−2.00', '000126']) expect(text).toContain(words);
  await test.step('the day closes, and takes no void any more', () => closeDay(page));
  await running.close();
  expect(callTerminal(data, 'ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
});

/** Answers what the one payment took, in fen. */
async function openAndTake(page: Page): Promise<number> {
  await page.keyboard.press('Control+j');
  await expect(page.getByLabel('备用金 ¥')).toBeFocused();
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('100 元 几张')).toBeFocused();
  await expect(page.getByRole('contentinfo', { name: '今日情况' })).toContainText('备用金');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '收费台' }).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('1-1-');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '勾选预收' }).check();
  await register(page, { print: false });
  const reply = await page.evaluate(() => window.api.call('shifts.current', {}));
  const { totals } = (reply as { value: { totals: { cash: number } } }).value;
  expect(totals.cash).toBeGreaterThan(200);
  return totals.cash;
}

async function countAndClose(page: Page, takenFen: number): Promise<void> {
  await page.keyboard.press('Control+j');
  await expect(page.getByLabel('100 元 几张')).toBeFocused();
  await page.keyboard.type('2');
  for (let row = 0; row < 8; row += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('解款 ¥')).toBeFocused();
  // A count by face outweighs a typed sum: it is taken out again before the sum is typed.
  await page.getByLabel('100 元 几张').fill('');
  await page.getByLabel('实点现金 ¥').fill(((20_000 + takenFen - 200) / 100).toFixed(2));
  await expect(page.getByLabel('长短款')).toHaveText('短 2.00');
  await page.getByRole('button', { name: '留 200.00，其余解款' }).click();
  await page.getByLabel('缴款单号').fill('000126');
  await page.getByLabel('接班／复核人').fill('周可');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/短款 2\.00 元，记入营业外支出/)).toBeVisible();
  await expect(page.getByRole('button', { name: '确认交班' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '✓ 已交班' })).toBeVisible();
}

async function closeDay(page: Page): Promise<void> {
  await pick(page, '班次', '日结');
  await page.getByRole('button', { name: '日结', exact: true }).click();
  await page.getByRole('button', { name: '确认日结' }).click();
  await expect(page.getByText(/已日结，报告 RJ-/)).toBeVisible();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '收费台' }).click();
  await expect(page.locator('tr[data-receipt]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^作废 / })).toHaveCount(0);
}

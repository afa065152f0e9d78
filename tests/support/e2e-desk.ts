import { expect, type Page } from '@playwright/test';
import { willSave, type Running } from './e2e-app.ts';
import { readPdf } from './e2e-papers.ts';
import { openTab, pick } from './e2e-steps.ts';

const DOUBLE_PRESS_MS = 400;

/** Types into the search box that F2 goes to, and chooses the first match with Enter. Keys only. */
export async function findHome(page: Page, text: string, label: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await expect(page.getByRole('listbox', { name: '找到的' }).getByRole('option').first()).toContainText(label);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: label, exact: true })).toBeVisible();
  await expect(page.locator('tbody input[type=checkbox]').first()).toBeFocused();
}

/** Registers what stands on the form with Enter (or without printing), and answers the number of the receipt. */
export async function register(page: Page, { print = true } = {}): Promise<string> {
  // An Enter that follows the choice of the home at once would be taken for a double press: nobody types that fast.
  await page.waitForTimeout(DOUBLE_PRESS_MS);
  await page.keyboard.press(print ? 'Enter' : 'Shift+Enter');
  const answer = page.getByRole('status', { name: '收据' });
  await expect(answer.getByText('✓ 已入账')).toBeVisible();
  // The next customer can be searched at once.
  await expect(page.getByRole('combobox', { name: '查找房屋' })).toBeFocused();
  const receiptNo = (await answer.locator('.receipt-no').textContent()) ?? '';
  expect(receiptNo).toMatch(/\d{4,}/);
  return receiptNo;
}

/** The numbers of the four receipts of the first day, by what is special about them. */
export type Receipts = { part: string; ahead: string; cash: string; tail: string };

/** Four customers: a room in three spellings, a name, pinyin initials, a phone tail. No mouse. */
export async function takeFourPayments(page: Page): Promise<Receipts> {
  await openTab(page, '收费台');
  await findHome(page, '111304', '1-1-1304');
  await findHome(page, '1栋1单元1304', '1-1-1304');
  await findHome(page, '1-1-1304', '1-1-1304');
  const part = await payPart(page);
  await findHome(page, '严静静', '1-1-201');
  const ahead = await payAhead(page);
  await findHome(page, 'szy', '1-1-104');
  const cash = await payCash(page);
  await findHome(page, '0687', '1-1-304');
  await page.keyboard.press('F9');
  // A transfer without its number is refused, and nothing is lost.
  await page.waitForTimeout(DOUBLE_PRESS_MS);
  await page.keyboard.press('Enter');
  await expect(page.getByText('转账要填交易号。')).toBeVisible();
  await page.keyboard.type('6217000000012345');
  const tail = await register(page);
  await expect(page.locator('tr[data-receipt]')).toHaveCount(4);
  const numbers = [part, ahead, cash, tail].map((receiptNo) => Number(receiptNo.replace(/\D/g, '')));
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  return { part, ahead, cash, tail };
}

/** 1000.00 of what is owed: it goes to the oldest bill, which stays open. */
async function payPart(page: Page): Promise<string> {
  await expect(page.getByRole('region', { name: '未结账单 2 张' })).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('1000');
  await page.keyboard.press('F5');
  await page.keyboard.type('1000');
  const receiptNo = await register(page);
  await expect(page.getByRole('status', { name: '收据' }).getByText('还欠 ¥4,669.21')).toBeVisible();
  return receiptNo;
}

/** The month of 97.53 and two more of them ahead, by WeChat with its number; not printed. */
async function payAhead(page: Page): Promise<string> {
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(page.getByText('97.53 × 2')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.type('4200001234202611230001');
  await expect(page.getByLabel('本次合计')).toHaveValue('292.59');
  const receiptNo = await register(page, { print: false });
  const answer = page.getByRole('status', { name: '收据' });
  await expect(answer.getByText('已结清')).toBeVisible();
  await expect(answer.getByText('预收余额 ¥195.06')).toBeVisible();
  return receiptNo;
}

/** 189.05 in cash out of 200. */
async function payCash(page: Page): Promise<string> {
  await page.keyboard.press('F5');
  await page.keyboard.type('200');
  await expect(page.getByLabel('找零', { exact: true })).toHaveText('10.95');
  const receiptNo = await register(page);
  await expect(page.getByRole('status', { name: '收据' }).locator('.change')).toHaveText('10.95');
  return receiptNo;
}

/** The papers: A5 as the first print, 80 mm as a reprint, and a reprint of one that was printed before. */
export async function checkPapers(running: Running, { ahead, cash }: Receipts, file: (name: string) => string): Promise<void> {
  const first = await savePaper(running, ahead, 'A5 横', file('first-a5.pdf'));
  for (const words of [ahead, '首印', '贰佰玖拾贰元伍角玖分', '292.59', '195.06', '严静静', '1-1-201', '4200001234202611230001', '陈经理']) expect(first.text).toContain(words);
  expect(first.text).not.toContain('补打');
  expect(first).toMatchObject({ widthMm: 210, heightMm: 148, pages: 1 });
  const roll = await savePaper(running, ahead, '80 mm 热敏', file('reprint-80mm.pdf'));
  for (const words of [ahead, '补打第 1 次', '贰佰玖拾贰元伍角玖分', '292.59']) expect(roll.text).toContain(words);
  expect(roll.text).not.toContain('首印');
  expect(roll.widthMm).toBe(80);
  const again = await savePaper(running, cash, 'A5 横', file('reprint-a5.pdf'));
  for (const words of [cash, '补打第 1 次', '壹佰捌拾玖元零伍分', '189.05', '200.00', '10.95']) expect(again.text).toContain(words);
}

/** Opens a receipt from the list of the day, saves it on a paper, and reads that back. */
export async function savePaper({ app, page }: Running, receiptNo: string, paper: 'A5 横' | '80 mm 热敏', file: string): Promise<ReturnType<typeof readPdf>> {
  await page.getByRole('button', { name: `查看 ${receiptNo}` }).click();
  const view = page.getByRole('dialog', { name: `收据 ${receiptNo}` });
  await pick(page, '纸张', paper);
  await willSave(app, file);
  await view.getByRole('button', { name: '存为 PDF' }).click();
  await expect(view.getByText(`已存到 ${file}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  return readPdf(file);
}

import { expect, type Locator, type Page } from '@playwright/test';

export const MANAGER = { name: '陈经理', password: '一二三四五六七八' };

/** Waits until the program shows something that can be used: a first start, signing in, the desk, or what went wrong. */
export async function usable(page: Page, what: 'wizard' | 'sign-in' | 'desk' | 'recovery'): Promise<void> {
  await page.locator(`html[data-usable=${what}]`).waitFor();
}

/** The first two pages of the wizard. Answers nothing on the third. */
export async function answerWizard(page: Page, estate: { name: string; opensOn?: string }): Promise<void> {
  await usable(page, 'wizard');
  await page.getByLabel('小区名称').fill(estate.name);
  if (estate.opensOn !== undefined) await page.getByLabel('账簿从哪一天开始').fill(estate.opensOn);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名').fill(MANAGER.name);
  await page.getByLabel('密码', { exact: true }).fill(MANAGER.password);
  await page.getByLabel('再输一遍密码').fill(MANAGER.password);
}

/** Signs in at the page that asks who is there. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).click();
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Goes to a screen by its index tab. */
export async function openTab(page: Page, name: '收费台' | '房屋' | '账单' | '账簿' | '设置'): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();
}

/** Chooses one of the few choices of a row, e.g. a part of the ledger. */
export async function pick(page: Page, group: string, choice: string | RegExp): Promise<void> {
  const radio = page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: choice, exact: true });
  await radio.click();
  await expect(radio).toBeChecked();
}

/** The texts of the rows that a table shows, cell by cell; a long table draws only the rows in view. */
export async function rowsOf(page: Page, table: string): Promise<string[][]> {
  const rows = page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ has: page.getByRole('cell') });
  return rows.evaluateAll((elements) => elements.map((row) => [...row.querySelectorAll('[role=cell], td')].map((cell) => cell.textContent.trim())));
}

/** The texts of some elements. */
export function cellsOf(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
}

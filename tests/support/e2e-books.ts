import { expect, type Page } from '@playwright/test';
import { willSave, type Running } from './e2e-app.ts';
import { fenOf, hledgerBalances, readCsv, readWorkbook } from './e2e-papers.ts';
import { cellsOf, openTab, pick, rowsOf } from './e2e-steps.ts';

/** The trial balance is level, a home's ledger ends in what it owes, and the verification finds nothing. */
export async function checkBooks(page: Page, home: { label: string; owner: string }): Promise<void> {
  await openTab(page, '账簿');
  await pick(page, '账簿', '试算平衡');
  await expect(page.getByText('借贷相等，差额 0.00')).toBeVisible();
  const [, , debit, credit] = await cellsOf(page.locator('table.trial tfoot td'));
  expect(debit).toBe(credit);
  await pick(page, '账簿', '核对');
  await page.getByRole('button', { name: '开始核对' }).click();
  await expect(page.getByRole('heading', { name: '账目完好' })).toBeVisible();
  await pick(page, '账簿', '房屋账');
  await page.getByRole('combobox', { name: '房号' }).fill(home.label);
  await page.getByTitle(`${home.label} ${home.owner}`, { exact: true }).first().click();
  await expect.poll(async () => (await rowsOf(page, '房屋账')).length).toBeGreaterThan(2);
  const last = (await rowsOf(page, '房屋账')).at(-1);
  expect(last?.at(-1)).toBe('4,669.21');
}

/** The home's ledger and the trial balance as workbook and as CSV hold the rows of the screen. */
export async function checkExports({ app, page }: Running, file: (name: string) => string): Promise<void> {
  const shown = (await rowsOf(page, '房屋账')).map((cells) => cells.slice(-3).map((text) => (text === '' ? 0 : fenOf(text))));
  for (const [format, button] of [['xlsx', '导出 Excel'], ['csv', '导出 CSV']] as const) {
    const target = file(`home.${format}`);
    await willSave(app, target);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(`已存到 ${target}`)).toBeVisible();
    const [head = [], ...rows] = format === 'xlsx' ? await readWorkbook(target) : readCsv(target);
    const columns = ['借方 ¥', '贷方 ¥', '余额 ¥'].map((title) => head.indexOf(title));
    expect(rows.map((cells) => columns.map((column) => (cells[column] ? fenOf(cells[column]) : 0)))).toEqual(shown);
  }
  await pick(page, '账簿', '试算平衡');
  const balances = await trialOnScreen(page);
  for (const [format, button] of [['xlsx', '导出 Excel'], ['csv', '导出 CSV']] as const) {
    const target = file(`trial.${format}`);
    await willSave(app, target);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(`已存到 ${target}`)).toBeVisible();
    const rows = (format === 'xlsx' ? await readWorkbook(target) : readCsv(target)).slice(1);
    expect(rows.map(([, account, , balance]) => [account, fenOf(balance ?? '')])).toEqual(balances);
  }
}

/** Account and balance (debit positive) of each line of the trial balance. */
async function trialOnScreen(page: Page): Promise<[string, number][]> {
  await expect(page.locator('table.trial')).toBeVisible();
  const rows = page.locator('table.trial tbody tr:not(.fund-sum)');
  const cells = await rows.evaluateAll((elements) => elements.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())));
  return cells.map(([, account = '', debit = '', credit = '']) => [account.split(' ')[0] ?? '', debit === '' ? -fenOf(credit) : fenOf(debit)]);
}

/** hledger reads the export, finds it sound, and its balances are those of the trial balance. */
export async function checkHledger({ app, page }: Running, file: string): Promise<void> {
  await pick(page, '账簿', '试算平衡');
  const shown = new Map((await trialOnScreen(page)).filter(([, balanceFen]) => balanceFen !== 0));
  await willSave(app, file);
  await page.getByRole('button', { name: '导出 hledger' }).click();
  await expect(page.getByText(/^已导出 [\d,]+ 张凭证、[\d,]+ 行分录到/)).toBeVisible();
  const added = new Map<string, number>();
  for (const [account, balanceFen] of hledgerBalances(file)) {
    const code = account.split(':')[1] ?? '';
    added.set(code, (added.get(code) ?? 0) + balanceFen);
  }
  expect([...added].filter(([, balanceFen]) => balanceFen !== 0).sort()).toEqual([...shown].sort());
}

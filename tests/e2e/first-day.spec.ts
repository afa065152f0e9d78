import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../build/paths.mjs';
import { test, willOpen, willSave, type Running } from '../support/e2e-app.ts';
import { checkBooks, checkExports, checkHledger } from '../support/e2e-books.ts';
import { checkPapers, savePaper, takeFourPayments, type Receipts } from '../support/e2e-desk.ts';
import { readWorkbook } from '../support/e2e-papers.ts';
import { answerWizard, cellsOf, MANAGER, openTab, pick, rowsOf, signIn } from '../support/e2e-steps.ts';

const ROSTER = join(root, 'tests/fixtures/roster.xlsx');

// One window from the empty folder to the evening: each step stands on what the one before it left in the books.
test('the first day, from an empty folder to the evening', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  const papers = (name: string) => testInfo.outputPath(name);
  const running = await place.start({ data });
  const { page } = running;
  await test.step('the wizard asks for estate, day and manager, and goes on to the import', () => begin(page));
  await test.step('the roster is previewed, saved and imported without its faulty rows', () => importRoster(running, papers('preview.xlsx')));
  await test.step('the same file again changes nothing', () => importAgain(running));
  await test.step('the homes are there', () => lookAtHomes(page));
  await test.step('the present month is drafted and issued', () => issueMonth(page));
  const receipts = await test.step('four customers are served by keyboard alone', () => takeFourPayments(page));
  await test.step('the papers say what was paid', () => checkPapers(running, receipts, papers));
  const backup = await test.step('a backup on demand', () => backUp(page, data));
  await test.step('a receipt of the day is void', () => voidReceipt(page, receipts));
  await test.step('the void paper carries the stamp', () => checkVoidPaper(running, receipts, papers('void.pdf')));
  await test.step('the books balance and verify', () => checkBooks(page, { label: '1-1-1304', owner: '冯娟超' }));
  await test.step('exports equal the screen', () => checkExports(running, papers));
  await test.step('hledger adds the same up', () => checkHledger(running, papers('mingbai.journal')));
  await test.step('the backup is restored from the screen', () => restore(page, data, backup, receipts));
});

async function begin(page: Page): Promise<void> {
  await answerWizard(page, { name: '汇悦新天地' });
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '导入业主名册' }).click();
  await expect(page.getByRole('heading', { name: '名册导入' })).toBeVisible();
}

const factOf = (page: Page, name: string) => page.locator('dl.roster-summary > div').filter({ hasText: name }).locator('dd');

async function importRoster({ app, page }: Running, saveAs: string): Promise<void> {
  // A path that no dialog gave out is refused, whatever the page says.
  const strange = await page.evaluate((file) => window.api.call('roster.preview', { file }), ROSTER);
  expect(strange).toMatchObject({ ok: false, code: 'FILE_NOT_PICKED' });
  await willOpen(app, ROSTER);
  await page.getByRole('button', { name: '选择文件' }).click();
  for (const [name, value] of [['可导入房屋', '855 户'], ['建筑面积', '94,417.77 m²'], ['期初欠费', '¥463,901.78'], ['合并重复', '1 行'], ['拒绝', '10 行']] as const) {
    await expect(factOf(page, name)).toHaveText(value);
  }
  const choices = page.getByRole('radiogroup', { name: '按结果筛选' });
  await expect(choices.getByRole('radio')).toHaveText(['全部 866', '新建 855', '更新 0', '不变 0', '合并 1', '拒绝 10']);
  const refused = await rowsOf(page, '名册导入');
  expect(refused).toHaveLength(10);
  expect(refused.map((cells) => cells[0])).toEqual(['10', '267', '309', '367', '445', '617', '708', '730', '802', '877']);
  await willSave(app, saveAs);
  await page.getByRole('button', { name: '存为 Excel' }).click();
  await expect(page.getByText(`已存到 ${saveAs}`)).toBeVisible();
  const saved = await readWorkbook(saveAs);
  expect(saved).toHaveLength(11);
  expect(saved.slice(1).map((cells) => cells[0])).toEqual(refused.map((cells) => cells[0]));
  await page.getByRole('button', { name: '只导入无误的 855 户' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await expect(page.getByText('新建 855')).toBeVisible();
}

async function importAgain({ page }: Running): Promise<void> {
  await page.getByRole('button', { name: '再导入一份' }).click();
  await expect(page.getByRole('radio', { name: '不变 855', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /只导入/ })).toHaveCount(0);
}

async function lookAtHomes(page: Page): Promise<void> {
  await openTab(page, '房屋');
  await expect(page.getByText(/^855 户，[\d,]+ 户欠费，共 ¥463,901\.78$/)).toBeVisible();
  await expect(page.getByText('合计 855 户')).toBeVisible();
  await page.getByRole('searchbox', { name: '查找房屋' }).fill('111304');
  await expect.poll(() => rowsOf(page, '房屋')).toEqual([['1-1-1304', '冯娟超', '入住', '146.92', '5,448.83', '0.00']]);
}

async function issueMonth(page: Page): Promise<void> {
  await openTab(page, '账单');
  const month = (await page.evaluate(() => window.api.call('estate.status', {}))) as { value: { today: string } };
  const present = month.value.today.slice(0, 7);
  await page.getByRole('navigation', { name: '月份' }).getByRole('button', { name: new RegExp(`^${present}`) }).click();
  await page.getByRole('button', { name: '生成账单' }).click();
  const draft = page.locator('dl.draft-facts');
  await expect(draft).toContainText('跳过');
  const [count, amount] = await cellsOf(draft.locator('dd'));
  const buildings = await cellsOf(page.locator('.draft-buildings tfoot td'));
  expect([buildings[1], buildings.at(-1)]).toEqual([count?.replace(' 张', ''), amount?.replace('¥', '')]);
  await pick(page, '草稿内容', /^跳过 [\d,]+$/);
  const skipped = await rowsOf(page, '跳过');
  expect(skipped[0]).toEqual(['1-1-103', '物业费', '未售，由开发商承担']);
  await page.getByRole('button', { name: `发布 ${count?.replace(' 张', '') ?? ''} 张账单 ${amount ?? ''}` }).click();
  await expect(page.getByRole('status').filter({ hasText: `已发布 ${count?.replace(' 张', '') ?? ''} 张账单，应收 ${amount ?? ''}` })).toBeVisible();
}

async function backUp(page: Page, data: string): Promise<string> {
  await openTab(page, '设置');
  await pick(page, '设置', '备份');
  await page.getByRole('button', { name: '马上备份' }).click();
  await expect(page.getByText(/^已备份到 mingbai-[\d-]+\.sqlite，[\d.]+ MB，打开检查过。$/)).toBeVisible();
  const [newest = ''] = readdirSync(join(data, 'backups')).sort().reverse();
  await expect(page.getByRole('cell', { name: newest })).toBeVisible();
  return newest;
}

async function voidReceipt(page: Page, { cash }: Receipts): Promise<void> {
  await openTab(page, '收费台');
  await page.getByRole('button', { name: `作废 ${cash}` }).click();
  await page.getByLabel(`作废 ${cash} 的原因`).fill('收错了房号');
  await page.getByRole('button', { name: /^确认作废/ }).click();
  const row = page.locator(`tr[data-receipt="${cash}"]`);
  await expect(row.getByText('作废', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: `作废 ${cash}` })).toHaveCount(0);
  await expect(page.getByRole('contentinfo', { name: '今日情况' })).toContainText('今日 4 张（已撤销 1）');
}

async function checkVoidPaper(running: Running, { cash }: Receipts, file: string): Promise<void> {
  const { text } = await savePaper(running, cash, 'A5 横', file);
  expect(text).toContain('作废');
  // The stamp stands aslant, so its words come in pieces.
  const pieces = text.replace(/\s/g, '');
  for (const words of ['ZF-2026', '收错了', '房号', '补打第2次']) expect(pieces).toContain(words);
}

async function restore(page: Page, data: string, backup: string, { cash }: Receipts): Promise<void> {
  await openTab(page, '设置');
  await pick(page, '设置', '备份');
  await page.getByRole('row').filter({ hasText: backup }).getByRole('button', { name: '恢复' }).click();
  await page.getByRole('alertdialog', { name: '恢复' }).getByRole('button', { name: '换上这份备份' }).click();
  await expect(page.getByText('已恢复。原来的账另存为')).toBeVisible();
  await page.getByRole('button', { name: '确定' }).click();
  await signIn(page, MANAGER.name, MANAGER.password);
  await openTab(page, '收费台');
  await expect(page.locator(`tr[data-receipt="${cash}"]`).getByText('正常')).toBeVisible();
  expect(readdirSync(data).filter((name) => /^mingbai\.\w+-.*\.sqlite$/.test(name))).toHaveLength(1);
}

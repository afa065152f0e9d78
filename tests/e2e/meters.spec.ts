import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../build/paths.mjs';
import { test, willOpen, type Running } from '../support/e2e-app.ts';
import { openTab, pick, rowsOf, usable } from '../support/e2e-steps.ts';
import { callTerminal, PASSWORD } from '../support/e2e-terminal.ts';
import type { Output } from '../../shared/contract/index.ts';
import { addDays, addMonths, firstDay } from '../../shared/domain/period.ts';

type Home = Output<'homes.list'>['items'][number];
const input = (page: Page, home: Home) => page.getByRole('textbox', { name: `${home.label} 本次读数` });
/** What the table of water says of a home: last reading, this reading, used, state. */
const stateOf = async (page: Page, home: Home): Promise<string | undefined> => (await rowsOf(page, '热水费')).find(([label]) => label === home.label)?.slice(2).join(' | ');

// The month of a water meter: bases imported, readings typed, a slip corrected, bills issued, one issued again.
test('meters are read, corrected and billed in the window', async ({ place }) => {
  const data = join(place.folder, 'data');
  callTerminal(data, 'estate.create', { name: '汇悦新天地', opensOn: '2026-01-01', manager: { name: 'manager', password: PASSWORD } });
  callTerminal(data, 'roster.import', { file: join(root, 'tests/fixtures/roster.xlsx'), commit: true, onError: 'skip' });
  const today = callTerminal(data, 'estate.status', {}).today;
  const month = today.slice(0, 7);
  const before = addDays(firstDay(month), -1);
  const [one, two, three] = callTerminal(data, 'homes.list', { limit: 1000 }).items.filter((home) => home.status === 'occupied');
  if (!one || !two || !three) throw new Error('too few homes');
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { page } = running;
  await usable(page, 'desk');
  await openTab(page, '账单');
  await test.step('an item by meter is defined in plain words', () => defineWater(page, addMonths(month, -1)));
  await test.step('a list with one fault brings the others, as bases', () => importBases(running, place.folder, before, [one, two, three]));
  await test.step('readings are typed down the column, and a falling one is not taken', () => typeReadings(page, { before, today }, [one, two, three]));
  await test.step('a reading is corrected with its reason', () => correct(page, two));
  await test.step('the month is issued, and a bill issued again with another amount', () => issueAndCorrect(page, month, one));
  const verified = await page.evaluate(() => window.api.call('ledger.verify', {}));
  expect(verified).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
});

async function defineWater(page: Page, from: string): Promise<void> {
  await pick(page, '账单', '费用项');
  await page.getByRole('button', { name: '新费用项' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('热水费');
  await pick(page, '钱归谁', '代收单位');
  await pick(page, '怎样算', '按表');
  await page.getByRole('textbox', { name: '计量单位' }).fill('吨');
  await page.getByRole('textbox', { name: '单价（元/吨）' }).fill('3.20005');
  await page.getByRole('textbox', { name: '从哪天起' }).fill(firstDay(from));
  await page.getByRole('textbox', { name: '从哪天起' }).press('Enter');
  await page.getByRole('button', { name: '定立费用项' }).click();
  await expect(page.getByText('要写成 1.50 这样的单价，大于零，最多四位小数')).toBeVisible();
  await page.getByRole('textbox', { name: '单价（元/吨）' }).fill('3.20');
  await page.getByRole('button', { name: '定立费用项' }).click();
  await expect(page.getByRole('table', { name: '规则的各个版本' })).toContainText('3.20 元/吨');
}

async function importBases({ app, page }: Running, folder: string, on: string, homes: readonly Home[]): Promise<void> {
  const file = join(folder, '抄表.csv');
  writeFileSync(file, ['房号,表号,读数,抄表日期', ...homes.map(({ label }, index) => `${label},W${String(index)},${String(100 * (index + 1))},${on}`), `99-9-999,W9,5,${on}`].join('\n'));
  await pick(page, '账单', '抄表');
  // The sample has a water fee of its own.
  await pick(page, '费用项', '热水费');
  await willOpen(app, file);
  await page.getByRole('button', { name: '导入抄表' }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('找不到这户房屋')).toBeVisible();
  await page.getByRole('button', { name: '只导入无误的 3 条' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await page.getByRole('button', { name: '看抄表' }).click();
}

async function typeReadings(page: Page, { before, today }: { before: string; today: string }, [one, two, three]: readonly [Home, Home, Home]): Promise<void> {
  await page.getByRole('combobox', { name: '只看' }).click();
  await page.getByTitle('有表', { exact: true }).click();
  await input(page, one).click();
  await page.keyboard.type('112.5');
  await page.keyboard.press('Enter');
  await expect(input(page, two)).toBeFocused();
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('比上次小：换了表请用“换表”')).toBeVisible();
  await page.keyboard.type('204');
  await page.keyboard.press('Enter');
  await expect(input(page, three)).toBeFocused();
  await expect.poll(() => stateOf(page, one)).toBe(`${before.slice(5)} 100 | ${today.slice(5)} 112.5 | 12.5 | 可以出账`);
  await expect.poll(() => stateOf(page, two)).toContain('204 | 4 | 可以出账');
}

async function correct(page: Page, home: Home): Promise<void> {
  await page.getByRole('table', { name: '热水费' }).getByText(home.label, { exact: true }).click();
  const panel = page.getByRole('complementary', { name: `${home.label} 热水费` });
  await panel.getByRole('button', { name: '更正' }).first().click();
  await panel.getByRole('textbox', { name: /^正确读数/ }).fill('240');
  await panel.getByRole('textbox', { name: '原因' }).fill('看错一位');
  await panel.getByRole('textbox', { name: '原因' }).press('Enter');
  await expect(panel.getByRole('status')).toHaveText('已更正为 240。');
  await expect(panel).toContainText('更正：看错一位');
  await expect.poll(() => stateOf(page, home)).toContain('240 | 40 | 可以出账');
}

async function issueAndCorrect(page: Page, month: string, home: Home): Promise<void> {
  await page.evaluate((hash) => { window.location.hash = hash; }, `#/fees?month=${month}&draft=1`);
  await page.getByRole('combobox', { name: '只出这些费用项' }).click();
  await page.getByTitle('热水费', { exact: true }).click();
  await page.keyboard.press('Escape');
  // 12.5 × 3.20 and 40 × 3.20; the third home was not read.
  await page.getByRole('button', { name: '发布 2 张账单 ¥168.00' }).click();
  await page.getByRole('button', { name: '看账单' }).click();
  await page.evaluate((hash) => { window.location.hash = hash; }, `#/fees?month=${month}&item=hot-water`);
  await page.getByRole('table', { name: '账单' }).getByText(home.label, { exact: true }).click();
  const panel = page.getByRole('complementary', { name: /^账单 \d+$/ });
  await expect(panel).toContainText('12.5 吨 × 3.20');
  await panel.getByRole('button', { name: '改金额重出' }).click();
  await panel.getByRole('textbox', { name: '新金额' }).fill('20');
  await panel.getByRole('textbox', { name: '原因' }).fill('漏水减半');
  await panel.getByRole('textbox', { name: '原因' }).press('Enter');
  await expect(panel.getByRole('status')).toContainText('还欠 ¥20.00');
  await expect.poll(async () => (await rowsOf(page, '账单')).filter(([label]) => label === home.label).map((cells) => cells.at(-1))).toEqual(['作废', '20.00']);
}

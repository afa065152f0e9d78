import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../build/paths.mjs';
import type { Output } from '../../shared/contract/index.ts';
import { test, willOpen, willSave, type Running } from '../support/e2e-app.ts';
import { officeScreens } from '../support/demo-screens.ts';
import { findHome, register, savePaper } from '../support/e2e-desk.ts';
import { demoFolder, openCamera, type Camera } from '../support/e2e-pictures.ts';
import { answerWizard, openTab, pick, signIn, usable } from '../support/e2e-steps.ts';
import { callTerminal, PASSWORD } from '../support/e2e-terminal.ts';

const ROSTER = join(root, 'tests/fixtures/roster.xlsx');
const paper = (name: string) => join(demoFolder, name);

test('the first day, with a picture of every screen', async ({ place }) => {
  rmSync(demoFolder, { recursive: true, force: true });
  const shoot = openCamera();
  const own = await place.start({ data: join(place.folder, '汇悦新天地') });
  await test.step('first start and the import', () => playImport(own, shoot));
  await own.close();
  const data = join(place.folder, '样板小区');
  const sample = await place.start({ data });
  await test.step('the sample estate', () => playSample(sample, shoot));
  const receipts = await test.step('the front desk', () => playDesk(sample, shoot));
  await test.step('the papers', () => playPapers(sample, shoot, receipts));
  await test.step('homes', () => playHomes(sample, shoot));
  await test.step('bills', () => playBills(sample, shoot));
  await test.step('fee items, meters, reductions, arrears, shifts, channels', () => playOffice(sample, shoot));
  await test.step('statements and the board', () => playStatements(sample, shoot));
  await test.step('the books', () => playBooks(sample, shoot));
  await test.step('settings', () => playSettings(sample, shoot));
  await test.step('English', () => playEnglish(sample, shoot));
  await test.step('locked and signed out', () => playLock(sample, shoot));
  await sample.close();
  await test.step('a damaged file', async () => {
    callTerminal(data, 'backup.create', {});
    truncateSync(join(data, 'mingbai.sqlite'), 400_000);
    const damaged = await place.start({ data, troubled: true });
    await usable(damaged.page, 'recovery');
    await damaged.page.getByRole('button', { name: '用这份恢复' }).first().click();
    await shoot(damaged, 'recovery');
  });
});

async function playImport(running: Running, shoot: Camera): Promise<void> {
  const { app, page } = running;
  await usable(page, 'wizard');
  await shoot(running, 'wizard-estate');
  await answerWizard(page, { name: '汇悦新天地' });
  await shoot(running, 'wizard-manager');
  await page.getByRole('button', { name: '下一步' }).click();
  await shoot(running, 'wizard-beginning');
  await page.getByRole('button', { name: '导入业主名册' }).click();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
  await shoot(running, 'roster-choose');
  await willOpen(app, ROSTER);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('可导入房屋')).toBeVisible();
  await shoot(running, 'roster-refused');
  await pick(page, '按结果筛选', /^全部/);
  await shoot(running, 'roster-preview');
  await page.getByRole('button', { name: /^只导入无误的/ }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await shoot(running, 'roster-imported');
}

async function playSample(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  await usable(page, 'wizard');
  await page.getByRole('button', { name: '先看看样板小区' }).click();
  await page.getByLabel('样板小区的经理名叫 manager，给他设一个密码').fill(PASSWORD);
  await shoot(running, 'wizard-sample');
  await page.getByRole('button', { name: '生成样板小区' }).click();
  await expect(page.getByText(/\d+ \/ \d+/)).toBeVisible();
  await shoot(running, 'wizard-progress');
  await usable(page, 'desk');
  await shoot(running, 'desk-empty');
}

type Home = Output<'homes.list'>['items'][number];

/** The homes of the estate that a filter lets through. */
async function listHomes(page: Page, filter: object): Promise<Home[]> {
  const reply = await page.evaluate((input) => window.api.call('homes.list', input), { limit: 1000, ...filter });
  if (!reply.ok) throw new Error(reply.code);
  return (reply.value as Output<'homes.list'>).items;
}

/** A home that owes some months, and one that owes one and can pay ahead. */
async function chooseCustomers(page: Page): Promise<{ debtor: Home; payer: Home }> {
  const homes = await listHomes(page, { owing: true, status: 'occupied' });
  const nearest = (openFen: number) => [...homes].sort((left, right) => Math.abs(left.openFen - openFen) - Math.abs(right.openFen - openFen))[0];
  const [debtor, payer] = [nearest(70_000), nearest(15_000)];
  if (!debtor || !payer) throw new Error('nobody owes anything');
  return { debtor, payer };
}

async function playDesk(running: Running, shoot: Camera): Promise<{ first: string; second: string; debtor: string }> {
  const { page } = running;
  const { debtor, payer } = await chooseCustomers(page);
  await page.keyboard.press('F2');
  await page.keyboard.type(debtor.ownerName);
  await expect(page.getByRole('listbox', { name: '找到的' }).getByRole('option').first()).toBeVisible();
  await shoot(running, 'desk-search');
  await page.keyboard.press('Escape');
  await findHome(page, debtor.label, debtor.label);
  await shoot(running, 'desk-home');
  await page.keyboard.press('t');
  await page.keyboard.type('500');
  await page.keyboard.press('F5');
  await page.keyboard.type('600');
  await shoot(running, 'desk-part-payment');
  await shoot(running, 'desk-part-payment-1280x760', { width: 1280, height: 760 });
  const first = await register(page);
  await expect(page.getByText('已送打印机')).toBeVisible();
  await expect(page.locator('.slip article')).toBeVisible();
  await shoot(running, 'desk-paid');
  await shoot(running, 'desk-paid-1280x760', { width: 1280, height: 760 });
  await findHome(page, payer.label, payer.label);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await page.keyboard.press('F6');
  await page.keyboard.type('4200001234202611230001');
  await shoot(running, 'desk-prepayment');
  const second = await register(page, { print: false });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `作废 ${first}` }).click();
  await page.getByLabel(`作废 ${first} 的原因`).fill('收错了房号，改收 3-2-501');
  await shoot(running, 'desk-voiding');
  await page.getByRole('button', { name: /^确认作废/ }).click();
  await expect(page.getByRole('button', { name: `作废 ${first}` })).toHaveCount(0);
  await shoot(running, 'desk-void');
  return { first, second, debtor: debtor.label };
}

async function playPapers(running: Running, shoot: Camera, { first, second }: { first: string; second: string }): Promise<void> {
  const { page } = running;
  await savePaper(running, second, 'A5 横', paper('receipt-a5.pdf'));
  await savePaper(running, second, '80 mm 热敏', paper('receipt-80mm-reprint.pdf'));
  await savePaper(running, first, 'A5 横', paper('receipt-a5-void.pdf'));
  await savePaper(running, first, '80 mm 热敏', paper('receipt-80mm-void.pdf'));
  for (const [receiptNo, name, choice] of [[second, 'receipt-a5', 'A5 横'], [second, 'receipt-80mm', '80 mm 热敏'], [first, 'receipt-void', 'A5 横']] as const) {
    await page.getByRole('button', { name: `查看 ${receiptNo}` }).click();
    await pick(page, '纸张', choice);
    await shoot(running, name);
    await page.keyboard.press('Escape');
  }
}

async function playHomes(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  await openTab(page, '房屋');
  await expect(page.getByText(/^855 户，/)).toBeVisible();
  await shoot(running, 'homes-list');
  await page.getByRole('checkbox', { name: '只看欠费' }).check();
  await page.getByRole('table', { name: '房屋' }).getByRole('row').nth(3).click();
  await expect(page.getByRole('link', { name: '去收费' })).toBeVisible();
  await shoot(running, 'homes-home');
  await pick(page, '显示方式', '楼层');
  await shoot(running, 'homes-floors-home');
  await page.getByRole('button', { name: '关闭房屋' }).click();
  await shoot(running, 'homes-floors');
}

async function playBills(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  await openTab(page, '账单');
  await expect(page.getByRole('table', { name: '账单' })).toBeVisible();
  await shoot(running, 'bills-month');
  await page.getByRole('navigation', { name: '月份' }).getByRole('button', { name: /未出账$/ }).last().click();
  await page.getByRole('button', { name: '生成账单' }).click();
  await expect(page.locator('.draft-buildings')).toBeVisible();
  await shoot(running, 'bills-draft');
  await pick(page, '草稿内容', /^逐户/);
  await shoot(running, 'bills-draft-homes');
  await pick(page, '草稿内容', /^跳过/);
  await shoot(running, 'bills-draft-skipped');
  await page.getByRole('button', { name: /^发布/ }).click();
  await expect(page.getByText(/^已发布 [\d,]+ 张账单/)).toBeVisible();
  await shoot(running, 'bills-issued');
  await pick(page, '账单', '费用项');
  await shoot(running, 'bills-items');
}

async function playOffice(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  for (const [name, hash] of Object.entries(officeScreens)) {
    await page.evaluate((address) => { window.location.hash = address; }, hash);
    await expect(page.locator('main .card').first()).toBeVisible();
    await expect(page.locator('main .skeleton, main .long-wait')).toHaveCount(0);
    await shoot(running, name);
  }
}

/** The sheet of the last quarter that is on the wall, on paper and as files, and the board for the owners' meeting. */
async function playStatements(running: Running, shoot: Camera): Promise<void> {
  const { app, page } = running;
  const save = async (button: string, file: string): Promise<void> => {
    await willSave(app, file);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText(`已存到 ${file}`)).toBeVisible({ timeout: 30_000 });
  };
  const reply = await page.evaluate(() => window.api.call('statements.list', { kind: 'common' }));
  const published = ((reply.ok ? reply.value : { items: [] }) as Output<'statements.list'>).items.find(({ state }) => state === 'published');
  if (!published) throw new Error('no statement is on the wall');
  await page.evaluate((address) => { window.location.hash = address; }, `#/statements?id=${published.statementId}`);
  await expect(page.getByRole('button', { name: '存为 PDF', exact: true })).toBeVisible();
  await shoot(running, 'statement');
  for (const size of ['A4', 'A3'] as const) {
    await pick(page, '纸', size);
    await save('存为 PDF', paper(`statement-${size.toLowerCase()}.pdf`));
  }
  for (const [button, extension] of [['存 Excel', 'xlsx'], ['存 JSON', 'json'], ['存手机网页', 'html']] as const) await save(button, paper(`statement.${extension}`));
  await page.evaluate(() => { window.location.hash = '#/board'; });
  await save('存为 PDF', paper('board.pdf'));
}

async function playBooks(running: Running, shoot: Camera): Promise<void> {
  const { app, page } = running;
  await openTab(page, '账簿');
  await expect(page.getByRole('table', { name: '凭证簿' }).getByRole('row').nth(2)).toBeVisible();
  await shoot(running, 'ledger-journal');
  await page.getByRole('table', { name: '凭证簿' }).getByRole('row').nth(2).click();
  await expect(page.getByRole('complementary', { name: /^凭证 \d+$/ })).toBeVisible();
  await shoot(running, 'ledger-entry');
  await pick(page, '账簿', '试算平衡');
  await expect(page.getByText('借贷相等，差额 0.00')).toBeVisible();
  await shoot(running, 'ledger-trial-balance');
  await willSave(app, paper('demo.journal'));
  await page.getByRole('button', { name: '导出 hledger' }).click();
  await expect(page.getByText(/^已导出 [\d,]+ 张凭证/)).toBeVisible();
  await page.locator('table.trial tbody tr', { hasText: '1122' }).getByRole('link').first().click();
  await expect(page.getByRole('table', { name: '科目账' }).getByRole('row').nth(2)).toBeVisible();
  await shoot(running, 'ledger-account');
  await pick(page, '账簿', '房屋账');
  await shoot(running, 'ledger-home-choose');
  await page.getByRole('combobox', { name: '房号' }).fill('1-1-');
  await page.locator('.ant-select-item-option').first().click();
  await expect(page.getByRole('table', { name: '房屋账' }).getByRole('row').nth(2)).toBeVisible();
  await shoot(running, 'ledger-home');
  await pick(page, '账簿', '核对');
  await page.getByRole('button', { name: '开始核对' }).click();
  await expect(page.getByRole('heading', { name: '账目完好' })).toBeVisible();
  await shoot(running, 'ledger-verified');
  await pick(page, '账簿', '审计记录');
  await shoot(running, 'ledger-audit');
}

async function playSettings(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  await openTab(page, '设置');
  await shoot(running, 'settings-estate');
  await pick(page, '设置', '人员');
  await page.getByLabel('姓名').fill('刘晓燕');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '新增', exact: true }).click();
  await expect(page.getByText('已新增刘晓燕。')).toBeVisible();
  await shoot(running, 'settings-users');
  await pick(page, '设置', '备份');
  await page.getByRole('button', { name: '马上备份' }).click();
  await expect(page.getByText(/^已备份到/)).toBeVisible();
  await page.getByRole('button', { name: '恢复', exact: true }).first().click();
  await shoot(running, 'settings-backups');
  await pick(page, '设置', '本机');
  await shoot(running, 'settings-machine');
}

async function playEnglish(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  // Its label changes with it.
  await page.getByRole('radio', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Front desk' }).click();
  const [home] = await listHomes(page, { owing: true });
  await page.keyboard.press('F2');
  await page.keyboard.type(home?.label ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody input[type=checkbox]').first()).toBeFocused();
  await shoot(running, 'english-desk');
  for (const [name, file] of [['Homes', 'homes'], ['Bills', 'bills'], ['Ledger', 'ledger'], ['Settings', 'settings']] as const) {
    await page.getByRole('navigation').first().getByRole('link', { name }).click();
    await shoot(running, `english-${file}`);
  }
  await page.getByRole('radio', { name: 'This machine' }).click();
  await page.getByRole('radio', { name: '中文' }).click();
}

async function playLock(running: Running, shoot: Camera): Promise<void> {
  const { page } = running;
  await openTab(page, '收费台');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('dialog', { name: '已锁屏' })).toBeVisible();
  await shoot(running, 'locked');
  await page.getByRole('button', { name: '换人登录' }).click();
  await expect(page.getByRole('heading', { name: '谁在当班？' })).toBeVisible();
  await shoot(running, 'sign-in');
  await signIn(page, '刘晓燕', PASSWORD);
  await usable(page, 'desk');
  await shoot(running, 'desk-cashier');
}

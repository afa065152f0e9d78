import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/e2e-app.ts';
import { findHome, register } from '../support/e2e-desk.ts';
import { fenOf } from '../support/e2e-papers.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';
import type { Output } from '../../shared/contract/index.ts';
import { formatFen } from '../../shared/domain/money.ts';

type Home = Output<'homes.list'>['items'][number];

const openBills = (data: string, homeId: number) => callTerminal(data, 'payments.listOpenBills', { homeId, ofOwner: true });
const lastReceipt = (page: Page, receiptNo: string): Locator => page.locator(`tr[data-receipt="${receiptNo}"]`);

/** Two homes of one owner, late fees of 0.05 % a day, a promotion; and a third home that owes something. */
function givenBusyDesk(data: string): { own: Home; other: Home; third: Home } {
  givenSample(data);
  callTerminal(data, 'estate.changeSettings', { lateFeeRateE6: 500, lateFeeGraceDays: 0, lateFeeCapPermille: 500 });
  const parking = new Set(callTerminal(data, 'parking.listLeases', { limit: 1000 }).items.map(({ homeId }) => homeId));
  const owing = callTerminal(data, 'homes.list', { owing: true, limit: 100 }).items.filter((home) => home.status !== 'unsold' && home.mergedInto === null && !parking.has(home.homeId));
  const [own, other, third] = owing;
  if (!own || !other || !third) throw new Error('too few homes owe something');
  const today = callTerminal(data, 'estate.status', {}).today;
  callTerminal(data, 'fees.setPromotion', { name: '预缴一年赠一个月', from: today, to: `${String(Number(today.slice(0, 4)) + 1)}-12-31`, months: 12, bonusDays: 30 });
  const [owner] = callTerminal(data, 'homes.get', { homeId: own.homeId }).people;
  const { phone } = callTerminal(data, 'homes.revealPhone', { homeId: own.homeId, personId: owner?.personId ?? 0 });
  callTerminal(data, 'homes.transfer', { homeId: other.homeId, on: today, owners: [{ name: own.ownerName, phone }], arrears: 'buyer', prepayment: 'buyer' });
  return { own, other, third };
}

// One window from the first late fee to the returned deposit, by keyboard alone where the desk is concerned.
test('late fees, an owner with two homes, a void, a part refund and a deposit', async ({ place }) => {
  const data = join(place.folder, 'data');
  const homes = givenBusyDesk(data);
  const before = openBills(data, homes.own.homeId);
  const { page } = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  await usable(page, 'desk');
  await test.step('one receipt pays the bills of both homes; one late fee is left and stays open', () => payBothHomes(page, homes, before));
  await test.step('a receipt is void by V and a reason, and its bills open again', () => voidReceipt(page, homes.third));
  await test.step('a part of a payment ahead is given back', () => refundPart(page, homes.third));
  await test.step('a bill is reduced at once by the manager', () => waive(page, homes.own));
  await test.step('a deposit is taken, a part retained, the rest returned', () => takeAndReturnDeposit(page, homes.own));
  await test.step('the prepayment has its statement, and what is not served goes back', () => refundPrepaid(page, homes.third));
  await verifyBooks(page);
});

async function verifyBooks(page: Page): Promise<void> {
  const verified = await page.evaluate(() => window.api.call('ledger.verify', {}));
  expect(verified).toMatchObject({ ok: true, value: { ok: true, problems: [] } });
}

async function payBothHomes(page: Page, { own, other }: { own: Home; other: Home }, { items }: Output<'payments.listOpenBills'>): Promise<void> {
  await findHome(page, own.label, own.label);
  await page.keyboard.press('o');
  await expect(page.locator('tr.group').filter({ hasText: other.label })).toBeVisible();
  const late = items.filter((bill) => bill.lateFen > 0);
  await expect(page.locator('tr[data-late]')).toHaveCount(late.length);
  const [left] = late;
  if (!left) throw new Error('no bill is late');
  await expect(page.locator(`tr[data-late="${String(left.billId)}"]`)).toContainText(`${String(left.lateDays)} 天，¥${formatFen(left.lateFen)}`);
  const allFen = items.reduce((sum, bill) => sum + bill.openFen + bill.lateFen, 0);
  await expect(page.getByLabel('本次合计')).toHaveValue(formatFen(allFen));
  // The first late fee stands below the first bill.
  await page.locator(`tr[data-bill="${String(left.billId)}"] input[type=checkbox]`).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('本次合计')).toHaveValue(formatFen(allFen - left.lateFen));
  await register(page, { print: false });
  const answer = page.getByRole('status', { name: '收据' });
  await expect(answer).toContainText(`违约金 ¥${formatFen(left.lateFen)} 留作欠费`);
  await expect(answer.locator('.slip')).toContainText(other.label);
  // What was left is an open bill of its own.
  await expect(page.getByRole('region', { name: '未结账单 1 张' }).locator('tr[data-bill]').filter({ hasText: '违约金' })).toContainText(formatFen(left.lateFen));
}

async function voidReceipt(page: Page, home: Home): Promise<void> {
  await findHome(page, home.label, home.label);
  const receiptNo = await register(page, { print: false });
  await expect(page.getByRole('status', { name: '收据' })).toContainText('已结清');
  await page.keyboard.press('F4');
  await expect(lastReceipt(page, receiptNo).locator('.figure')).toBeFocused();
  await page.keyboard.press('v');
  await page.keyboard.type('收错了房号');
  await page.keyboard.press('Enter');
  await expect(lastReceipt(page, receiptNo).getByText('作废', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: `作废 ${receiptNo}` })).toHaveCount(0);
  await expect(page.getByRole('contentinfo', { name: '今日情况' })).toContainText('（已撤销 1）');
  await findHome(page, home.label, home.label);
  await expect(page.getByRole('region', { name: home.label, exact: true })).toContainText(`¥${formatFen(home.openFen)}`);
}

/** Twelve months ahead with what the promotion adds, of which 100.00 are given back. */
async function refundPart(page: Page, home: Home): Promise<void> {
  await page.keyboard.press('y');
  await expect(page.locator('tr.pre')).toContainText('赠 30 天');
  await page.keyboard.press('F6');
  await page.keyboard.type('4200007777');
  const receiptNo = await register(page, { print: false });
  await expect(page.getByRole('status', { name: '收据' })).toContainText('其中赠');
  await page.keyboard.press('F4');
  await page.keyboard.press('f');
  await page.keyboard.type('100');
  await page.keyboard.press('Tab');
  await page.keyboard.type('多收了');
  await page.keyboard.press('Enter');
  await expect(lastReceipt(page, receiptNo).getByText('已退 ¥100.00')).toBeVisible();
  await page.keyboard.press('i');
  await page.keyboard.type('24522000000123456789');
  await page.keyboard.press('Enter');
  await expect(lastReceipt(page, receiptNo).getByTitle('发票号 24522000000123456789')).toBeAttached();
  await expect(page.getByRole('button', { name: `换发票 ${receiptNo}` })).toHaveCount(0);
  await expect(page.getByRole('region', { name: home.label, exact: true })).toBeVisible();
}

async function waive(page: Page, home: Home): Promise<void> {
  await findHome(page, home.label, home.label);
  const row = page.locator('tbody tr[data-bill]').first();
  const owed = fenOf((await row.locator('td.num b').textContent()) ?? '');
  await page.keyboard.press('w');
  await page.keyboard.type('0.01');
  await page.keyboard.press('Tab');
  await page.keyboard.type('系统调试期间');
  await page.keyboard.press('Enter');
  await expect(row.locator('td.num b')).toHaveText(formatFen(owed - 1));
  await expect(page.getByLabel('本次合计')).toHaveValue(formatFen(owed - 1));
}

async function takeAndReturnDeposit(page: Page, home: Home): Promise<void> {
  await page.locator('tbody input[type=checkbox]').first().focus();
  await page.keyboard.press('d');
  await page.keyboard.type('2000');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('status', { name: '押金收据' });
  await expect(answer).toContainText('这户现有押金 ¥2,000.00');
  await expect(answer).toContainText('已送打印机');
  const receiptNo = (await answer.locator('.receipt-no').textContent()) ?? '';
  expect(receiptNo).toMatch(/^YJ-\d{4}-\d{6}$/);
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: home.label, exact: true }).getByRole('link', { name: '押金' }).click();
  await page.getByRole('table', { name: '押金' }).getByText(receiptNo).click();
  const record = page.getByRole('complementary', { name: receiptNo });
  await record.getByRole('button', { name: '退还' }).click();
  await page.keyboard.type('300');
  await record.getByLabel('扣留原因').fill('地面瓷砖破损两块');
  await page.keyboard.press('Enter');
  await expect(record.getByText('已退清')).toBeVisible();
  await expect(record).toContainText('YT-');
  await expect(record.getByRole('row').last()).toContainText('1,700.00');
  await expect(record.getByRole('row').last()).toContainText('地面瓷砖破损两块');
}

async function refundPrepaid(page: Page, home: Home): Promise<void> {
  await pick(page, '收款记录', '预收');
  await page.getByRole('table', { name: '预收' }).getByText(home.label, { exact: true }).click();
  const statement = page.getByRole('complementary', { name: `${home.label} 预收明细` });
  await expect(statement).toContainText('优惠赠送');
  await statement.getByRole('button', { name: '退未服务部分' }).click();
  await statement.getByLabel('原因').fill('房屋出售');
  await page.keyboard.press('Enter');
  await expect(statement.getByRole('status')).toContainText('失效');
  await expect(statement.locator('dd.money')).toHaveText(['¥0.00', '¥0.00']);
}

test('after the shift is closed a receipt is reversed, not void', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  const { page } = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  await usable(page, 'desk');
  const [home] = homesOf(await page.evaluate(() => window.api.call('homes.list', { owing: true, limit: 1 })));
  await page.evaluate(() => window.api.call('shifts.open', { floatFen: 0 }));
  await findHome(page, home?.label ?? '', home?.label ?? '');
  const receiptNo = await register(page, { print: false });
  const closed = await page.evaluate((countedFen) => window.api.call('shifts.close', { countedFen }), home?.openFen ?? 0);
  expect(closed).toMatchObject({ ok: true });
  // Nothing tells the window of what was called behind its back.
  await page.reload();
  await usable(page, 'desk');
  await expect(page.getByRole('button', { name: `作废 ${receiptNo}` })).toHaveCount(0);
  await page.getByRole('button', { name: `红冲 ${receiptNo}` }).click();
  await page.getByLabel(`红冲 ${receiptNo} 的原因`).fill('收错了房号');
  await page.keyboard.press('Enter');
  await expect(lastReceipt(page, receiptNo).getByText('红冲', { exact: true })).toBeVisible();
  await verifyBooks(page);
});

function homesOf(reply: unknown): Home[] {
  return (reply as { value: Output<'homes.list'> }).value.items;
}

import { join } from 'node:path';
import { expect } from '@playwright/test';
import { formatFen } from '../../shared/domain/money.ts';
import { test, willSave } from '../support/e2e-app.ts';
import { readPdf } from '../support/e2e-papers.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('a lease is found, a month is issued, papers are printed and the accounts say what came of it', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 60 });
  const [lease] = callTerminal(data, 'parking.listLeases', { kind: 'resident', state: 'running', limit: 1 }).items;
  const [company] = callTerminal(data, 'parking.listCompanies', {}).items;
  if (!lease || !company) throw new Error('the sample has no leases');
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  await usable(page, 'desk');
  await test.step('the desk finds who has a plate, with the lease', async () => {
    await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill(lease.plates[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: lease.label })).toBeVisible();
    await expect(page.getByRole('group', { name: '停车' }).getByText(lease.plates[0] ?? '')).toBeVisible();
  });
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '车位' }).click();
  await test.step('the plan draws the zone', async () => {
    await expect(page.getByText(/个车位空着/)).toBeVisible();
  });
  await test.step('the lease is printed as PDF', async () => {
    await pick(page, '车位', '租约');
    await page.getByRole('searchbox', { name: '查找租约' }).fill(lease.leaseNo);
    await expect(page.getByText('合计 1 份')).toBeVisible();
    await page.locator('.long-row').first().click();
    await expect(page.getByRole('heading', { name: lease.leaseNo })).toBeVisible();
    const file = testInfo.outputPath('lease.pdf');
    await willSave(app, file);
    await page.getByRole('button', { name: '租约存为 PDF' }).click();
    await expect(page.getByText(file)).toBeVisible({ timeout: 60_000 });
    const { text, widthMm } = readPdf(file);
    expect(widthMm).toBe(210);
    for (const said of [lease.leaseNo, lease.plates[0] ?? '', '不承担车辆和车内物品的保管责任', '不得转租']) expect(text.replace(/\s/g, '')).toContain(said);
  });
  const issued = await test.step('a month is issued after it was looked at', async () => {
    await pick(page, '车位', '收费');
    await page.getByRole('button', { name: /^出账 [\d,]+ 张$/ }).click();
    await page.getByRole('button', { name: '确认出账' }).click();
    const told = page.getByRole('status').filter({ hasText: '已出账' });
    await expect(told).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('这个月没有要出账的租约')).toBeVisible();
    return told.textContent();
  });
  await test.step('a company’s statement carries the month', async () => {
    const file = testInfo.outputPath('statement.pdf');
    await willSave(app, file);
    await page.getByRole('button', { name: `存 PDF ${company.name}` }).click();
    await expect(page.getByText(file)).toBeVisible({ timeout: 60_000 });
    expect(readPdf(file).text).toContain(company.name);
  });
  await test.step('subsidy and income are shown', async () => {
    await pick(page, '车位', '补贴');
    await expect(page.getByText('怎么算').first()).toBeVisible();
    await pick(page, '车位', '收益');
    await expect(page.getByText('停车补贴（向下）')).toBeVisible();
  });
  await running.close();
  const { problems } = callTerminal(data, 'ledger.verify', {});
  expect(problems).toEqual([]);
  const month = new Date().toISOString().slice(0, 7);
  const { months } = callTerminal(data, 'parking.income', { from: month, to: month });
  expect(issued).toContain(formatFen(months[0]?.subsidyFen ?? 0));
});

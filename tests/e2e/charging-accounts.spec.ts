import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { EBIKE_TARIFF } from '../support/charging.ts';
import { test } from '../support/e2e-app.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

const LINES = ['订单号,设备编号,插座号,开始时间,结束时间,电量(度),卡号,用户', '1,EB-01,1,2026-10-05 01:00:00,2026-10-05 04:00:00,1.0000,E-0001,', '2,EB-01,2,2026-10-06 01:00:00,2026-10-06 05:00:00,1.5000,E-0001,', '3,EB-01,3,2026-10-06 01:00:00,2026-10-06 05:00:00,2.0000,,1-1-101'];

test('an e-bike card is opened, topped up, charged, paid back, and a home is billed', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 60 });
  callTerminal(data, 'charging.addDevices', { devices: [{ code: 'EB-01', kind: 'ebike' as const, connectors: 10, ratedW: 1000, place: '架空层车棚' }] });
  callTerminal(data, 'charging.defineTariff', EBIKE_TARIFF);
  callTerminal(data, 'charging.assignTariff', { tariff: EBIKE_TARIFF.name, kind: 'ebike', from: '2025-01-01' });
  callTerminal(data, 'charging.setCollects', { platform: '本小区主机', collects: 'office' });
  const file = join(place.folder, 'hosts.csv');
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { page } = running;
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  const saveAs = (name: string) => running.app.evaluate(({ dialog }, path) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path }); }, testInfo.outputPath(name));
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '充电' }).click();
  await pick(page, '充电', '预存');
  await test.step('a product is defined', async () => {
    await pick(page, '看什么', '月卡和额度');
    await page.getByRole('button', { name: '新的产品' }).click();
    await page.getByLabel('名称').fill('30 天月卡');
    await page.getByLabel('价格 ¥').fill('12.00');
    await look('product-form');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已定“30 天月卡”。')).toBeVisible();
    await look('products');
  });
  await test.step('an account is opened and topped up by the keyboard', async () => {
    await pick(page, '看什么', '账户');
    await page.getByRole('button', { name: '开户' }).click();
    await page.getByLabel('卡号', { exact: true }).fill('E-0001');
    await page.getByLabel('持卡人').fill('王师傅');
    await page.getByLabel('电话').fill('13800004329');
    await look('open');
    await page.keyboard.press('Enter');
    await expect(page.getByText('已开户，卡号 E-0001。')).toBeVisible();
    await page.getByLabel('金额 ¥').fill('50');
    await look('top-up');
    await page.keyboard.press('Enter');
    await expect(page.getByText('已预存 ¥50.00')).toBeVisible();
    await expect(page.getByText('CZ-2026-000001')).toBeVisible();
    await saveAs('receipt.pdf');
    await page.getByRole('button', { name: '存 PDF' }).first().click();
    await expect(page.getByText(/^已存到 .*receipt\.pdf$/)).toBeVisible({ timeout: 30_000 });
  });
  await test.step('a wrong top-up is voided', async () => {
    await page.getByRole('button', { name: '再存一笔' }).click();
    await page.getByLabel('金额 ¥').fill('500');
    await page.keyboard.press('Enter');
    await expect(page.getByText('CZ-2026-000002').first()).toBeVisible();
    await page.getByRole('button', { name: '作废预存' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('多打一个零');
    await look('void');
    await page.getByRole('button', { name: '作废预存 CZ-2026-000002' }).click();
    await expect(page.getByText(/^已作废 ZF-2026-\d{6}。$/)).toBeVisible();
  });
  await test.step('sessions are charged to the card, and a home is billed', async () => {
    const label = callTerminal(data, 'homes.list', { limit: 1 }).items[0]?.label ?? '';
    writeFileSync(file, LINES.join('\r\n').replace('1-1-101', label));
    callTerminal(data, 'charging.importSessions', { file, platform: '本小区主机', commit: true });
    await page.getByRole('button', { name: '买月卡' }).click();
    await expect(page.getByText('从余额里扣 ¥12.00')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^已买，可用到/)).toBeVisible();
    await expect(page.getByText('35.60').first()).toBeVisible();
    await look('account');
    await pick(page, '看什么', '住户账单');
    await page.getByLabel('前一个月').click();
    await page.getByLabel('后一个月').click();
    await expect(page.getByText('2.0000')).toBeVisible();
    await look('home-bills');
    await page.getByRole('button', { name: '出 2026-10 的账单' }).click();
    await expect(page.getByText('已出 2 张账单，1 户，¥1.92。')).toBeVisible();
  });
  await test.step('the account is found by typing, Enter opens it, Escape goes back to the search', async () => {
    await pick(page, '看什么', '账户');
    const box = page.getByRole('searchbox', { name: '卡号、手机尾号、姓名或房号' });
    await expect(box).toBeFocused();
    await page.keyboard.type('4329');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('金额 ¥')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('金额 ¥')).toHaveCount(0);
    await expect(box).toBeFocused();
    await page.keyboard.type('E-0001');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('金额 ¥')).toBeFocused();
  });
  await test.step('a form of the account is left by Escape, and the keys stay at its button', async () => {
    await page.getByRole('button', { name: '换卡' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '换卡' })).toBeFocused();
  });
  await test.step('the rest goes back the way it came', async () => {
    await page.getByRole('button', { name: '退余额' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('搬走');
    await page.getByRole('button', { name: '退 ¥35.60' }).click();
    await expect(page.getByText('已退：现金 ¥35.60（CT-2026-000001）')).toBeVisible();
    await look('paid-back');
  });
  await test.step('the papers say it', async () => {
    const { items } = callTerminal(data, 'charging.listAccounts', {});
    expect(items).toMatchObject([{ cardNo: 'E-0001', balanceFen: 0, toppedUpFen: 55000, chargedFen: 1440, paidBackFen: 53560 }]);
    await saveAs('statement.pdf');
    await page.getByRole('button', { name: '存 PDF' }).last().click();
    await expect(page.getByText(/^已存到 .*statement\.pdf$/)).toBeVisible({ timeout: 30_000 });
  });
});

import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test, willOpen } from '../support/e2e-app.ts';
import { EV_PERIODS } from '../support/charging.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('a platform’s file is billed, booked, put right and explained', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 60 });
  callTerminal(data, 'charging.addDevices', { devices: ['EV-01', 'EV-02'].map((code) => ({ code, kind: 'ev' as const, connectors: 1, ratedW: 180_000, place: '地面停车场' })) });
  callTerminal(data, 'charging.defineTariff', { name: '汽车分时', kind: 'ev', from: '2025-01-01', periods: EV_PERIODS });
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '充电' }).click();
  await expect(page.getByRole('heading', { name: '这 12 个月还没有充电收益' })).toBeVisible();
  await test.step('a tariff is drawn as a band, tried as one types, and given to the chargers', async () => {
    await pick(page, '充电', '电价');
    await expect(page.getByRole('img', { name: '一天的电价' })).toBeVisible();
    await page.getByRole('button', { name: '给设备用' }).click();
    await page.getByRole('button', { name: '从这天起都用' }).click();
    await expect(page.getByText('从 2025-01-01 起用 汽车分时。')).toBeVisible();
    await page.getByRole('button', { name: '改成新的一版' }).click();
    await expect(page.getByText('电费 ¥3.59＋服务费 ¥2.40＝¥5.99')).toBeVisible();
    await page.getByLabel('结束 1', { exact: true }).fill('07:59');
    await expect(page.getByRole('alert').filter({ hasText: '07:59 到 08:00 没有时段' })).toBeVisible();
    await look('tariff');
    await page.getByRole('button', { name: '放弃' }).click();
  });
  await test.step('the file is looked at, then booked', async () => {
    await pick(page, '充电', '订单');
    await page.getByRole('button', { name: '导入订单' }).click();
    await page.getByLabel('哪个平台').fill('ev-platform');
    await willOpen(app, resolve('tests/fixtures/ev-sessions.csv'));
    await page.getByRole('button', { name: '选择文件' }).click();
    await expect(page.getByText('平台多收')).toBeVisible({ timeout: 60_000 });
    await look('import');
    await page.getByRole('button', { name: '入账 1,875 单' }).click();
    await expect(page.getByText('已入账 1,875 单，¥67,111.74。')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: '看待核清单' }).click();
  });
  await test.step('a line without an end is put right', async () => {
    await page.getByText('没有结束时间').click();
    await page.getByRole('textbox', { name: '结束时间' }).fill('2026-02-27 14:04:00');
    await page.getByLabel('原因（必填）').fill('平台后台查到的结束时间');
    await look('review');
    await page.getByRole('button', { name: '入账', exact: true }).click();
    await expect(page.getByText(/^已入账，¥\d/)).toBeVisible();
  });
  await test.step('the person who asks hears how a bill came about', async () => {
    await pick(page, '充电', '订单');
    await page.getByLabel('手机尾号 4 位、车牌或整个订单号').fill('20260000506270693100');
    await page.getByText('20260000506270693100').first().click();
    await expect(page.getByText('平台多收 ¥0.58，要告诉住户')).toBeVisible();
    await look('session');
  });
  await test.step('the year says what it brought', async () => {
    await pick(page, '充电', '收益');
    await expect(page.getByRole('heading', { name: /最多：¥[\d,.]+，占 \d+%；12 个月共/ })).toBeVisible();
    await look('income');
    await pick(page, '看什么', '单数');
    await expect(page.getByRole('heading', { name: /最多：[\d,]+ 单，占 \d+%/ })).toBeVisible();
    await look('income-sessions');
    await pick(page, '看什么', '收益');
    await pick(page, '怎么看', '按时段');
    await look('income-period');
    for (const [view, name] of [['按天', 'day'], ['按设备', 'device'], ['按钟点', 'hour']] as const) { await pick(page, '怎么看', view); await page.waitForTimeout(300); await look(`income-${name}`); }
    await pick(page, '充电', '设备');
    await expect(page.getByText('180,000').first()).toBeVisible();
    await look('devices');
  });
  await test.step('a month’s meters and grid bill stand against what was sold', async () => {
    callTerminal(data, 'charging.addMeterReadings', { meter: 'M-1', readings: [{ at: '2026-10-01T00:00', energy: 1_000_000 }] });
    await pick(page, '充电', '对表');
    await page.getByRole('button', { name: '记电表读数' }).click();
    await page.getByRole('textbox', { name: '电表' }).fill('M-1');
    await page.getByRole('textbox', { name: '时间' }).fill('2026-11-01T00:00');
    await page.getByLabel('读数（度）').fill('7900.0000');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('7,800.0000').first()).toBeVisible();
    await page.getByRole('button', { name: '记电网电费单' }).click();
    await page.getByLabel('电量（度）').fill('7800');
    await page.getByLabel('电网电费 ¥').fill('5900');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '转供电不能加价' })).toBeVisible();
    await look('meters');
  });
});

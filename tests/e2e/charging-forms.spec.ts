import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test, willOpen } from '../support/e2e-app.ts';
import { EBIKE_TARIFF, EV_TARIFF } from '../support/charging.ts';
import { openTab, pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

const TABS = [['收益', 'Income'], ['订单', 'Sessions'], ['对表', 'Meters'], ['电价', 'Tariffs'], ['设备', 'Devices']] as const;

test('devices are put right, a tariff gets its kinds of day, an unknown file is mapped, and what overlaps is seen', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 40 });
  callTerminal(data, 'charging.addDevices', { devices: ['EV-01', 'EV-02', 'EV-03'].map((code) => ({ code, kind: 'ev' as const, connectors: 1, ratedW: 180_000, place: '地面停车场', platform: '外国平台', meter: 'M-1' })) });
  callTerminal(data, 'charging.addDevices', { devices: [{ code: 'EB-01', kind: 'ebike', connectors: 10, ratedW: 1000, place: '一单元大堂', stopsWhenFull: false, fireNote: '要移到架空层' }] });
  for (const tariff of [EV_TARIFF, EBIKE_TARIFF]) callTerminal(data, 'charging.defineTariff', tariff);
  callTerminal(data, 'charging.assignTariff', { tariff: '汽车分时', kind: 'ev', from: '2025-01-01' });
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '充电' }).click();
  await test.step('a device is found and put right', async () => {
    await pick(page, '充电', '设备');
    await expect(page.getByText('4 台')).toBeVisible();
    await pick(page, '类型', '电瓶车插座');
    await expect(page.getByText('1 台')).toBeVisible();
    await page.getByRole('button', { name: 'EB-01' }).click();
    await page.getByRole('complementary').getByLabel('位置').fill('架空层车棚');
    await page.getByRole('checkbox', { name: '充满自停' }).check();
    await look('device');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('EB-01 已改。')).toBeVisible();
    await expect(page.getByText('要移到架空层')).toBeVisible();
    await expect(page.getByText('不能设在大堂')).toBeHidden();
    await pick(page, '类型', '全部');
    await page.getByLabel('编号、位置、平台、电表').fill('地面 ev');
    await expect(page.getByText('3 台')).toBeVisible();
    await page.getByRole('button', { name: '登记设备' }).click();
    await look('device-add');
    await page.getByRole('button', { name: '放弃' }).click();
  });
  await test.step('a version with weekends of its own keeps the rest', async () => {
    await pick(page, '充电', '电价');
    await page.getByRole('region', { name: '汽车分时 第 1 版' }).getByRole('button', { name: '改成新的一版' }).click();
    await page.getByRole('button', { name: '加一种日子' }).click();
    const weekend = page.getByRole('region', { name: '周六、周日', exact: true });
    for (const at of [7, 6, 5, 4, 3, 2]) await weekend.getByRole('button', { name: `去掉 ${at}` }).click();
    await expect(weekend.getByRole('alert')).toHaveText('周六、周日：08:00 到 24:00 没有时段');
    // Enter adds what is missing, and goes on typing there.
    await weekend.getByLabel('周六、周日 结束 1').press('Enter');
    await expect(weekend.getByLabel('周六、周日 时段名 2')).toBeFocused();
    await page.keyboard.type('平');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0.6');
    await expect(weekend.getByRole('alert')).toBeHidden();
    await page.getByLabel('占位费 ¥/分钟').fill('0.20');
    await page.getByLabel('占位宽限 分钟').fill('15');
    await page.getByLabel('停车费 ¥/小时').fill('2');
    await page.getByLabel('停车免费 分钟').fill('30');
    await page.getByLabel('说明').fill('周末全天优惠');
    const trial = page.getByRole('region', { name: '试算一单' });
    await trial.getByLabel('开始').fill('2026-10-10 12:00');
    await trial.getByLabel('结束').fill('2026-10-10 14:00');
    await trial.getByLabel(/^拔枪/).fill('2026-10-10 14:25');
    await expect(trial.getByRole('status')).toContainText('电费 ¥4.80＋服务费 ¥2.40＋占位 ¥2.00（10 分钟）＋停车 ¥4.00（90 分钟）＝¥13.20');
    await look('tariff-editor');
    await page.getByRole('button', { name: '保存这一版' }).click();
    await expect(page.getByText('已保存 汽车分时 第 2 版。')).toBeVisible();
    const card = page.getByRole('region', { name: '汽车分时 第 2 版' });
    await expect(card.getByText('占位费每分钟 ¥0.20，充满后宽限 15 分钟')).toBeVisible();
    await expect(card.getByRole('img', { name: '周六、周日的电价' })).toBeVisible();
    await look('tariff-cards');
  });
  await test.step('it is given to one device', async () => {
    const card = page.getByRole('region', { name: '电瓶车 第 1 版' });
    await card.getByRole('button', { name: '给设备用' }).click();
    await pick(page, '给谁', '挑选设备');
    await card.getByRole('checkbox', { name: 'EB-01' }).check();
    await look('tariff-assign');
    await card.getByRole('button', { name: '给 1 台用' }).click();
    await expect(page.getByText('1 台设备从 2025-01-01 起用 电瓶车。')).toBeVisible();
  });
  await test.step('a file with heads that nobody knows is mapped, and the next needs no mapping', async () => {
    const text = (order: string, hour: string) => `Beleg;Säule;Von;Bis;Zähler\n${order}1;EV-01;2026-10-08 ${hour}:00:00;2026-10-08 ${hour}:50:00;8000\n${order}2;EV-01;2026-10-08 ${hour}:30:00;2026-10-08 ${hour}:59:00;9000\n${order}3;EV-02;2026-10-08 ${hour}:30:00;;9000\n`;
    const [first, second] = [join(place.folder, 'oktober.csv'), join(place.folder, 'november.csv')];
    writeFileSync(first, text('A', '13'));
    writeFileSync(second, text('B', '15'));
    await pick(page, '充电', '订单');
    await page.getByRole('button', { name: '导入订单' }).click();
    await page.getByLabel('哪个平台').fill('外国平台');
    await willOpen(app, first);
    await page.getByRole('button', { name: '选择文件' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '还缺' })).toHaveText('还缺：设备编号，开始时间，结束时间，电量');
    const choose = async (head: string, column: string) => {
      await page.getByRole('combobox', { name: head }).click();
      await page.getByTitle(column, { exact: true }).locator('visible=true').click();
    };
    await look('import-unknown');
    for (const [head, column] of [['Beleg', '订单号'], ['Säule', '设备编号（必需）'], ['Von', '开始时间（必需）'], ['Bis', '结束时间（必需）'], ['Zähler', '电量（必需）']] as const) await choose(head, column);
    await pick(page, '电量单位', '电量按瓦时（Wh）');
    await page.getByRole('button', { name: '看结果' }).click();
    await expect(page.getByRole('button', { name: '入账 2 单' })).toBeVisible();
    await look('import-mapped');
    await page.getByRole('button', { name: '入账 2 单' }).click();
    await expect(page.getByText(/^已入账 2 单/)).toBeVisible();
    await willOpen(app, second);
    await page.getByRole('button', { name: '换一份文件' }).click();
    await expect(page.getByText('按这个平台记住的列')).toBeVisible();
    await page.getByText('每一列是什么').click();
    await look('import-known');
    await page.getByRole('button', { name: '入账 2 单' }).click();
    await page.getByRole('button', { name: '看订单' }).click();
  });
  await test.step('what overlaps is seen from both sides', async () => {
    await page.getByRole('checkbox', { name: '只看时间重叠的' }).check();
    await page.getByText('A2', { exact: true }).click();
    await look('overlaps');
    await page.getByRole('button', { name: '与 A1 时间重叠' }).click();
    await expect(page.getByRole('complementary').getByRole('button', { name: 'A2' })).toBeVisible();
  });
  await test.step('the work list is worked off by keys', async () => {
    await pick(page, '充电', /^待核/);
    await page.getByRole('combobox', { name: '原因' }).click();
    await page.locator('.ant-select-item-option').and(page.getByTitle('没有结束时间', { exact: true })).click();
    await page.getByRole('table', { name: '充电待核清单' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '结束时间' })).toBeFocused();
    await page.keyboard.type('2026-10-08 14:10:00');
    await look('review');
    await page.getByLabel('原因（必填）').fill('平台查到的');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^已入账，¥/)).toBeVisible();
    // The next one is open, and waits for its end.
    await expect(page.getByRole('complementary', { name: '没有结束时间' })).toContainText('B3');
    await page.getByLabel('原因（必填）').fill('平台已退款');
    await page.getByRole('complementary').getByRole('button', { name: '不入账' }).click();
    await expect(page.getByText('已记为不入账。')).toBeVisible();
    await expect(page.getByText('没有这个原因的行')).toBeVisible();
  });
  await test.step('every part in both languages', async () => {
    for (const [zh, en] of TABS) { await pick(page, '充电', zh); await page.waitForTimeout(400); await look(`zh-${en}`); }
    await openTab(page, '设置');
    await pick(page, '设置', '本机');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Charging' }).click();
    for (const [, en] of TABS) { await pick(page, 'Charging', en); await page.waitForTimeout(400); await look(`en-${en}`); }
    await page.getByRole('button', { name: 'EV-01' }).click();
    await look('en-device');
    await pick(page, 'Charging', 'Tariffs');
    await page.getByRole('button', { name: 'New version' }).first().click();
    await look('en-tariff');
  });
});

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { addDays, localDay } from '../../shared/domain/period.ts';
import { EBIKE_TARIFF, EV_TARIFF, sessionCsv } from '../support/charging.ts';
import { test } from '../support/e2e-app.ts';
import { pick, rowsOf, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';

const two = (index: number): string => String(index + 1).padStart(2, '0');

test('how chargers were used, which need a look, and this year beside the last', async ({ place }, testInfo) => {
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 60 });
  callTerminal(data, 'charging.addDevices', { devices: Array.from({ length: 11 }, (_, index) => ({ code: `EV-${two(index)}`, kind: 'ev' as const, connectors: 1, ratedW: 180_000, place: '地面停车场' })) });
  callTerminal(data, 'charging.addDevices', { devices: Array.from({ length: 8 }, (_, index) => ({ code: `EB-${two(index)}`, kind: 'ebike' as const, connectors: 10, ratedW: 1000, place: '架空层车棚' })) });
  for (const tariff of [EV_TARIFF, EBIKE_TARIFF]) {
    callTerminal(data, 'charging.defineTariff', tariff);
    callTerminal(data, 'charging.assignTariff', { tariff: tariff.name, kind: tariff.kind, from: tariff.from });
  }
  for (const name of ['ev', 'ebike']) callTerminal(data, 'charging.importSessions', { file: resolve(`tests/fixtures/${name}-sessions.csv`), platform: `${name}-platform`, commit: true });
  // A charger that is broken, on the days before today.
  const file = join(place.folder, 'broken.csv');
  writeFileSync(file, sessionCsv(Array.from({ length: 40 }, (_, index) => { const day = addDays(localDay(new Date()), -2 - index); return { order: `B${index}`, device: 'EV-03', start: `${day} 09:05:00`, end: `${day} 09:${20 + (index % 30)}:00`, kwh: '3.0000', stop: index % 4 === 0 ? '充满自停' : '设备故障' }; })));
  callTerminal(data, 'charging.importSessions', { file, platform: 'ev-platform', commit: true });
  const { page } = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  await usable(page, 'desk');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '充电' }).click();
  await test.step('this year stands beside the last', async () => {
    await page.getByRole('checkbox', { name: '与去年同期比' }).check();
    await expect(page.getByRole('heading', { name: /^比去年同期[多少] [\d,]+%：¥[\d,.]+，去年 ¥[\d,.]+；\d{4}-\d{2} [多少]得最多/ })).toBeVisible();
    await look('compare');
    await pick(page, '怎么看', '按天');
    await look('compare-day');
    await pick(page, '怎么看', '按设备');
    await look('compare-device');
    await page.getByRole('radio', { name: '表', exact: true }).click();
    expect((await rowsOf(page, '充电收益同比')).at(-1)?.[0]).toBe('合计');
    await look('compare-table');
  });
  await test.step('hours, devices, lengths and powers each say what they show', async () => {
    await pick(page, '充电', '使用');
    await expect(page.getByRole('heading', { name: /^充电最忙是周. \d+ 点，[\d.]+% 的枪（插座）在用；(最闲是|一周有)/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^EV-\d\d 用得最多，[\d.]+%；8 台一次也没有用$/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /占 \d+%；一半的充电不到/ }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 台故障明显比同类多（EV-03 每 100 单' })).toBeVisible();
    await look('use');
    await page.getByRole('table', { name: '一周各钟点的使用率' }).locator('[data-cell="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.heat-scale [aria-live]')).toHaveText(/^周二 1 点：[\d.]+% 在用，开始 [\d,]+ 单$/);
    await page.getByRole('table', { name: '要看一看的设备' }).scrollIntoViewIfNeeded();
    await look('use-below');
  });
  await test.step('e-bikes have their own', async () => {
    await pick(page, '哪一类', '电瓶车插座');
    await expect(page.getByRole('heading', { name: /的充电因故障停下（[\d,]+ 单），最多的是功率过载$/ })).toBeVisible();
    await look('use-ebike');
    for (const table of await page.getByRole('radio', { name: '表', exact: true }).all()) await table.click();
    await look('use-tables');
  });
  await test.step('a device leads to its sessions', async () => {
    await pick(page, '哪一类', '汽车充电桩');
    await page.getByRole('table', { name: '每台设备的使用率' }).getByRole('link', { name: 'EV-03' }).click();
    await expect(page.getByRole('textbox', { name: '设备', exact: true })).toHaveValue('EV-03');
  });
});

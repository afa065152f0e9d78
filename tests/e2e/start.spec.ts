import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type ElectronApplication } from '@playwright/test';
import sqlite3 from 'sqlite3';
import { e2eExecutable, switches } from '../../build/paths.mjs';
import { programEnvironment, test, willOpen } from '../support/e2e-app.ts';
import { callTerminal, givenSample, PASSWORD } from '../support/e2e-terminal.ts';
import { openTab, pick, signIn, usable } from '../support/e2e-steps.ts';

test('a second start brings the first window forward and ends', async ({ place }) => {
  const data = join(place.folder, 'data');
  const { app, page } = await place.start({ data });
  await usable(page, 'wizard');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = spawn(e2eExecutable, [...switches, '--data', data], { env: programEnvironment(), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true]);
});

test('the sample estate comes from the wizard, with its progress', async ({ place }) => {
  const { page } = await place.start({ data: join(place.folder, 'data') });
  await usable(page, 'wizard');
  await page.getByRole('button', { name: '先看看样板小区' }).click();
  await page.getByLabel('样板小区的经理名叫 manager，给他设一个密码').fill('太短');
  await page.getByRole('button', { name: '生成样板小区' }).click();
  await expect(page.getByText('至少 8 个字符').last()).toBeVisible();
  await page.getByLabel('样板小区的经理名叫 manager，给他设一个密码').fill(PASSWORD);
  await page.getByRole('button', { name: '生成样板小区' }).click();
  await expect(page.getByRole('progressbar', { name: '正在生成样板小区' })).toBeVisible();
  await expect(page.getByText(/^\d+ \/ 36$/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: '正在生成样板小区' })).toBeHidden({ timeout: 120_000 });
  await usable(page, 'desk');
  await openTab(page, '房屋');
  await expect(page.getByText(/^855 户，[\d,]+ 户欠费/)).toBeVisible();
});

test('a damaged file is shown, kept, and replaced by a backup only when told to', async ({ place }) => {
  const data = join(place.folder, 'data');
  givenSample(data);
  callTerminal(data, 'backup.create', {});
  const file = join(data, 'mingbai.sqlite');
  truncateSync(file, 40_000);
  const damaged = readFileSync(file);
  const { page } = await place.start({ data, troubled: true });
  await usable(page, 'recovery');
  await expect(page.getByRole('heading', { name: '账簿打不开' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('账簿文件 mingbai.sqlite 已损坏');
  await expect(page.getByText(join(data, 'logs/mingbai.log'))).toBeVisible();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('alert')).toContainText('已损坏');
  expect(readFileSync(file).equals(damaged)).toBe(true);
  await page.getByRole('button', { name: '用这份恢复' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await usable(page, 'sign-in');
  await signIn(page, 'manager', PASSWORD);
  await openTab(page, '账簿');
  await pick(page, '账簿', '试算平衡');
  await expect(page.getByText('借贷相等，差额 0.00')).toBeVisible();
  const kept = readdirSync(data).filter((name) => name.startsWith('mingbai.damaged-') && name.endsWith('.sqlite'));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(data, kept[0] ?? '')).equals(damaged)).toBe(true);
});

test("another program's database is left alone; a file chosen by hand can take its place", async ({ place }) => {
  const [data, other] = [join(place.folder, 'data'), join(place.folder, 'other')];
  givenSample(other, { homes: 4 });
  const backup = join(place.folder, 'carried-here.sqlite');
  callTerminal(other, 'backup.create', { file: backup });
  mkdirSync(data);
  const file = join(data, 'mingbai.sqlite');
  await makeForeign(file);
  const foreign = readFileSync(file);
  const { app, page } = await place.start({ data, troubled: true });
  await usable(page, 'recovery');
  await expect(page.getByRole('alert')).toContainText('mingbai.sqlite 不是明白账的账簿，没有改动它。');
  await expect(page.getByText('没有找到备份')).toBeVisible();
  await test.step('a file that is no backup is refused', async () => {
    const text = join(place.folder, 'notes.sqlite');
    writeFileSync(text, '不是数据库');
    await willOpen(app, text);
    await page.getByRole('button', { name: '选择别的文件…' }).click();
    await expect(page.getByText('notes.sqlite 不能用来恢复')).toBeVisible();
    expect(readFileSync(file).equals(foreign)).toBe(true);
  });
  await willOpen(app, backup);
  await page.getByRole('button', { name: '选择别的文件…' }).click();
  await usable(page, 'sign-in');
  const kept = readdirSync(data).filter((name) => name.startsWith('mingbai.damaged-') && name.endsWith('.sqlite'));
  expect(kept.map((name) => readFileSync(join(data, name)).equals(foreign))).toEqual([true]);
});

async function makeForeign(file: string): Promise<void> {
  const database = new sqlite3.Database(file);
  await new Promise<void>((resolve, reject) => database.exec('create table song (title text)', (error) => (error ? reject(error) : resolve())));
  await new Promise<void>((resolve, reject) => database.close((error) => (error ? reject(error) : resolve())));
}

test('the page can go nowhere, open nothing, ask for nothing, and knows nothing of Node', async ({ place }) => {
  const { app, page } = await place.start({ data: join(place.folder, 'data') });
  await usable(page, 'wizard');
  expect(await page.evaluate(() => ['require', 'process', 'module', 'global', 'Buffer', 'electron'].filter((name) => name in window))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.api).sort())).toEqual(['call', 'cancel', 'onEvent', 'onProgress']);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe('denied');
  const asked: string[] = [];
  const outside = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('outside');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const { port } = outside.address() as AddressInfo;
  const address = `http://127.0.0.1:${String(port)}/`;
  expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true);
  // From here main is asked, since Playwright would wait for a navigation that never comes.
  for (const target of [address, 'app://elsewhere/index.html', 'app://mingbai/print/1']) {
    expect(await tryToGo(app, target)).toMatchObject({ url: expect.stringMatching(/^app:\/\/mingbai\/index\.html/), title: '小区和账簿', windows: 1 });
  }
  expect(asked).toEqual([]);
  outside.close();
});

/** Lets the page go to an address, gives it time, and says where it is. */
function tryToGo(app: ElectronApplication, target: string): Promise<{ url: string; title: unknown; windows: number }> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const windows = BrowserWindow.getAllWindows();
    const contents = windows[0]?.webContents;
    if (!contents) throw new Error('no window');
    await contents.executeJavaScript(`window.location.assign(${JSON.stringify(url)})`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const title: unknown = await contents.executeJavaScript("document.querySelector('h1')?.textContent");
    return { url: contents.getURL(), title, windows: windows.length };
  }, target);
}

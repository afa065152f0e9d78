import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openDatabase } from '../../db/connection.ts';
import { closeThrough } from '../support/closed-month.ts';
import { resize, test, willOpen, willSave } from '../support/e2e-app.ts';
import { readPdf } from '../support/e2e-papers.ts';
import { pick, usable } from '../support/e2e-steps.ts';
import { callTerminal, givenSample, givenUser, PASSWORD } from '../support/e2e-terminal.ts';

/** A picture of one pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a statement is prepared, checked, published, printed, posted and verified', async ({ place }, testInfo) => {
  test.setTimeout(300_000);
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 220 });
  givenUser(data, '文书', 'office');
  const draft = callTerminal(data, 'statements.prepare', { kind: 'common', from: '2026-08', to: '2026-10' }, '文书');
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  const look = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  /** A PDF as pictures, in colour and in grey, as a person would hold it. */
  const lookAt = (file: string, name: string) => {
    execFileSync('pdftoppm', ['-r', '110', '-png', file, testInfo.outputPath(name)]);
    execFileSync('pdftoppm', ['-gray', '-r', '80', '-png', file, testInfo.outputPath(`${name}-grey`)]);
  };
  const save = async (button: string, file: string) => {
    await willSave(app, file);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText(`已存到 ${file}`)).toBeVisible();
  };
  await usable(page, 'desk');
  await resize(running, 1440, 900);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '公示' }).click();

  await test.step('a draft of months that are open is marked, on screen and on paper', async () => {
    await expect(page.getByText('账期未结：纸上印“草稿（账期未结）”')).toBeVisible();
    await expect(page.getByText(/项核对有 \d+ 项不符/)).toBeVisible();
    await look('draft');
    const file = testInfo.outputPath('draft.pdf');
    await save('存为 PDF', file);
    expect(readPdf(file).text).toContain('公布后才有核验码');
    lookAt(file, 'paper-draft');
    await page.getByRole('button', { name: '公布', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: '没有月结。' })).toBeVisible();
    await look('refused');
  });

  await test.step('a figure opens its lines, a line its entries, an entry the ledger', async () => {
    await page.getByRole('table', { name: '收入与成本' }).getByRole('row').last().getByRole('button').nth(1).click();
    await expect(page.getByRole('complementary', { name: /合计 · 实收/ })).toBeVisible();
    await page.getByRole('table', { name: '构成' }).getByRole('button').first().click();
    await expect(page.getByRole('table', { name: '背后的凭证' })).toBeVisible();
    await look('drill');
    await page.getByRole('table', { name: '背后的凭证' }).getByRole('link').first().click();
    await expect(page.getByRole('complementary', { name: /凭证/ })).toBeVisible();
    await look('drill-entry');
    await page.goBack();
  });

  await test.step('the office writes a note, and prepares a sheet of fees', async () => {
    await page.getByRole('button', { name: '写说明' }).click();
    await page.getByLabel('说明，一行一条').fill('十一期间停车场免费开放两天。');
    await page.getByRole('form', { name: '写说明' }).getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('十一期间停车场免费开放两天。')).toBeVisible();
    await page.getByRole('button', { name: '编制公示表' }).click();
    await pick(page, '哪一种', '物业费');
    await pick(page, '多长', '季度');
    await look('prepare');
    await page.getByRole('button', { name: '从账簿编制' }).click();
    await expect(page.getByRole('heading', { name: /物业服务费收支公示/ })).toBeVisible();
    await look('fees');
    const file = testInfo.outputPath('fees.pdf');
    await save('存为 PDF', file);
    lookAt(file, 'paper-fees');
  });

  await test.step('once its months are closed it is published, and every paper and file of it is saved', async () => {
    const database = await openDatabase(join(data, 'mingbai.sqlite'));
    await database.write((db) => closeThrough(db, '2026-10'));
    await database.close();
    await page.getByRole('navigation', { name: '公示表' }).getByRole('link', { name: /公共收益/ }).first().click();
    await page.getByRole('button', { name: '重新编制' }).click();
    await expect(page.getByText(/项核对全部相符/)).toBeVisible();
    await look('ready');
    await page.getByRole('button', { name: '公布', exact: true }).click();
    await expect(page.locator('.st-facts .selectable')).toContainText('核验码');
    await look('published');
    for (const paper of ['A4', 'A3'] as const) {
      await pick(page, '纸', paper);
      const [one, other] = [testInfo.outputPath(`${paper}.pdf`), testInfo.outputPath(`${paper}-again.pdf`)];
      await save('存为 PDF', one);
      await save('存为 PDF', other);
      expect(readFileSync(other).equals(readFileSync(one))).toBe(true);
      expect(readPdf(one)).toMatchObject(paper === 'A4' ? { widthMm: 210, heightMm: 297 } : { widthMm: 297, heightMm: 420 });
      const fonts = execFileSync('pdffonts', [one], { encoding: 'utf8' }).trim().split('\n').slice(2);
      expect(fonts.filter((line) => !/ yes yes yes /.test(line))).toEqual([]);
      lookAt(one, `paper-${paper}`);
    }
    for (const [button, extension] of [['存 Excel', 'xlsx'], ['存 JSON', 'json'], ['存手机网页', 'html']] as const) {
      const file = testInfo.outputPath(`statement.${extension}`);
      await save(button, file);
      expect(existsSync(file)).toBe(true);
    }
  });

  const code = (await page.locator('.st-facts .selectable b').textContent()) ?? '';
  await test.step('it hangs, is photographed, objected to and answered', async () => {
    await pick(page, '公示', '张贴和异议');
    await page.getByRole('button', { name: '登记张贴' }).click();
    const picture = join(place.folder, 'wall.png');
    writeFileSync(picture, Buffer.from(PNG, 'base64'));
    await willOpen(app, picture);
    await page.getByLabel('张贴处').fill('1 号楼大堂公告栏');
    await page.getByRole('button', { name: '选照片' }).click();
    await expect(page.getByRole('button', { name: '照片：wall.png' })).toBeVisible();
    await look('posting-form');
    await page.getByRole('form', { name: '登记张贴' }).getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('table', { name: '张贴记录' })).toContainText('1 号楼大堂公告栏');
    await expect(page.getByRole('img', { name: '1 号楼大堂公告栏的张贴照片' })).toBeVisible();
    await page.getByRole('button', { name: '登记异议' }).click();
    await page.getByLabel('异议内容').fill('电费为什么付给电网的更多？');
    await page.getByRole('form', { name: '登记异议' }).getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByLabel('答复内容').fill('线损由服务费承担，见表。');
    await page.getByRole('form', { name: '答复' }).getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('线损由服务费承担，见表。')).toBeVisible();
    await look('wall');
  });

  await test.step('its code is genuine, a wrong one is not', async () => {
    await pick(page, '公示', '核验');
    await page.getByLabel(/^核验码/).fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '真' })).toBeVisible();
    await look('genuine');
    await page.getByLabel(/^核验码/).fill(`${code.slice(0, -1)}${code.endsWith('X') ? 'Y' : 'X'}`);
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '被改动过' })).toBeVisible();
    await look('altered');
    await pick(page, '公示', '规则');
    await expect(page.getByLabel('张贴工作日')).toHaveValue('30');
    await look('rules');
  });
  expect(draft.version).toBe(1);
});

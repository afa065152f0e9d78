import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../build/paths.mjs';
import { test, willOpen, willSave, type Running } from '../support/e2e-app.ts';
import { findHome, register, tabTo } from '../support/e2e-desk.ts';
import { fenOf, readWorkbook } from '../support/e2e-papers.ts';
import { answerWizard, openTab, pick, rowsOf, usable } from '../support/e2e-steps.ts';

const ROSTER = join(root, 'tests/fixtures/roster.xlsx');

test('the first day, from an empty folder to a verified book', async ({ place }, testInfo) => {
  const running = await place.start({ data: join(place.folder, 'data') });
  const { page } = running;
  await test.step('the wizard', async () => {
    await answerWizard(page, { name: '汇悦新天地' });
    await page.getByRole('button', { name: '下一步' }).click();
    await willOpen(running.app, ROSTER);
    await page.getByRole('button', { name: '导入业主名册' }).click();
  });
  await test.step('the roster', () => importRoster(running, testInfo.outputPath('preview.xlsx')));
});

async function importRoster({ app, page }: Running, saveAs: string): Promise<void> {
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('可导入房屋')).toBeVisible();
  console.log(await page.locator('.roster-summary').innerText());
  console.log(await page.getByRole('radiogroup', { name: '按结果筛选' }).innerText());
  console.log(await rowsOf(page, '名册导入'));
}

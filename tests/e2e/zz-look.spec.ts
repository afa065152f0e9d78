import { join } from 'node:path';
import { test, resize, willSave } from '../support/e2e-app.ts';
import { usable } from '../support/e2e-steps.ts';
import { givenSample, PASSWORD } from '../support/e2e-terminal.ts';

test('look', async ({ place }) => {
  test.setTimeout(400000);
  const data = join(place.folder, 'data');
  givenSample(data, { homes: 855 });
  const running = await place.start({ data, args: ['--user', 'manager'], env: { MINGBAI_PASSWORD: PASSWORD } });
  const { app, page } = running;
  await usable(page, 'desk');
  await resize(running, 1440, 900);
  const shot = async (hash: string, name: string, after?: () => Promise<void>) => {
    await page.evaluate((h) => { window.location.hash = h; }, hash);
    await page.waitForTimeout(1500);
    if (after) { try { await after(); } catch (e) { console.log(name, String(e).slice(0, 300)); } await page.waitForTimeout(800); }
    await page.screenshot({ path: `/tmp/look/${name}.png` });
  };
  await shot('#/parking', 'plan');
  await shot('#/parking?tab=leases', 'leases');
  await shot('#/parking?tab=leases&lease=40', 'lease');
  await shot('#/parking?tab=leases&new=1', 'new-lease');
  await shot('#/parking?tab=charges', 'charges', async () => { await page.getByRole('button', { name: '怎么算的' }).first().click({ timeout: 3000 }); });
  await shot('#/parking?tab=vehicles', 'vehicles');
  await shot('#/parking?tab=vehicles&view=vouchers', 'vouchers', async () => { await page.getByRole('button', { name: '发券' }).click({ timeout: 3000 }); });
  await shot('#/parking?tab=vehicles&view=companies', 'companies', async () => { await page.getByRole('table', { name: '企业' }).locator('tbody tr').first().click({ timeout: 3000 }); });
  await shot('#/parking?tab=subsidy', 'subsidy');
  await shot('#/parking?tab=income', 'income', undefined);
  await page.mouse.wheel(0, 900); await page.waitForTimeout(800); await page.screenshot({ path: '/tmp/look/income2.png' });
  await page.mouse.wheel(0, 2000); await page.waitForTimeout(800); await page.screenshot({ path: '/tmp/look/income3.png' });
  await shot('#/parking?tab=barrier', 'barrier');
  await shot('#/payments?home=860', 'desk-company');
  await shot('#/payments', 'desk');
  await willSave(app, '/tmp/look/lease.pdf');
  await shot('#/parking?tab=leases&lease=400', 'lease-day', async () => { await page.getByRole('button', { name: '租约存为 PDF' }).click({ timeout: 3000 }); await page.waitForTimeout(3000); });
  await willSave(app, '/tmp/look/statement.pdf');
  await shot('#/parking?tab=vehicles&view=companies', 'companies2', async () => { await page.getByRole('table', { name: '企业' }).locator('tbody tr').first().click({ timeout: 3000 }); await page.getByRole('button', { name: '存 PDF', exact: true }).click({ timeout: 3000 }); await page.waitForTimeout(3000); });
  await running.close();
});

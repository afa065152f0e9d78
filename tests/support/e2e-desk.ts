import { expect, type Page } from '@playwright/test';

/** Types into the search box that F2 goes to, and chooses the first match with Enter. Keys only. */
export async function findHome(page: Page, text: string, label: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await expect(page.getByRole('listbox', { name: '找到的' }).getByRole('option').first()).toContainText(label);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: label, exact: true })).toBeVisible();
  await expect(page.locator('tbody input[type=checkbox]').first()).toBeFocused();
}

/** Goes on with Tab until the control of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** Registers what stands on the form with Enter (or without printing), and answers the number of the receipt. */
export async function register(page: Page, { print = true } = {}): Promise<string> {
  await page.keyboard.press(print ? 'Enter' : 'Shift+Enter');
  const answer = page.getByRole('status', { name: '收据' });
  await expect(answer.getByText('✓ 已入账')).toBeVisible();
  // The next customer can be searched at once.
  await expect(page.getByRole('combobox', { name: '查找房屋' })).toBeFocused();
  return (await answer.locator('.receipt-no').textContent()) ?? '';
}

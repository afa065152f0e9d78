import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../build/paths.mjs';
import { resize, type Running } from './e2e-app.ts';

/** Where `npm run demo` leaves what it made. */
export const demoFolder = join(root, 'out/demo');

/** Keeps pictures of a window in the demo's folder, numbered in the order in which they are taken. */
export type Camera = (running: Running, name: string, size?: { width: number; height: number }) => Promise<void>;

const DESK = { width: 1440, height: 900 };

/** A camera that begins with number 01. */
export function openCamera(): Camera {
  mkdirSync(demoFolder, { recursive: true });
  let taken = 0;
  return async (running, name, size = DESK) => {
    taken += 1;
    const { page } = running;
    await resize(running, size.width, size.height);
    await expect(page.locator('.skeleton, .long-wait')).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // The pointer would leave the row that it clicked last marked.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(demoFolder, `${String(taken).padStart(2, '0')}-${name}.png`) });
    if (size !== DESK) await resize(running, DESK.width, DESK.height);
  };
}

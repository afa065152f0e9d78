import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { temporaryFile } from '../support/builders.ts';
import { openOffice, refusal, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let html = '';
beforeAll(async () => {
  const printed = { toPdf: (page: string) => { html = page; return Promise.resolve({ bytes: 1 }); }, toBook: () => Promise.reject(new Error('no book')), toPrinter: () => Promise.resolve(), close: () => undefined };
  office = await openOffice({ estate: false, dataFolder: temporaryFolder(), ports: { print: printed } });
  await office.get('estate.createSample', { homes: 212, years: 1, seed: 7, until: '2026-10', password: 'sample-password' }, { as: null });
}, 120_000);
afterAll(() => office.close());

describe('the board on paper', () => {
  it('carries the figures of the screen', async () => {
    await office.get('board.print', { months: { from: '2026-09', to: '2026-09' }, to: 'pdf', file: temporaryFile('pdf') });
    const board = await office.get('board.summary', { from: '2026-09', to: '2026-09' });
    const money = (fen: number) => `${fen < 0 ? '−' : ''}${(Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
    for (const fen of [board.charging.now.netFen ?? 0, board.parking.now.netFen, board.common.now.balanceFen, board.ageing.totalFen]) expect(html).toContain(money(fen));
    expect(html.match(/<section class="p">/g)).toHaveLength(2);
    expect(html).not.toMatch(/style="/);
  });

  it('has no name, phone, plate, home or firm on it', async () => {
    await office.get('board.print', { months: { from: '2026-01', to: '2026-10' }, to: 'pdf', file: temporaryFile('pdf') });
    const secrets = (await rows<{ word: string }>(office.raw, `select name as word from person where length(name) > 1 union select phone from person where phone <> '' union select label from home union select plate from lease_plate union select plate from vehicle`)).map(({ word }) => word);
    expect(secrets.length).toBeGreaterThan(500);
    const text = html.replace(/<style[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
    expect(secrets.filter((word) => text.includes(word))).toEqual([]);
  });

  it('needs a window, and a place to save to', async () => {
    expect(await office.call('board.print', { to: 'pdf' })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    const terminal = await openOffice();
    expect(await terminal.call('board.print', { to: 'pdf', file: temporaryFile('pdf') })).toEqual(refusal('NEEDS_WINDOW', { endpoint: 'board.print' }));
    await terminal.close();
  });
});

import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { expectNoNames } from '../support/no-names.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

/** A year of the shop in a sample that is large enough to have one. */
let office: TestOffice;
let printed: string[] = [];
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder(), ports: { print: {
    toPdf: (html, _page, file) => { printed.push(html); writeFileSync(file, '%PDF-'); return Promise.resolve({ bytes: 5 }); }, toBook: () => Promise.reject(new Error('a board is no book')), toPrinter: () => Promise.reject(new Error('nobody prints here')), close: () => undefined,
  } } });
  await office.get('estate.createSample', { homes: 220, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
  return () => office.close();
});

describe('the shop of a sample', () => {
  it('gives every month: rent in kind, cheaper food, an income of two villages', async () => {
    const { rows, villages } = await office.get('market.trend', { from: '2025-11', to: '2026-10' });
    expect([...villages].sort()).toEqual(['河湾村', '石板村'].sort());
    expect(rows.every(({ waivedRentFen, salesFen, savingFen, boughtFen, growers }) => waivedRentFen === 441_000 && salesFen > boughtFen && boughtFen > 0 && savingFen > 0 && growers.length === 2)).toBe(true);
    expect((await office.get('market.board', { on: '2026-10-31' })).items).toHaveLength(8);
    expect((await office.get('market.listSuppliers', {})).items).toHaveLength(4);
    expect((await office.get('market.listProducts', {})).items.every(({ leftGrams }) => leftGrams >= 0)).toBe(true);
  });

  it('has a board of villages on paper, where no grower, no shopkeeper and nobody of the estate stands', async () => {
    printed = [];
    await office.get('market.printBoard', { on: '2026-10-31', to: 'pdf', file: temporaryFile('pdf') });
    const [html = ''] = printed;
    expect(html).toContain('石板村');
    const growers = (await office.get('market.listSuppliers', {})).items.flatMap(({ name, maskedPhone }) => [name, maskedPhone.slice(-4)].filter((text) => text !== ''));
    const keepers = (await office.get('market.listAgreements', {})).items.map(({ shopkeeper }) => shopkeeper.replace(/（.*/, ''));
    expect([growers.length >= 4, keepers.length]).toEqual([true, 1]);
    expect([...growers, ...keepers].filter((text) => html.includes(text))).toEqual([]);
    await expectNoNames(office.raw, [html.replace(/<style.*?<\/style>/s, '')]);
  });

  it('sold a little too dear for three days, was checked twice, and answered the one complaint', async () => {
    const { items } = await office.get('market.listSales', { aboveOnly: true });
    expect(items.map(({ on, product }) => [on, product])).toEqual([['2026-09-08', '青椒'], ['2026-09-07', '青椒'], ['2026-09-06', '青椒']]);
    expect((await office.get('market.listInspections', {})).items.map(({ kind, passed }) => [kind, passed])).toEqual([['hygiene', false], ['price', true]]);
    expect((await office.get('market.listComplaints', {})).items).toMatchObject([{ answer: expect.any(String) as string }]);
    // Nothing of it is money of the office.
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });
});

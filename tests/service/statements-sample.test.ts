import { beforeAll, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { expectNoNames } from '../support/no-names.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';
import { recompute, xlsxParts } from '../support/recompute.ts';

/** A year of an estate with hundreds of residents, firms, plates and cards. */
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 240, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
  return () => office.close();
});

it('has the sheets of its closed quarters on the wall, an answer to who asked, and a draft of the month that runs', async () => {
  const { items } = await office.get('statements.list', {});
  expect(items.map(({ number, state }) => [number, state]).sort()).toEqual([['GS-GY-2026-10', 'draft'], ['GS-GY-2026Q2', 'published'], ['GS-GY-2026Q3', 'published'], ['GS-WY-2026-06', 'published'], ['GS-WY-2026-09', 'published']]);
  expect((await office.get('statements.listPostings', {})).items.length).toBe(10);
  const { items: asked, open } = await office.get('statements.listObjections', {});
  expect([asked.length, open]).toEqual([2, 0]);
  for (const { code } of items) if (code !== null) expect(await office.get('statements.verify', { code })).toMatchObject({ state: 'genuine' });
});

it.each([['common', '2026-07', '2026-09'], ['common', '2025-11', '2026-10'], ['fees', '2026-01', '2026-09']] as const)('the %s statement of a sample from %s to %s adds up, computes itself and names nobody', async (kind, from, to) => {
  const { statementId, checks, lines } = await office.get('statements.prepare', { kind, from, to });
  expect(checks.filter(({ name, ok }) => !ok && name !== 'bankEqualsLedger')).toEqual([]);
  expect(lines.length).toBeGreaterThan(6);
  for (const { line, amountFen, entries } of lines) expect(await office.get('statements.drill', { statementId, line, limit: 1 })).toMatchObject({ totalFen: amountFen, count: entries });
  const file = temporaryFile('xlsx');
  await office.get('statements.export', { statementId, format: 'xlsx', file });
  expect(recompute(file).formulas.filter(({ computed, kept }) => computed !== kept)).toEqual([]);
  const { content } = await office.get('statements.get', { statementId });
  await expectNoNames(office.raw, [JSON.stringify(content), ...xlsxParts(file).values()]);
});

import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { run } from '../../db/sql.ts';
import { openFolder, temporaryFolder, openOffice } from '../support/open-office.ts';

it('explore', async () => {
  const office = await openOffice({ estate: false, dataFolder: temporaryFolder() });
  await office.get('estate.createSample', { homes: 240, years: 1, seed: 7, until: '2026-10', password: 'geheim12' } as never, { as: null });
  office.ctx.now = new Date('2026-11-05T02:00:00.000Z');
  const t0 = performance.now();
  const made = await office.get('statements.prepare', { kind: 'common', from: '2026-07', to: '2026-09' });
  const t1 = performance.now();
  console.log(t1 - t0);
  const { content } = await office.get('statements.get', { statementId: made.statementId });
  writeFileSync('/tmp/common.json', JSON.stringify(content, null, 1));
  const t2 = performance.now();
  const fees = await office.get('statements.prepare', { kind: 'fees', from: '2026-01', to: '2026-09' });
  console.log(performance.now() - t2);
  writeFileSync('/tmp/fees.json', JSON.stringify((await office.get('statements.get', { statementId: fees.statementId })).content, null, 1));
  for (const line of made.lines) { const d = await office.get('statements.drill', { statementId: made.statementId, line: line.line, limit: 1000 }); if (d.totalFen !== line.amountFen || d.count !== line.entries) console.log('DIFF', line, d.totalFen); }
  await office.get('statements.export', { statementId: made.statementId, format: 'xlsx', file: '/tmp/common.xlsx' });
  await office.get('statements.export', { statementId: fees.statementId, format: 'xlsx', file: '/tmp/fees.xlsx' });
  await office.close();
}, 120_000);

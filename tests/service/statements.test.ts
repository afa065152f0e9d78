import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenUndoneHistory } from '../support/history.ts';
import { openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice({ dataFolder: temporaryFolder() }); });
afterEach(() => office.close());

describe('a fees statement', () => {
  it('computes the same closing both ways', async () => {
    await givenUndoneHistory(office);
    const made = await office.get('statements.prepare', { kind: 'fees', from: '2026-09', to: '2026-11' });
    const { content } = await office.get('statements.get', { statementId: made.statementId });
    expect(made.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['bankEqualsLedger']);
  });
});

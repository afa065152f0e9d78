import { listAccounts } from '../../../db/queries/books.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { listItemRows } from '../../../db/queries/fee-items.ts';
import { getStatement, insertStatement, lastEntryOf, listVersions, markReviewed, updateDraft } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent } from '../../../shared/contract/statement-content.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { firstDay } from '../../../shared/domain/period.ts';
import { statementNumber } from '../../../shared/domain/statement-code.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { computeStatement, type Asked } from './compute.ts';
import { headOf, readContent } from './head.ts';
import { monthCount, yuan } from './words/amounts.ts';
import { lineTitle } from './words/names.ts';

const MOST_MONTHS = 12;

export const prepareStatement: Handler<'statements.prepare'> = async ({ db, user, now, today }, { kind, from, to }) => {
  await checkMonths(db, { from, to }, today);
  const versions = await listVersions(db, { kind, from, to });
  const [draft, published] = [versions.find((one) => one.published === 0), versions.find((one) => one.published === 1)];
  const [number, version] = [statementNumber(kind, from, to), draft?.version ?? (published?.version ?? 0) + 1];
  const asked: Asked = { kind, from, to, number, version, lastEntry: await lastEntryOf(db), preparedOn: today, preparedBy: user.name, changes: [] };
  const { content: computed, basis } = await computeStatement(db, asked);
  const content = published ? { ...computed, changes: await changesOf(db, await readContent(db, published.statementId), computed) } : computed;
  const kept = { content: canonicalJson(content), basis: canonicalJson(basis), lastEntry: asked.lastEntry, preparedAt: now.toISOString(), preparedOn: today, userId: user.userId, userName: user.name };
  if (draft) await updateDraft(db, draft.statementId, kept);
  const statementId = draft?.statementId ?? await insertStatement(db, { kind, from, to, number, version }, kept);
  const { lines, openingFen, incomeFen, costFen, netFen, interestFen, toMaintenanceFen, subsidyFen, otherFen, closingFen, bankFen, checks } = content;
  return { statementId, version, lines, openingFen, incomeFen, costFen, netFen, interestFen, toMaintenanceFen, subsidyFen, otherFen, closingFen, bankFen, checks };
};

async function checkMonths(db: Db, { from, to }: { from: string; to: string }, today: string): Promise<void> {
  if (from > to) throw new AppError('DATES_REVERSED', { from, to });
  if (monthCount(from, to) > MOST_MONTHS) throw new AppError('STATEMENT_TOO_LONG', { from, to, most: MOST_MONTHS });
  const { opensOn } = await getEstate(db);
  if (from < opensOn.slice(0, 7)) throw new AppError('STATEMENT_BEFORE_OPENING', { from, opensOn });
  if (firstDay(to) > today) throw new AppError('DATE_IN_FUTURE', { date: firstDay(to), today });
}

/** What differs from the version before, line by line, in words. */
async function changesOf(db: Db, before: StatementContent, after: StatementContent): Promise<string[]> {
  const accountNames = new Map((await listAccounts(db)).map(({ account, name }) => [account, name]));
  const itemNames = new Map((await listItemRows(db)).map(({ code, name }) => [code, name]));
  const [old, fresh] = [new Map(before.lines.map((line) => [line.line, line])), new Map(after.lines.map((line) => [line.line, line]))];
  const lines = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), fresh.get(name)];
    const line = other ?? one;
    return line && one?.amountFen !== other?.amountFen ? [`${lineTitle(line, accountNames, itemNames)}：由 ${yuan(one?.amountFen ?? 0)} 元改为 ${yuan(other?.amountFen ?? 0)} 元`] : [];
  });
  const figures = ([['期初余额', 'openingFen'], ['期末余额', 'closingFen'], ['银行对账单余额', 'bankFen']] as const).flatMap(([word, figure]) => (before[figure] === after[figure] ? [] : [`${word}：由 ${yuanOf(before[figure])}改为 ${yuanOf(after[figure])}`]));
  const all = [...lines, ...figures];
  return all.length > 0 ? all : ['金额与上一版相同，重新核对后再公布'];
}

const yuanOf = (fen: number | null): string => (fen === null ? '未录入' : `${yuan(fen)} 元`);

export const reviewStatement: Handler<'statements.review'> = async ({ db, user, now }, { statementId }) => {
  const row = await getStatement(db, statementId);
  if (row.publishedAt !== null) throw new AppError('STATEMENT_PUBLISHED', { number: row.number, version: row.version });
  if (row.preparedById === user.userId) throw new AppError('STATEMENT_OWN_REVIEW', { name: user.name });
  await markReviewed(db, statementId, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return { head: headOf(await getStatement(db, statementId)) };
};

import type { StatementFormat } from '../../shared/contract/statements.ts';
import type { StatementKind } from '../../shared/contract/statement-content.ts';
import { AppError } from '../../shared/errors.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type StatementRow = {
  statementId: number; kind: StatementKind; from: string; to: string; number: string; version: number; lastEntry: number; preparedAt: string; preparedOn: string; preparedById: number | null; preparedBy: string;
  reviewedAt: string | null; reviewedBy: string | null; publishedAt: string | null; publishedBy: string | null; digest: string | null; code: string | null;
  /** The version that was published after it; 0 for none. */ newer: number; /** When a month of it was reopened after it was published, and which. */ reopenedMonth: string | null; reopenedAt: string | null; closedThrough: string | null;
};

const SELECT = `s.statement_id as statementId, s.kind, s.from_month as "from", s.to_month as "to", s.number, s.version, s.last_entry as lastEntry, s.prepared_at as preparedAt, s.prepared_on as preparedOn, s.user_id as preparedById, s.user_name as preparedBy,
  s.reviewed_at as reviewedAt, s.reviewer_name as reviewedBy, s.published_at as publishedAt, s.publisher_name as publishedBy, s.digest, s.code,
  coalesce((select max(n.version) from statement n where n.kind = s.kind and n.from_month = s.from_month and n.to_month = s.to_month and n.version > s.version and n.published_at is not null), 0) as newer,
  r.month as reopenedMonth, r.at as reopenedAt, (select closed_through from period_event order by event_id desc limit 1) as closedThrough`;
/** Reopening a month opens those after it too. */
const FROM = `from statement s left join period_event r on r.event_id = (select min(e.event_id) from period_event e where e.event_id > s.last_event and e.kind = 'reopen' and e.month <= s.to_month)`;

export function listStatements(db: Db, kind: StatementKind | undefined): Promise<StatementRow[]> {
  return rows(db, `select ${SELECT} ${FROM} ${kind === undefined ? '' : 'where s.kind = ?'} order by s.to_month desc, s.from_month, s.kind, s.version desc`, kind === undefined ? [] : [kind]);
}

/** Throws NO_SUCH_STATEMENT. */
export async function getStatement(db: Db, statementId: number): Promise<StatementRow> {
  const found = await row<StatementRow>(db, `select ${SELECT} ${FROM} where s.statement_id = ?`, [statementId]);
  if (!found) throw new AppError('NO_SUCH_STATEMENT', { statementId });
  return found;
}

/** What was kept of a statement: canonical JSON of its content, and of the weights it was split by. */
export async function readKept(db: Db, statementId: number): Promise<{ content: string; basis: string }> {
  return (await row<{ content: string; basis: string }>(db, 'select content, basis from statement where statement_id = ?', [statementId])) ?? { content: '', basis: '' };
}

export type Months = { kind: StatementKind; from: string; to: string };

/** The versions of the same months, the latest first; unique index. */
export function listVersions(db: Db, { kind, from, to }: Months): Promise<{ statementId: number; version: number; published: number }[]> {
  return rows(db, 'select statement_id as statementId, version, published_at is not null as published from statement where kind = ? and from_month = ? and to_month = ? order by version desc', [kind, from, to]);
}

export type Drafted = { content: string; basis: string; lastEntry: number; preparedAt: string; preparedOn: string; userId: number; userName: string };

export async function insertStatement(db: Db, { kind, from, to, number, version }: Months & { number: string; version: number }, draft: Drafted): Promise<number> {
  const made = await row<{ id: number }>(db, `insert into statement (kind, from_month, to_month, number, version, content, basis, last_entry, prepared_at, prepared_on, user_id, user_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning statement_id as id`,
    [kind, from, to, number, version, draft.content, draft.basis, draft.lastEntry, draft.preparedAt, draft.preparedOn, draft.userId, draft.userName]);
  return made?.id ?? 0;
}

/** Computed again, it wants reviewing again. */
export async function updateDraft(db: Db, statementId: number, draft: Drafted): Promise<void> {
  await run(db, 'update statement set content = ?, basis = ?, last_entry = ?, prepared_at = ?, prepared_on = ?, user_id = ?, user_name = ?, reviewed_at = null, reviewer_id = null, reviewer_name = null where statement_id = ?',
    [draft.content, draft.basis, draft.lastEntry, draft.preparedAt, draft.preparedOn, draft.userId, draft.userName, statementId]);
}

type By = { userId: number; userName: string; at: string };

export async function markReviewed(db: Db, statementId: number, by: By): Promise<void> {
  await run(db, 'update statement set reviewed_at = ?, reviewer_id = ?, reviewer_name = ? where statement_id = ?', [by.at, by.userId, by.userName, statementId]);
}

export async function markPublished(db: Db, statementId: number, { digest, code }: { digest: string; code: string }, by: By): Promise<void> {
  await run(db, 'update statement set published_at = ?, publisher_id = ?, publisher_name = ?, digest = ?, code = ?, last_event = coalesce((select max(event_id) from period_event), 0) where statement_id = ?', [by.at, by.userId, by.userName, digest, code, statementId]);
}

/** Hex in, because a blob of the driver's own would go past the types here. */
export async function insertFile(db: Db, statementId: number, format: StatementFormat, bytes: Uint8Array, digest: string): Promise<void> {
  await run(db, 'insert into statement_file (statement_id, format, bytes, digest) values (?, ?, unhex(?), ?)', [statementId, format, Buffer.from(bytes).toString('hex'), digest]);
}

export function findFile(db: Db, statementId: number, format: StatementFormat): Promise<{ bytes: Buffer; digest: string } | undefined> {
  return row(db, 'select bytes, digest from statement_file where statement_id = ? and format = ?', [statementId, format]);
}

/** By the first part of a code (four characters); the unique index finds the stretch. */
export function findByCode(db: Db, first: string): Promise<{ statementId: number; code: string } | undefined> {
  return row(db, `select statement_id as statementId, code from statement where code >= ? and code < ?`, [`${first}-`, `${first}.`]);
}

/** Index: statement_number. */
export function findPublished(db: Db, number: string, version: number): Promise<{ statementId: number } | undefined> {
  return row(db, 'select statement_id as statementId from statement where number = ? and version = ? and published_at is not null', [number, version]);
}

export async function lastEntryOf(db: Db): Promise<number> {
  return (await row<{ last: number | null }>(db, 'select max(entry_id) as last from entry'))?.last ?? 0;
}

export type StatementSettings = { profitCapPermyriad: number | null; phone: string; postingDays: number; holidays: string[] };

/** The settings that hold; undefined until somebody set them. */
export async function findSettings(db: Db): Promise<StatementSettings | undefined> {
  const found = await row<Omit<StatementSettings, 'holidays'> & { holidays: string }>(db, 'select profit_cap_permyriad as profitCapPermyriad, phone, posting_days as postingDays, holidays from statement_setting order by version desc limit 1');
  return found && { ...found, holidays: JSON.parse(found.holidays) as string[] };
}

export async function insertSettings(db: Db, { profitCapPermyriad, phone, postingDays, holidays }: StatementSettings, by: By): Promise<void> {
  await run(db, 'insert into statement_setting (version, profit_cap_permyriad, phone, posting_days, holidays, user_id, user_name, at) select coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ? from statement_setting', [profitCapPermyriad, phone, postingDays, JSON.stringify(holidays), by.userId, by.userName, by.at]);
}

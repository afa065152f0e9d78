import { findFileByDigest, findProfile, findSeenKey } from '../../../db/queries/channel-files.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { daysOf, guessChannel, readStatement } from '../../../shared/domain/channel-file.ts';
import { findBankTable, type BankTable } from '../../../shared/domain/channel-bank.ts';
import type { ChannelLine, ChannelName, ColumnMapping, StatementRows } from '../../../shared/domain/channel-types.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import { readStatementFile } from '../../files/read-statement.ts';

export type PlannedFile = { name: string; digest: string; lines: ChannelLine[]; from: string; to: string; bank: { table: BankTable; profile: string | null; profileId: number | null } | undefined };

/**
 * Reads a file and checks that it may be taken, whole. Throws CHANNEL_FILE_SEEN, CHANNEL_FILE_WRONG_CHANNEL, CHANNEL_COLUMNS_MISSING,
 * CHANNEL_LINE_UNREADABLE, CHANNEL_FILE_TRUNCATED, CHANNEL_FILE_EMPTY, CHANNEL_FILE_WRONG_MONTH, CHANNEL_LINE_SEEN.
 */
export async function planImport(db: Db, today: string, { file, channel, month, mapping }: Input<'channels.import'>): Promise<PlannedFile> {
  const { name, digest, sheets } = await readStatementFile(file);
  const seen = await findFileByDigest(db, digest);
  if (seen) throw new AppError('CHANNEL_FILE_SEEN', { file: seen.name, at: seen.at });
  const { rows, known } = await chooseSheet(db, sheets, channel, mapping);
  const statement = readStatement(rows, channel, { file: name, mapping: mapping ?? known?.mapping });
  const days = daysOf(statement, month === undefined ? undefined : { from: firstDay(month), to: lastDay(month) }, today);
  if (!days) throw new AppError('CHANNEL_FILE_EMPTY', { file });
  const { opensOn } = await getEstate(db);
  const stray = statement.lines.find(({ on }) => on > today || on < opensOn || (month !== undefined && on.slice(0, 7) !== month));
  if (stray) throw new AppError('CHANNEL_FILE_WRONG_MONTH', { month: month ?? today.slice(0, 7), row: stray.row, on: stray.on });
  await refuseSeenLines(db, channel, statement.lines);
  const bank = statement.table && { table: statement.table, profile: known?.name ?? null, profileId: known?.profileId ?? null };
  return { name, digest, lines: statement.lines, ...days, bank };
}

/** The first sheet that is the channel's; of a bank's the one whose heads are remembered, or that has a table at all. */
async function chooseSheet(db: Db, sheets: readonly StatementRows[], channel: ChannelName, mapping: ColumnMapping | undefined): Promise<{ rows: StatementRows; known: Awaited<ReturnType<typeof findProfile>> }> {
  if (channel !== 'bank') return { rows: sheets.find((rows) => guessChannel(rows) === channel) ?? sheets[0] ?? [], known: undefined };
  for (const rows of sheets) {
    const known = mapping === undefined ? await findKnownProfile(db, rows) : undefined;
    if (known) return { rows, known };
  }
  return { rows: sheets.find((rows) => findBankTable(rows, mapping)?.missing.length === 0) ?? sheets[0] ?? [], known: undefined };
}

const HEAD_ROWS = 40;

/** The remembered bank one of whose first rows has exactly its heads. */
export async function findKnownProfile(db: Db, rows: StatementRows): Promise<Awaited<ReturnType<typeof findProfile>>> {
  for (const cells of rows.slice(0, HEAD_ROWS)) {
    const headers = cells.map((cell) => (cell ?? '').trim());
    const known = headers.filter(Boolean).length > 2 ? await findProfile(db, headers) : undefined;
    if (known) return known;
  }
  return undefined;
}

async function refuseSeenLines(db: Db, channel: ChannelName, lines: readonly ChannelLine[]): Promise<void> {
  const seen = await findSeenKey(db, channel, lines.map(({ key }) => key));
  const line = seen && lines.find(({ key }) => key === seen.key);
  if (seen && line) throw new AppError('CHANNEL_LINE_SEEN', { row: line.row, transactionNo: line.transactionNo, file: seen.file });
}

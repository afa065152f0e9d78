import { insertFile, listFiles, saveProfile } from '../../../db/queries/channel-files.ts';
import { listMissing } from '../../../db/queries/channel-entries.ts';
import { listLines } from '../../../db/queries/channels.ts';
import { run } from '../../../db/sql.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findBankTable, guessMapping } from '../../../shared/domain/channel-bank.ts';
import { plainCell } from '../../../shared/domain/channel-cells.ts';
import { guessChannel } from '../../../shared/domain/channel-file.ts';
import { readStatementFile } from '../../files/read-statement.ts';
import type { Context, Handler } from '../../context.ts';
import { itemsOfLines, missingItem } from './list-lines.ts';
import { findKnownProfile, planImport, type PlannedFile } from './plan-import.ts';
import { reconcile } from './reconcile.ts';

type Answer = Awaited<ReturnType<Handler<'channels.import'>>>;

/**
 * Takes a channel's file and reconciles it, or with `commit: false` does just that and takes it back: what the preview shows is what the import
 * will do, since it did it.
 */
export const importStatement: Handler<'channels.import'> = async (context, input) => {
  const plan = await planImport(context.db, context.today, input);
  context.checkCancelled();
  if (input.commit) return writeImport(context, input, plan);
  await run(context.db, 'savepoint preview');
  try {
    return { ...(await writeImport(context, input, plan)), fileId: null };
  } finally {
    await run(context.db, 'rollback to preview');
    await run(context.db, 'release preview');
  }
};

async function writeImport(context: Context, { channel, profile }: Input<'channels.import'>, plan: PlannedFile): Promise<Answer> {
  const { db, user, now } = context;
  const { name, digest, lines, from, to, bank } = plan;
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const bankName = profile ?? bank?.profile ?? null;
  const profileId = bank && bankName !== null ? await saveProfile(db, { name: bankName, headers: bank.table.headers, mapping: bank.table.mapping, ...by }) : null;
  const fileId = await insertFile(db, { channel, name, digest, profileId, from, to, lines: lines.length, ...by }, lines);
  const settled = await reconcile(context, channel);
  const [file] = await listFiles(db, { fileId }, { before: Number.MAX_SAFE_INTEGER, limit: 1 });
  const days = { from: '0000-00-00', to: '9999-99-99' };
  const exceptions = await listLines(db, { ...days, fileId, state: 'exception' }, { after: { on: '', lineId: 0 }, limit: lines.length + 1 });
  const missing = await listMissing(db, { channel, from, to }, { after: { on: '', entryId: 0 }, limit: MISSING_SHOWN });
  const { grossFen = 0, refundFen = 0, feeFen = 0, matched = 0 } = file ?? {};
  return {
    fileId, channel, from, to, lines: lines.length, matched, grossFen, refundFen, feeFen, netFen: lines.reduce((sum, line) => sum + line.amountFen - line.feeFen, 0), settled, profile: bankName,
    exceptions: await itemsOfLines(db, exceptions), missing: missing.map((entry) => missingItem(channel, entry)),
  };
}

const MISSING_SHOWN = 1000;
const SAMPLE_ROWS = 6;

/** Looks into a file without taking it: whose it seems to be, and how a bank's columns could be read. */
export const inspectStatement: Handler<'channels.inspect'> = async ({ db }, { file }) => {
  const { name, sheets } = await readStatementFile(file);
  const rows = sheets.find((each) => guessChannel(each) !== undefined) ?? sheets[0] ?? [];
  const channel = guessChannel(rows) ?? null;
  const known = await findKnownProfile(db, rows);
  const table = findBankTable(rows, known?.mapping) ?? widestRow(rows);
  const width = table.headers.length;
  const sample = rows.slice(table.headerRow).filter((cells) => cells.some((cell) => plainCell(cell) !== '')).slice(0, SAMPLE_ROWS).map((cells) => Array.from({ length: width }, (_, index) => plainCell(cells[index])));
  return { name, channel, headerRow: table.headerRow, headers: table.headers, sample, mapping: table.mapping, missing: table.missing, profile: known?.name ?? null };
};

/** Where no row looks like a bank's head, the first row with the most cells: a person can name its columns. */
function widestRow(rows: Awaited<ReturnType<typeof readStatementFile>>['sheets'][number]): { headerRow: number; headers: string[]; mapping: ReturnType<typeof guessMapping>; missing: string[] } {
  const counts = rows.slice(0, 40).map((cells) => cells.filter((cell) => plainCell(cell) !== '').length);
  const at = Math.max(0, counts.indexOf(Math.max(0, ...counts)));
  const headers = (rows[at] ?? []).map(plainCell);
  return { headerRow: at + 1, headers, mapping: guessMapping(headers), missing: ['date', 'amount'] };
}

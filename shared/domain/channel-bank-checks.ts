import { readFen, truncated } from './channel-cells.ts';
import type { ChannelLine } from './channel-types.ts';

/**
 * Balances must join up: each is the one before it and the row's own amount, whether the bank lists oldest or newest first.
 * Throws CHANNEL_FILE_TRUNCATED at the first row that does not, in the order that fits further.
 */
export function checkBalances(lines: readonly ChannelLine[]): void {
  if (lines.length < 2 || lines.some(({ balanceFen }) => balanceFen === null)) return;
  const down = firstBreak(lines, (before, line) => [(before.balanceFen ?? 0) + line.amountFen, line.balanceFen ?? 0]);
  if (!down) return;
  const up = firstBreak(lines, (before, line) => [(before.balanceFen ?? 0) - before.amountFen, line.balanceFen ?? 0]);
  if (!up) return;
  const { row, expected, found } = up.row > down.row ? up : down;
  throw truncated('balance', row, expected, found);
}

type Break = { row: number; expected: number; found: number };

function firstBreak(lines: readonly ChannelLine[], join: (before: ChannelLine, line: ChannelLine) => [expected: number, found: number]): Break | undefined {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before) continue;
    const [expected, found] = join(before, line);
    if (expected !== found) return { row: line.row, expected, found };
  }
  return undefined;
}

/** Totals at the end of a statement, where it has both sides, must be those of its lines. Throws CHANNEL_FILE_TRUNCATED. */
export function checkBankTotals(lines: readonly ChannelLine[], others: readonly { row: number; text: string; income: string; outgo: string }[]): void {
  for (const { row, text, income, outgo } of others) {
    if (!/合计|总计/.test(text) || /本页|小计/.test(text) || !isAmount(income) || !isAmount(outgo)) continue;
    const sums = [['amount', income, lines.filter(({ amountFen }) => amountFen > 0)], ['refund', outgo, lines.filter(({ amountFen }) => amountFen < 0)]] as const;
    for (const [what, cell, own] of sums) {
      const expected = readFen(cell, { row, column: '合计' });
      const found = own.reduce((sum, line) => sum + Math.abs(line.amountFen), 0);
      if (expected !== found) throw truncated(what, row, expected, found);
    }
  }
}

function isAmount(text: string): boolean {
  return /^[\d,]+(?:\.\d{1,2})?$/.test(text);
}

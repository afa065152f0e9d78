import type { RosterHeader } from './roster-header.ts';
import type { HomeRow } from './roster-home.ts';
import type { RosterFile, RosterHome, RosterIssue } from './roster-types.ts';

type Group = { rows: HomeRow[]; agreed: boolean };

/** A contradiction names so many of the other rows; a column filled with one room would name them all. */
const NAMED_ROWS = 20;

/**
 * Brings the rows of one home together: exact repeats merge into the first; where any two disagree (or one
 * cannot be read) all of them are refused, because nobody can tell which is right. Issues come in row order.
 */
export function settleRepeats(
  rows: readonly HomeRow[], header: RosterHeader,
): Pick<RosterFile, 'homes' | 'merged' | 'issues'> {
  const groups = groupRepeats(rows);
  const homes: RosterHome[] = [];
  const merged: RosterFile['merged'] = [];
  const issues: RosterIssue[] = [];
  for (const row of rows) {
    const { home } = row;
    const group = row.placed ? groups.get(home.label) : undefined;
    const first = group?.rows[0] ?? row;
    if (row.issues.length > 0) issues.push(...row.issues);
    else if (group && !group.agreed) issues.push(contradiction(row, group, header));
    else if (first === row) homes.push(home);
    else merged.push({ row: home.row, intoRow: first.home.row, label: home.label });
  }
  return { homes, merged, issues };
}

/** Groups the rows of homes that come more than once; most homes do not. */
function groupRepeats(rows: readonly HomeRow[]): ReadonlyMap<string, Group> {
  const firsts = new Map<string, HomeRow>();
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (!row.placed) continue;
    const { label } = row.home;
    const first = firsts.get(label);
    if (!first) {
      firsts.set(label, row);
      continue;
    }
    const group = groups.get(label) ?? { rows: [first], agreed: first.issues.length === 0 };
    group.agreed &&= row.issues.length === 0 && sayTheSame(row.home, first.home);
    group.rows.push(row);
    groups.set(label, group);
  }
  return groups;
}

function sayTheSame(left: RosterHome, right: RosterHome): boolean {
  return left.ownerName === right.ownerName && left.phone === right.phone && left.areaDm2 === right.areaDm2
    && left.handoverOn === right.handoverOn && left.status === right.status && left.rateE4 === right.rateE4
    && left.arrearsFen === right.arrearsFen && left.note === right.note;
}

function contradiction({ home, room }: HomeRow, { rows }: Group, header: RosterHeader): RosterIssue {
  const others = rows.slice(0, NAMED_ROWS + 1).filter((other) => other.home.row !== home.row).slice(0, NAMED_ROWS);
  return {
    row: home.row, column: 'room', header: header.headers.room ?? '', value: room, reason: 'CONTRADICTS',
    label: home.label, otherRows: others.map((other) => other.home.row),
  };
}

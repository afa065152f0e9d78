import type { StatementKind, StatementLine } from '../../../shared/contract/statement-content.ts';
import { commonSources } from '../../../shared/domain/common-sources.ts';
import { isIncoming, lineName, placeOf, type Section } from '../../../shared/domain/statement-accounts.ts';
import type { Flow } from './attribute.ts';

const SECTIONS: readonly Section[] = ['income', 'tax', 'energy', 'direct', 'cost', 'interest', 'toMaintenance', 'subsidy', 'other'];
/** The order of the sheet; what residents pay and what the subsidy adds are two rows. */
export const SOURCES: readonly string[] = ['parking-resident', 'parking-subsidy', ...commonSources.filter((source) => source !== 'parking-resident')];

/** One figure for each account and part, in the order of the sheet; lines that came to nothing in every entry are left out. */
export function linesOf(kind: StatementKind, flows: readonly Flow[]): StatementLine[] {
  const lines = new Map<string, StatementLine>();
  for (const { account, part, fen } of flows) {
    const name = lineName(account, part);
    const { section, source } = placeOf(kind, account, part);
    const line = lines.get(name) ?? { line: name, section, source, account, amountFen: 0, entries: 0 };
    line.amountFen += isIncoming(section) ? fen : 0 - fen;
    line.entries += 1;
    lines.set(name, line);
  }
  const place = (list: readonly string[], word: string): number => (list.includes(word) ? list.indexOf(word) : list.length);
  return [...lines.values()].sort((one, other) => place(SECTIONS, one.section) - place(SECTIONS, other.section) || place(SOURCES, one.source) - place(SOURCES, other.source) || (one.line < other.line ? -1 : 1));
}

export const sumLines = (lines: readonly StatementLine[], wanted: (line: StatementLine) => boolean): number => lines.reduce((sum, line) => (wanted(line) ? sum + line.amountFen : sum), 0);
export const bySection = (...sections: readonly Section[]) => (line: StatementLine): boolean => sections.includes(line.section);

/** The figures of a period: what goes out is positive. */
export type Figures = { incomeFen: number; costFen: number; netFen: number; interestFen: number; toMaintenanceFen: number; subsidyFen: number; otherFen: number };

export function figuresOf(lines: readonly StatementLine[]): Figures {
  const [incomeFen, costFen] = [sumLines(lines, bySection('income')), sumLines(lines, bySection('tax', 'energy', 'direct', 'cost'))];
  return { incomeFen, costFen, netFen: incomeFen - costFen, interestFen: sumLines(lines, bySection('interest')), toMaintenanceFen: sumLines(lines, bySection('toMaintenance')), subsidyFen: sumLines(lines, bySection('subsidy')), otherFen: sumLines(lines, bySection('other')) };
}

/** What a period moves the balance by. */
export const movedFen = ({ netFen, interestFen, toMaintenanceFen, subsidyFen, otherFen }: Figures): number => netFen + interestFen - toMaintenanceFen - subsidyFen - otherFen;

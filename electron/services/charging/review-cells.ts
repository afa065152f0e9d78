import type { NewSession } from '../../../db/queries/charging-sessions.ts';
import { momentOfSecond } from '../../../shared/domain/cell-moment.ts';
import { foldCell, type Cell } from '../../../shared/domain/cell-text.ts';
import { sessionColumns, type SessionColumn } from '../../../shared/domain/charging-columns.ts';
import type { SessionLine } from '../../../shared/domain/charging-line.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { kwh } from './judge-line.ts';

export type ReviewCells = Partial<Record<SessionColumn, string>>;

const yuan = (fen: number): string => formatFen(fen, { separators: false });

/** A line's cells in one spelling, whatever the file's: what could be read as it is understood, the rest as it stands. Energy is kWh. */
export function cellsOfLine(line: SessionLine, cells: readonly Cell[], columns: Partial<Record<SessionColumn, number>>): ReviewCells {
  const read: ReviewCells = {
    order: line.orderNo, device: line.device, ...(line.start !== null && { start: momentOfSecond(line.start) }), ...(line.end !== null && { end: momentOfSecond(line.end) }), ...(line.unplugged !== null && { unplugged: momentOfSecond(line.unplugged) }), ...(line.energy !== null && { energy: kwh(line.energy) }),
    ...(line.connector > 0 && { connector: String(line.connector) }), ...amountCells(line), ...Object.fromEntries(line.reported.map(({ code, energy }) => [code, kwh(energy)])), customer: line.customer, plate: line.plate, card: line.card, paidBy: line.paidBy, stop: line.stop,
  };
  const found: ReviewCells = {};
  for (const column of sessionColumns) {
    const place = columns[column];
    const text = read[column] ?? (place === undefined ? '' : foldCell(cells[place]).replace(/\p{Cc}/gu, '').slice(0, 60));
    if (text !== '') found[column] = text;
  }
  return found;
}

/** The same of a session that was taken and is now contradicted. */
export function cellsOfSession(session: NewSession, device: string): ReviewCells {
  const read: ReviewCells = {
    order: session.orderNo, device, connector: String(session.connector), start: momentOfSecond(session.startedAt + LOCAL_SECONDS), end: momentOfSecond(session.endedAt + LOCAL_SECONDS), energy: kwh(session.energy), ...amountCells(session),
    customer: session.customer, plate: session.plate, card: session.card, paidBy: session.paidBy, stop: session.stop,
    // As the platform parted it: it is billed so again.
    ...(session.method === 'reported' && Object.fromEntries(session.lines.map(([code, energy]) => [code, kwh(energy)]))),
  };
  const found: ReviewCells = {};
  for (const column of sessionColumns) {
    const text = read[column] ?? '';
    if (text !== '') found[column] = text;
  }
  return found;
}

function amountCells(one: Pick<SessionLine, 'theirEnergyFen' | 'theirServiceFen' | 'theirFen' | 'prepaidFen' | 'refundFen'>): ReviewCells {
  return {
    ...(one.theirEnergyFen !== null && { theirEnergy: yuan(one.theirEnergyFen) }), ...(one.theirServiceFen !== null && { theirService: yuan(one.theirServiceFen) }), ...(one.theirFen !== null && { theirTotal: yuan(one.theirFen) }),
    ...(one.prepaidFen !== null && { prepaid: yuan(one.prepaidFen) }), ...(one.refundFen !== null && { refund: yuan(one.refundFen) }),
  };
}

const COMPARED = ['order', 'device', 'connector', 'start', 'end', 'energy', 'theirEnergy', 'theirService', 'theirTotal', 'prepaid', 'refund'] as const;

/** What makes two lines of one order the same. */
export function sameAs(cells: ReviewCells): string {
  return JSON.stringify(COMPARED.map((column) => cells[column] ?? ''));
}

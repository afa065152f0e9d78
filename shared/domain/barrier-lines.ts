import { readDirection, readPlateCell, type PlateCell } from './barrier-cells.ts';
import type { BarrierTable } from './barrier-columns.ts';
import { readMoment } from './cell-moment.ts';
import type { BarrierLine } from './barrier-types.ts';
import { foldCell, remembering, tightCell, type Cell } from './cell-text.ts';

/** Below the lines some systems print sums, pages and who exported them. */
const NO_LINE = /^(?:合计|总计|小计|共计|共\d+(?:条|辆|笔|行)|(?:导出|制表|打印|统计|查询)(?:时间|人|日期|条件)|(?:备注|说明|注)[::]|第\d+页|[-=_*]{2,}$)/;

/**
 * Reads the lines below the head: every row that has anything and is no sum, page end or second head is a line, faulty or not.
 * `now` is the local moment; what lies after it is in the future.
 */
export function readBarrierLines({ rows, headerRow, columns, shape }: BarrierTable, now: string): BarrierLine[] {
  const lines: BarrierLine[] = [];
  const head = (rows[headerRow - 1] ?? []).map(tightCell).join('|');
  const plateHead = tightCell(rows[headerRow - 1]?.[columns.plate ?? 0]);
  const read = shape === 'stays' ? stayLine : passageLine;
  const plateOf = remembering(readPlateCell);
  for (let index = headerRow; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    const first = cells.find((cell) => tightCell(cell) !== '');
    if (first === undefined) continue;
    if (NO_LINE.test(tightCell(first)) || (tightCell(cells[columns.plate ?? 0]) === plateHead && cells.map(tightCell).join('|') === head)) continue;
    const cell = (field: keyof BarrierTable['columns']): Cell => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
    lines.push(withFuture(read(cell, plateOf(cell('plate')), index + 1), now));
  }
  return lines;
}

type CellOf = (field: keyof BarrierTable['columns']) => Cell;

function stayLine(cell: CellOf, { plate, fault }: PlateCell, row: number): BarrierLine {
  const [inAt, outAt] = [readMoment(cell('in')), readMoment(cell('out'))];
  const lane = [...new Set([cell('laneIn'), cell('laneOut'), ...(cell('laneIn') ?? cell('laneOut') ? [] : [cell('lane')])].map(foldCell))].filter(Boolean).join(' → ').slice(0, 60);
  const raw = () => [plate, foldCell(cell('in')), foldCell(cell('out')), lane].join('|').slice(0, 300);
  const line = { row, plate, inAt: inAt === undefined || inAt === '' ? null : inAt, outAt: outAt === undefined || outAt === '' ? null : outAt, lane };
  if (fault) return { ...line, fault, value: plate, raw: raw() };
  if (inAt === undefined || outAt === undefined || (inAt === '' && outAt === '')) return { ...line, fault: 'TIME_UNREADABLE', value: foldCell(inAt === undefined ? cell('in') : cell('out')).slice(0, 60), raw: raw() };
  if (inAt === '') return { ...line, fault: 'ENTRY_LOST', value: outAt, raw: '' };
  if (outAt === '') return { ...line, fault: 'EXIT_LOST', value: inAt, raw: '' };
  if (outAt < inAt) return { ...line, fault: 'EXIT_BEFORE_ENTRY', value: `${inAt} → ${outAt}`, raw: '' };
  return { ...line, fault: null, value: '', raw: '' };
}

function passageLine(cell: CellOf, { plate, fault }: PlateCell, row: number): BarrierLine {
  const at = readMoment(cell('at'));
  const lane = foldCell(cell('lane') ?? cell('laneIn') ?? cell('laneOut')).slice(0, 60);
  // Without a direction, or one that says both, the lane may tell: 东门入口.
  const direction = readDirection(cell('direction')) ?? readDirection(lane);
  const raw = [plate, foldCell(cell('at')), foldCell(cell('direction')), lane].join('|').slice(0, 300);
  const time = at === undefined || at === '' ? null : at;
  const line = { row, plate, inAt: direction === 'out' ? null : time, outAt: direction === 'out' ? time : null, lane };
  if (fault) return { ...line, fault, value: plate, raw };
  if (time === null) return { ...line, fault: 'TIME_UNREADABLE', value: foldCell(cell('at')).slice(0, 60), raw };
  if (direction === undefined) return { ...line, fault: 'DIRECTION_UNREADABLE', value: foldCell(cell('direction') ?? lane).slice(0, 60), raw };
  return { ...line, fault: null, value: '', raw: '' };
}

function withFuture(line: BarrierLine, now: string): BarrierLine {
  const late = [line.inAt, line.outAt].find((at) => at !== null && at > now);
  return late !== undefined && line.raw === '' ? { ...line, fault: 'IN_FUTURE', value: late ?? '' } : line;
}

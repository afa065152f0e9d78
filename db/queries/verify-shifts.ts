import { rows, type Db } from '../sql.ts';
import { APART } from './shift-facts.ts';
import type { Problem } from './verify.ts';

type ShiftTotals = {
  no: string; expectedFen: number; countedFen: number; bankedFen: number; totalFen: number; report: string;
  /** What the entries say: cash taken less given beyond the float, over or short, banked, and all money. */
  postedExpectedFen: number; postedOverShortFen: number; postedBankedFen: number; postedTotalFen: number;
};

const SUMS = `coalesce(sum(case when p.account = '1001' and e.kind not in ${APART} then p.amount_fen end), 0) as cash,
  coalesce(sum(case when p.account = '1001' and e.kind = 'shift' then p.amount_fen end), 0) as difference, -coalesce(sum(case when p.account = '1001' and e.kind = 'banking' then p.amount_fen end), 0) as banked,
  coalesce(sum(case when e.kind not in ${APART} then p.amount_fen end), 0) as total`;
// Covers stay outside, each one range of the entries' primary key, and postings are found by their entry (as in shift-facts.ts).
const postedIn = (cover: string, key: string): string => `select c.${key}, ${SUMS} from ${cover} c cross join entry e cross join posting p
  where e.entry_id > c.from_entry and e.entry_id <= c.to_entry and e.user_id = c.user_id and p.entry_id = e.entry_id and (p.account || '') in ('1001', '1012.01', '1012.02', '1002.01') group by c.${key}`;

/** Closed shifts and days whose frozen totals are not what their entries come to, and shifts that count an entry twice. */
export async function wrongShifts(db: Db): Promise<Problem[]> {
  const shifts = await rows<ShiftTotals>(db, `with closed as (select * from shift where closed_at is not null), posted as (${postedIn('closed', 'shift_id')})
    select s.report_no as no, s.expected_fen as expectedFen, s.counted_fen as countedFen, s.banked_fen as bankedFen, s.total_fen as totalFen, s.report, s.float_fen + coalesce(t.cash, 0) as postedExpectedFen,
      coalesce(t.difference, 0) as postedOverShortFen, coalesce(t.banked, 0) as postedBankedFen, coalesce(t.total, 0) as postedTotalFen from closed s left join posted t on t.shift_id = s.shift_id`);
  const days = await rows<ShiftTotals>(db, `with cover as (select d.on_date, s.user_id, s.from_entry, s.to_entry from day_close_shift d join shift s using (shift_id) union all select on_date, user_id, from_entry, to_entry from day_close_user),
      posted as (${postedIn('cover', 'on_date')}), counted as (select d.on_date, sum(s.counted_fen - s.expected_fen) as difference, sum(s.banked_fen) as banked from day_close_shift d join shift s using (shift_id) group by d.on_date)
    select d.report_no as no, 0 as expectedFen, d.over_short_fen as countedFen, d.banked_fen as bankedFen, d.total_fen as totalFen, d.report, 0 as postedExpectedFen,
      coalesce(c.difference, 0) as postedOverShortFen, coalesce(c.banked, 0) as postedBankedFen, coalesce(t.total, 0) as postedTotalFen from day_close d left join posted t on t.on_date = d.on_date left join counted c on c.on_date = d.on_date`);
  const twice = await rows<Problem>(db, `with cover as (select user_id, from_entry, to_entry, report_no as no from shift where to_entry is not null union all select u.user_id, u.from_entry, u.to_entry, d.report_no from day_close_user u join day_close d using (on_date)),
      next as (select no, from_entry, lag(to_entry) over (partition by user_id order by to_entry, from_entry) as before from cover)
    select 'SHIFT' as kind, no as subject, from_entry || ' < ' || before as detail from next where from_entry < before`);
  return [...shifts.flatMap(problemsOf), ...days.flatMap(problemsOf), ...twice];
}

function problemsOf(shift: ShiftTotals): Problem[] {
  const pairs = [
    [shift.expectedFen, shift.postedExpectedFen], [shift.countedFen - shift.expectedFen, shift.postedOverShortFen], [shift.bankedFen, shift.postedBankedFen], [shift.totalFen, shift.postedTotalFen],
    ...frozenPairs(shift),
  ];
  return pairs.filter(([frozen, posted]) => frozen !== posted).slice(0, 1).map(([frozen, posted]) => ({ kind: 'SHIFT', subject: shift.no, detail: `${String(frozen)} ≠ ${String(posted)}` }));
}

/** The paper must say what the row says, and its matrix must sum to its foot. */
function frozenPairs({ no, bankedFen, totalFen, countedFen, expectedFen, report }: ShiftTotals): [unknown, unknown][] {
  const paper = readPaper(report);
  if (!paper) return [['?', no]];
  return [[paper.reportNo, no], [paper.bankedFen, bankedFen], [paper.overShortFen, countedFen - expectedFen], [paper.totals.totalFen, totalFen], [paper.matrix.reduce((sum, row) => sum + row.byMethod.totalFen, 0), totalFen]];
}

type Paper = { reportNo: string; bankedFen: number; overShortFen: number; totals: { totalFen: number }; matrix: { byMethod: { totalFen: number } }[] };

/** Undefined for what nobody of ours wrote. */
function readPaper(report: string): Paper | undefined {
  try {
    return JSON.parse(report) as Paper;
  } catch {
    return undefined;
  }
}

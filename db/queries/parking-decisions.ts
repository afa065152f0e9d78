import { row, rows, type Db } from '../sql.ts';

export type DecisionRow = {
  decisionId: number; from: string; marketFen: number; residentFen: number; daytimeFen: number; shareE6: number; resolutionNo: string; resolutionOn: string | null; note: string;
  commonSpaces: number; residentLeases: number; yearDaytimeFen: number; yearSubsidyFen: number; by: string; at: string;
};

/** Decisions on prices, the latest first. */
export function listDecisionRows(db: Db): Promise<DecisionRow[]> {
  return rows(db, `select decision_id as decisionId, from_on as "from", market_fen as marketFen, resident_fen as residentFen, daytime_fen as daytimeFen, share_e6 as shareE6, resolution_no as resolutionNo, resolution_on as resolutionOn, note,
      common_spaces as commonSpaces, resident_leases as residentLeases, year_daytime_fen as yearDaytimeFen, year_subsidy_fen as yearSubsidyFen, user_name as "by", at from parking_decision order by decision_id desc`);
}

/** Keeps a decision with the year that it was decided on; answers its number. */
export async function insertDecision(db: Db, one: Omit<DecisionRow, 'decisionId'> & { userId: number }): Promise<number> {
  const made = await row<{ id: number }>(db, `insert into parking_decision (from_on, market_fen, resident_fen, daytime_fen, share_e6, resolution_no, resolution_on, note, common_spaces, resident_leases, year_daytime_fen, year_subsidy_fen, user_id, user_name, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning decision_id as id`,
  [one.from, one.marketFen, one.residentFen, one.daytimeFen, one.shareE6, one.resolutionNo, one.resolutionOn, one.note, one.commonSpaces, one.residentLeases, one.yearDaytimeFen, one.yearSubsidyFen, one.userId, one.by, one.at]);
  return made?.id ?? 0;
}

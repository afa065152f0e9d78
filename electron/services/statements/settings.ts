import { getEstate } from '../../../db/queries/estate.ts';
import { findSettings, insertSettings, type StatementSettings } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import type { Handler } from '../../context.ts';

/** Thirty working days on the wall (domain.md 8), the office's telephone, no cap on profit. */
const POSTING_DAYS = 30;

export async function readSettings(db: Db): Promise<StatementSettings> {
  return (await findSettings(db)) ?? { profitCapPermyriad: null, phone: (await getEstate(db)).phone, postingDays: POSTING_DAYS, holidays: [] };
}

export const statementSettings: Handler<'statements.settings'> = ({ db }) => readSettings(db);

export const setStatementSettings: Handler<'statements.setSettings'> = async ({ db, user, now }, { holidays, ...settings }) => {
  await insertSettings(db, { ...settings, holidays: [...new Set(holidays)].sort() }, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return {};
};

import { insertAttachments, type Evidence } from '../../../db/queries/attachments.ts';
import { findInstalment } from '../../../db/queries/cost-contracts.ts';
import { costSetting, findCost, heldFen, insertCost, type NewCostLine } from '../../../db/queries/costs.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { takeNumber } from '../../../db/queries/payments.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { bankAccounts } from '../../../shared/domain/common-sources.ts';
import { allocate, fundFits, hasTargets, isCost, moneyAccounts, targetAccount, targetWord, type CostFund, type CostKind } from '../../../shared/domain/cost-target.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { readEvidence } from './evidence.ts';

export const COST_SERIES = 'FY';

type CostInput = Input<'costs.register'>;
type Written = Output<'costs.register'>;

export const registerCost: Handler<'costs.register'> = async (context, input) => (await findRegistered(context, input)) ?? writeCost(context, input, await readEvidence(input.attachments));

/** What an earlier call of the same form made. Throws COST_ID_REUSED. */
async function findRegistered({ db }: Context, input: CostInput): Promise<Written | undefined> {
  const earlier = await findCost(db, input.costId);
  if (!earlier) return undefined;
  if (earlier.form !== formOf(input)) throw new AppError('COST_ID_REUSED', { costId: input.costId });
  const { costId, costNo, amountFen, state } = earlier;
  return { costId, costNo, amountFen, state };
}

const formOf = ({ costId: _, ...form }: CostInput): string => JSON.stringify(form);

/** Checks a voucher by every rule and keeps it with its files; the ledger hears of it when it is approved. */
export async function writeCost(context: Context, input: CostInput, files: readonly Evidence[]): Promise<Written> {
  const { db, user, now, today } = context;
  const { costId, kind, fund, paidOn, payee, what, invoiceNo, resolution, instalmentId = null } = input;
  await checkDay(db, paidOn, today);
  if (!fundFits(kind, fund)) throw new AppError('COST_FUND', { kind, fund });
  const { account, toAccount } = accountsOf(input);
  const lines = linesOf(input, toAccount);
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  if (kind === 'maintenance' && resolution === undefined) throw new AppError('COST_NEEDS_RESOLUTION', { kind });
  await checkHeld(db, { kind, fund, account, paidOn, amountFen });
  if (instalmentId !== null) await checkInstalment(db, instalmentId, { kind, fund, amountFen, accounts: lines.map((line) => line.account) });
  const { evidenceAboveFen } = await costSetting(db);
  if (isCost(kind) && amountFen > evidenceAboveFen && files.length === 0) throw new AppError('COST_NEEDS_EVIDENCE', { amountFen, limitFen: evidenceAboveFen });
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const costNo = await takeNumber(db, COST_SERIES, today);
  await insertAttachments(db, files, by);
  await insertCost(db, { costId, costNo, kind, fund, paidOn, account, toAccount, payee, what, invoiceNo, resolutionNo: resolution?.number ?? '', resolutionOn: resolution?.on ?? null, amountFen, instalmentId, form: formOf(input) }, lines, files, by);
  return { costId, costNo, amountFen, state: 'waiting' };
}

/** Throws COST_IN_FUTURE, DATE_BEFORE_OPENING, PERIOD_CLOSED. */
async function checkDay(db: Db, paidOn: string, today: string): Promise<void> {
  if (paidOn > today) throw new AppError('COST_IN_FUTURE', { on: paidOn });
  const { opensOn } = await getEstate(db);
  if (paidOn < opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: paidOn, opensOn });
  await checkOpen(db, paidOn);
}

/** Where the money is, and for a transfer where it goes. Throws COST_ACCOUNT. */
function accountsOf({ kind, fund, account = bankAccounts[fund], toAccount }: CostInput): { account: string; toAccount: string | null } {
  const known = moneyAccounts[fund];
  if (!known.includes(account)) throw new AppError('COST_ACCOUNT', { account, fund });
  if (kind !== 'transfer') return { account, toAccount: null };
  const target = toAccount ?? '';
  if (!known.includes(target) || target === account) throw new AppError('COST_ACCOUNT', { account: target, fund });
  return { account, toAccount: target };
}

/** One line for each target: an item's shares are parts of its amount. Throws COST_TARGET, COST_POST. */
function linesOf({ kind, fund, lines }: CostInput, toAccount: string | null): NewCostLine[] {
  return lines.flatMap(({ to, shares, amountFen, what, post, headcount }, index): NewCostLine[] => {
    const item = index + 1;
    const paid = kind === 'payroll';
    if (paid !== (post !== '' && headcount !== undefined) || (!paid && (post !== '' || headcount !== undefined))) throw new AppError('COST_POST', { line: item });
    const own = { item, what, post, headcount: headcount ?? 0 };
    if (!hasTargets(kind)) {
      const account = kind === 'transfer' ? toAccount : targetAccount(kind, fund, undefined);
      if (to !== undefined || shares !== undefined || account === null || account === undefined) throw new AppError('COST_TARGET', { line: item, kind, fund });
      return [{ ...own, account, target: '', share: 1, amountFen }];
    }
    const one = to ?? (paid && fund === 'property' && shares === undefined ? { feeCost: 'staff' as const } : undefined);
    if ((one === undefined) === (shares === undefined)) throw new AppError('COST_TARGET', { line: item, kind, fund });
    const parts = shares ?? (one === undefined ? [] : [{ to: one, share: 1 }]);
    return allocate(amountFen, parts).map((part, place) => {
      const account = targetAccount(kind, fund, part.to);
      if (account === undefined) throw new AppError('COST_TARGET', { line: item, kind, fund });
      // People are counted once, on the first part.
      return { ...own, headcount: place === 0 ? own.headcount : 0, account, target: targetWord(part.to), share: part.share, amountFen: part.amountFen };
    });
  });
}

/** Neither the maintenance fund nor another account gets more than there is. Throws COST_EXCEEDS_FUND. */
export async function checkHeld(db: Db, { kind, fund, account, paidOn, amountFen }: { kind: CostKind; fund: CostFund; account: string; paidOn: string; amountFen: number }): Promise<void> {
  if (kind !== 'maintenance' && kind !== 'transfer') return;
  const balanceFen = await heldFen(db, account, fund, paidOn);
  if (amountFen > balanceFen) throw new AppError('COST_EXCEEDS_FUND', { account, amountFen, balanceFen });
}

/** A voucher that settles an instalment is it: same way, same amount, same account, and the first. Throws NO_SUCH_INSTALMENT, COST_INSTALMENT_PAID, COST_INSTALMENT_DIFFERS. */
async function checkInstalment(db: Db, instalmentId: number, { kind, fund, amountFen, accounts }: { kind: CostKind; fund: CostFund; amountFen: number; accounts: readonly string[] }): Promise<void> {
  const found = await findInstalment(db, instalmentId);
  if (!found) throw new AppError('NO_SUCH_INSTALMENT', { instalmentId });
  const { code, no, costNo, direction, amountFen: dueFen } = found;
  if (costNo !== null) throw new AppError('COST_INSTALMENT_PAID', { code, no, costNo });
  const sameWay = direction === 'income' ? kind === 'income' : isCost(kind);
  const what = !sameWay || found.fund !== fund ? 'direction' : amountFen !== dueFen ? 'amount' : accounts.some((account) => account !== found.account) ? 'target' : undefined;
  if (what !== undefined) throw new AppError('COST_INSTALMENT_DIFFERS', { code, no, what, amountFen, dueFen });
}

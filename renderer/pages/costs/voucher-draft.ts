import type { CallInput } from '../../../shared/contract/index.ts';
import { fundFits, hasTargets, targetsOf, targetWord, type CostFund, type CostKind } from '../../../shared/domain/cost-target.ts';
import { splitFen } from '../../../shared/domain/fee-split.ts';
import { parseYuan } from '../../../shared/domain/money.ts';

type CostInput = CallInput<'costs.register'>;
export type TargetDraft = { key: number; word: string | undefined; share: string };
export type LineDraft = { key: number; targets: TargetDraft[]; amount: string; what: string; post: string; headcount: string };
export type VoucherDraft = { kind: CostKind; fund: CostFund; paidOn: string | undefined; payee: string; what: string; invoiceNo: string; account: string; resolutionNo: string; resolutionOn: string | undefined; instalmentId: number | undefined; lines: LineDraft[]; files: string[] };

export const OTHER_ACCOUNT: Readonly<Record<string, string>> = { '1002.01': '1002.02', '1002.02': '1002.01' };
let lastKey = 0;
export const nextKey = (): number => (lastKey += 1);
export const newTarget = (word?: string): TargetDraft => ({ key: nextKey(), word, share: '1' });
export const newLine = (word?: string, amount = ''): LineDraft => ({ key: nextKey(), targets: [newTarget(word)], amount, what: '', post: '', headcount: '' });
export const homeAccount = (fund: CostFund): string => (fund === 'property' ? '1002.01' : '1002.02');

export function newDraft(today: string): VoucherDraft {
  return { kind: 'purchase', fund: 'property', paidOn: today, payee: '', what: '', invoiceNo: '', account: homeAccount('property'), resolutionNo: '', resolutionOn: undefined, instalmentId: undefined, lines: [newLine()], files: [] };
}

/** Another kind or fund: what was chosen stays where it still fits. */
export function changeKind(draft: VoucherDraft, kind: CostKind, fund: CostFund): VoucherDraft {
  const fits = fundFits(kind, fund) ? fund : 'common';
  const words = targetsOf(kind, fits).map(targetWord);
  const keep = (target: TargetDraft): TargetDraft => ({ ...target, word: target.word !== undefined && words.includes(target.word) ? target.word : kind === 'payroll' && fits === 'property' ? 'fee.staff' : undefined });
  const moved = fits !== draft.fund || kind === 'transfer' || draft.kind === 'transfer';
  const account = kind === 'transfer' ? '1002.01' : moved ? homeAccount(fits) : draft.account;
  const lines = hasTargets(kind) ? draft.lines.map((line) => ({ ...line, targets: line.targets.map(keep) })) : draft.lines.slice(0, 1).map((line) => ({ ...line, targets: [newTarget()] }));
  return { ...draft, kind, fund: fits, account, lines, instalmentId: undefined };
}

export const readAmount = (text: string): number | undefined => { const fen = parseYuan(text); return fen !== undefined && fen > 0 ? fen : undefined; };
export const readCount = (text: string): number | undefined => (/^[1-9]\d{0,5}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC').trim()) : undefined);

/** What each target of a line gets; undefined while a share or the amount is none. */
export function partsOf({ targets, amount }: LineDraft): (number | undefined)[] {
  const [fen, shares] = [readAmount(amount), targets.map(({ share }) => readCount(share))];
  if (fen === undefined || shares.includes(undefined)) return targets.map(() => undefined);
  return splitFen(fen, shares.map((share) => share ?? 1));
}

function lineOf({ kind, fund }: VoucherDraft, { targets, amount, what, post, headcount }: LineDraft): CostInput['lines'][number] | undefined {
  const amountFen = readAmount(amount);
  const known = targetsOf(kind, fund);
  const chosen = targets.map(({ word, share }) => ({ to: known.find((to) => targetWord(to) === word), share: readCount(share) }));
  const people = kind === 'payroll' ? { post: post.trim(), headcount: readCount(headcount) } : undefined;
  if (amountFen === undefined || (people && (people.post === '' || people.headcount === undefined))) return undefined;
  const own = { amountFen, what: what.trim(), ...(people && { post: people.post, headcount: people.headcount ?? 1 }) };
  if (!hasTargets(kind)) return own;
  const complete = chosen.flatMap(({ to, share }) => (to && share !== undefined ? [{ to, share }] : []));
  if (complete.length !== chosen.length) return undefined;
  const [first] = complete;
  return complete.length === 1 && first ? { ...own, to: first.to } : { ...own, shares: complete };
}

/** The call that a draft makes; undefined while something is missing. */
export function inputOf(draft: VoucherDraft, costId: string): CostInput | undefined {
  const { kind, fund, paidOn, payee, what, invoiceNo, account, resolutionNo, resolutionOn, instalmentId, files } = draft;
  const lines = draft.lines.flatMap((line) => lineOf(draft, line) ?? []);
  if (paidOn === undefined || payee.trim() === '' || what.trim() === '' || lines.length !== draft.lines.length) return undefined;
  if (kind === 'maintenance' && (resolutionNo.trim() === '' || resolutionOn === undefined)) return undefined;
  return {
    costId, kind, fund, paidOn, payee, what, invoiceNo, account, lines, attachments: files,
    ...(kind === 'transfer' && { toAccount: OTHER_ACCOUNT[account] ?? '' }), ...(instalmentId !== undefined && { instalmentId }), ...(kind === 'maintenance' && { resolution: { number: resolutionNo, on: resolutionOn ?? '' } }),
  };
}

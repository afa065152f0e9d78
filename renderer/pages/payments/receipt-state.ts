/** What a receipt is worth today and what may still be done with it, as values. Main decides again on every call. */
import type { Output } from '../../../shared/contract/index.ts';
import type { Role } from '../../../shared/contract/define.ts';

export type ReceiptItem = Output<'payments.list'>['items'][number];
export type ReceiptState = 'normal' | 'void' | 'reversal' | 'refund' | 'part';

/** `part`: some of its money was given back; the other states but `normal` undo it whole. */
export function stateOf({ reversalKind, refundedFen }: Pick<ReceiptItem, 'reversalKind' | 'refundedFen'>): ReceiptState {
  return reversalKind ?? (refundedFen > 0 ? 'part' : 'normal');
}

/** In the order in which they are shown; `V R F I` are their keys. */
export const receiptActions = ['void', 'reverse', 'refund', 'invoice'] as const;
export type ReceiptAction = (typeof receiptActions)[number];
export const ACTION_KEYS: Record<ReceiptAction, string> = { void: 'V', reverse: 'R', refund: 'F', invoice: 'I' };

/**
 * What a role may do with a receipt: void it before the close, afterwards reverse it, give money back, mark the
 * invoice that replaced it. What was undone whole or given back in full allows nothing more.
 */
export function actionsOf(item: Pick<ReceiptItem, 'reversalKind' | 'refundedFen' | 'amountFen' | 'invoiceNo' | 'voidable'>, role: Role): ReceiptAction[] {
  if (item.reversalKind !== null || item.refundedFen >= item.amountFen) return [];
  const may: Record<ReceiptAction, boolean> = {
    void: item.voidable && (role === 'cashier' || role === 'manager'),
    reverse: !item.voidable && item.refundedFen === 0 && role === 'manager',
    refund: role === 'manager',
    invoice: item.invoiceNo === null && role !== 'auditor',
  };
  return receiptActions.filter((action) => may[action]);
}

/** The action of a key on a receipt; undefined where it has none or may not. */
export function actionOfKey(key: string, allowed: readonly ReceiptAction[]): ReceiptAction | undefined {
  return allowed.find((action) => ACTION_KEYS[action] === key.toUpperCase());
}

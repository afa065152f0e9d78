/** A change of owner: bills of periods that began before `on` stay with the seller or pass to the buyer. */
export type OwnerChange = { on: string; arrears: 'seller' | 'buyer' };

/**
 * The change after which a bill stayed a debt of that change's sellers; undefined: the present owners owe it.
 * `changes` are of the bill's home in their order. A period that began on the day or later was the buyer's from
 * the first; one that had begun goes with each buyer who took the arrears over, until a seller kept them. An empty
 * period (opening arrears) is owed for the time before its day.
 * @example debtorOf({ from: '2026-05-01', to: '2026-06-01' }, [{ on: '2026-05-10', arrears: 'seller' }]) // that change
 */
export function debtorOf<Change extends OwnerChange>(bill: { from: string; to: string }, changes: readonly Change[]): Change | undefined {
  return changes.find(({ on, arrears }) => arrears === 'seller' && (bill.from < on || bill.to <= on));
}

import type { English } from '../english.ts';
import type { deposits as zh } from '../zh/deposits.ts';

/** Deposits: taken at the desk, held, returned or retained. */
export const deposits: English<typeof zh> = {
  title: 'Deposits', take: 'Take a deposit', takePrint: 'Take and print', takeNote: 'A deposit is money to be returned, not income; its receipts are numbered YJ.', backToBills: 'Back to bills', amount: 'Amount', kind: 'Kind', kinds: { renovation: 'Renovation', card: 'Access card', other: 'Other' }, ofLease: 'Parking deposit {{space}} ¥{{amount}}', noteHint: 'e.g. renovation until, card no.', receipt: 'Deposit receipt', heldIs: 'Held of this home: {{amount}}',
  search: 'Find a deposit', searchHint: 'Number / room / payer', every: 'also those returned', rows: '{{count, number}} deposits', rows_one: '{{count, number}} deposit', none: 'No deposits yet', noneHeld: 'No deposits are held', noneNote: 'At the desk, find a home and press D to take one.',
  receivedOn: 'Received on', returned: 'Returned ¥', retained: 'Retained ¥', held: 'Held ¥', heldTag: 'held', settled: 'settled', returns: 'Returned and retained', returnNo: 'Number', toPayee: 'to {{name}}', printReceipt: 'Print receipt', printReturn: 'Print slip {{no}}',
  giveBack: 'Return it', giveBackAmount: 'Return ¥', retain: 'Retain ¥', retainReason: 'Why it is retained', confirm: 'Return {{amount}}', returnNote: 'Without an amount, all of it.', retainNote: '{{amount}} becomes income; the reason is printed on the slip.',
};

import type { English } from '../english.ts';
import type { chargingChanges as zh } from '../zh/charging-changes.ts';

/** Corrections and refunds of a session. */
export const chargingChanges: English<typeof zh> = {
  correct: 'Correct', refund: 'Refund', print: 'Print explanation', savePdf: 'Save PDF', printed: 'Sent to the printer', pdfName: 'Charging bill {{order}}',
  list: 'Corrections and refunds', on: 'Date', kind: 'What', amount: 'Change ¥', by: 'By', reasonOf: '{{reason}} ({{by}})', entry: 'Entry {{no}}', kinds: { correction: 'Correction', refund: 'Refund' },
  stands: 'Stands at ¥{{amount}}', corrected: 'Billed so since the correction', at: 'Running at', atHint: '2026-09-16 20:30', badMoment: 'Write 2026-09-16 20:30',
  start: 'Start', end: 'End', energy: 'Energy (kWh)', reason: 'Reason (needed)', note: 'Billed anew by the tariff of that time; the difference is posted today, and the old entry stands.', trial: 'Now ¥{{stands}}, then ¥{{becomes}}; {{amount}} is posted today.', same: 'Nothing is changed yet.', badEnergy: 'Write kWh such as 22.9980', doCorrect: 'Correct it', doRefund: 'Refund it', leave: 'Leave',
  refundAmount: 'Refund ¥', refundNote: 'At most ¥{{most}}. The service fee goes back first, then idle and parking, the energy charge last; the money goes through the platform.', badAmount: 'Write an amount such as 5.99, at most ¥{{most}}', changed: 'Corrections and refunds {{amount}}, stands at ¥{{stands}}', refunded: 'refund',
  doneCorrect: 'Corrected: {{amount}} posted, stands at ¥{{stands}}.', doneRefund: '¥{{amount}} refunded, stands at ¥{{stands}}.',
};

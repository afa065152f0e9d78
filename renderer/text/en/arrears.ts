import type { English } from '../english.ts';
import type { arrears as zh } from '../zh/arrears.ts';

/** Arrears: ages, notices, calls, collection rates. */
export const arrears: English<typeof zh> = {
  title: 'Arrears', view: { ageing: 'Ages', dunning: 'Notices', calls: 'Calls', rates: 'Collection rates' },
  viewNote: { ageing: 'By due date, opening arrears included; the total is accounts receivable', dunning: 'To the home that owes only; service restarts the limitation', calls: 'Broken promises first, then by what is owed', rates: 'Computed from documents and from postings; shown only when equal' },
};

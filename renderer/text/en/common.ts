import type { common as zh } from '../zh/common.ts';

/** Words that several screens share. */
export const common: typeof zh = {
  columnUnused: 'Not there',
  product: 'Mingbai',
  ok: 'OK', cancel: 'Cancel', close: 'Close', save: 'Save', back: 'Back', retry: 'Try again', next: 'Next', change: 'Change', add: 'Add',
  search: 'Search', all: 'All', none: '—', loading: 'Loading', empty: 'No records', more: 'Show more',
  print: 'Print', reprint: 'Reprint', savePdf: 'Save as PDF', export: 'Export', exportXlsx: 'Export Excel', exportCsv: 'Export CSV', saved: 'Saved to {{file}}',
  total: 'Total', month: 'Month', date: 'Date', amountYuan: 'Amount ¥', home: 'Home', owner: 'Owner', tenant: 'Tenant', area: 'Built-up area', rate: 'Monthly rate',
  building: 'Building', unit: 'Unit', status: 'Status', note: 'Note', reason: 'Reason', progress: '{{done}} / {{total}}',
  password: 'Password', role: 'Role', language: 'Language 语言',
  until: 'to', error: 'Something went wrong',
  show: { chart: 'Chart', table: 'Table' },
  method: { cash: 'Cash', wechat: 'WeChat', alipay: 'Alipay', card: 'Card', transfer: 'Transfer' },
  roles: { manager: 'Manager', cashier: 'Cashier', office: 'Office', auditor: 'Auditor' },
  homeStatus: { unsold: 'Unsold', vacant: 'Vacant', occupied: 'Owner lives here', let: 'Let to tenant' },
  homeType: { residence: 'Residence', villa: 'Villa', shop: 'Shop', office: 'Office', garage: 'Garage', other: 'Other' },
  fund: { property: 'Property', common: 'Common', agency: 'Agency', deposit: 'Deposit', maintenance: 'Repair' },
  fundLong: { property: 'Property fee', common: 'Common income', agency: 'Agency money', deposit: 'Deposits', maintenance: 'Maintenance fund' },
  skip: { UNSOLD: 'Unsold: the developer’s', NOT_HANDED_OVER: 'Not handed over yet', NO_RATE: 'No rate', ALREADY_ISSUED: 'Already issued for this month', MERGED: 'Merged into another home', NOT_DUE: 'Not due in this month', NO_METER: 'No meter', NO_READING: 'No new reading', READING_FALLS: 'The reading falls; correct it first', NO_USE: 'No use', NO_POOL: 'The pool has no amount yet', POOL_SPENT: 'The pool is spent', NO_SHARE: 'Its share is below a fen' },
};

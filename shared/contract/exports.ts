import { z } from 'zod';
import { count, everyRole, filePath, host } from './define.ts';

/** The lists that can be saved, by the name of the query that shows them. */
export const exportedLists = [
  'homes.list', 'fees.listMonths', 'fees.listBills', 'fees.previewBills', 'fees.listItems', 'fees.listRates', 'fees.listPools', 'fees.listWaivers', 'fees.listVacancies', 'fees.listPromotions', 'fees.listReductions',
  'meters.list', 'payments.list', 'payments.listOpenBills', 'payments.listPrepaid', 'payments.prepaidStatement', 'deposits.list', 'shifts.list', 'shifts.listDays', 'channels.list', 'channels.settlements', 'channels.files', 'arrears.ageing', 'arrears.table', 'arrears.list', 'arrears.bills', 'arrears.lapsing', 'dunning.list', 'dunning.calls', 'users.list', 'ledger.listAudit', 'collection.report', 'collection.trend', 'collection.homes', 'barrier.findings', 'barrier.byLease', 'barrier.faults',
  'parking.listSpaces', 'parking.listLeases', 'parking.previewCharges', 'parking.listPrices', 'parking.listVehicles', 'parking.listVouchers', 'parking.listCompanies', 'parking.companyStatement', 'parking.listNotices',
  'parking.income', 'parking.subsidy', 'parking.simulate', 'parking.listDecisions', 'parking.occupancy', 'parking.yield', 'parking.expiring', 'parking.arrears', 'charging.income', 'charging.listSessions', 'charging.listReview', 'charging.listAccounts', 'charging.previewHomeBills', 'charging.listDevices', 'charging.usage', 'charging.compareIncome', 'charging.reconcile', 'charging.margin', 'charging.listSettlements', 'board.summary',
  'market.trend', 'market.listDeliveries', 'market.listSales', 'market.listSuppliers', 'market.board', 'market.listWaste', 'market.listAgreements', 'market.listInspections', 'market.listComplaints', 'statements.list', 'statements.drill', 'statements.listPostings', 'statements.listObjections', 'costs.list', 'costs.listContracts', 'costs.analysis',
] as const;
export type ExportedList = (typeof exportedLists)[number];

export const listExports = {
  /**
   * Saves exactly the rows that a list query answers for an input (all its pages, in its order), with column widths
   * and number formats; a workbook ends with the totals, and their sum in capitals where they are money.
   */
  'exports.save': host({
    roles: everyRole,
    input: z.object({ list: z.enum(exportedLists), /** What the query itself takes, without paging. */ input: z.record(z.string(), z.unknown()).default({}), format: z.enum(['xlsx', 'csv']), file: filePath }),
    output: z.object({ file: z.string(), rows: count }),
  }),
};

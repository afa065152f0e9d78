/** Where common income comes from, in the order of the sheet on the wall (domain.md 3 and 8). */
export const commonSources = ['parking-resident', 'parking-daytime', 'parking-other', 'charging-car', 'charging-ebike', 'advertising', 'telecom', 'venue'] as const;
export type CommonSource = (typeof commonSources)[number];

/** What a source costs: taxes, energy, direct costs. */
export const costColumns = ['tax', 'energy', 'direct'] as const;
export type CostColumn = (typeof costColumns)[number];

const COST_BASE: Readonly<Record<CommonSource, string>> = {
  'parking-resident': '2241.03.41', 'parking-daytime': '2241.03.42', 'parking-other': '2241.03.43', 'charging-car': '2241.03.44', 'charging-ebike': '2241.03.45', advertising: '2241.03.46', telecom: '2241.03.47', venue: '2241.03.48',
};
const COLUMN_NO: Readonly<Record<CostColumn, string>> = { tax: '01', energy: '02', direct: '03' };

/** Income that is registered by hand, not by leases or sessions. */
export const otherIncomeAccounts: Readonly<Record<'advertising' | 'telecom' | 'venue', string>> = { advertising: '2241.03.21', telecom: '2241.03.22', venue: '2241.03.23' };

/** Money of the common fund that is neither income nor cost of a source. */
export const COMMON_INTEREST = '2241.03.71';
export const TO_MAINTENANCE = '2241.03.72';
export const OTHER_SPENDING = '2241.03.73';
/** What residents do not pay of the market price, as spending. */
export const PARKING_SUBSIDY = '2241.03.09';

/** Where each fund's bank account is. */
export const bankAccounts = { property: '1002.01', common: '1002.02' } as const;

/**
 * The account that a cost of a source is booked on.
 * @example costAccount('charging-car', 'tax') // '2241.03.44.01'
 */
export function costAccount(source: CommonSource, column: CostColumn): string {
  return `${COST_BASE[source]}.${COLUMN_NO[column]}`;
}

/** The nine lines of cost of the fee regulation, in its order: 5401.01 to 5401.09. */
export const feeCosts = ['staff', 'facilities', 'cleaning', 'greening', 'order', 'office', 'depreciation', 'insurance', 'other'] as const;
export type FeeCost = (typeof feeCosts)[number];

/** @example feeCostAccount('cleaning') // '5401.03' */
export function feeCostAccount(cost: FeeCost): string {
  return `5401.0${feeCosts.indexOf(cost) + 1}`;
}

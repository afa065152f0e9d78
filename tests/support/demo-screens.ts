/** Screens that show the sample as it is. */
export const officeScreens: Readonly<Record<string, string>> = {
  'fees-items': '#/fees?tab=items', 'fees-meters': '#/fees?tab=meters&month=2026-10', 'fees-pools': '#/fees?tab=pools', 'fees-waivers': '#/fees?tab=reductions', 'arrears-ages': '#/arrears', 'arrears-notices': '#/arrears?view=dunning', 'arrears-calls': '#/arrears?view=calls',
  'arrears-rates': '#/arrears?view=rates', shifts: '#/shifts', 'shift-reports': '#/shifts?view=reports', channels: '#/channels?month=2026-10', deposits: '#/payments?view=deposits', prepaid: '#/payments?view=prepaid',
  'parking-plan': '#/parking?on=2026-10-20&minute=600', 'parking-leases': '#/parking?tab=leases', 'parking-lease': '#/parking?tab=leases&lease=40', 'parking-new-lease': '#/parking?tab=leases&new=1', 'parking-charges': '#/parking?tab=charges&month=2026-11', 'parking-vehicles': '#/parking?tab=vehicles',
  'parking-vouchers': '#/parking?tab=vehicles&view=vouchers', 'parking-companies': '#/parking?tab=vehicles&view=companies', 'parking-subsidy': '#/parking?tab=subsidy', 'parking-income': '#/parking?tab=income', 'parking-barrier': '#/parking?tab=barrier',
  'charging-income': '#/charging', 'charging-use': '#/charging?tab=use', 'charging-sessions': '#/charging?tab=sessions', 'charging-review': '#/charging?tab=review', 'charging-accounts': '#/charging?tab=accounts&account=1', 'charging-products': '#/charging?tab=accounts&view=products', 'charging-settlements': '#/charging?tab=settlements',
  'charging-meters': '#/charging?tab=meters', 'charging-tariffs': '#/charging?tab=tariffs', 'charging-devices': '#/charging?tab=devices',
  market: '#/market', 'market-prices': '#/market?tab=board', 'market-deliveries': '#/market?tab=deliveries', 'market-sales': '#/market?tab=sales', 'market-agreement': '#/market?tab=agreements', 'market-checks': '#/market?tab=checks',
  costs: '#/costs', 'costs-contracts': '#/costs?tab=contracts', 'costs-analysis': '#/costs?tab=analysis', periods: '#/periods', statements: '#/statements', 'statements-wall': '#/statements?tab=wall', 'statements-verify': '#/statements?tab=verify', board: '#/board',
};

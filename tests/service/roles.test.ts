import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, isEndpoint, type EndpointName } from '../../shared/contract/index.ts';
import { roles, type Endpoint } from '../../shared/contract/define.ts';
import type { Session } from '../../electron/context.ts';
import { openOffice, refusal, sessionOf, type TestOffice } from '../support/open-office.ts';

const endpoints = Object.keys(contract).filter(isEndpoint);

let office: TestOffice;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());

/** Input that no schema takes, so that whatever gets past the door stops right behind it. */
const GARBAGE = Symbol('garbage');

async function codeOf(name: EndpointName, session: Session): Promise<string> {
  const reply = await office.dispatch({ session }, name, GARBAGE);
  return reply.ok ? 'OK' : reply.code;
}

/** Who may do what, written down a second time: a changed right is a changed line here. */
const CALLERS: Record<string, string> = {
  'estate.status': 'anyone', 'estate.create': 'anyone', 'estate.createSample': 'anyone', 'estate.getSettings': 'MCOA', 'estate.changeSettings': 'M', 'estate.dayStatus': 'MCOA',
  'files.pickToOpen': 'anyone', 'files.pickToSave': 'MCOA',
  'users.signIn': 'anyone', 'users.signOut': 'anyone', 'users.current': 'anyone', 'users.lock': 'MCOA', 'users.unlock': 'MCOA', 'users.names': 'anyone', 'users.list': 'MA', 'users.add': 'M', 'users.change': 'M', 'users.setPassword': 'MCOA',
  'roster.import': 'M', 'roster.preview': 'MOA', 'roster.savePreview': 'MOA',
  'homes.list': 'MCOA', 'homes.search': 'MCOA', 'homes.get': 'MCOA', 'homes.tree': 'MCOA', 'homes.floors': 'MCOA', 'homes.revealPhone': 'MC',
  'homes.transfer': 'M', 'homes.setTenant': 'MCO', 'homes.endTenancy': 'MCO', 'homes.setStatus': 'MO', 'homes.setType': 'MO', 'homes.merge': 'M', 'homes.history': 'MCOA', 'homes.listDebtors': 'MCOA',
  'fees.requestWaiver': 'MCO', 'fees.approveWaiver': 'M', 'fees.listWaivers': 'MCOA', 'fees.requestVacancy': 'MCO', 'fees.approveVacancy': 'M', 'fees.listVacancies': 'MCOA', 'fees.setPromotion': 'M', 'fees.listPromotions': 'MCOA', 'fees.listReductions': 'MCOA',
  'fees.defineItem': 'M', 'fees.listItems': 'MCOA', 'fees.cancelBill': 'M', 'fees.correctBill': 'M', 'fees.chargeOnce': 'MC', 'fees.setPool': 'MO', 'fees.listPools': 'MCOA',
  'fees.issueBills': 'M', 'fees.previewBills': 'MCOA', 'fees.listMonths': 'MCOA', 'fees.listBills': 'MCOA', 'fees.listRates': 'MCOA', 'fees.setRate': 'M',
  'payments.listOpenBills': 'MCOA', 'payments.register': 'MC', 'payments.reverse': 'M', 'payments.list': 'MCOA', 'payments.getReceipt': 'MCOA', 'payments.printReceipt': 'MCO',
  'payments.void': 'MC', 'payments.refund': 'M', 'payments.refundPrepayment': 'M', 'payments.listPrepaid': 'MCOA', 'payments.prepaidStatement': 'MCOA', 'payments.markInvoiced': 'MCO',
  'deposits.take': 'MC', 'deposits.return': 'M', 'deposits.list': 'MCOA', 'deposits.print': 'MCO',
  'channels.inspect': 'MOA', 'channels.import': 'MO', 'channels.list': 'MCOA', 'channels.candidates': 'MCOA', 'channels.resolve': 'MO', 'channels.rematch': 'MO', 'channels.settle': 'M', 'channels.undoSettlement': 'M', 'channels.settlements': 'MCOA', 'channels.files': 'MCOA', 'channels.summary': 'MCOA', 'channels.profiles': 'MCOA', 'estate.writeSampleFiles': 'MO',
  'ledger.listAccounts': 'MCOA', 'ledger.listPostings': 'MCOA', 'ledger.getEntry': 'MCOA', 'ledger.trialBalance': 'MCOA', 'ledger.export': 'MCOA', 'ledger.exportHledger': 'MOA', 'ledger.verify': 'MCOA', 'ledger.listAudit': 'MA',
  'shifts.open': 'MC', 'shifts.close': 'MC', 'shifts.current': 'MCOA', 'shifts.list': 'MCOA', 'shifts.get': 'MCOA', 'shifts.closeDay': 'MC', 'shifts.dayStatus': 'MCOA', 'shifts.listDays': 'MCOA', 'shifts.print': 'MCO',
  'meters.importReadings': 'MO', 'meters.previewReadings': 'MCOA', 'meters.listItems': 'MCOA', 'meters.list': 'MCOA', 'meters.record': 'MO', 'meters.replace': 'MO', 'meters.correct': 'MO', 'meters.history': 'MCOA',
  'arrears.ageing': 'MCOA', 'arrears.table': 'MCOA', 'arrears.list': 'MCOA', 'arrears.bills': 'MCOA', 'arrears.lapsing': 'MCOA',
  'collection.rates': 'MCOA', 'collection.report': 'MCOA', 'collection.trend': 'MCOA', 'collection.homes': 'MCOA',
  'dunning.defaults': 'MCOA', 'dunning.create': 'MCO', 'dunning.print': 'MCO', 'dunning.recordService': 'MCO', 'dunning.list': 'MCOA', 'dunning.logCall': 'MCO', 'dunning.calls': 'MCOA', 'dunning.callsOfHome': 'MCOA',
  'parking.addVehicle': 'MCO', 'parking.endVehicle': 'MCO', 'parking.listVehicles': 'MCOA', 'parking.findPlate': 'MCOA', 'parking.issueVouchers': 'MCO', 'parking.useVoucher': 'MCO', 'parking.withdrawVoucher': 'MCO', 'parking.listVouchers': 'MCOA', 'parking.chargeOverstay': 'MC',
  'parking.addSpaces': 'MO', 'parking.importSpaces': 'MO', 'parking.changeSpace': 'MO', 'parking.listSpaces': 'MCOA', 'parking.listZones': 'MCOA', 'parking.blockSpace': 'MO', 'parking.unblockSpace': 'MO', 'parking.plan': 'MCOA', 'parking.lease': 'MCO', 'parking.signContract': 'MCO', 'parking.checkLease': 'MCOA', 'parking.signLease': 'MCO', 'parking.dropDraft': 'MCO', 'parking.changePlates': 'MCO', 'parking.listLeases': 'MCOA', 'parking.getLease': 'MCOA', 'parking.findFree': 'MCOA', 'parking.addCompany': 'MCO', 'parking.changeCompany': 'MO', 'parking.listCompanies': 'MCOA', 'parking.companyStatement': 'MCOA', 'parking.makeNotice': 'MO', 'parking.listNotices': 'MCOA', 'parking.print': 'MCO',
  'parking.setPrices': 'M', 'parking.listPrices': 'MCOA', 'parking.issueCharges': 'M', 'parking.previewCharges': 'MCOA', 'parking.previewEnd': 'MCOA', 'parking.endLease': 'M', 'parking.recallLease': 'M', 'parking.suspendLease': 'M', 'parking.resumeLease': 'M', 'parking.renewLease': 'M', 'parking.repriceResidents': 'M', 'parking.moveLease': 'MO', 'parking.income': 'MCOA', 'parking.subsidy': 'MCOA', 'parking.simulate': 'MCOA', 'parking.simulationStart': 'MCOA', 'parking.decide': 'M', 'parking.listDecisions': 'MCOA', 'parking.occupancy': 'MCOA', 'parking.yield': 'MCOA', 'parking.expiring': 'MCOA', 'parking.arrears': 'MCOA',
  'barrier.import': 'MCO', 'barrier.files': 'MCOA', 'barrier.faults': 'MCOA', 'barrier.findings': 'MCOA', 'barrier.byLease': 'MCOA', 'barrier.charge': 'MC', 'barrier.dismiss': 'MC',
  'market.setAgreement': 'M', 'market.listAgreements': 'MCOA', 'market.voidAgreement': 'M', 'market.setRules': 'M', 'market.setReference': 'MO', 'market.listReferences': 'MCOA', 'market.addDelivery': 'MO', 'market.addSales': 'MO', 'market.addWaste': 'MO', 'market.importSales': 'MO', 'market.voidEntry': 'MO', 'market.addInspection': 'MO', 'market.addComplaint': 'MCO', 'market.answerComplaint': 'MO', 'market.summary': 'MCOA', 'market.trend': 'MCOA', 'market.board': 'MCOA',
  'market.listProducts': 'MCOA', 'market.listSuppliers': 'MCOA', 'market.revealPhone': 'MO', 'market.listDeliveries': 'MCOA', 'market.listSales': 'MCOA', 'market.listWaste': 'MCOA', 'market.listInspections': 'MCOA', 'market.listComplaints': 'MCOA', 'market.printBoard': 'MCO',
  'charging.addDevices': 'MO', 'charging.changeDevice': 'MO', 'charging.importDevices': 'MO', 'charging.listDevices': 'MCOA', 'charging.defineTariff': 'M', 'charging.listTariffs': 'MCOA', 'charging.assignTariff': 'M', 'charging.quote': 'MCOA',
  'charging.tryTariff': 'MCOA', 'charging.importSessions': 'MO', 'charging.listPlatforms': 'MCOA', 'charging.listFiles': 'MCOA', 'charging.income': 'MCOA', 'charging.listSessions': 'MCOA', 'charging.getSession': 'MCOA', 'charging.listReview': 'MCOA',
  'charging.decideReview': 'MO', 'charging.addMeterReadings': 'MO', 'charging.addGridBill': 'MO', 'charging.reconcile': 'MCOA', 'charging.usage': 'MCOA', 'charging.compareIncome': 'MCOA', 'charging.openAccount': 'MC', 'charging.changeHolder': 'MC',
  'charging.replaceCard': 'MC', 'charging.topUp': 'MC', 'charging.voidTopUp': 'MC', 'charging.payBack': 'M', 'charging.listAccounts': 'MCOA', 'charging.getAccount': 'MCOA', 'charging.defineProduct': 'M', 'charging.listProducts': 'MCOA', 'charging.sellProduct': 'MC',
  'charging.grantQuota': 'M', 'charging.setCollects': 'M', 'charging.previewHomeBills': 'MCOA', 'charging.billHomes': 'MO', 'charging.printAccount': 'MCO', 'charging.defineGridPrices': 'M', 'charging.listGridPrices': 'MCOA', 'charging.importReadings': 'MO',
  'charging.margin': 'MCOA', 'charging.correctSession': 'MO', 'charging.tryCorrection': 'MO', 'charging.refundSession': 'M', 'charging.printSession': 'MCO', 'charging.importSettlement': 'MO', 'charging.addSettlement': 'MO', 'charging.undoSettlement': 'M',
  'charging.listSettlements': 'MCOA', 'charging.decideSettlement': 'M',
  'statements.prepare': 'MO', 'statements.review': 'MO', 'statements.publish': 'M', 'statements.list': 'MCOA', 'statements.get': 'MCOA', 'statements.drill': 'MCOA', 'statements.export': 'MCOA', 'statements.verify': 'MCOA', 'statements.settings': 'MCOA', 'statements.setSettings': 'M',
  'statements.print': 'MCO', 'statements.setNotes': 'MO', 'statements.listNotes': 'MCOA', 'statements.addPosting': 'MO', 'statements.addPhoto': 'MO', 'statements.endPosting': 'MO', 'statements.listPostings': 'MCOA', 'statements.getPhoto': 'MCOA', 'statements.addObjection': 'MCO', 'statements.answerObjection': 'MO', 'statements.listObjections': 'MCOA',
  'exports.save': 'MCOA',
  'backup.create': 'MO', 'backup.list': 'MCOA', 'backup.restore': 'M',
  'board.summary': 'MCOA', 'board.changes': 'MCOA', 'board.markSeen': 'MCO', 'board.print': 'MOA',
  'periods.check': 'MCOA', 'periods.close': 'M', 'periods.reopen': 'M', 'periods.setBankBalance': 'MO', 'periods.list': 'MCOA',
  'costs.register': 'MO', 'costs.approve': 'M', 'costs.reject': 'M', 'costs.reverse': 'M', 'costs.list': 'MCOA', 'costs.get': 'MCOA',
  'costs.waiting': 'MCOA', 'costs.attachment': 'MOA', 'costs.saveAttachment': 'MOA', 'costs.settings': 'MCOA', 'costs.changeSettings': 'M', 'costs.analysis': 'MCOA',
  'costs.addContract': 'MO', 'costs.listContracts': 'MCOA',
};
const WHILE_LOCKED = ['estate.status', 'users.signIn', 'users.signOut', 'users.current', 'users.lock', 'users.unlock', 'users.names'];
const LETTERS = { manager: 'M', cashier: 'C', office: 'O', auditor: 'A' } as const;

describe('every endpoint', () => {
  it('is in the table of callers', () => {
    expect(Object.keys(CALLERS).sort()).toEqual([...endpoints].sort());
  });

  it.each(endpoints)('%s answers those it names and refuses the rest', async (name) => {
    const callers = CALLERS[name] ?? '';
    for (const role of roles) {
      const allowed = callers === 'anyone' || callers.includes(LETTERS[role]);
      expect(await codeOf(name, sessionOf(role)), role).toBe(allowed ? 'BAD_INPUT' : 'ROLE_NOT_ALLOWED');
    }
    expect(await codeOf(name, { user: null, locked: false }), 'nobody').toBe(callers === 'anyone' ? 'BAD_INPUT' : 'NOT_SIGNED_IN');
    const locked = await codeOf(name, { ...sessionOf('manager'), locked: true });
    expect(locked, 'locked').toBe(WHILE_LOCKED.includes(name) ? 'BAD_INPUT' : 'SESSION_LOCKED');
  });

  it('names the roles that it would answer', async () => {
    const reply = await office.call('users.list', {}, { as: 'cashier' });
    expect(reply).toEqual(refusal('ROLE_NOT_ALLOWED', { role: 'cashier', allowed: ['manager', 'auditor'] }));
  });

  it('that the auditor may call writes nothing to the books', () => {
    const writing = endpoints.filter((name) => {
      const endpoint: Endpoint = contract[name];
      return endpoint.kind === 'command' && Array.isArray(endpoint.roles) && endpoint.roles.includes('auditor');
    });
    expect(writing).toEqual([]);
  });
});

describe('an endpoint that does not exist', () => {
  it.each(['', 'payments', 'payments.pay', 'toString', '__proto__', 'constructor', 'estate.create ', 'ESTATE.CREATE'])('%j is refused', async (name) => {
    expect(await office.dispatch({ session: sessionOf('manager') }, name, {})).toEqual(refusal('NO_SUCH_ENDPOINT', { endpoint: name }));
  });
});

import type { Handlers } from './context.ts';
import { boardHandlers } from './handlers-board.ts';
import { bookHandlers } from './handlers-books.ts';
import { chargingHandlers } from './handlers-charging.ts';
import { statementHandlers } from './handlers-statements.ts';
import { marketHandlers } from './handlers-market.ts';
import { periodHandlers } from './handlers-periods.ts';
import { costHandlers } from './handlers-costs.ts';
import { ageing, arrearsTable } from './services/arrears/ageing.ts';
import { callsOfHome, listCalls, logCall } from './services/arrears/calls.ts';
import { collectionHomes, collectionRates, collectionReport, collectionTrend } from './services/arrears/collection.ts';
import { createNotices } from './services/arrears/create-notices.ts';
import { arrearsBills, listArrears, listLapsing } from './services/arrears/list-arrears.ts';
import { dunningDefaults } from './services/arrears/notice-texts.ts';
import { listNoticeRows, printNotices, recordService } from './services/arrears/notices.ts';
import { chargeFinding, dismissFindings } from './services/barrier/decide-finding.ts';
import { importBarrierFile } from './services/barrier/import-file.ts';
import { listFiles as listBarrierFiles, listFindings, listStayFaults, listUseByLease } from './services/barrier/list-findings.ts';
import { listDeposits } from './services/deposits/list-deposits.ts';
import { printDeposit } from './services/deposits/print-deposit.ts';
import { returnDeposit } from './services/deposits/return-deposit.ts';
import { takeDeposit } from './services/deposits/take-deposit.ts';
import { changeSettings, createEstate, estateStatus, getSettings } from './services/estate/create-estate.ts';
import { importStatement, inspectStatement } from './services/channels/import-statement.ts';
import { listCandidates, listChannelLines, listFiles as listChannelFiles, listProfiles, listSettlements } from './services/channels/list-lines.ts';
import { rematch } from './services/channels/reconcile.ts';
import { resolveLine } from './services/channels/resolve-line.ts';
import { settleChannel, undoSettlement } from './services/channels/settle.ts';
import { summariseChannels } from './services/channels/summarise.ts';
import { dayStatus } from './services/estate/day-status.ts';
import { pickToOpen, pickToSave } from './services/estate/pick-file.ts';
import { cancelBill } from './services/fees/cancel-bill.ts';
import { chargeOnce } from './services/fees/charge-once.ts';
import { correctBill } from './services/fees/correct-bill.ts';
import { defineItem, listItems } from './services/fees/define-item.ts';
import { issueBills, previewBills } from './services/fees/issue-bills.ts';
import { listBills, listMonths, listRates, setRate } from './services/fees/list-fees.ts';
import { listPools, setPool } from './services/fees/pools.ts';
import { listPromotions, setPromotion } from './services/fees/promotions.ts';
import { listReductions } from './services/fees/reductions.ts';
import { approveVacancy, listVacancies, requestVacancy } from './services/fees/vacancies.ts';
import { approveWaiver, listWaivers, requestWaiver } from './services/fees/waivers.ts';
import { homeHistory, listDebtors } from './services/homes/home-history.ts';
import { getHome, homeFloors, homeTree, listHomes, revealPhone, searchHomes } from './services/homes/list-homes.ts';
import { mergeHomes } from './services/homes/merge-homes.ts';
import { setHomeStatus, setHomeType } from './services/homes/set-status.ts';
import { endTenancy, setTenant } from './services/homes/set-tenant.ts';
import { transferHome } from './services/homes/transfer-home.ts';
import { importReadings, previewReadings } from './services/meters/import-readings.ts';
import { listMeterItems, listMeters, meterHistory } from './services/meters/list-meters.ts';
import { correctReading, recordReading, replaceMeter } from './services/meters/record-reading.ts';
import { addSpaces } from './services/parking/add-spaces.ts';
import { changePlates } from './services/parking/change-plates.ts';
import { blockSpace, changeSpace, unblockSpace } from './services/parking/change-space.ts';
import { addCompany, changeCompany } from './services/parking/companies.ts';
import { decide, listDecisions } from './services/parking/decide.ts';
import { endLease, previewEnd, recallLease } from './services/parking/end-lease.ts';
import { expiring } from './services/parking/expiring.ts';
import { checkLease, findFree } from './services/parking/find-free.ts';
import { importSpaces } from './services/parking/import-spaces.ts';
import { income } from './services/parking/income.ts';
import { issueCharges, previewCharges } from './services/parking/issue-charges.ts';
import { lease } from './services/parking/lease.ts';
import { companyStatement, listCompanies } from './services/parking/list-companies.ts';
import { getLease, listLeases } from './services/parking/list-leases.ts';
import { listNotices, makeNotice } from './services/parking/lease-notices.ts';
import { listSpaces, listZones, plan } from './services/parking/list-spaces.ts';
import { moveLease } from './services/parking/move-lease.ts';
import { occupancy } from './services/parking/occupancy.ts';
import { chargeOverstay } from './services/parking/overstay.ts';
import { parkingArrears } from './services/parking/parking-arrears.ts';
import { listPrices, setPrices } from './services/parking/prices.ts';
import { printParking } from './services/parking/print-parking.ts';
import { renewLease, repriceResidents } from './services/parking/renew-lease.ts';
import { signContract } from './services/parking/sign-contract.ts';
import { dropDraft, signLease } from './services/parking/sign-lease.ts';
import { simulate, simulationStart } from './services/parking/simulate.ts';
import { subsidy } from './services/parking/subsidy.ts';
import { resumeLease, suspendLease } from './services/parking/suspend-lease.ts';
import { addVehicle, endVehicle, findPlate, listVehicles } from './services/parking/vehicles.ts';
import { issueVouchers, listVouchers, spendVoucher, withdrawVoucher } from './services/parking/vouchers.ts';
import { spaceYield } from './services/parking/yield.ts';
import { listOpenBills } from './services/payments/list-open-bills.ts';
import { getReceipt, listPayments } from './services/payments/list-payments.ts';
import { listPrepaid, prepaidStatement } from './services/payments/list-prepaid.ts';
import { markInvoiced } from './services/payments/mark-invoiced.ts';
import { printReceipt } from './services/payments/print-receipt.ts';
import { refundPayment, refundPrepayment } from './services/payments/refund-payment.ts';
import { registerPayment } from './services/payments/register-payment.ts';
import { reversePayment, voidPayment } from './services/payments/reverse-payment.ts';
import { importRoster } from './services/roster/import-roster.ts';
import { previewRoster, savePreview } from './services/roster/preview-roster.ts';
import { closeDay, dayStatus as shiftDayStatus } from './services/shifts/close-day.ts';
import { closeShift } from './services/shifts/close-shift.ts';
import { currentShift, getReport, listDays, listShifts } from './services/shifts/list-shifts.ts';
import { openShift } from './services/shifts/open-shift.ts';
import { printReport } from './services/shifts/print-report.ts';
import { addUser, changeUser, currentUser, listNames, listUsers, setPassword } from './services/users/manage-users.ts';
import { lock, signIn, signOut, unlock } from './services/users/sign-in.ts';

/** One handler for each endpoint of the contract; a missing or wrong one does not compile. */
export const handlers: Handlers = {
  'estate.status': estateStatus,
  'estate.create': createEstate,
  // The generator is large and used once in the life of a data folder.
  'estate.createSample': async (context, input) => (await import('./services/estate/sample/create-sample.ts')).createSample(context, input),
  'estate.getSettings': getSettings,
  'estate.changeSettings': changeSettings,
  'estate.dayStatus': dayStatus,
  'files.pickToOpen': pickToOpen,
  'files.pickToSave': pickToSave,
  'users.signIn': signIn,
  'users.signOut': signOut,
  'users.current': currentUser,
  'users.lock': lock,
  'users.unlock': unlock,
  'users.names': listNames,
  'users.list': listUsers,
  'users.add': addUser,
  'users.change': changeUser,
  'users.setPassword': setPassword,
  'roster.import': importRoster,
  'roster.preview': previewRoster,
  'roster.savePreview': savePreview,
  'homes.list': listHomes,
  'homes.search': searchHomes,
  'homes.get': getHome,
  'homes.tree': homeTree,
  'homes.floors': homeFloors,
  'homes.revealPhone': revealPhone,
  'homes.transfer': transferHome,
  'homes.setTenant': setTenant,
  'homes.endTenancy': endTenancy,
  'homes.setStatus': setHomeStatus,
  'homes.setType': setHomeType,
  'homes.merge': mergeHomes,
  'homes.history': homeHistory,
  'homes.listDebtors': listDebtors,
  'fees.issueBills': issueBills,
  'fees.previewBills': previewBills,
  'fees.listMonths': listMonths,
  'fees.listBills': listBills,
  'fees.defineItem': defineItem,
  'fees.listItems': listItems,
  'fees.cancelBill': cancelBill,
  'fees.correctBill': correctBill,
  'fees.chargeOnce': chargeOnce,
  'fees.setPool': setPool,
  'fees.listPools': listPools,
  'fees.listRates': listRates,
  'fees.setRate': setRate,
  'fees.requestWaiver': requestWaiver,
  'fees.approveWaiver': approveWaiver,
  'fees.listWaivers': listWaivers,
  'fees.requestVacancy': requestVacancy,
  'fees.approveVacancy': approveVacancy,
  'fees.listVacancies': listVacancies,
  'fees.setPromotion': setPromotion,
  'fees.listPromotions': listPromotions,
  'fees.listReductions': listReductions,
  'meters.importReadings': importReadings,
  'meters.previewReadings': previewReadings,
  'meters.listItems': listMeterItems,
  'meters.list': listMeters,
  'meters.record': recordReading,
  'meters.replace': replaceMeter,
  'meters.correct': correctReading,
  'meters.history': meterHistory,
  'payments.listOpenBills': listOpenBills,
  'payments.register': registerPayment,
  'payments.reverse': reversePayment,
  'payments.void': voidPayment,
  'payments.refund': refundPayment,
  'payments.refundPrepayment': refundPrepayment,
  'payments.listPrepaid': listPrepaid,
  'payments.prepaidStatement': prepaidStatement,
  'payments.markInvoiced': markInvoiced,
  'payments.list': listPayments,
  'payments.getReceipt': getReceipt,
  'payments.printReceipt': printReceipt,
  'deposits.take': takeDeposit,
  'deposits.return': returnDeposit,
  'deposits.list': listDeposits,
  'deposits.print': printDeposit,
  'barrier.import': importBarrierFile,
  'barrier.files': listBarrierFiles,
  'barrier.faults': listStayFaults,
  'barrier.findings': listFindings,
  'barrier.byLease': listUseByLease,
  'barrier.charge': chargeFinding,
  'barrier.dismiss': dismissFindings,
  ...boardHandlers,
  ...chargingHandlers,
  ...statementHandlers, ...marketHandlers, ...periodHandlers, ...bookHandlers, ...costHandlers,
  'shifts.open': openShift,
  'shifts.close': closeShift,
  'shifts.current': currentShift,
  'shifts.list': listShifts,
  'shifts.get': getReport,
  'shifts.closeDay': closeDay,
  'shifts.dayStatus': shiftDayStatus,
  'shifts.listDays': listDays,
  'shifts.print': printReport,
  'channels.inspect': inspectStatement,
  'channels.import': importStatement,
  'channels.list': listChannelLines,
  'channels.candidates': listCandidates,
  'channels.resolve': resolveLine,
  'channels.rematch': rematch,
  'channels.settle': settleChannel,
  'channels.undoSettlement': undoSettlement,
  'channels.settlements': listSettlements,
  'channels.files': listChannelFiles,
  'channels.summary': summariseChannels,
  'channels.profiles': listProfiles,
  'estate.writeSampleFiles': async (context, input) => (await import('./services/estate/sample/write-channel-files.ts')).writeSampleFiles(context, input),
  'parking.addSpaces': addSpaces,
  'parking.lease': lease,
  'parking.addCompany': addCompany,
  'parking.changeCompany': changeCompany,
  'parking.addVehicle': addVehicle,
  'parking.endVehicle': endVehicle,
  'parking.listVehicles': listVehicles,
  'parking.findPlate': findPlate,
  'parking.issueVouchers': issueVouchers,
  'parking.useVoucher': spendVoucher,
  'parking.withdrawVoucher': withdrawVoucher,
  'parking.listVouchers': listVouchers,
  'parking.chargeOverstay': chargeOverstay,
  'parking.issueCharges': issueCharges,
  'parking.previewCharges': previewCharges,
  'parking.setPrices': setPrices,
  'parking.listPrices': listPrices,
  'parking.listCompanies': listCompanies,
  'parking.companyStatement': companyStatement,
  'parking.makeNotice': makeNotice,
  'parking.listNotices': listNotices,
  'parking.print': printParking,
  'parking.importSpaces': importSpaces,
  'parking.changeSpace': changeSpace,
  'parking.listSpaces': listSpaces,
  'parking.listZones': listZones,
  'parking.blockSpace': blockSpace,
  'parking.unblockSpace': unblockSpace,
  'parking.plan': plan,
  'parking.signContract': signContract,
  'parking.checkLease': checkLease,
  'parking.signLease': signLease,
  'parking.dropDraft': dropDraft,
  'parking.changePlates': changePlates,
  'parking.listLeases': listLeases,
  'parking.getLease': getLease,
  'parking.findFree': findFree,
  'parking.previewEnd': previewEnd,
  'parking.endLease': endLease,
  'parking.recallLease': recallLease,
  'parking.suspendLease': suspendLease,
  'parking.resumeLease': resumeLease,
  'parking.renewLease': renewLease,
  'parking.repriceResidents': repriceResidents,
  'parking.moveLease': moveLease,
  'parking.income': income,
  'parking.subsidy': subsidy,
  'parking.simulate': simulate,
  'parking.simulationStart': simulationStart,
  'parking.decide': decide,
  'parking.listDecisions': listDecisions,
  'parking.occupancy': occupancy,
  'parking.yield': spaceYield,
  'parking.expiring': expiring,
  'parking.arrears': parkingArrears,
  'arrears.ageing': ageing,
  'arrears.table': arrearsTable,
  'arrears.list': listArrears,
  'arrears.bills': arrearsBills,
  'arrears.lapsing': listLapsing,
  'collection.rates': collectionRates,
  'collection.report': collectionReport,
  'collection.trend': collectionTrend,
  'collection.homes': collectionHomes,
  'dunning.defaults': dunningDefaults,
  'dunning.create': createNotices,
  'dunning.print': printNotices,
  'dunning.recordService': recordService,
  'dunning.list': listNoticeRows,
  'dunning.logCall': logCall,
  'dunning.calls': listCalls,
  'dunning.callsOfHome': callsOfHome,
};

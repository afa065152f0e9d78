import type { Handlers } from './context.ts';
import { changeHolder, getAccount, listAccounts, openAccount, replaceCard } from './services/charging/accounts/accounts.ts';
import { billHomes, previewHomeBills } from './services/charging/accounts/bill-homes.ts';
import { payBack, voidTopUp } from './services/charging/accounts/pay-back.ts';
import { printAccount } from './services/charging/accounts/print-account.ts';
import { defineProduct, grantQuota, listProducts, sellProduct, setCollects } from './services/charging/accounts/products.ts';
import { topUp } from './services/charging/accounts/top-up.ts';
import { correctSession, refundSession, tryCorrection } from './services/charging/change-session.ts';
import { decideReview } from './services/charging/decide-review.ts';
import { compareIncome } from './services/charging/compare-income.ts';
import { addDevices, changeDevice, listDevices } from './services/charging/devices.ts';
import { addGridBill } from './services/charging/grid-bill.ts';
import { defineGridPrices, listGridPrices } from './services/charging/grid-prices.ts';
import { importDevices } from './services/charging/import-devices.ts';
import { importSessions } from './services/charging/import-sessions.ts';
import { income as chargingIncome, listFiles as listChargingFiles, listPlatforms } from './services/charging/income.ts';
import { margin as chargingMargin } from './services/charging/margin.ts';
import { addMeterReadings, importReadings } from './services/charging/meters.ts';
import { printSession } from './services/charging/print-session.ts';
import { quote, tryTariff } from './services/charging/quote.ts';
import { reconcile } from './services/charging/reconcile.ts';
import { addSettlement, decideSettlement, importSettlement, listSettlements, undoSettlement } from './services/charging/settlements.ts';
import { getSession, listReview, listSessions } from './services/charging/sessions.ts';
import { assignTariff, defineTariff, listTariffs } from './services/charging/tariffs.ts';
import { usage } from './services/charging/usage.ts';

/** The handlers of chargers, tariffs and sessions. */
export const chargingHandlers: Pick<Handlers, Extract<keyof Handlers, `charging.${string}`>> = {
  'charging.addDevices': addDevices,
  'charging.changeDevice': changeDevice,
  'charging.importDevices': importDevices,
  'charging.listDevices': listDevices,
  'charging.defineTariff': defineTariff,
  'charging.listTariffs': listTariffs,
  'charging.assignTariff': assignTariff,
  'charging.quote': quote,
  'charging.tryTariff': tryTariff,
  'charging.importSessions': importSessions,
  'charging.listPlatforms': listPlatforms,
  'charging.listFiles': listChargingFiles,
  'charging.income': chargingIncome,
  'charging.listSessions': listSessions,
  'charging.getSession': getSession,
  'charging.correctSession': correctSession,
  'charging.tryCorrection': tryCorrection,
  'charging.refundSession': refundSession,
  'charging.printSession': printSession,
  'charging.importSettlement': importSettlement,
  'charging.addSettlement': addSettlement,
  'charging.undoSettlement': undoSettlement,
  'charging.listSettlements': listSettlements,
  'charging.decideSettlement': decideSettlement,
  'charging.listReview': listReview,
  'charging.decideReview': decideReview,
  'charging.addMeterReadings': addMeterReadings,
  'charging.addGridBill': addGridBill,
  'charging.reconcile': reconcile,
  'charging.openAccount': openAccount,
  'charging.changeHolder': changeHolder,
  'charging.replaceCard': replaceCard,
  'charging.topUp': topUp,
  'charging.payBack': payBack,
  'charging.voidTopUp': voidTopUp,
  'charging.listAccounts': listAccounts,
  'charging.getAccount': getAccount,
  'charging.defineProduct': defineProduct,
  'charging.listProducts': listProducts,
  'charging.sellProduct': sellProduct,
  'charging.grantQuota': grantQuota,
  'charging.setCollects': setCollects,
  'charging.previewHomeBills': previewHomeBills,
  'charging.billHomes': billHomes,
  'charging.printAccount': printAccount,
  'charging.usage': usage,
  'charging.compareIncome': compareIncome,
  'charging.defineGridPrices': defineGridPrices,
  'charging.listGridPrices': listGridPrices,
  'charging.importReadings': importReadings,
  'charging.margin': chargingMargin,
};

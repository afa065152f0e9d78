import type { Handlers } from './context.ts';
import { correctSession, refundSession, tryCorrection } from './services/charging/change-session.ts';
import { decideReview } from './services/charging/decide-review.ts';
import { addDevices, changeDevice, listDevices } from './services/charging/devices.ts';
import { importDevices } from './services/charging/import-devices.ts';
import { importSessions } from './services/charging/import-sessions.ts';
import { income as chargingIncome, listFiles as listChargingFiles, listPlatforms } from './services/charging/income.ts';
import { addGridBill, addMeterReadings, reconcile } from './services/charging/meters.ts';
import { printSession } from './services/charging/print-session.ts';
import { quote, tryTariff } from './services/charging/quote.ts';
import { addSettlement, decideSettlement, importSettlement, listSettlements, undoSettlement } from './services/charging/settlements.ts';
import { getSession, listReview, listSessions } from './services/charging/sessions.ts';
import { assignTariff, defineTariff, listTariffs } from './services/charging/tariffs.ts';

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
};

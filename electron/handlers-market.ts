import type { Handlers } from './context.ts';
import { listAgreements, setAgreement, setRules, voidAgreement } from './services/market/agreements.ts';
import { board, printBoard } from './services/market/board.ts';
import { addDelivery, addWaste, listProducts, listSuppliers, revealPhone, voidEntry } from './services/market/deliveries.ts';
import { importSales } from './services/market/import-sales.ts';
import { addComplaint, addInspection, answerComplaint, listComplaints, listDeliveries, listInspections, listReferences, listSales, listWaste } from './services/market/lists.ts';
import { addSales, setReference } from './services/market/sales.ts';
import { summary, trend } from './services/market/summary.ts';

/** The handlers of the rent-free shop. */
export const marketHandlers: Pick<Handlers, Extract<keyof Handlers, `market.${string}`>> = {
  'market.setAgreement': setAgreement,
  'market.listAgreements': listAgreements,
  'market.voidAgreement': voidAgreement,
  'market.setRules': setRules,
  'market.setReference': setReference,
  'market.listReferences': listReferences,
  'market.addDelivery': addDelivery,
  'market.addSales': addSales,
  'market.addWaste': addWaste,
  'market.importSales': importSales,
  'market.voidEntry': voidEntry,
  'market.addInspection': addInspection,
  'market.addComplaint': addComplaint,
  'market.answerComplaint': answerComplaint,
  'market.summary': summary,
  'market.trend': trend,
  'market.board': board,
  'market.listProducts': listProducts,
  'market.listSuppliers': listSuppliers,
  'market.revealPhone': revealPhone,
  'market.listDeliveries': listDeliveries,
  'market.listSales': listSales,
  'market.listWaste': listWaste,
  'market.listInspections': listInspections,
  'market.listComplaints': listComplaints,
  'market.printBoard': printBoard,
};

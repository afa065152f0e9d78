import type { ExportedList } from '../../../shared/contract/exports.ts';
import { arrearsLists } from './arrears-lists.ts';
import { barrierLists } from './barrier-lists.ts';
import { boardLists } from './board-lists.ts';
import { channelLists } from './channel-lists.ts';
import { chargingAccountLists } from './charging-account-lists.ts';
import { chargingLists } from './charging-lists.ts';
import { chargingUseLists } from './charging-use-lists.ts';
import { chargingMeterLists } from './charging-meter-lists.ts';
import { collectionLists } from './collection-lists.ts';
import { costLists } from './cost-lists.ts';
import { dunningLists } from './dunning-lists.ts';
import { feeLists } from './fee-lists.ts';
import type { ListExport } from './list-type.ts';
import { marketLists } from './market-lists.ts';
import { meterLists } from './meter-lists.ts';
import { officeLists } from './office-lists.ts';
import { parkingIncomeLists } from './parking-income-lists.ts';
import { parkingLists } from './parking-lists.ts';
import { paymentLists } from './payment-lists.ts';
import { shiftLists } from './shift-lists.ts';
import { statementLists } from './statement-lists.ts';

/** How each list is saved; a list without its export does not compile. */
export const lists: Record<ExportedList, ListExport> = { ...feeLists, ...meterLists, ...paymentLists, ...shiftLists, ...channelLists, ...officeLists, ...arrearsLists, ...dunningLists, ...collectionLists, ...barrierLists, ...parkingIncomeLists, ...parkingLists, ...chargingLists, ...chargingAccountLists, ...chargingUseLists, ...chargingMeterLists, ...boardLists, ...marketLists, ...statementLists, ...costLists };

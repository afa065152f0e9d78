import { app } from './app.ts';
import { arrears } from './arrears.ts';
import { barrier } from './barrier.ts';
import { channels } from './channels.ts';
import { chargingAccounts } from './charging-accounts.ts';
import { charging } from './charging.ts';
import { chargingUse } from './charging-use.ts';
import { common } from './common.ts';
import { costs } from './costs.ts';
import { deposits } from './deposits.ts';
import { estate } from './estate.ts';
import { fees } from './fees.ts';
import { homes } from './homes.ts';
import { ledger } from './ledger.ts';
import { meters } from './meters.ts';
import { parking } from './parking.ts';
import { parkingDesk } from './parking-desk.ts';
import { parkingIncome } from './parking-income.ts';
import { payments } from './payments.ts';
import { reductions } from './reductions.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { shifts } from './shifts.ts';
import { users } from './users.ts';

/** All words of this language, one namespace per feature. */
export const texts = { common, app, estate, payments, deposits, reductions, roster, homes, fees, ledger, meters, shifts, channels, arrears, parking, parkingDesk, parkingIncome, barrier, charging, chargingAccounts, chargingUse, costs, users, settings };

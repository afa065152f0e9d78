import type { English } from '../english.ts';
import type { parkingIncome as zh } from '../zh/parking-income.ts';

/** The subsidy account, income and occupancy. */
export const parkingIncome: English<typeof zh> = {
};

import type { English } from '../english.ts';
import type { parkingDesk as zh } from '../zh/parking-desk.ts';

/** Companies, vehicles and visitor vouchers. */
export const parkingDesk: English<typeof zh> = {
};

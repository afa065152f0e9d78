import type { English } from '../english.ts';
import type { parking as zh } from '../zh/parking.ts';

/** Spaces, leases and charges. */
export const parking: English<typeof zh> = {
  title: 'Parking',
  tabs: { plan: 'Plan', leases: 'Leases', charges: 'Charges', vehicles: 'Vehicles', subsidy: 'Subsidy', income: 'Income', barrier: 'Barrier' },
};

import type { English } from '../english.ts';
import type { parkingPapers as zh } from '../zh/parking-papers.ts';

/** Words of lease papers on screen. */
export const parkingPapers: English<typeof zh> = {
};

/** Words of lease papers on screen. */
export const parkingPapers = {
};

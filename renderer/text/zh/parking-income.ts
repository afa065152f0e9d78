/** The subsidy account, income and occupancy. */
export const parkingIncome = {
};

/** Companies, vehicles and visitor vouchers. */
export const parkingDesk = {
};

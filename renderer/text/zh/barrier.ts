/** The barrier system's file. */
export const barrier = {
};

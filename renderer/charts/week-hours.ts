export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** Hours of a day. */
export const DAY = 24;
export const hours = Array.from({ length: DAY }, (_, hour) => hour);

/** What is wrong with a line of a barrier's file: it is kept and listed, and judged no further. */
export const stayFaults = [
  'NO_PLATE', 'PLATE_UNREADABLE', 'TIME_UNREADABLE', /** Of a passage: neither in nor out. */ 'DIRECTION_UNREADABLE', 'EXIT_BEFORE_ENTRY', 'EXIT_LOST', 'ENTRY_LOST', /** The same car is in twice at once. */ 'STAYS_OVERLAP',
  /** The barrier's clock went back: times fall against the order of the file. */ 'CLOCK_SET_BACK', 'TOO_LONG', 'IN_FUTURE',
] as const;
export type StayFault = (typeof stayFaults)[number];

/** stays: a line has entry and exit. passages: a line has one of them, and says which. */
export type BarrierShape = 'stays' | 'passages';

export const barrierColumns = ['plate', 'in', 'out', 'lane', 'direction', 'at'] as const;
export type BarrierColumn = (typeof barrierColumns)[number];
/** Heads of the columns where they are not recognised. */
export type BarrierMapping = Partial<Record<BarrierColumn, string | undefined>>;

/** A line as it was read. Times are `YYYY-MM-DD HH:MM:SS` by the barrier's clock, null where the line has none. */
export type BarrierLine = {
  /** In the file, from 1. */ row: number; /** Normalised; what stands there when it is none. */ plate: string; inAt: string | null; outAt: string | null; lane: string;
  fault: StayFault | null; /** What the fault is about. */ value: string;
  /** Of a line that could not be read: all of it that matters, to know it again. */ raw: string;
};

/** A stay that the books have from an earlier file. */
export type KnownStay = { stayId: number; plate: string; inAt: string | null; outAt: string | null; fault: StayFault | null; /** A lost exit or entry that has found its stay. */ joined: boolean };

/** A stay, or a fault, of one line or of two (an entry and its exit). */
export type PlannedStay = Omit<BarrierLine, 'row'> & { row: number; outRow: number | null; /** Lost exits and entries of earlier files that this completes. */ joins: number[] };

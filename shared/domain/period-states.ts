import { addMonths } from './period.ts';

/** The months from one to another, both included; none when they are reversed. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export type ClosingEvent = { kind: 'close' | 'reopen'; month: string; closedThrough: string | null; by: string; at: string };

/** What each event closed or opened again (in their order), and who closed the months that are closed now. `first` is the month in which the books begin. */
export function playEvents<Event extends ClosingEvent>(events: readonly Event[], first: string): { events: (Event & { months: string[] })[]; closed: Map<string, { by: string; at: string }> } {
  const closed = new Map<string, { by: string; at: string }>();
  let through: string | null = null;
  const played = events.map((event) => {
    const months = event.kind === 'close' ? monthsBetween(through === null ? first : addMonths(through, 1), event.month) : monthsBetween(event.month, through ?? '');
    for (const month of months) if (event.kind === 'close') closed.set(month, { by: event.by, at: event.at }); else closed.delete(month);
    through = event.closedThrough;
    return { ...event, months };
  });
  return { events: played, closed };
}

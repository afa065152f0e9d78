import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { DAY, hours, weekdays, type Weekday } from './week-hours.ts';

/** What the element of a cell must carry so that arrow keys find it: only one is in the tab order. */
export type CellKeys = { 'data-cell': number; tabIndex: 0 | -1; onFocus: () => void };
type WeekTableProps = {
  label: string; corner: string; nameOf: (weekday: Weekday) => string; /** The class of an hour of the week, 0 (Monday 0:00) to 167. */ classOf: (place: number) => string; cell: (place: number, keys: CellKeys) => ReactNode;
  /** The hour under the pointer or in focus; undefined when the pointer leaves. */ onShow?: (place: number | undefined) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -DAY, ArrowDown: DAY };

/** Hours across and weekdays down; arrow keys move from hour to hour. */
export function WeekTable({ label, corner, nameOf, classOf, cell, onShow }: WeekTableProps) {
  const [stand, setStand] = useState(0);
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    const next = step === undefined ? -1 : stand + step;
    if (next < 0 || next >= weekdays.length * DAY) return;
    event.preventDefault();
    setStand(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${String(next)}"]`)?.focus();
  };
  return (
    <table className="heat-map" aria-label={label} onKeyDown={move} onMouseLeave={() => onShow?.(undefined)}>
      <thead><tr><th>{corner}</th>{hours.map((hour) => <th key={hour}>{hour % 2 === 0 ? hour : ''}</th>)}</tr></thead>
      <tbody>
        {weekdays.map((weekday, day) => (
          <tr key={weekday}>
            <th>{nameOf(weekday)}</th>
            {hours.map((hour) => {
              const place = day * DAY + hour;
              return <td key={hour} className={classOf(place)} onMouseEnter={() => onShow?.(place)}>{cell(place, { 'data-cell': place, tabIndex: place === stand ? 0 : -1, onFocus: () => { setStand(place); onShow?.(place); } })}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

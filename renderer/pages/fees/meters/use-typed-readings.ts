import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { parseE4 } from '../../../../shared/domain/meter.ts';
import { call, reloadQueries } from '../../../api.ts';

export type MeterRow = Output<'meters.list'>['items'][number];
export type TypedReading = { text: string; state: 'typing' | 'saving' | 'saved' | 'bad' | 'falls' | 'refused'; refusal?: Refusal };

export type TypedReadings = {
  of: (homeId: number) => TypedReading | undefined;
  type: (homeId: number, text: string) => void;
  /** Stores what was typed for a home; false: it cannot be taken as it is. */
  save: (row: MeterRow) => boolean;
};

/** The list is read again when the typing rests, not after every home. */
const REST_MS = 700;

/** What is typed down the column of readings: each is stored by itself while the next is typed. */
export function useTypedReadings(item: string, readOn: string): TypedReadings {
  const [typed, setTyped] = useState<ReadonlyMap<number, TypedReading>>(new Map());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const put = useCallback((homeId: number, reading: TypedReading) => setTyped((last) => new Map(last).set(homeId, reading)), []);
  const send = async (homeId: number, text: string, valueE4: number) => {
    const reply = await call('meters.record', { homeId, item, readOn, valueE4 });
    put(homeId, reply.ok ? { text, state: 'saved' } : { text, state: 'refused', refusal: reply });
    if (!reply.ok) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(reloadQueries, REST_MS);
  };
  const save = (row: MeterRow): boolean => {
    const entry = typed.get(row.homeId);
    if (!entry || entry.text.trim() === '' || entry.state === 'saving' || entry.state === 'saved') return true;
    const valueE4 = parseE4(entry.text);
    if (valueE4 === undefined) put(row.homeId, { text: entry.text, state: 'bad' });
    else if (row.last && valueE4 < row.last.valueE4) put(row.homeId, { text: entry.text, state: 'falls' });
    else {
      put(row.homeId, { text: entry.text, state: 'saving' });
      void send(row.homeId, entry.text, valueE4);
      return true;
    }
    return false;
  };
  return { of: (homeId) => typed.get(homeId), type: (homeId, text) => put(homeId, { text, state: 'typing' }), save };
}

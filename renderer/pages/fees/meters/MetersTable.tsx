import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { parseE4 } from '../../../../shared/domain/meter.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { money, quantity, shortDay } from '../../../text/formats.ts';
import { useRefusalText } from '../../../text/refusals.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import type { FeesRoute } from '../fees-route.ts';
import { useItemName } from '../item-name.ts';
import { ReadingInput } from './ReadingInput.tsx';
import { useTypedReadings, type MeterRow, type TypedReadings } from './use-typed-readings.ts';

type Item = Output<'meters.listItems'>['items'][number];
type MetersTableProps = { item: Item; month: string; route: FeesRoute; /** The day that typed readings get at first. */ dayOfReading: string; chosen: number | undefined; onPick: (home: { homeId: number; label: string }) => void; /** More to do with the list. */ children: ReactNode };

/** Homes with the last and this month's reading; who may, types down the column. A row opens the home's readings. */
export function MetersTable({ item, month, route, dayOfReading, chosen, onPick, children }: MetersTableProps) {
  const { t } = useTranslation('meters');
  const itemName = useItemName();
  const may = useMay('manager', 'office');
  const [readOn, setReadOn] = useState<{ month: string; day: string | undefined }>({ month, day: dayOfReading });
  const day = readOn.month === month ? readOn.day : dayOfReading;
  const { building, search, show } = route;
  const filter = { item: item.code, month, ...(building && { building }), ...(search && { search }), ...(show !== 'all' && { only: show }) };
  const pages = usePages('meters.list', filter);
  const typed = useTypedReadings(item.code, day ?? dayOfReading);
  const columns = useMeterColumns(item.unit, typed, may && day !== undefined);
  return (
    <>
      <div className="fees-bar">
        {may && (
          <>
            <span className="muted small">{t('readOn')}</span>
            <DayInput label={t('readOn')} value={day} onChange={(value) => setReadOn({ month, day: value })} clearable={false} />
          </>
        )}
        {!may && <span className="muted small">{t('onlyOffice')}</span>}
        <span className="fees-count muted small">{pages.loading ? '' : t(pages.complete ? 'rows' : 'rowsMore', { count: pages.knownRows })}</span>
        {children}
        <ExportList list="meters.list" input={filter} name={`${itemName(item.name)} ${month}`} />
      </div>
      <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
      <LongTable
        label={itemName(item.name)}
        columns={columns}
        rowCount={pages.rowCount}
        rowAt={pages.rowAt}
        onView={pages.ensure}
        listKey={pages.listKey}
        loading={pages.loading && !pages.refusal}
        onOpen={({ homeId, label }) => onPick({ homeId, label })}
        rowClass={(row) => `${row.skip === 'READING_FALLS' ? 'blocked' : ''} ${row.homeId === chosen ? 'chosen' : ''}`}
        empty={<EmptyNote title={t('nothing')}>{t('nothingNote')}</EmptyNote>}
      />
    </>
  );
}

/** A home whose reading of the month is still to be typed. */
function isOpen(row: MeterRow): boolean {
  return row.reading === null && row.bill === null;
}

function useMeterColumns(unit: string, typed: TypedReadings, typing: boolean): Column<MeterRow>[] {
  const { t } = useTranslation('meters');
  const state = useStateWords(typed);
  return useMemo<Column<MeterRow>[]>(
    () => [
      { key: 'home', title: t('home'), width: 'minmax(92px, 108px)', cell: (row) => <b>{row.label}</b> },
      { key: 'meter', title: t('meterNo'), width: 'minmax(90px, 150px)', from: 720, cell: (row) => <span className="muted">{row.meterNo}</span>, hint: (row) => row.meterNo },
      { key: 'last', title: t('last'), width: 'minmax(120px, 170px)', num: true, cell: (row) => row.last && <><span className="muted small">{shortDay(row.last.readOn)}</span> {quantity(row.last.valueE4)}</> },
      { key: 'reading', title: t('reading'), width: '140px', num: true, cell: (row) => (row.reading ? <><span className="muted small">{shortDay(row.reading.readOn)}</span> {quantity(row.reading.valueE4)}</> : typing && isOpen(row) ? <ReadingInput row={row} typed={typed} /> : '') },
      { key: 'used', title: unit === '' ? t('used') : t('usedUnit', { unit }), width: '108px', num: true, led: true, cell: (row) => usedText(row, typed) },
      { key: 'state', title: t('state'), width: 'minmax(170px, 1.6fr)', cell: (row) => { const { words, red } = state(row); return <span className={red ? 'red' : 'muted'}>{words}</span>; }, hint: (row) => state(row).words },
    ],
    [t, unit, typed, typing, state],
  );
}

function usedText(row: MeterRow, typed: TypedReadings): string {
  const entry = typed.of(row.homeId);
  const valueE4 = entry && entry.state !== 'bad' && isOpen(row) ? parseE4(entry.text) : undefined;
  if (row.bill) return quantity(row.bill.quantityE4);
  const typedE4 = valueE4 !== undefined && row.last && valueE4 >= row.last.valueE4 ? valueE4 - row.last.valueE4 : undefined;
  return row.usedE4 === null && typedE4 === undefined ? '' : quantity((row.usedE4 ?? 0) + (typedE4 ?? 0));
}

function useStateWords(typed: TypedReadings): (row: MeterRow) => { words: string; red: boolean } {
  const { t } = useTranslation('meters');
  const refusalText = useRefusalText();
  return (row) => {
    const entry = isOpen(row) ? typed.of(row.homeId) : undefined;
    if (entry?.state === 'refused' && entry.refusal) return { words: refusalText(entry.refusal), red: true };
    if (entry?.state === 'bad') return { words: t('badReading'), red: true };
    if (entry?.state === 'falls') return { words: t('wouldFall'), red: true };
    if (entry?.state === 'saving') return { words: t('saving'), red: false };
    if (row.bill) return { words: t('billedAt', { amount: money(row.bill.amountFen) }), red: false };
    if (row.skip === 'NO_READING' && row.reading) return { words: row.reading.kind === 'base' ? t('base') : t('skip.NO_USE'), red: false };
    if (row.skip) return { words: t(`skip.${row.skip}`), red: row.skip === 'READING_FALLS' };
    return { words: row.reading === null ? t('unreadUse') : row.reading.kind === 'base' ? t('newMeter') : t('ready'), red: false };
  };
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay } from '../../../session.ts';
import { dateTime, quantity } from '../../../text/formats.ts';
import { ALL_MONTHS } from '../fees-route.ts';
import { useItemName } from '../item-name.ts';
import { CorrectReadingForm, ReplaceMeterForm, type HistoryRow } from './MeterForms.tsx';

type Item = Output<'meters.listItems'>['items'][number];
type Open = { form: 'replace' } | { form: 'correct'; reading: HistoryRow };

/** All readings of a home's meter, corrected ones struck through, and the forms that replace and correct. */
export function MeterPanel({ home, item, onClose }: { home: { homeId: number; label: string }; item: Item; onClose: () => void }) {
  const { t } = useTranslation(['meters', 'common']);
  const itemName = useItemName();
  const may = useMay('manager', 'office');
  const history = useQuery('meters.history', { homeId: home.homeId, item: item.code });
  const [open, setOpen] = useState<Open | undefined>();
  const [done, setDone] = useState<{ words: string; warning: boolean } | undefined>();
  const rows = history.value?.items ?? [];
  const finish = (words: string, warning = false) => {
    setOpen(undefined);
    setDone({ words, warning });
  };
  const title = t('panel', { home: home.label, item: itemName(item.name) });
  return (
    <aside className="card fees-side meter-panel" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="sec">
        <h2>{title}</h2>
        <Button look="link" className="hint" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      {done !== undefined && (
        <p className={`${done.warning ? 'warn' : 'good'} side-note`} role="status">
          {done.words}
        </p>
      )}
      {may && rows.length > 0 && !open && (
        <div className="side-acts">
          <Button onClick={() => setOpen({ form: 'replace' })}>{t('replace')}</Button>
        </div>
      )}
      {open?.form === 'replace' && <ReplaceMeterForm homeId={home.homeId} item={item} onDone={finish} onClose={() => setOpen(undefined)} />}
      {open?.form === 'correct' && <CorrectReadingForm key={open.reading.readingId} reading={open.reading} next={nextOf(rows, open.reading)} onDone={finish} onClose={() => setOpen(undefined)} />}
      <RefusalNote refusal={history.refusal} onRetry={history.reload} />
      {!history.value && history.state === 'loading' && <Skeleton rows={6} />}
      {history.value && rows.length === 0 && <EmptyNote title={t('noHistory')}>{t('noHistoryNote')}</EmptyNote>}
      {rows.length > 0 && <p className="muted small side-note">{t('historyNote')}</p>}
      {rows.length > 0 && <HistoryTable rows={rows} label={home.label} onCorrect={may ? (reading) => { setDone(undefined); setOpen({ form: 'correct', reading }); } : undefined} />}
    </aside>
  );
}

/** The living reading of the same meter that follows; the rows come newest first. */
function nextOf(rows: readonly HistoryRow[], { readingId, meterId }: HistoryRow): HistoryRow | undefined {
  const at = rows.findIndex((row) => row.readingId === readingId);
  return rows.slice(0, Math.max(at, 0)).findLast((row) => row.meterId === meterId && row.correctedBy === null);
}

type LineProps = { /** Of the home. */ label: string; onCorrect: ((reading: HistoryRow) => void) | undefined };

function HistoryTable({ rows, ...props }: LineProps & { rows: readonly HistoryRow[] }) {
  const { t } = useTranslation('meters');
  return (
    <div className="meter-history">
      <table className="book">
        <thead>
          <tr>
            <th>{t('day')}</th>
            <th className="num">{t('value')}</th>
            <th className="num">{t('used')}</th>
            <th>{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <HistoryLine key={row.readingId} row={row} meterBegins={row.meterId !== rows[index - 1]?.meterId} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HistoryLine({ row, meterBegins, label, onCorrect }: LineProps & { row: HistoryRow; meterBegins: boolean }) {
  const { t } = useTranslation('meters');
  const dead = row.correctedBy !== null;
  return (
    <>
      {meterBegins && (
        <tr className="meter-head">
          <td colSpan={4}>{row.meterNo === '' ? t('noNumber') : t('meterChanged', { no: row.meterNo })}</td>
        </tr>
      )}
      <tr className={dead ? 'dead' : ''}>
        <td>{row.readOn}</td>
        <td className={`num ${dead ? 'struck' : ''}`}>
          {row.kind !== 'normal' && <span className="muted small">{t(`kind.${row.kind}`)} </span>}
          {quantity(row.valueE4)}
        </td>
        <td className={`num ${row.falls ? 'red' : ''}`}>{row.usedE4 === null ? '' : row.falls ? t('falls') : quantity(row.usedE4)}</td>
        <td>
          <div className="marks">
            <span className="muted small" title={dateTime(row.at)}>
              {row.source === '' ? t('typed', { by: row.by }) : row.source}
            </span>
            {row.corrects !== null && <span className="small">{t('correctedNote', { reason: row.note })}</span>}
            {dead && <Tag>{t('corrected')}</Tag>}
            {row.billId !== null && (
              <a className="small" href={linkTo('fees', { month: ALL_MONTHS, item: row.item, search: label })}>
                {t('onBill', { no: row.billId })}
              </a>
            )}
            {!dead && row.billId === null && onCorrect && (
              <Button look="link" className="small" onClick={() => onCorrect(row)}>
                {t('correct')}
              </Button>
            )}
          </div>
        </td>
      </tr>
    </>
  );
}

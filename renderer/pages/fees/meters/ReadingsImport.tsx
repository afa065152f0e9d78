import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Choice } from '../items/Choice.tsx';
import { useItemName } from '../item-name.ts';
import { ReadingsBar } from './ReadingsBar.tsx';
import { ReadingRows } from './ReadingRows.tsx';
import { useReadingWords, type ReadingsSource } from './reading-words.ts';

type Item = Output<'meters.listItems'>['items'][number];
type Summary = Output<'meters.importReadings'>;

/** Importing a list of readings: choose, preview, import, result. */
export function ReadingsImport({ item, items, onClose }: { item: Item; items: Item[]; onClose: () => void }) {
  const { t } = useTranslation('meters');
  const [file, setFile] = useState<string | undefined>();
  // A file that was mended is read again under a new number.
  const [reading, setReading] = useState(0);
  const [imported, setImported] = useState<Summary | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'roster' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setImported(undefined);
    setFile(reply.value.file);
    setReading((count) => count + 1);
  };
  return (
    <div className="readings-area">
      <div className="readings-head">
        <h2>{t('importTitle')}</h2>
        <span className="muted small">{file?.split(/[\\/]/).at(-1)}</span>
        {file !== undefined && <Button onClick={() => void pick()}>{t(imported ? 'again' : 'pickAnother')}</Button>}
        <Button onClick={onClose}>{t('back')}</Button>
      </div>
      <RefusalNote refusal={refusal} />
      {file === undefined && (
        <section className="card readings-start">
          <h2>{t('importStart')}</h2>
          <p>{t('importNote')}</p>
          <p className="muted">{t('importColumns')}</p>
          <p className="muted">{t('importFaults')}</p>
          <Button look="main" onClick={() => void pick()}>
            {t('pick')}
          </Button>
        </section>
      )}
      {imported && <Imported summary={imported} onClose={onClose} />}
      {file !== undefined && !imported && <Preview key={`${file} ${reading}`} file={file} item={item} items={items} onImported={setImported} />}
    </div>
  );
}

function Preview({ file, item, items, onImported }: { file: string; item: Item; items: Item[]; onImported: (summary: Summary) => void }) {
  const { t } = useTranslation('meters');
  const itemName = useItemName();
  const [sheet, setSheet] = useState<string | undefined>();
  const [code, setCode] = useState(item.code);
  const [readOn, setReadOn] = useState<string | undefined>();
  const source: ReadingsSource = { file, item: code, ...(sheet !== undefined && { sheet }), ...(readOn !== undefined && { readOn }) };
  const preview = useQuery('meters.previewReadings', source, { keepLast: true });
  const { value } = preview;
  const sheets = value?.sheets ?? (preview.refusal?.code === 'NO_HEADER_ROW' || preview.refusal?.code === 'NO_SUCH_SHEET' ? preview.refusal.details.sheets : []);
  return (
    <>
      {preview.state === 'error' && <PreviewRefusal refusal={preview.refusal} onRetry={preview.reload} />}
      <div className="readings-source">
        {sheets.length > 1 && (
          <>
            <span className="muted small">{t('sheet')}</span>
            <Select aria-label={t('sheet')} style={{ width: 200 }} value={sheet ?? value?.sheet ?? null} onChange={(name) => setSheet(name ?? undefined)} options={sheets.map((name) => ({ value: name, label: name }))} />
          </>
        )}
        {value && !('item' in value.headers) && (
          <>
            <span className="muted small">{t('defaultItem')}</span>
            <Choice label={t('defaultItem')} value={code} options={items.map((one) => ({ value: one.code, label: itemName(one.name) }))} onChange={setCode} />
          </>
        )}
        {value && !('readOn' in value.headers) && (
          <>
            <span className="muted small">{t('defaultDay')}</span>
            <DayInput label={t('defaultDay')} value={readOn ?? value.rows.find((row) => row.readOn !== '')?.readOn} onChange={setReadOn} clearable={false} />
          </>
        )}
      </div>
      {!value && preview.state === 'loading' && (
        <section className="card">
          <p className="muted readings-reading">{t('readingFile', { file: file.split(/[\\/]/).at(-1) ?? file })}</p>
          <Skeleton rows={8} />
        </section>
      )}
      {value && preview.state !== 'error' && (
        <>
          <Facts summary={value} {...usedOf(value)} />
          <ReadingRows file={file} preview={value} />
          <ReadingsBar source={source} preview={value} onRead={preview.reload} onImported={onImported} />
        </>
      )}
    </>
  );
}

/** What the list comes to; quantities of different items do not add up. */
function usedOf({ rows }: Output<'meters.previewReadings'>): { usedE4?: number } {
  const taken = rows.filter(({ usedE4 }) => usedE4 !== null);
  return new Set(taken.map(({ item }) => item)).size === 1 ? { usedE4: taken.reduce((sum, { usedE4 }) => sum + (usedE4 ?? 0), 0) } : {};
}

function PreviewRefusal({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { t } = useTranslation('meters');
  const words = useReadingWords();
  if (refusal.code !== 'NO_HEADER_ROW') return <RefusalNote refusal={refusal} onRetry={onRetry} />;
  const { sheets, missing } = refusal.details;
  return (
    <div className="refusal" role="alert" data-code={refusal.code}>
      <span>{missing.length === 1 && missing[0] === 'item' ? t('noItemColumn') : t('noHeader', { sheets: sheets.join('、'), missing: missing.map(words.field).join('、') })}</span>
      <Button look="link" onClick={onRetry}>
        {t('readAgain')}
      </Button>
    </div>
  );
}

function Facts({ summary, usedE4, done = false }: { summary: Summary; usedE4?: number; done?: boolean }) {
  const { t } = useTranslation('meters');
  const words = useReadingWords();
  const refused = new Set(summary.errors.map(({ row }) => row)).size;
  const facts: [string, number, boolean][] = [[t(done ? 'acceptedDone' : 'accepted'), summary.accepted, false], [t('bases'), summary.bases, false], [t('replaced'), summary.replaced, false], [t('unchanged'), summary.unchanged, false], [t('unread'), summary.unread, false], [t('refused'), refused, refused > 0]];
  return (
    <dl className="card readings-facts">
      {facts.map(([name, count, red]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={red ? 'red' : ''}>{t('rowsValue', { count })}</dd>
        </div>
      ))}
      {usedE4 !== undefined && (
        <div>
          <dt>{t('totalUsed')}</dt>
          <dd>{words.quantity(usedE4)}</dd>
        </div>
      )}
    </dl>
  );
}

function Imported({ summary, onClose }: { summary: Summary; onClose: () => void }) {
  const { t } = useTranslation('meters');
  const refused = new Set(summary.errors.map(({ row }) => row)).size;
  return (
    <>
      <section className="card readings-done" role="status">
        <h2 className="good">{t('done')}</h2>
        {refused > 0 && <p>{t('refusedLeft', { count: refused })}</p>}
        <Button look="main" onClick={onClose}>
          {t('toReadings')}
        </Button>
      </section>
      <Facts summary={summary} done />
    </>
  );
}

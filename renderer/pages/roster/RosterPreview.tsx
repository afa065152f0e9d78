import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { Button } from '../../components/controls.tsx';
import { RosterImportBar } from './RosterImportBar.tsx';
import { RosterRows } from './RosterRows.tsx';
import { RosterSummary } from './RosterSummary.tsx';
import { useRosterWords } from './roster-words.ts';

type RosterPreviewProps = { file: string; onImported: (sheet: string | undefined, summary: Output<'roster.import'>) => void };

/** What importing a workbook would do, row by row, and the button that does it. */
export function RosterPreview({ file, onImported }: RosterPreviewProps) {
  const { t } = useTranslation('roster');
  const [sheet, setSheet] = useState<string | undefined>();
  const source = sheet === undefined ? { file } : { file, sheet };
  const preview = useQuery('roster.preview', source);
  const { value } = preview;
  const sheets = value?.sheets ?? sheetsOf(preview.refusal);
  return (
    <>
      {preview.state === 'error' && <PreviewRefusal refusal={preview.refusal} onRetry={preview.reload} />}
      {sheets.length > 1 && (
        <div className="roster-source">
          <span className="muted small">{t('sheet')}</span>
          <Select aria-label={t('sheet')} style={{ width: 220 }} value={sheet ?? value?.sheet ?? null} onChange={(name) => setSheet(name ?? undefined)} options={sheets.map((name) => ({ value: name, label: name }))} />
        </div>
      )}
      {!value && preview.state === 'loading' && (
        <section className="card">
          <p className="muted roster-reading">{t('reading', { file: file.split(/[\\/]/).at(-1) ?? file })}</p>
          <Skeleton rows={8} />
        </section>
      )}
      {value && preview.state !== 'error' && (
        <>
          <RosterSummary summary={value} refusedRows={value.rows.filter((row) => row.action === 'refused').length} />
          <RosterRows source={source} preview={value} />
          <RosterImportBar source={source} preview={value} onRead={preview.reload} onImported={(summary) => onImported(sheet, summary)} />
        </>
      )}
    </>
  );
}

function sheetsOf(refusal: Refusal | undefined): string[] {
  return refusal?.code === 'NO_HEADER_ROW' || refusal?.code === 'NO_SUCH_SHEET' ? refusal.details.sheets : [];
}

/** Why a workbook cannot be read; a missing header names the columns as they are called here. */
function PreviewRefusal({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { t } = useTranslation('roster');
  const words = useRosterWords();
  if (refusal.code !== 'NO_HEADER_ROW') return <RefusalNote refusal={refusal} onRetry={onRetry} />;
  const { sheets, missing } = refusal.details;
  return (
    <div className="refusal" role="alert" data-code={refusal.code}>
      <span>{t('noHeader', { sheets: sheets.join('、'), missing: missing.map(words.field).join('、') })}</span>
      <Button look="link" onClick={onRetry}>
        {t('readAgain')}
      </Button>
    </div>
  );
}

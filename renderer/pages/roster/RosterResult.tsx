import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { linkTo } from '../../route.ts';
import { countText } from '../ledger/book/count-text.ts';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';
import { RosterSummary } from './RosterSummary.tsx';

type RosterResultProps = { file: string; sheet: string | undefined; summary: Output<'roster.import'>; onAgain: () => void };

/** What an import did, what it left out, and where to go from here. */
export function RosterResult({ file, sheet, summary, onAgain }: RosterResultProps) {
  const { t } = useTranslation('roster');
  const saving = useSave();
  const refusedRows = new Set(summary.errors.map((error) => error.row)).size;
  const saveRefused = () => saving.save(t('saveName'), 'xlsx', (saveAs) => call('roster.savePreview', { file, ...(sheet !== undefined && { sheet }), actions: ['refused'], saveAs }));
  return (
    <>
      <section className="card roster-result" role="status">
        <h2 className="good">{t('done')}</h2>
        <p className="muted">{t('doneNote', { file })}</p>
        <ul>
          <li>
            {t('created')} <b>{countText(summary.created)}</b>
          </li>
          <li>
            {t('updated')} <b>{countText(summary.updated)}</b>
          </li>
          <li>
            {t('unchanged')} <b>{countText(summary.unchanged)}</b>
          </li>
        </ul>
        <div className="roster-acts">
          <a className="button main" href={linkTo('homes')}>
            {t('toHomes')}
          </a>
          <a className="button" href={linkTo('fees')}>
            {t('toFees')}
          </a>
          <Button onClick={onAgain}>{t('again')}</Button>
        </div>
      </section>
      <RosterSummary summary={summary} refusedRows={refusedRows} done />
      {refusedRows > 0 && (
        <section className="card roster-left">
          <p>{t('refusedLeft', { count: refusedRows })}</p>
          <Button onClick={() => void saveRefused()}>{t('saveRefused')}</Button>
          <SaveNote saving={saving} />
        </section>
      )}
    </>
  );
}

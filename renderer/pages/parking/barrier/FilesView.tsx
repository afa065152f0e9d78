import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { dateTime } from '../../../text/formats.ts';
import { countText } from '../../ledger/book/count-text.ts';
import type { BarrierRoute } from './barrier-route.ts';

/** The files that were imported, newest first; their faults are a click away. */
export function FilesView({ onChange }: { onChange: (changes: Partial<BarrierRoute>) => void }) {
  const { t } = useTranslation('barrier');
  const files = useQuery('barrier.files', {});
  const items = files.value?.items;
  return (
    <div className="barrier-scroll">
      <section className="card">
        <RefusalNote refusal={files.refusal} onRetry={files.reload} />
        {!items && files.state === 'loading' && <Skeleton rows={4} />}
        {items?.length === 0 && <EmptyNote title={t('files.none')}>{t('list.noFileNote')}</EmptyNote>}
        {items && items.length > 0 && (
          <table className="book barrier-files">
            <thead>
              <tr>
                <th>{t('files.file')}</th>
                <th>{t('files.days')}</th>
                <th className="num">{t('files.rows')}</th>
                <th className="num">{t('files.stays')}</th>
                <th className="num">{t('files.faults')}</th>
                <th>{t('files.by')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((file) => (
                <tr key={file.fileId}>
                  <td className="name" title={file.name}>
                    {file.name}
                  </td>
                  <td>{file.from === '' ? <span className="muted">{t('files.noDays')}</span> : t('files.span', { from: file.from, to: file.to })}</td>
                  <td className="num">{countText(file.rows)}</td>
                  <td className="num">{countText(file.stays)}</td>
                  <td className="num">
                    {file.faults === 0 ? (
                      <span className="muted">0</span>
                    ) : (
                      <Button look="link" onClick={() => onChange({ view: 'faults', fileId: file.fileId })}>
                        {countText(file.faults)}
                      </Button>
                    )}
                  </td>
                  <td className="muted small">{t('files.importedBy', { who: file.by, when: dateTime(file.at) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

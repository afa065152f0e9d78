import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { dateTime, money } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';

/** The files that were imported, newest first. */
export function FileList() {
  const { t } = useTranslation('channels');
  const files = useQuery('channels.files', {});
  const items = files.value?.items;
  return (
    <section className="card">
      <div className="sec">
        <h2>{t('overview.files')}</h2>
        <span className="hint">{items && items.length > 0 && <ExportList list="channels.files" input={{}} name={t('overview.files')} />}</span>
      </div>
      <RefusalNote refusal={files.refusal} onRetry={files.reload} />
      {!items && files.state === 'loading' && <Skeleton rows={3} />}
      {items?.length === 0 && <EmptyNote title={t('overview.noFiles')}>{t('overview.noFilesNote')}</EmptyNote>}
      {items && items.length > 0 && (
        <table className="book channels-files">
          <thead>
            <tr>
              <th>{t('overview.head')}</th>
              <th>{t('overview.file')}</th>
              <th>{t('overview.days')}</th>
              <th className="num">{t('import.lines')}</th>
              <th className="num">{t('overview.matched')}</th>
              <th className="num">{t('overview.exceptions')}</th>
              <th className="num led">{t('overview.byFile')}</th>
              <th className="num">{t('overview.back')}</th>
              <th className="num">{t('overview.fee')}</th>
              <th className="imported" />
            </tr>
          </thead>
          <tbody>
            {items.map((file) => (
              <tr key={file.fileId}>
                <td>{t(`channel.${file.channel}`)}</td>
                <td className="name" title={file.name}>
                  {file.name}
                </td>
                <td>{t('import.days', { from: file.from, to: file.to })}</td>
                <td className="num">{countText(file.lines)}</td>
                <td className="num">{countText(file.matched)}</td>
                <td className={`num ${file.exceptions > 0 ? 'red' : 'muted'}`}>{countText(file.exceptions)}</td>
                <td className="num led">{money(file.grossFen)}</td>
                <td className="num">{money(file.refundFen)}</td>
                <td className="num">{money(file.feeFen)}</td>
                <td className="imported muted small">{t('overview.importedBy', { who: file.by, when: dateTime(file.at) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

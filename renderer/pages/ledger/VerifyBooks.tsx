import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { HledgerExport } from './HledgerExport.tsx';
import { useLedgerWords } from './ledger-words.ts';

/** Whether the books are sound, in words, and every problem found. */
export function VerifyBooks() {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const verified = useQuery('ledger.verify', {});
  const { value, state, refusal, reload } = verified;
  return (
    <>
      <div className="book-bar">
        <Button onClick={reload}>{t('verifyRun')}</Button>
        <div className="book-acts">
          <HledgerExport />
        </div>
      </div>
      <div className="book-notes">
        <RefusalNote refusal={refusal} onRetry={reload} />
      </div>
      {!value && state === 'loading' && (
        <div className="verdict">
          <p className="muted">{t('verifying')}</p>
          <Skeleton rows={3} />
        </div>
      )}
      {value && (
        <div className="verdict" role="status">
          <h3 className={value.ok ? 'good' : 'red'}>{value.ok ? t('verifyOk') : t('verifyBad', { count: value.problems.length })}</h3>
          <p>{value.ok ? t('verifyOkNote', { count: value.entries }) : t('verifyBadNote', { count: value.entries })}</p>
        </div>
      )}
      {value && value.problems.length > 0 && (
        <div className="book-scroll">
          <table className="book">
            <thead>
              <tr>
                <th>{t('problem')}</th>
                <th>{t('subject')}</th>
                <th>{t('detail')}</th>
              </tr>
            </thead>
            <tbody>
              {value.problems.map((problem, index) => (
                <tr key={index}>
                  <td className="red">{words.problem(problem.kind)}</td>
                  <td>{problem.subject}</td>
                  <td className="wraps">{words.problemDetail(problem.kind, problem.detail)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, ProgressBar, RefusalNote } from '../../components/states.tsx';
import { HledgerExport } from './HledgerExport.tsx';
import { useLedgerWords } from './ledger-words.ts';

type Verified = Output<'ledger.verify'>;

/** Whether the books are sound, in words, and every problem found. It runs when asked: it reads every entry. */
export function VerifyBooks() {
  const { t } = useTranslation('ledger');
  const { run, running, refusal, progress, cancel } = useCommand('ledger.verify', { reloads: false });
  const [verified, setVerified] = useState<Verified | undefined>();
  const start = async () => {
    setVerified(undefined);
    const reply = await run({});
    if (reply.ok) setVerified(reply.value);
  };
  return (
    <>
      <div className="book-bar">
        <Button look="main" disabled={running} onClick={() => void start()}>
          {verified ? t('verifyRun') : t('verifyStart')}
        </Button>
        <div className="book-acts">
          <HledgerExport />
        </div>
      </div>
      <div className="book-notes">
        {running && <ProgressBar progress={progress && { ...progress, label: '' }} label={t('verifying')} onCancel={cancel} />}
        <RefusalNote refusal={refusal} />
      </div>
      {!verified && !running && <EmptyNote title={t('verifyIdle')}>{t('verifyIdleNote')}</EmptyNote>}
      {verified && <Verdict verified={verified} />}
    </>
  );
}

function Verdict({ verified: { ok, entries, problems } }: { verified: Verified }) {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  return (
    <>
      <div className="verdict" role="status">
        <h3 className={ok ? 'good' : 'red'}>{ok ? t('verifyOk') : t('verifyBad', { count: problems.length })}</h3>
        <p>{ok ? t('verifyOkNote', { count: entries }) : t('verifyBadNote', { count: entries })}</p>
      </div>
      {problems.length > 0 && (
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
              {problems.map((problem, index) => (
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

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../shared/errors.ts';
import { forgetQueries } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { SealMark } from '../../components/SealMark.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { markUsable } from '../../usable.ts';
import { BackupList } from './BackupList.tsx';
import { callRecovery, type Backups, type RecoveryState } from './recovery-api.ts';
import './recovery.css';

/** Why the books did not open, that the file was not touched, and the ways out. */
export function RecoveryPage() {
  const { t } = useTranslation(['estate', 'common']);
  const [state, setState] = useState<RecoveryState>();
  const [backups, setBackups] = useState<Backups>();
  const [problem, setProblem] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  const [turn, setTurn] = useState(0);

  useEffect(() => {
    void callRecovery('recovery.listBackups', {}).then((list) => list.ok && setBackups(list.value));
    void callRecovery('recovery.state', {}).then((now) => {
      if (!now.ok) return setProblem(now);
      if (now.value.refusal === null) return leave();
      setState(now.value);
      markUsable('recovery');
    });
  }, [turn]);

  const work = async (step: () => Promise<Refusal | undefined>) => {
    setBusy(true);
    setProblem(await step());
    setBusy(false);
    setTurn((count) => count + 1);
  };
  const restore = (file: string) =>
    work(async () => {
      const reply = await callRecovery('recovery.restore', { file });
      return reply.ok ? (reply.value.refusal ?? undefined) : reply;
    });
  const chooseFile = async () => {
    const reply = await callRecovery('recovery.chooseFile', {});
    if (!reply.ok) setProblem(reply);
    else if (reply.value.file !== null) await restore(reply.value.file);
  };
  const retry = () =>
    work(async () => {
      const reply = await callRecovery('recovery.retry', {});
      return reply.ok ? undefined : reply;
    });
  return (
    <main className="recovery">
      <div className="card">
        <div className="rule2" />
        <header>
          <SealMark size={40} />
          <h1>{t('recovery.title')}</h1>
        </header>
        {state ? <Facts state={state} /> : <Skeleton rows={4} />}
        <h2>{t('recovery.restoreTitle')}</h2>
        <p className="muted small">{t('recovery.restoreNote')}</p>
        {backups && backups.items.length === 0 && <EmptyNote title={t('recovery.noBackups')} />}
        {backups && <BackupList items={backups.items} disabled={busy} onRestore={(file) => void restore(file)} />}
        <RefusalNote refusal={problem} />
        <div className="acts">
          <Button disabled={busy} onClick={() => void chooseFile()}>
            {t('recovery.chooseFile')}
          </Button>
          <Button onClick={() => void callRecovery('recovery.showLog', {})}>{t('recovery.showLog')}</Button>
          <Button look="main" disabled={busy} onClick={() => void retry()}>
            {t('recovery.retry')}
          </Button>
        </div>
      </div>
    </main>
  );
}

/** The books are open: on to signing in. */
function leave(): void {
  forgetQueries();
  goTo('payments');
}

function Facts({ state }: { state: RecoveryState }) {
  const { t } = useTranslation('estate');
  return (
    <>
      <RefusalNote refusal={state.refusal ?? undefined} />
      <p>{t('recovery.kept')}</p>
      <dl className="selectable">
        <dt>{t('recovery.file')}</dt>
        <dd>{state.databaseFile}</dd>
        <dt>{t('recovery.dataFolder')}</dt>
        <dd>{state.dataFolder}</dd>
        <dt>{t('recovery.logFile')}</dt>
        <dd>{state.logFile}</dd>
      </dl>
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, forgetQueries, useCommand } from '../api.ts';
import { Button, Kbd } from '../components/controls.tsx';
import { Field } from '../components/Field.tsx';
import { SealMark } from '../components/SealMark.tsx';
import { RefusalNote } from '../components/states.tsx';
import { useSession } from '../session.ts';
import { useWait } from './use-wait.ts';
import './sign-in.css';

/** Lies over the shell until the one who locked it gives the password, or someone else signs in. */
export function Unlock({ onUnlocked }: { onUnlocked: () => void }) {
  const { t } = useTranslation(['app', 'common']);
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const { run, running, refusal } = useCommand('users.unlock');
  const wait = useWait(refusal);
  const unlock = async () => {
    if (password === '' || wait > 0) return;
    const reply = await run({ password });
    setPassword('');
    if (reply.ok) onUnlocked();
  };
  const leave = async () => {
    await call('users.signOut', {});
    forgetQueries();
  };
  return (
    <div className="sign-in over" role="dialog" aria-modal="true" aria-label={t('locked')}>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <div className="rule2" />
        <header>
          <SealMark size={40} />
          <div>
            <b>{t('locked')}</b>
            <span className="muted">{user.name}</span>
          </div>
        </header>
        <p className="muted">{t('lockedBy', { name: user.name })}</p>
        <Field label={t('password')} type="password" value={password} autoComplete="off" autoFocus onChange={setPassword} />
        <RefusalNote refusal={refusal} />
        <Button look="main" type="submit" disabled={running || wait > 0 || password === ''}>
          {wait > 0 ? t('waiting', { seconds: wait }) : t('unlock')} <Kbd>Enter</Kbd>
        </Button>
        <Button look="link" onClick={() => void leave()}>
          {t('otherUser')}
        </Button>
      </form>
    </div>
  );
}

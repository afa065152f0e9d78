import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetQueries, useCommand, useQuery } from '../api.ts';
import { Button, Kbd, Segments } from '../components/controls.tsx';
import { Field } from '../components/Field.tsx';
import { SealMark } from '../components/SealMark.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../components/states.tsx';
import { changeLanguage, type Language } from '../text/language.ts';
import { markUsable } from '../usable.ts';
import { useWait } from './use-wait.ts';
import './sign-in.css';

const LAST_USER = 'mingbai.lastUser';

/** Names to choose from and a password; after failures it shows how long to wait. */
export function SignIn({ estateName }: { estateName: string }) {
  const { t, i18n } = useTranslation(['app', 'common']);
  const names = useQuery('users.names', {});
  const [chosen, setChosen] = useState<string>();
  const [password, setPassword] = useState('');
  const box = useRef<HTMLFormElement>(null);
  const { run, running, refusal } = useCommand('users.signIn', { reloads: false });
  const wait = useWait(refusal);
  const list = names.value?.names ?? [];
  const last = window.localStorage.getItem(LAST_USER) ?? '';
  const name = chosen ?? (list.includes(last) ? last : list[0]);
  useEffect(() => {
    if (list.length === 0) return;
    box.current?.querySelector<HTMLInputElement>('input')?.focus();
    markUsable('sign-in');
  }, [list.length]);
  const signIn = async () => {
    if (name === undefined || password === '' || wait > 0) return;
    const reply = await run({ name, password });
    setPassword('');
    if (!reply.ok) return;
    window.localStorage.setItem(LAST_USER, name);
    forgetQueries();
  };
  return (
    <div className="sign-in">
      <form
        ref={box}
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <div className="rule2" />
        <header>
          <SealMark size={40} />
          <div>
            <b>{t('common:product')}</b>
            <span className="muted">{estateName}</span>
          </div>
        </header>
        <h1>{t('signInTitle')}</h1>
        {names.state === 'loading' && !names.value && <Skeleton rows={2} height={32} />}
        {names.state === 'error' && <RefusalNote refusal={names.refusal} onRetry={names.reload} />}
        {names.state === 'ready' && list.length === 0 && <EmptyNote title={t('noNames')} />}
        <div className="names" role="radiogroup" aria-label={t('user')}>
          {list.map((each) => (
            <button key={each} type="button" role="radio" aria-checked={each === name} onClick={() => setChosen(each)}>
              {each}
            </button>
          ))}
        </div>
        <Field label={t('password')} type="password" value={password} autoComplete="off" onChange={setPassword} disabled={list.length === 0} />
        <RefusalNote refusal={refusal} />
        <Button look="main" type="submit" disabled={running || wait > 0 || password === '' || name === undefined}>
          {wait > 0 ? t('waiting', { seconds: wait }) : t('signIn')} <Kbd>Enter</Kbd>
        </Button>
        <LanguageChoice language={i18n.language === 'en' ? 'en' : 'zh'} />
      </form>
    </div>
  );
}

function LanguageChoice({ language }: { language: Language }) {
  const { t } = useTranslation();
  return (
    <Segments
      label={t('language')}
      value={language}
      choices={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(value) => void changeLanguage(value)}
    />
  );
}

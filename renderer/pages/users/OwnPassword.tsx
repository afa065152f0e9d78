import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { LEAST_PASSWORD } from './user-rules.ts';

/** The signed-in user's own password, changed by giving the present one. */
export function OwnPassword() {
  const { t } = useTranslation('users');
  const { user } = useSession();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const { run, running, refusal } = useCommand('users.setPassword');
  const short = password.length < LEAST_PASSWORD;
  const differs = password !== again;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if (present === '' || short || differs) return;
    const reply = await run({ userId: user.userId, password, present });
    if (!reply.ok) return;
    for (const clear of [setPresent, setPassword, setAgain]) clear('');
    setTried(false);
    setDone(true);
  };
  return (
    <form className="own-password" onSubmit={(event) => void submit(event)}>
      <h2>{t('own')}</h2>
      <Field label={t('present')} type="password" value={present} onChange={setPresent} maxLength={200} autoComplete="current-password" />
      <Field label={t('newPassword')} type="password" value={password} onChange={setPassword} maxLength={200} autoComplete="new-password" hint={t('passwordHint')} problem={tried && short ? t('tooShort') : undefined} />
      <Field label={t('again')} type="password" value={again} onChange={setAgain} maxLength={200} autoComplete="new-password" problem={tried && differs ? t('mismatch') : undefined} />
      <RefusalNote refusal={refusal} />
      {done && (
        <p className="good small" role="status">
          {t('ownDone')}
        </p>
      )}
      <Button type="submit" disabled={running}>
        {t('changeOwn')}
      </Button>
    </form>
  );
}

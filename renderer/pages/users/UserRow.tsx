import { useState, type FormEvent } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { dateTime } from '../../text/formats.ts';
import { LEAST_PASSWORD, roles } from './user-rules.ts';

type User = Output<'users.list'>['items'][number];

/** One account; the manager changes its role, switches it off or on, and sets its password. */
export function UserRow({ user, mayChange }: { user: User; mayChange: boolean }) {
  const { t } = useTranslation(['users', 'common']);
  const own = useSession().user.userId === user.userId;
  const [setting, setSetting] = useState(false);
  const change = useCommand('users.change');
  const columns = mayChange ? 5 : 4;
  return (
    <>
      <tr className={user.active ? '' : 'off'}>
        <td>
          <b>{user.name}</b> {own && <span className="muted">{t('you')}</span>}
        </td>
        <td>
          {mayChange ? (
            <Select
              aria-label={`${t('role')} ${user.name}`}
              style={{ width: 120 }}
              value={user.role}
              disabled={change.running}
              onChange={(role) => void change.run({ userId: user.userId, role })}
              options={roles.map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
            />
          ) : (
            t(`common:roles.${user.role}`)
          )}{' '}
          <span className="muted small">{t(`duty.${user.role}`)}</span>
        </td>
        <td>{user.active ? t('active') : t('off')}</td>
        <td>{dateTime(user.createdAt)}</td>
        {mayChange && (
          <td className="user-acts">
            {!own && (
              <Button look="link" onClick={() => setSetting((open) => !open)}>
                {t('setPassword')}
              </Button>
            )}
            <Button look="link" disabled={change.running} onClick={() => void change.run({ userId: user.userId, active: !user.active })}>
              {user.active ? t('switchOff') : t('switchOn')}
            </Button>
          </td>
        )}
      </tr>
      {change.refusal && (
        <tr className="under">
          <td colSpan={columns}>
            <RefusalNote refusal={change.refusal} />
          </td>
        </tr>
      )}
      {setting && (
        <tr className="under">
          <td colSpan={columns}>
            <SetPassword user={user} onClose={() => setSetting(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function SetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const { run, running, refusal } = useCommand('users.setPassword');
  const short = password.length < LEAST_PASSWORD;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    const reply = await run({ userId: user.userId, password });
    if (reply.ok) setDone(true);
  };
  if (done) {
    return (
      <span className="good" role="status">
        {t('passwordSet', { name: user.name })}{' '}
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </span>
    );
  }
  return (
    <form className="set-password" onSubmit={(event) => void submit(event)}>
      <Field label={t('setPasswordOf', { name: user.name })} type="password" value={password} onChange={setPassword} autoComplete="new-password" autoFocus maxLength={200} hint={t('passwordHint')} problem={tried && short ? t('tooShort') : undefined} />
      <Button type="submit" disabled={running}>
        {t('setPassword')}
      </Button>
      <Button look="link" onClick={onClose}>
        {t('common:cancel')}
      </Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

import { useState, type FormEvent } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/contract/define.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { LEAST_PASSWORD, roles } from './user-rules.ts';

/** A new account with its role and first password. */
export function AddUserForm() {
  const { t } = useTranslation(['users', 'common']);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('cashier');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('users.add');
  const short = password.length < LEAST_PASSWORD;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAdded(undefined);
    if (name.trim() === '' || short) return;
    const reply = await run({ name, role, password });
    if (!reply.ok) return;
    setAdded(name.trim());
    setName('');
    setPassword('');
    setTried(false);
  };
  return (
    <form className="card add-user" autoComplete="off" onSubmit={(event) => void submit(event)}>
      <h2>{t('add')}</h2>
      <Field label={t('name')} value={name} onChange={setName} maxLength={40} autoComplete="off" problem={tried && name.trim() === '' ? t('needName') : undefined} />
      <Labelled label={t('role')} hint={t(`duty.${role}`)}>
        <Select aria-label={t('role')} value={role} onChange={setRole} options={roles.map((one) => ({ value: one, label: t(`common:roles.${one}`) }))} />
      </Labelled>
      <Field label={t('common:password')} type="password" value={password} onChange={setPassword} maxLength={200} autoComplete="new-password" hint={t('passwordHint')} problem={tried && short ? t('tooShort') : undefined} />
      <RefusalNote refusal={refusal} />
      {added !== undefined && (
        <p className="good small" role="status">
          {t('added', { name: added })}
        </p>
      )}
      <Button look="main" type="submit" disabled={running}>
        {t('addButton')}
      </Button>
    </form>
  );
}

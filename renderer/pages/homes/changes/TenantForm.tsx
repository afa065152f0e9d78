import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button, Check } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ChangeProps, Home } from './change-type.ts';
import { HomeForm } from './HomeForm.tsx';

/** Who rents the home, from when until when, and whether the tenant pays. */
export function TenantForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation('homes');
  const { today } = useSession();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState<string | undefined>(today);
  const [to, setTo] = useState<string | undefined>();
  const [pays, setPays] = useState(true);
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('homes.setTenant');
  const missing = name.trim() === '' || from === undefined;
  const submit = async () => {
    setTried(true);
    if (name.trim() === '' || from === undefined) return;
    const reply = await run({ homeId: home.homeId, name, phone, from, pays, ...(to !== undefined && { to }) });
    if (reply.ok) onSaid(t('tenant.done', { name: name.trim() }));
  };
  return (
    <HomeForm title={t('formOf', { act: t('act.tenant'), label: home.label })} note={t('tenant.paysNote')} submit={t('tenant.go')} busy={running} refusal={refusal} problem={tried && missing ? t('tenant.need') : undefined} onSubmit={() => void submit()} onClose={onClose}>
      {home.people.filter(({ role }) => role === 'tenant').map((tenant) => (
        <PresentTenant key={`${tenant.personId} ${tenant.from}`} home={home} tenant={tenant} onSaid={onSaid} />
      ))}
      <Field label={t('tenant.name')} value={name} autoFocus maxLength={40} onChange={setName} />
      <Field label={t('tenant.phone')} value={phone} inputMode="tel" maxLength={60} onChange={setPhone} />
      <Labelled label={t('tenant.from')}>
        <DayInput label={t('tenant.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Labelled label={t('tenant.to')}>
        <DayInput label={t('tenant.to')} placeholder="—" value={to} onChange={setTo} />
      </Labelled>
      <label className="checked whole">
        <Check label={t('tenant.pays')} checked={pays} onChange={setPays} />
        {t('tenant.pays')}
      </label>
    </HomeForm>
  );
}

/** The tenant who is there: when the tenancy ends. */
function PresentTenant({ home, tenant, onSaid }: { home: Home; tenant: Home['people'][number]; onSaid: ChangeProps['onSaid'] }) {
  const { t } = useTranslation('homes');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const { run, running, refusal } = useCommand('homes.endTenancy');
  const end = async () => {
    if (on === undefined) return;
    const reply = await run({ homeId: home.homeId, personId: tenant.personId, on });
    if (reply.ok) onSaid(t('tenant.ended', { name: tenant.name }));
  };
  return (
    <div className="whole present-tenant">
      <Labelled label={`${t('tenant.present')} ${tenant.name}${t('comma')}${t('tenant.movesOut')}`}>
        <div className="present-row">
          <DayInput label={t('tenant.movesOut')} value={on} onChange={setOn} clearable={false} />
          <Button disabled={running} onClick={() => void end()}>
            {t('tenant.end')}
          </Button>
        </div>
      </Labelled>
      <RefusalNote refusal={refusal} />
    </div>
  );
}

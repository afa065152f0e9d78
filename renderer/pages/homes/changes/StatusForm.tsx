import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeType, type HomeType } from '../../../../shared/contract/homes.ts';
import { useCommand } from '../../../api.ts';
import { Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { statuses, type HomeStatus } from '../homes-route.ts';
import type { ChangeProps } from './change-type.ts';
import { HomeForm } from './HomeForm.tsx';

/** A status from a day on; billing follows it. */
export function StatusForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation(['homes', 'common']);
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(today);
  const [status, setStatus] = useState<HomeStatus>(home.status);
  const [note, setNote] = useState('');
  const { run, running, refusal } = useCommand('homes.setStatus');
  const submit = async () => {
    if (from === undefined) return;
    const reply = await run({ homeId: home.homeId, from, status, note });
    if (reply.ok) onSaid(t('statusForm.done', { date: from, status: t(`common:homeStatus.${status}`) }));
  };
  return (
    <HomeForm title={t('formOf', { act: t('act.status'), label: home.label })} note={t('statusForm.note')} submit={t('statusForm.go')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <div className="whole">
        <Labelled label={t('statusForm.status')}>
          <Segments label={t('statusForm.status')} value={status} choices={statuses.map((value) => ({ value, label: t(`common:homeStatus.${value}`) }))} onChange={setStatus} />
        </Labelled>
      </div>
      <Labelled label={t('statusForm.from')}>
        <DayInput label={t('statusForm.from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Field label={t('noteOptional')} value={note} maxLength={200} onChange={setNote} />
    </HomeForm>
  );
}

/** What the home is: rates by type follow it. */
export function TypeForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation(['homes', 'common']);
  const [type, setType] = useState<HomeType>(home.homeType);
  const { run, running, refusal } = useCommand('homes.setType');
  const submit = async () => {
    const reply = await run({ homeId: home.homeId, homeType: type });
    if (reply.ok) onSaid(t('type.done', { type: t(`common:homeType.${type}`) }));
  };
  return (
    <HomeForm title={t('formOf', { act: t('act.type'), label: home.label })} note={t('type.note')} submit={t('type.go')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <div className="whole">
        <Labelled label={t('type.type')}>
          <Segments label={t('type.type')} value={type} choices={homeType.options.map((value) => ({ value, label: t(`common:homeType.${value}`) }))} onChange={setType} />
        </Labelled>
      </div>
    </HomeForm>
  );
}

import { useState, type FormEvent } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { monthOf, rate as rateText } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { parseRate } from './parse-rate.ts';

const EVERY_HOME = '';

/** A new version of the property fee, for all homes or one building. */
export function SetRateForm() {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const tree = useQuery('homes.tree', {});
  const [from, setFrom] = useState<string | undefined>(() => firstDay(addMonths(monthOf(today), 1)));
  const [typed, setTyped] = useState('');
  const [building, setBuilding] = useState(EVERY_HOME);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('fees.setRate');
  const rateE4 = parseRate(typed);
  const buildings = [...new Set((tree.value?.items ?? []).map((unit) => unit.building))];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (from === undefined || rateE4 === undefined) return;
    const reply = await run({ from, rateE4, ...(building !== EVERY_HOME && { building }) });
    if (!reply.ok) return;
    setDone(t('rateDone', { count: reply.value.homes, from, rate: rateText(rateE4) }));
    setTyped('');
    setTried(false);
  };
  return (
    <form className="rate-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('newRate')}</h2>
      <Labelled label={t('from')} problem={tried && from === undefined ? t('needFrom') : undefined}>
        <DayInput label={t('from')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <Field label={t('rate')} value={typed} onChange={setTyped} placeholder="1.50" inputMode="decimal" className="num-field" hint={t('rateHint')} problem={tried && rateE4 === undefined ? t('badRate') : undefined} />
      <Labelled label={t('scope')}>
        <Select aria-label={t('scope')} value={building} onChange={setBuilding} options={[{ value: EVERY_HOME, label: t('everyHome') }, ...buildings.map((name) => ({ value: name, label: t('buildingName', { name }) }))]} />
      </Labelled>
      <RefusalNote refusal={refusal} />
      {done !== undefined && (
        <p className="good small" role="status">
          {done}
        </p>
      )}
      <Button look="main" type="submit" disabled={running}>
        {t('setRate')}
      </Button>
    </form>
  );
}

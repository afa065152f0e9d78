import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { area as areaText, money, monthOf } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ChangeProps } from './change-type.ts';
import { HomeForm } from './HomeForm.tsx';

type Picked = { value: number; label: string };

/** Other homes become a part of this one from a day. */
export function MergeForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation('homes');
  const { today } = useSession();
  const [picked, setPicked] = useState<Picked[]>([]);
  const [text, setText] = useState('');
  // Periods that are billed end with their month: the next one is the first that is free.
  const [on, setOn] = useState<string | undefined>(() => firstDay(addMonths(monthOf(today), 1)));
  const [typedArea, setTypedArea] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const found = useQuery('homes.search', { text }, { enabled: text.trim() !== '', keepLast: true });
  const { run, running, refusal } = useCommand('homes.merge');
  const areaDm2 = typedArea.trim() === '' ? undefined : parseYuan(typedArea);
  const badArea = typedArea.trim() !== '' && (areaDm2 === undefined || areaDm2 <= 0);
  const submit = async () => {
    setTried(true);
    if (picked.length === 0 || on === undefined || badArea) return;
    const reply = await run({ into: home.homeId, homeIds: picked.map(({ value }) => value), on, note, ...(areaDm2 !== undefined && { areaDm2 }) });
    if (!reply.ok) return;
    const { openFen } = reply.value;
    onSaid([t('merge.done', { area: areaText(reply.value.areaDm2) }), openFen > 0 && t('merge.stays', { amount: money(openFen) })].filter(Boolean).join(' '));
  };
  const options = (text.trim() === '' ? [] : (found.value?.items ?? [])).filter(({ homeId }) => homeId !== home.homeId).map(({ homeId, label, ownerName }) => ({ value: homeId, label, title: ownerName }));
  return (
    <HomeForm title={t('formOf', { act: t('act.merge'), label: home.label })} note={t('merge.note')} submit={t('merge.go')} busy={running} refusal={refusal} problem={tried && picked.length === 0 ? t('merge.need') : undefined} onSubmit={() => void submit()} onClose={onClose}>
      <div className="whole">
        <Labelled label={t('merge.homes')}>
          <Select
            mode="multiple"
            labelInValue
            autoFocus
            aria-label={t('merge.homes')}
            placeholder={t('merge.placeholder')}
            value={picked}
            options={options}
            showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
            notFoundContent={null}
            onChange={(values: Picked[]) => {
              setPicked(values.map(({ value, label }) => ({ value, label })));
              setText('');
            }}
          />
        </Labelled>
      </div>
      <Labelled label={t('merge.on')}>
        <DayInput label={t('merge.on')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <Field label={t('merge.area')} value={typedArea} inputMode="decimal" onChange={setTypedArea} hint={t('merge.areaHint')} problem={tried && badArea ? t('merge.badArea') : undefined} />
      <Field className="whole" label={t('noteOptional')} value={note} maxLength={200} onChange={setNote} />
    </HomeForm>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { parseE4 } from '../../../../shared/domain/meter.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { quantity } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';

export type HistoryRow = Output<'meters.history'>['items'][number];
type FormProps = { /** Says what was done; `warning`: what is still to do. */ onDone: (words: string, warning?: boolean) => void; onClose: () => void };

/** Ends a meter by its final reading and begins the next. */
export function ReplaceMeterForm({ homeId, item, onDone, onClose }: FormProps & { homeId: number; item: Output<'meters.listItems'>['items'][number] }) {
  const { t } = useTranslation(['meters', 'common']);
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const [final, setFinal] = useState('');
  const [meterNo, setMeterNo] = useState('');
  const [base, setBase] = useState('0');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('meters.replace');
  const [finalE4, baseE4] = [parseE4(final), parseE4(base)];
  const submit = async () => {
    setTried(true);
    if (on === undefined || finalE4 === undefined || baseE4 === undefined) return;
    const reply = await run({ homeId, item: item.code, on, finalE4, newMeterNo: meterNo, baseE4 });
    if (reply.ok) onDone(t('replaceDone', { used: `${quantity(reply.value.usedE4)} ${item.unit}`.trim() }));
  };
  return (
    <form className="side-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h3>{t('replaceTitle')}</h3>
      <p className="muted small">{t('replaceNote')}</p>
      <Labelled label={t('replaceOn')} problem={tried && on === undefined ? t('needReadOn') : undefined}>
        <DayInput label={t('replaceOn')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <div className="pair">
        <Field label={t('finalValue')} value={final} onChange={setFinal} inputMode="decimal" className="num-field" autoFocus problem={tried && finalE4 === undefined ? t('badReading') : undefined} />
        <Field label={t('baseValue')} value={base} onChange={setBase} inputMode="decimal" className="num-field" problem={tried && baseE4 === undefined ? t('badReading') : undefined} />
      </div>
      <Field label={t('newMeterNo')} value={meterNo} onChange={setMeterNo} maxLength={30} />
      <RefusalNote refusal={refusal} />
      <div className="side-acts">
        <Button look="main" type="submit" disabled={running}>
          {t('replace')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

/** Another value for a reading, with a reason; says beforehand when the next one will fall. */
export function CorrectReadingForm({ reading, next, onDone, onClose }: FormProps & { reading: HistoryRow; next: HistoryRow | undefined }) {
  const { t } = useTranslation(['meters', 'common']);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('meters.correct');
  const valueE4 = parseE4(typed);
  const willFall = next !== undefined && valueE4 !== undefined && valueE4 > next.valueE4;
  const submit = async () => {
    setTried(true);
    if (valueE4 === undefined || reason.trim() === '') return;
    const reply = await run({ readingId: reading.readingId, valueE4, reason });
    if (!reply.ok) return;
    const { blockedBy } = reply.value;
    if (blockedBy) onDone(t('correctBlocks', { value: quantity(valueE4), on: blockedBy.readOn, next: quantity(blockedBy.valueE4) }), true);
    else onDone(t('correctDone', { value: quantity(valueE4) }));
  };
  return (
    <form className="side-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h3>{t('correctTitle', { on: reading.readOn })}</h3>
      <Field label={`${t('newValue')} (${quantity(reading.valueE4)})`} value={typed} onChange={setTyped} inputMode="decimal" className="num-field" autoFocus hint={willFall ? <span className="warn">{t('willFall', { next: quantity(next.valueE4) })}</span> : undefined} problem={tried && valueE4 === undefined ? t('badReading') : undefined} />
      <Field label={t('reason')} value={reason} onChange={setReason} maxLength={200} problem={tried && reason.trim() === '' ? t('needReason') : undefined} />
      <RefusalNote refusal={refusal} />
      <div className="side-acts">
        <Button look="main" type="submit" disabled={running}>
          {t('correct')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

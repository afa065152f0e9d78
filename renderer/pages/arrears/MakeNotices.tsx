import { useState, type FormEvent } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { ageBuckets, type AgeBucket } from '../../../shared/domain/arrears.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Check } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';
import { useTyped } from '../ledger/book/use-typed.ts';
import { BillFilters, type BillChoice } from './BillFilters.tsx';

type Texts = { clause: string; howToPay: string; deadline: string };
type Made = Output<'dunning.create'>;

const ANY_AGE = 'any';
const overdueBuckets = ageBuckets.filter((bucket) => bucket !== 'notDue');
const MOST_DAYS = 90;

/** What is filled in: who gets a notice, and what it says; undefined fen: no least amount, or none that can be read. */
function useChoices() {
  const [bills, setBills] = useState<BillChoice>({});
  const [bucket, setBucket] = useState<AgeBucket | undefined>();
  const [lapsing, setLapsing] = useState(false);
  const [least, setLeast] = useState('');
  const [typedLeast, setTypedLeast] = useTyped(least, setLeast);
  const minFen = least.trim() === '' ? undefined : parseYuan(least);
  const badLeast = least.trim() !== '' && (minFen === undefined || minFen <= 0);
  const filter = { ...bills, ...(bucket && { bucket }), ...(lapsing && { lapsing }), ...(!badLeast && minFen !== undefined && { minFen }) };
  return { bills, setBills, bucket, setBucket, lapsing, setLapsing, typedLeast, setTypedLeast, badLeast, settled: typedLeast === least, filter };
}

/** New notices: who gets one, how many that are and for how much, what they say; as one PDF or only entered. */
export function MakeNotices({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation(['arrears', 'common']);
  const { today } = useSession();
  const choices = useChoices();
  const defaults = useQuery('dunning.defaults', {}, { keepLast: true });
  const found = useQuery('arrears.list', { ...choices.filter, overdueOnly: true, limit: 1 }, { keepLast: true });
  const [typed, setTyped] = useState<Partial<Texts>>({});
  const [made, setMade] = useState<Made | undefined>();
  const create = useCommand('dunning.create');
  const saving = useSave();
  const texts: Texts = { clause: defaults.value?.clause ?? '', howToPay: defaults.value?.howToPay ?? '', deadline: String(defaults.value?.deadlineDays ?? ''), ...typed };
  const deadlineDays = /^\d{1,2}$/.test(texts.deadline.trim()) ? Number(texts.deadline) : 0;
  const badDays = defaults.value !== undefined && (deadlineDays < 1 || deadlineDays > MOST_DAYS);
  const homes = found.value?.homes ?? 0;
  const ready = !create.running && choices.settled && !choices.badLeast && defaults.value !== undefined && !badDays && texts.clause.trim() !== '' && texts.howToPay.trim() !== '' && found.state === 'ready' && homes > 0;
  const make = async (file?: string) => {
    setMade(undefined);
    const reply = await create.run({ filter: choices.filter, deadlineDays, clause: texts.clause, howToPay: texts.howToPay, ...(file !== undefined && { file }) });
    if (reply.ok) {
      setMade(reply.value);
      onMade();
    }
    return reply;
  };
  const toPdf = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void saving.save(t('dunning.fileName', { day: today }), 'pdf', make);
  };
  return (
    <form className="card dunning-make" aria-label={t('dunning.make')} onSubmit={toPdf}>
      <div className="dunning-make-body">
        <h2>{t('dunning.make')}</h2>
        <WhoFields choices={choices} />
        <RefusalNote refusal={found.refusal ?? defaults.refusal} onRetry={found.refusal ? found.reload : defaults.reload} />
        {found.value ? (
          <p className="dunning-found" role="status" aria-live="polite">
            <b>{t('dunning.homes', { count: homes })}</b> <b className="owed">{yuan(found.value.totalFen)}</b>
            <span className="muted small">{homes === 0 ? t('dunning.nobody') : t('dunning.foundNote')}</span>
          </p>
        ) : (
          !found.refusal && <Skeleton rows={1} height={28} />
        )}
        <Field label={t('dunning.deadline')} value={texts.deadline} inputMode="numeric" className="short" onChange={(deadline) => setTyped({ ...typed, deadline })} problem={badDays ? t('dunning.badDays', { most: MOST_DAYS }) : undefined} />
        <LongText label={t('dunning.clause')} value={texts.clause} rows={5} onChange={(clause) => setTyped({ ...typed, clause })} />
        <LongText label={t('dunning.howToPay')} value={texts.howToPay} rows={3} onChange={(howToPay) => setTyped({ ...typed, howToPay })} />
      </div>
      <div className="dunning-make-acts">
        {create.running && <ProgressBar progress={create.progress} label={t('dunning.making')} onCancel={create.cancel} />}
        {made && (
          <p className="good" role="status">
            {t('dunning.made', { count: made.notices, amount: money(made.amountFen), first: made.firstNo ?? '', last: made.lastNo ?? '' })}
          </p>
        )}
        {saving.refusal || saving.savedTo !== undefined ? <SaveNote saving={saving} /> : <RefusalNote refusal={create.refusal?.code === 'CANCELLED' ? undefined : create.refusal} />}
        {create.refusal?.code === 'CANCELLED' && <p className="muted small" role="status">{t('dunning.cancelled')}</p>}
        <Button look="main" type="submit" disabled={!ready}>
          {t('dunning.create', { count: homes })}
        </Button>
        <Button disabled={!ready} title={t('dunning.enterNote')} onClick={() => void make()}>
          {t('dunning.enter')}
        </Button>
      </div>
    </form>
  );
}

function WhoFields({ choices }: { choices: ReturnType<typeof useChoices> }) {
  const { t } = useTranslation('arrears');
  const { bills, setBills, bucket, setBucket, lapsing, setLapsing, typedLeast, setTypedLeast, badLeast } = choices;
  return (
    <>
      <div className="dunning-who">
        <BillFilters value={bills} onChange={setBills} />
      </div>
      <div className="dunning-who">
        <Labelled label={t('dunning.age')}>
          <Select aria-label={t('dunning.age')} style={{ width: 150 }} value={bucket ?? ANY_AGE} onChange={(picked) => setBucket(overdueBuckets.find((one) => one === picked))} options={[{ value: ANY_AGE, label: t('dunning.anyAge') }, ...overdueBuckets.map((value) => ({ value, label: t(`dunning.bucket.${value}`) }))]} />
        </Labelled>
        <Field label={t('dunning.least')} value={typedLeast} inputMode="decimal" className="least" onChange={setTypedLeast} problem={badLeast ? t('dunning.badLeast') : undefined} />
      </div>
      <label className="dunning-check">
        <Check label={t('dunning.lapsing')} checked={lapsing} onChange={setLapsing} /> {t('dunning.lapsing')}
      </label>
    </>
  );
}

function LongText({ label, value, rows, onChange }: { label: string; value: string; rows: number; onChange: (value: string) => void }) {
  const { t } = useTranslation('arrears');
  return (
    <Labelled label={label} problem={value.trim() === '' ? t('dunning.needText') : undefined}>
      <textarea className="input long-text" aria-label={label} value={value} rows={rows} maxLength={600} onChange={(event) => onChange(event.target.value)} />
    </Labelled>
  );
}

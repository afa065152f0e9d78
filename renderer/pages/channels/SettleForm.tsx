import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useMay, useSession } from '../../session.ts';
import { money, plainYuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';

type Settling = 'wechat' | 'alipay';

/** What is typed, what the chosen days should bring, and the posting. */
function useSettleForm(month: string) {
  const { t } = useTranslation('channels');
  const { today } = useSession();
  const [channel, setChannel] = useState<Settling>('wechat');
  const [through, setThrough] = useState<string | undefined>();
  const [on, setOn] = useState<string | undefined>(today);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | undefined>();
  const summary = useQuery('channels.summary', { month }, { keepLast: true });
  const { run, running, refusal, clear } = useCommand('channels.settle');
  const due = summary.value?.items.find((item) => item.channel === channel);
  const until = through ?? due?.dueThrough ?? undefined;
  const netFen = parseYuan(typed);
  // The query knows what all days come to; of fewer days the refusal tells it.
  const expectedFen = refusal?.code === 'SETTLEMENT_DIFFERS' ? refusal.details.expectedFen : through === undefined ? due?.dueFen : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (until === undefined || on === undefined || netFen === undefined) return;
    const reply = await run({ channel, through: until, on, netFen });
    if (!reply.ok) return;
    setDone(t('settle.done', { days: until, no: reply.value.entryId }));
    setTyped('');
    setTried(false);
    setThrough(undefined);
  };
  const choose = (picked: Settling) => {
    setChannel(picked);
    setThrough(undefined);
    clear();
  };
  const endOn = (day: string | undefined) => {
    setThrough(day);
    clear();
  };
  return { channel, choose, until, endOn, on, setOn, typed, setTyped, problem: tried && netFen === undefined, done, nothingDue: due?.dueThrough === null, expectedFen, submit, running, refusal };
}

/** A transfer that no bank file shows: through which day, and what arrived, to the fen. A sum that differs is refused with the one expected. */
export function SettleForm({ month }: { month: string }) {
  const { t } = useTranslation('channels');
  const may = useMay('manager');
  const { channel, choose, until, endOn, on, setOn, typed, setTyped, problem, done, nothingDue, expectedFen, submit, running, refusal } = useSettleForm(month);
  return (
    <form className="card settle-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('settle.form')}</h2>
      <Segments
        label={t('overview.head')}
        value={channel}
        choices={[
          { value: 'wechat', label: t('channel.wechat') },
          { value: 'alipay', label: t('channel.alipay') },
        ]}
        onChange={choose}
      />
      {nothingDue && <p className="muted small">{t('settle.nothingDue')}</p>}
      <Labelled label={t('settle.through')}>
        <DayInput label={t('settle.through')} value={until} onChange={endOn} />
      </Labelled>
      <Labelled label={t('settle.on')}>
        <DayInput label={t('settle.on')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      <Field label={t('settle.net2')} value={typed} onChange={setTyped} inputMode="decimal" className="num-field" problem={problem ? t('settle.badAmount') : undefined} />
      {expectedFen !== undefined && expectedFen !== 0 && (
        <p className="muted small">
          {t('settle.expected', { amount: money(expectedFen) })}{' '}
          <Button look="link" onClick={() => setTyped(plainYuan(expectedFen))}>
            {t('settle.useExpected')}
          </Button>
        </p>
      )}
      <RefusalNote refusal={refusal} />
      {done !== undefined && (
        <p className="good small" role="status">
          {done}
        </p>
      )}
      {may ? (
        <Button look="main" type="submit" disabled={running}>
          {t('settle.post')}
        </Button>
      ) : (
        <p className="muted small">{t('settle.onlyManager')}</p>
      )}
    </form>
  );
}

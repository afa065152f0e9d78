import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { dateTime, money, yuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { DayList } from './DayList.tsx';
import { DayShifts } from './DayShifts.tsx';
import { PrintActions } from './PrintActions.tsx';
import type { ListProps } from './ShiftList.tsx';

type Status = Output<'shifts.dayStatus'>;

/** Closes a day: what it would count, who stands in the way, and the days closed before. */
export function DayClose({ route, onChange }: ListProps) {
  const { t } = useTranslation('shifts');
  const { today } = useSession();
  const on = route.on ?? today;
  const { value, refusal, reload } = useQuery('shifts.dayStatus', { on });
  return (
    <div className="shift-area">
      <div className="shift-main fill">
        <RefusalNote refusal={refusal} onRetry={reload} />
        {!value && !refusal && <Skeleton rows={4} height={24} />}
        {value && value.reportNo === null && <Content status={value} />}
        <DayList route={route} onChange={onChange} />
      </div>
      <aside className="card shift-side">
        <div className="drawer">
          <div className="drawer-head">
            <h2>{t('closeDay')}</h2>
            <DayInput label={t('dayOf')} value={on} clearable={false} onChange={(day) => onChange({ on: day === today ? undefined : day })} />
          </div>
          {value && <CloseDayForm key={on} status={value} />}
        </div>
      </aside>
    </div>
  );
}

function Content({ status: { on, shifts, others, stillOpen } }: { status: Status }) {
  const { t } = useTranslation('shifts');
  if (shifts.length + others.length + stillOpen.length === 0)
    return (
      <div className="card">
        <EmptyNote title={t('nothing')} />
      </div>
    );
  return (
    <>
      {stillOpen.length > 0 && (
        <p className="waiting" role="status">
          {t('openShifts')}　{stillOpen.map(({ userName, openedAt }) => `${userName} ${t('sinceAt', { when: dateTime(openedAt) })}`).join(t('comma'))}
        </p>
      )}
      {shifts.length + others.length > 0 && <DayShifts key={on} shifts={shifts} others={others} />}
    </>
  );
}

/** The close itself: asked once in words, answered with the number and its paper. */
function CloseDayForm({ status: { on, reportNo, stillOpen, shifts, others, totalFen } }: { status: Status }) {
  const { t } = useTranslation('shifts');
  const mayClose = useMay('cashier', 'manager');
  const { run, running, refusal, clear } = useCommand('shifts.closeDay');
  const [witness, setWitness] = useState('');
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  if (reportNo !== null) return <DayClosed on={on} reportNo={reportNo} />;
  const nothing = shifts.length + others.length === 0;
  const close = async () => {
    const reply = await run({ on, witness: witness.trim(), note: note.trim() });
    if (!reply.ok) setAsking(false);
  };
  return (
    <>
      <dl className="report-facts">
        <dt>{t('shiftCount')}</dt>
        <dd>{shifts.length}</dd>
        <dt>{t('total')}</dt>
        <dd>
          <b>{yuan(totalFen)}</b>
        </dd>
      </dl>
      {stillOpen.length > 0 && <p className="small red">{t('waiting', { names: stillOpen.map(({ userName }) => userName).join(t('comma')) })}</p>}
      {!mayClose && <p className="small muted">{t('mayNotClose')}</p>}
      {mayClose && (
        <>
          <Field label={t('checker')} value={witness} onChange={setWitness} maxLength={40} placeholder={t('witnessHint')} />
          <Field label={t('note')} value={note} onChange={setNote} maxLength={200} />
          <RefusalNote refusal={refusal} />
          {asking ? (
            <div className="ask" role="group" aria-label={t('confirmDay')}>
              <p>{t('daySays', { shifts: shifts.length, total: money(totalFen) })}</p>
              <p className="muted small">{t('askDay', { day: on })}</p>
              <div className="two">
                <Button look="main" autoFocus onClick={() => void close()} disabled={running}>
                  {t('confirmDay')}
                </Button>
                <Button onClick={() => setAsking(false)} disabled={running}>
                  {t('notYet')}
                </Button>
              </div>
            </div>
          ) : (
            <Button
              look="main"
              className="big"
              disabled={nothing || stillOpen.length > 0}
              onClick={() => {
                clear();
                setAsking(true);
              }}
            >
              {t('closeDay')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function DayClosed({ on, reportNo }: { on: string; reportNo: string }) {
  const { t } = useTranslation('shifts');
  return (
    <>
      <p role="status">✓ {t('dayClosed', { day: on, no: reportNo })}</p>
      <PrintActions reportNo={reportNo} main />
      <a className="button" href={linkTo('shifts', { view: 'days', report: reportNo })}>
        {t('showReport')}
      </a>
    </>
  );
}

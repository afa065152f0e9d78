import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { STATE_TONES, type SettledDay } from './settlement-states.ts';

/** A platform's day: its amounts, and what the manager may do about them. */
export function SettlementPanel({ day, onClose }: { day: SettledDay; onClose: () => void }) {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const [form, setForm] = useState<'decide' | 'undo' | undefined>();
  const [said, setSaid] = useState('');
  const { platform, on, owedFen, settlementId } = day;
  const title = t('settle.detail', { platform, on });
  const done = (words: string) => { setForm(undefined); setSaid(words); };
  const toggle = (next: 'decide' | 'undo') => { setForm(form === next ? undefined : next); setSaid(''); };
  return (
    <aside className="card parking-side" aria-label={title}>
      <div className="parking-side-head"><h2>{title}</h2><Button look="link" onClick={onClose}>{t('settle.close')}</Button></div>
      <div className="parking-side-body">
        <Facts day={day} />
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <div className="side-buttons">
          <a className="button link" href={linkTo('charging', { tab: 'sessions', from: on, to: on })}>{t('settle.seeSessions')}</a>
          {user.role === 'manager' && owedFen !== 0 && <Button aria-expanded={form === 'decide'} onClick={() => toggle('decide')}>{t('settle.decide')}</Button>}
          {user.role === 'manager' && settlementId !== null && <Button aria-expanded={form === 'undo'} onClick={() => toggle('undo')}>{t('settle.undo')}</Button>}
        </div>
        {form === 'decide' && <DecideForm day={day} onDone={done} />}
        {form === 'undo' && settlementId !== null && <UndoForm settlementId={settlementId} onDone={done} />}
      </div>
    </aside>
  );
}

function Facts({ day }: { day: SettledDay }) {
  const { t } = useTranslation('charging');
  const { state, sessions, bookedFen, grossFen, commissionFen, differenceFen, decidedFen, owedFen, paidOn, reference, settlementId, reason } = day;
  const facts: [string, string][] = [
    [t('sessions'), sessions.toLocaleString('en-US')], [t('settle.booked'), money(bookedFen)], [t('settle.gross'), grossFen === null ? '—' : money(grossFen)], [t('settle.commission'), grossFen === null ? '' : money(commissionFen)], [t('settle.difference'), differenceFen === 0 ? '' : money(differenceFen)],
    [t('settle.decided'), decidedFen === 0 ? '' : money(decidedFen)], [t('settle.owed'), money(owedFen)], [t('settle.paidOn'), paidOn === null ? '' : `${paidOn}${settlementId === null ? '' : `${t('terms.comma')}${t('settle.settled', { no: settlementId })}`}`], [t('settle.reference'), reference], [t('settle.reason'), reason],
  ];
  return <dl className="side-facts"><dt>{t('settle.stateLabel')}</dt><dd><Tag tone={STATE_TONES[state]}>{t(`settle.state.${state}`)}</Tag></dd>{facts.filter(([, value]) => value !== '').map(([name, value]) => <Fact key={name} name={name} value={value} />)}</dl>;
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}

type FormProps = { onDone: (words: string) => void };

function DecideForm({ day: { platform, on, owedFen }, onDone }: FormProps & { day: SettledDay }) {
  const { t } = useTranslation('charging');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.decideSettlement');
  const amount = money(Math.abs(owedFen));
  const save = async () => {
    if ((await run({ platform, on, reason })).ok) onDone(t('settle.decideDone', { amount }));
  };
  return (
    <form className="parking-form" aria-label={t('settle.decide')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="muted small">{t(owedFen > 0 ? 'settle.decideNote' : 'settle.decideOver', { amount })}</p>
      <Field label={t('settle.decideReason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={running || reason.trim() === ''}>{t('settle.decideDo')}</Button><Button onClick={() => onDone('')}>{t('settle.leave')}</Button></div>
    </form>
  );
}

function UndoForm({ settlementId, onDone }: FormProps & { settlementId: number }) {
  const { t } = useTranslation('charging');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.undoSettlement');
  const save = async () => {
    if ((await run({ settlementId, reason })).ok) onDone(t('settle.undoDone'));
  };
  return (
    <form className="parking-form" aria-label={t('settle.undo')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="muted small">{t('settle.undoNote')}</p>
      <Field label={t('settle.decideReason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={running || reason.trim() === ''}>{t('settle.undoDo')}</Button><Button onClick={() => onDone('')}>{t('settle.leave')}</Button></div>
    </form>
  );
}

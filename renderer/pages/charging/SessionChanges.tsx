import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { call, useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { readLocal, readUnits, signed } from './amounts.ts';

type Session = Output<'charging.getSession'>;

/** What was put right and given back of a session, and the forms to do so. */
export function SessionChanges({ session }: { session: Session }) {
  const { t } = useTranslation('charging');
  const { user } = useSession();
  const [form, setForm] = useState<'correct' | 'refund' | undefined>();
  const [said, setSaid] = useState('');
  const paper = usePaper(session);
  const done = (words: string) => { setForm(undefined); setSaid(words); };
  return (
    <section className="side-part">
      {session.changes.length > 0 && <Changes session={session} />}
      {said !== '' && <p className="side-said" role="status">{said}</p>}
      {paper.note !== undefined && <p className="side-said" role="status">{paper.note}</p>}
      <RefusalNote refusal={paper.refusal} />
      <div className="side-buttons">
        {user.role !== 'auditor' && <><Button disabled={paper.running} onClick={() => void paper.print()}>{t('change.print')}</Button><Button disabled={paper.running} onClick={() => void paper.savePdf()}>{t('change.savePdf')}</Button></>}
        {(user.role === 'manager' || user.role === 'office') && <Button aria-expanded={form === 'correct'} onClick={() => setForm(form === 'correct' ? undefined : 'correct')}>{t('change.correct')}</Button>}
        {user.role === 'manager' && session.standsFen > 0 && <Button aria-expanded={form === 'refund'} onClick={() => setForm(form === 'refund' ? undefined : 'refund')}>{t('change.refund')}</Button>}
      </div>
      {form === 'correct' && <CorrectForm session={session} onDone={done} />}
      {form === 'refund' && <RefundForm session={session} onDone={done} />}
    </section>
  );
}

/** Prints how the bill came about, or saves it where the user says. */
function usePaper({ sessionId, orderNo }: Session) {
  const { t } = useTranslation(['charging', 'common']);
  const { run, running, refusal } = useCommand('charging.printSession', { reloads: false });
  const [note, setNote] = useState<string>();
  return {
    running, refusal, note,
    print: async () => setNote((await run({ sessionId, to: 'printer' })).ok ? t('change.printed') : undefined),
    savePdf: async () => {
      const picked = await call('files.pickToSave', { name: `${t('change.pdfName', { order: orderNo })}.pdf`, extension: 'pdf' });
      if (!picked.ok || picked.value.file === null) return;
      const { file } = picked.value;
      setNote((await run({ sessionId, to: 'pdf', file })).ok ? t('common:saved', { file }) : undefined);
    },
  };
}

function Changes({ session: { changes, standsFen } }: { session: Session }) {
  const { t } = useTranslation('charging');
  return (
    <>
      <h3>{t('change.list')}</h3>
      <table className="book tight" aria-label={t('change.list')}>
        <thead><tr><th>{t('change.on')}</th><th>{t('change.kind')}</th><th className="num">{t('change.amount')}</th></tr></thead>
        <tbody>
          {changes.map(({ on, kind, energyFen, serviceFen, extraFen, reason, by, entryId }, index) => (
            <tr key={index}>
              <td>{on}{entryId !== null && <><br /><a className="text-link" href={linkTo('ledger', { entry: entryId })}>{t('change.entry', { no: entryId })}</a></>}</td>
              <td>{t(`change.kinds.${kind}`)}<br /><span className="muted small selectable">{t('change.reasonOf', { reason, by })}</span></td>
              <td className="num">{signed(energyFen + serviceFen + extraFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr className="sum-row"><td colSpan={3} className="num"><b>{t('change.stands', { amount: money(standsFen) })}</b></td></tr></tfoot>
      </table>
    </>
  );
}

/** A form below the fold is brought into view. */
const intoView = (node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' });

type FormProps = { session: Session; onDone: (words: string) => void };

function CorrectForm({ session, onDone }: FormProps) {
  const { t } = useTranslation('charging');
  const { start, end, energy } = session.corrected ?? session;
  const [draft, setDraft] = useState(() => ({ start, end, energy: formatEnergy(energy, { separators: false }), reason: '' }));
  const { run, running, refusal } = useCommand('charging.correctSession');
  const read = { start: readLocal(draft.start), end: readLocal(draft.end), energy: readUnits(draft.energy, 4) };
  const readable = read.start !== undefined && read.end !== undefined && read.energy !== undefined;
  const changed: Omit<CallInput<'charging.correctSession'>, 'reason'> = {
    sessionId: session.sessionId, ...(read.start !== undefined && read.start !== start.replace(' ', 'T') && { start: read.start }), ...(read.end !== undefined && read.end !== end.replace(' ', 'T') && { end: read.end }), ...(read.energy !== undefined && read.energy !== energy && { energy: read.energy }),
  };
  const some = Object.keys(changed).length > 1;
  const trial = useQuery('charging.tryCorrection', changed, { enabled: readable && some });
  const save = async () => {
    const reply = await run({ ...changed, reason: draft.reason });
    if (reply.ok) onDone(t('change.doneCorrect', { amount: signed(reply.value.energyFen + reply.value.serviceFen + reply.value.extraFen), stands: money(reply.value.standsFen) }));
  };
  const field = (name: 'start' | 'end' | 'energy') => (
    <Field label={t(`change.${name}`)} value={draft[name]} maxLength={30} autoFocus={name === 'start'} className={name === 'energy' ? 'num-field' : ''} problem={read[name] === undefined ? t(name === 'energy' ? 'change.badEnergy' : 'change.badMoment') : undefined} onChange={(value) => setDraft({ ...draft, [name]: value })} />
  );
  const value = trial.value;
  return (
    <form ref={intoView} className="parking-form" aria-label={t('change.correct')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="muted small">{t('change.note')}</p>
      {field('start')}{field('end')}{field('energy')}
      <Field label={t('change.reason')} value={draft.reason} maxLength={200} onChange={(reason) => setDraft({ ...draft, reason })} />
      <p role="status">{!some ? <span className="muted">{t('change.same')}</span> : value && t('change.trial', { stands: money(value.standsFen), becomes: money(value.becomesFen), amount: signed(value.becomesFen - value.standsFen) })}</p>
      <RefusalNote refusal={refusal ?? (readable && some ? trial.refusal : undefined)} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={running || !readable || !some || value === undefined || draft.reason.trim() === ''}>{t('change.doCorrect')}</Button><Button onClick={() => onDone('')}>{t('change.leave')}</Button></div>
    </form>
  );
}

function RefundForm({ session: { sessionId, standsFen }, onDone }: FormProps) {
  const { t } = useTranslation('charging');
  // Made once per form and kept on every retry, so that a double press cannot give back twice.
  const [refundId] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ amount: '', reason: '' });
  const { run, running, refusal } = useCommand('charging.refundSession');
  const amountFen = readUnits(draft.amount, 2);
  const good = amountFen !== undefined && amountFen > 0 && amountFen <= standsFen;
  const save = async () => {
    if (!good) return;
    const reply = await run({ refundId, sessionId, amountFen, reason: draft.reason });
    if (reply.ok) onDone(t('change.doneRefund', { amount: money(amountFen), stands: money(reply.value.standsFen) }));
  };
  return (
    <form ref={intoView} className="parking-form" aria-label={t('change.refund')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="muted small">{t('change.refundNote', { most: money(standsFen) })}</p>
      <Field label={t('change.refundAmount')} value={draft.amount} maxLength={12} autoFocus className="num-field" problem={draft.amount !== '' && !good ? t('change.badAmount', { most: money(standsFen) }) : undefined} onChange={(amount) => setDraft({ ...draft, amount })} />
      <Field label={t('change.reason')} value={draft.reason} maxLength={200} onChange={(reason) => setDraft({ ...draft, reason })} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={running || !good || draft.reason.trim() === ''}>{t('change.doRefund')}</Button><Button onClick={() => onDone('')}>{t('change.leave')}</Button></div>
    </form>
  );
}

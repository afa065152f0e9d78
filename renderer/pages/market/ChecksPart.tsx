import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay, useSession } from '../../session.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { VoidForm, type Voidable } from './VoidForm.tsx';

type Complaint = Output<'market.listComplaints'>['items'][number];
type Form = { kind: 'inspection' } | { kind: 'complaint' } | { kind: 'answer'; complaint: Complaint } | { kind: 'void'; row: Voidable };

/** Whether the shop does its duties: checks of prices and hygiene, and what residents complain of. */
export function ChecksPart() {
  const may = useMay('manager', 'office');
  const mayComplain = useMay('manager', 'cashier', 'office');
  const [form, setForm] = useState<Form | undefined>();
  const [said, setSaid] = useState('');
  const done = (words: string) => { setSaid(words); setForm(undefined); };
  const close = () => setForm(undefined);
  const open = (next: Form) => { setForm(next); setSaid(''); };
  return (
    <div className="market-scroll">
      {form?.kind === 'inspection' && <InspectionForm onDone={done} onClose={close} />}
      {form?.kind === 'complaint' && <ComplaintForm onDone={done} onClose={close} />}
      {form?.kind === 'answer' && <AnswerForm key={form.complaint.complaintId} complaint={form.complaint} onDone={done} onClose={close} />}
      {form?.kind === 'void' && <VoidForm key={`${form.row.kind}${String(form.row.id)}`} row={form.row} onDone={done} onClose={close} />}
      {said !== '' && <p className="market-said" role="status">{said}</p>}
      <div className="market-two">
        <Inspections onAdd={may && !form ? () => open({ kind: 'inspection' }) : undefined} onVoid={may ? (row) => open({ kind: 'void', row }) : undefined} />
        <Complaints onAdd={mayComplain ? () => open({ kind: 'complaint' }) : undefined} onAnswer={may ? (complaint) => open({ kind: 'answer', complaint }) : undefined} onVoid={may ? (row) => open({ kind: 'void', row }) : undefined} />
      </div>
    </div>
  );
}

function Inspections({ onAdd, onVoid }: { onAdd: (() => void) | undefined; onVoid: ((row: Voidable) => void) | undefined }) {
  const { t } = useTranslation('market');
  const { value, refusal, reload } = useQuery('market.listInspections', {});
  return (
    <section className="card">
      <div className="sec"><h2>{t('checks.inspections')}</h2><span className="hint export-list"><ExportList list="market.listInspections" input={{}} name={t('checks.inspections')} />{onAdd && <Button look="main" onClick={onAdd}>{t('checks.addInspection')}</Button>}</span></div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value ? <Skeleton rows={4} /> : value.items.length === 0 ? <EmptyNote title={t('checks.noInspections')} /> : (
        <table className="book" aria-label={t('checks.inspections')}>
          <thead><tr><th>{t('on')}</th><th>{t('checks.kind')}</th><th>{t('checks.result')}</th><th>{t('checks.inspector')}</th><th>{t('checks.note')}</th><th /></tr></thead>
          <tbody>{value.items.map((one) => <tr key={one.inspectionId} className={one.voided ? 'market-gone' : ''}><td>{one.on}</td><td>{t(`checks.kinds.${one.kind}`)}</td><td><Tag tone={one.passed ? 'green' : 'red'}>{t(one.passed ? 'checks.passed' : 'checks.failed')}</Tag></td><td>{one.inspector}</td><td>{one.voided ? `${t('voided')}：${one.voided.reason}` : one.note}</td><td>{onVoid && !one.voided && <Button look="link" onClick={() => onVoid({ kind: 'inspection', id: one.inspectionId, words: `${one.on} ${one.inspector}` })}>{t('void')}</Button>}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}

function Complaints({ onAdd, onAnswer, onVoid }: { onAdd: (() => void) | undefined; onAnswer: ((complaint: Complaint) => void) | undefined; onVoid: ((row: Voidable) => void) | undefined }) {
  const { t } = useTranslation('market');
  const { value, refusal, reload } = useQuery('market.listComplaints', {});
  return (
    <section className="card">
      <div className="sec"><h2>{t('checks.complaints')}</h2><span className="hint export-list"><ExportList list="market.listComplaints" input={{}} name={t('checks.complaints')} />{onAdd && <Button onClick={onAdd}>{t('checks.addComplaint')}</Button>}</span></div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value ? <Skeleton rows={4} /> : value.items.length === 0 ? <EmptyNote title={t('checks.noComplaints')} /> : (
        <table className="book" aria-label={t('checks.complaints')}>
          <thead><tr><th>{t('on')}</th><th>{t('checks.complaint')}</th><th>{t('checks.answer')}</th><th /></tr></thead>
          <tbody>{value.items.map((one) => <tr key={one.complaintId} className={one.voided ? 'market-gone' : ''}><td>{one.on}</td><td>{one.complaint}</td><td>{one.voided ? `${t('voided')}：${one.voided.reason}` : one.answer === null ? <Tag tone="red">{t('checks.unanswered')}</Tag> : t('checks.answered', { on: one.answeredOn ?? '', answer: one.answer })}</td><td className="market-row-acts">{onAnswer && !one.voided && one.answer === null && <Button look="link" onClick={() => onAnswer(one)}>{t('checks.reply')}</Button>} {onVoid && !one.voided && <Button look="link" onClick={() => onVoid({ kind: 'complaint', id: one.complaintId, words: `${one.on} ${one.complaint}` })}>{t('void')}</Button>}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}

type FormProps = { onDone: (words: string) => void; onClose: () => void };

function InspectionForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const [kind, setKind] = useState<'price' | 'hygiene'>('price');
  const [passed, setPassed] = useState(true);
  const [inspector, setInspector] = useState('');
  const [note, setNote] = useState('');
  const { run, running, refusal } = useCommand('market.addInspection');
  const save = async () => { if (on === undefined) return; const reply = await run({ on, kind, passed, inspector, note }); if (reply.ok) onDone(t('checks.saved')); };
  return (
    <form className="card market-entry" onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('checks.addInspection')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <div className="market-form">
        <Labelled label={t('on')}><DayInput label={t('on')} clearable={false} value={on} onChange={setOn} /></Labelled>
        <Labelled label={t('checks.kind')}><Select aria-label={t('checks.kind')} style={{ width: 100 }} value={kind} options={(['price', 'hygiene'] as const).map((value) => ({ value, label: t(`checks.kinds.${value}`) }))} onChange={setKind} /></Labelled>
        <Labelled label={t('checks.result')}><Select aria-label={t('checks.result')} style={{ width: 110 }} value={passed} options={[{ value: true, label: t('checks.passed') }, { value: false, label: t('checks.failed') }]} onChange={setPassed} /></Labelled>
        <Field className="short" label={t('checks.inspector')} value={inspector} maxLength={40} autoFocus onChange={setInspector} /><Field className="wide" label={t('checks.note')} value={note} maxLength={200} onChange={setNote} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={running || on === undefined || inspector.trim() === ''}>{t('save')}</Button></div>
    </form>
  );
}

function ComplaintForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const [complaint, setComplaint] = useState('');
  const { run, running, refusal } = useCommand('market.addComplaint');
  const save = async () => { if (on === undefined) return; const reply = await run({ on, complaint }); if (reply.ok) onDone(t('checks.saved')); };
  return (
    <form className="card market-entry" onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('checks.addComplaint')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <div className="market-form"><Labelled label={t('on')}><DayInput label={t('on')} clearable={false} value={on} onChange={setOn} /></Labelled><Field className="wide" label={t('checks.complaint')} value={complaint} maxLength={500} autoFocus hint={t('checks.noName')} onChange={setComplaint} /></div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={running || on === undefined || complaint.trim() === ''}>{t('save')}</Button></div>
    </form>
  );
}

function AnswerForm({ complaint, onDone, onClose }: FormProps & { complaint: Complaint }) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [answeredOn, setOn] = useState<string | undefined>(today);
  const [answer, setAnswer] = useState('');
  const { run, running, refusal } = useCommand('market.answerComplaint');
  const save = async () => { if (answeredOn === undefined) return; const reply = await run({ complaintId: complaint.complaintId, answer, answeredOn }); if (reply.ok) onDone(t('checks.saved')); };
  return (
    <form className="card market-entry" onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('checks.reply')}</h2><span className="muted">{complaint.on} {complaint.complaint}</span><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <div className="market-form"><Labelled label={t('checks.answerOn')}><DayInput label={t('checks.answerOn')} clearable={false} value={answeredOn} onChange={setOn} /></Labelled><Field className="wide" label={t('checks.answer')} value={answer} maxLength={500} autoFocus onChange={setAnswer} /></div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={running || answeredOn === undefined || answer.trim() === ''}>{t('save')}</Button></div>
    </form>
  );
}

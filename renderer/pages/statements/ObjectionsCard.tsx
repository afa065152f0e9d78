import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementHead } from '../../../shared/contract/statement-content.ts';
import type { StatementObjection } from '../../../shared/contract/statement-postings.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { useSheetChoice } from './use-sheet-choice.ts';

/** What was objected to published sheets, and the answers; never on a public sheet. */
export function ObjectionsCard({ published }: { published: readonly StatementHead[] }) {
  const { t } = useTranslation('statements');
  const { user } = useSession();
  const [adding, setAdding] = useState(false);
  const { value, refusal, reload } = useQuery('statements.listObjections', {});
  return (
    <section className="card st-wall" aria-label={t('objection.title')}>
      <div className="sec"><h2>{t('objection.title')}</h2>{value && <span className={value.open > 0 ? 'red small' : 'muted small'}>{t('objection.open', { count: value.open })}</span>}<span className="at-end charging-ends"><ExportList list="statements.listObjections" input={{}} name={t('objection.title')} />{user.role !== 'auditor' && <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>{t('objection.add')}</Button>}</span></div>
      {adding && <AddForm published={published} onDone={() => setAdding(false)} />}
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Skeleton rows={3} />}
      {value?.items.length === 0 && <EmptyNote title={t('objection.none')} />}
      <ul className="st-objections">{value?.items.map((item) => <Objection key={item.objectionId} item={item} mayAnswer={user.role === 'manager' || user.role === 'office'} />)}</ul>
    </section>
  );
}

function Objection({ item: { objectionId, number, version, on, what, by, answer, answeredOn, answeredBy }, mayAnswer }: { item: StatementObjection; mayAnswer: boolean }) {
  const { t } = useTranslation(['statements', 'common']);
  const { today } = useSession();
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  const { run, running, refusal } = useCommand('statements.answerObjection');
  return (
    <li>
      <p><b>{on}</b> {number} {t('versionNo', { version })} <span className="muted small">{t('objection.by', { who: by })}</span> {answer === null && <Tag tone="red">{t('objection.waiting')}</Tag>}</p>
      <p className="selectable">{what}</p>
      {answer !== null && <p className="st-answer selectable"><span className="muted small">{t('objection.answered', { on: answeredOn ?? '', who: answeredBy ?? '' })}</span> {answer}</p>}
      {answer === null && mayAnswer && !answering && <Button look="link" onClick={() => setAnswering(true)}>{t('objection.answer')}</Button>}
      {answer === null && answering && (
        <form className="st-form" aria-label={t('objection.answer')} onSubmit={(event) => { event.preventDefault(); void run({ objectionId, answer: text, on: today }); }}>
          <Field className="st-wide" label={t('objection.answerText')} value={text} maxLength={1000} autoFocus onChange={setText} /><Button type="submit" disabled={running || text.trim() === ''}>{t('common:save')}</Button><RefusalNote refusal={refusal} />
        </form>
      )}
    </li>
  );
}

function AddForm({ published, onDone }: { published: readonly StatementHead[]; onDone: () => void }) {
  const { t } = useTranslation(['statements', 'common']);
  const { today } = useSession();
  const sheet = useSheetChoice(published);
  const [objectionId] = useState(() => crypto.randomUUID());
  const [on, setOn] = useState(today);
  const [what, setWhat] = useState('');
  const { run, running, refusal } = useCommand('statements.addObjection');
  const save = async () => {
    if ((await run({ objectionId, statementId: sheet.statementId, on, what })).ok) onDone();
  };
  return (
    <form className="st-form" aria-label={t('objection.add')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Select aria-label={t('posting.sheet')} style={{ width: 220 }} value={sheet.statementId} options={sheet.options} onChange={sheet.choose} />
      <DayInput label={t('objection.on')} clearable={false} value={on} onChange={(day) => day !== undefined && setOn(day)} />
      <Field className="st-wide" label={t('objection.what')} value={what} maxLength={1000} autoFocus hint={t('objection.whatHint')} onChange={setWhat} />
      <Button type="submit" disabled={running || what.trim() === ''}>{t('common:save')}</Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

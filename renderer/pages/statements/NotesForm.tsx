import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';

/** The office's own notes, one a line; they are printed behind those that the figures give. */
export function NotesForm({ statementId, onDone }: { statementId: number; onDone: () => void }) {
  const { value, refusal } = useQuery('statements.listNotes', { statementId });
  if (!value) return <section className="card st-notes"><RefusalNote refusal={refusal} />{!refusal && <Skeleton rows={3} />}</section>;
  return <Editor statementId={statementId} notes={value.notes} onDone={onDone} />;
}

function Editor({ statementId, notes, onDone }: { statementId: number; notes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation(['statements', 'common']);
  const [text, setText] = useState(notes.join('\n'));
  const { run, running, refusal } = useCommand('statements.setNotes');
  const save = async () => {
    if ((await run({ statementId, notes: text.split('\n').map((line) => line.trim()).filter(Boolean) })).ok) onDone();
  };
  return (
    <form className="card st-notes" aria-label={t('notes.title')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label htmlFor="st-notes-text" className="label">{t('notes.label')}</label>
      <textarea id="st-notes-text" rows={4} value={text} maxLength={6000} autoFocus onChange={(event) => setText(event.target.value)} />
      <p className="muted small">{t('notes.note')}</p>
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" disabled={running}>{t('common:save')}</Button><Button look="link" onClick={onDone}>{t('common:cancel')}</Button></div>
    </form>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementHead } from '../../../shared/contract/statement-content.ts';
import type { StatementPosting } from '../../../shared/contract/statement-postings.ts';
import { call, useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { useSheetChoice } from './use-sheet-choice.ts';

/** Asks for a picture in the native dialog; undefined when none was chosen. */
async function pickPhoto(): Promise<string | undefined> {
  const reply = await call('files.pickToOpen', { kind: 'photo' });
  return (reply.ok ? reply.value.file : null) ?? undefined;
}

/** Where sheets hang and hung, for how many working days, with pictures. */
export function PostingsCard({ published }: { published: readonly StatementHead[] }) {
  const { t } = useTranslation('statements');
  const { user } = useSession();
  const [adding, setAdding] = useState(false);
  const { value, refusal, reload } = useQuery('statements.listPostings', {});
  const mayWrite = user.role === 'manager' || user.role === 'office';
  return (
    <section className="card st-wall" aria-label={t('posting.title')}>
      <div className="sec"><h2>{t('posting.title')}</h2>{value && <span className="muted small">{t('posting.wanted', { count: value.wanted })}</span>}<span className="at-end charging-ends"><ExportList list="statements.listPostings" input={{}} name={t('posting.title')} />{mayWrite && <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>{t('posting.add')}</Button>}</span></div>
      {adding && <AddForm published={published} onDone={() => setAdding(false)} />}
      <RefusalNote refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Skeleton rows={3} />}
      {value?.items.length === 0 && <EmptyNote title={t('posting.none')} />}
      {value && value.items.length > 0 && (
        <table className="book" aria-label={t('posting.title')}>
          <thead><tr><th>{t('posting.sheet')}</th><th>{t('posting.place')}</th><th>{t('posting.from')}</th><th>{t('posting.until')}</th><th className="num">{t('posting.workdays')}</th><th>{t('posting.photos')}</th><th>{t('posting.state')}</th></tr></thead>
          <tbody>{value.items.map((item) => <PostingRow key={item.postingId} item={item} wanted={value.wanted} mayWrite={mayWrite} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function PostingRow({ item, wanted, mayWrite }: { item: StatementPosting; wanted: number; mayWrite: boolean }) {
  const { t } = useTranslation('statements');
  const { today } = useSession();
  const [ending, setEnding] = useState(false);
  const [on, setOn] = useState(today);
  const end = useCommand('statements.endPosting');
  const photo = useCommand('statements.addPhoto');
  const { postingId, number, version, place, from, until, endedOn, workdays, photos } = item;
  const addPhoto = async () => {
    const file = await pickPhoto();
    if (file !== undefined) await photo.run({ postingId, file });
  };
  return (
    <tr>
      <td>{number} {t('versionNo', { version })}</td><td>{place}</td><td>{from}</td><td>{endedOn ?? until}</td><td className={`num ${endedOn !== null && workdays < wanted ? 'red' : ''}`}>{workdays}</td>
      <td><span className="st-photos">{photos.map((digest) => <Photo key={digest} digest={digest} place={place} />)}{mayWrite && <Button look="link" disabled={photo.running} onClick={() => void addPhoto()}>{t('posting.addPhoto')}</Button>}</span><RefusalNote refusal={photo.refusal} /></td>
      <td>
        <Tag {...(endedOn === null && { tone: 'green' })}>{endedOn === null ? t('posting.hangs') : t('posting.ended', { on: endedOn })}</Tag> {mayWrite && endedOn === null && <Button look="link" aria-expanded={ending} onClick={() => setEnding(!ending)}>{t('posting.end')}</Button>}
        {ending && endedOn === null && <span className="st-inline"><DayInput label={t('posting.lastDay')} clearable={false} value={on} onChange={(day) => day !== undefined && setOn(day)} /><Button disabled={end.running} onClick={() => void end.run({ postingId, on })}>{t('posting.endDo')}</Button></span>}
        <RefusalNote refusal={end.refusal} />
      </td>
    </tr>
  );
}

/** A picture, small; one opens it large by a click. */
function Photo({ digest, place }: { digest: string; place: string }) {
  const { t } = useTranslation('statements');
  const [large, setLarge] = useState(false);
  const { value } = useQuery('statements.getPhoto', { digest });
  if (!value) return null;
  return <button type="button" className={`st-photo ${large ? 'large' : ''}`} aria-label={t('posting.photoOf', { place })} aria-expanded={large} onClick={() => setLarge(!large)}><img src={`data:${value.type};base64,${value.base64}`} alt={t('posting.photoOf', { place })} /></button>;
}

function AddForm({ published, onDone }: { published: readonly StatementHead[]; onDone: () => void }) {
  const { t } = useTranslation(['statements', 'common']);
  const { today } = useSession();
  const sheet = useSheetChoice(published);
  const [place, setPlace] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState<string | undefined>();
  const [file, setFile] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('statements.addPosting');
  const save = async () => {
    if ((await run({ statementId: sheet.statementId, place, from, ...(until !== undefined && { until }), ...(file !== undefined && { file }) })).ok) onDone();
  };
  return (
    <form className="st-form" aria-label={t('posting.add')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Select aria-label={t('posting.sheet')} style={{ width: 220 }} value={sheet.statementId} options={sheet.options} onChange={sheet.choose} />
      <Field label={t('posting.place')} value={place} maxLength={60} autoFocus placeholder={t('posting.placeHint')} onChange={setPlace} />
      <DayInput label={t('posting.from')} clearable={false} value={from} onChange={(day) => day !== undefined && setFrom(day)} />
      <DayInput label={t('posting.until')} placeholder={t('posting.untilHint')} value={until} onChange={setUntil} />
      <Button onClick={() => void pickPhoto().then(setFile)}>{file === undefined ? t('posting.pickPhoto') : t('posting.picked', { file: file.split(/[\\/]/).at(-1) ?? '' })}</Button>
      <Button type="submit" look="main" disabled={running || place.trim() === ''}>{t('common:save')}</Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

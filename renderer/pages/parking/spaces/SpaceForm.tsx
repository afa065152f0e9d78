import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { Choice } from '../../fees/items/Choice.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { HomeSelect } from '../HomeSelect.tsx';
import type { SpaceItem } from '../plan/SpacePanel.tsx';
import { emptySpace, spaceKinds, spaceProblems, spacesOf, spaceTitles, type SpaceDraft, type SpaceProblem } from './space-draft.ts';

type SpaceFormProps = { zones: readonly { zone: string }[]; /** The space that is changed; without it spaces are added. */ space?: SpaceItem; onDone?: (words: string) => void; onClose: () => void };

/** Adds one space or a row of them, or changes what one is. */
export function SpaceForm({ zones, space, onDone, onClose }: SpaceFormProps) {
  const { t } = useTranslation(['parking', 'common']);
  const [draft, setDraft] = useState(() => (space ? draftOf(space) : { ...emptySpace, zone: zones[0]?.zone ?? '' }));
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState<string | undefined>();
  const add = useCommand('parking.addSpaces');
  const change = useCommand('parking.changeSpace');
  const problems = spaceProblems(draft);
  const set = (changes: Partial<SpaceDraft>) => setDraft((last) => ({ ...last, ...changes }));
  const submit = async () => {
    setTried(true);
    setSaid(undefined);
    const spaces = spacesOf(draft);
    const [first] = spaces;
    if (Object.keys(problems).length > 0 || !first) return;
    if (space) {
      const reply = await change.run(first);
      if (reply.ok) (onDone ?? onClose)(t('space.changeDone', { code: space.code }));
      return;
    }
    const reply = await add.run({ spaces });
    if (!reply.ok) return;
    setSaid(t('spaces.added', reply.value));
    setDraft({ ...draft, code: '', count: '1' });
    setTried(false);
  };
  const title = space ? t('space.changeTitle', { code: space.code }) : t('spaces.add');
  return (
    <aside className="card parking-side" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="parking-side-head">
        <h2>{title}</h2>
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <form className="parking-form parking-side-body" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <SpaceFields draft={draft} changed={space !== undefined} zones={zones} problems={tried ? problems : {}} onChange={set} />
        <RefusalNote refusal={add.refusal ?? change.refusal} />
        {said !== undefined && (
          <p className="good small" role="status">
            {said}
          </p>
        )}
        <div className="side-buttons">
          <Button look="main" type="submit" disabled={add.running || change.running}>
            {space ? t('common:save') : t('spaces.addDo')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </aside>
  );
}

function draftOf({ code, zone, floor, kind, title, ownerHomeId, ownerLabel, row, column, note }: SpaceItem): SpaceDraft {
  return { code, count: '1', zone, floor, kind, title, owner: ownerHomeId === null ? undefined : { homeId: ownerHomeId, label: ownerLabel ?? '' }, row: row === null ? '' : String(row), column: column === null ? '' : String(column), note };
}

type SpaceFieldsProps = { draft: SpaceDraft; changed: boolean; zones: readonly { zone: string }[]; problems: Partial<Record<SpaceProblem, true>>; onChange: (changes: Partial<SpaceDraft>) => void };

function SpaceFields({ draft, changed, zones, problems, onChange }: SpaceFieldsProps) {
  const { t } = useTranslation('parking');
  const say = (field: SpaceProblem) => (problems[field] ? t(`problem.${field}`) : undefined);
  const { code, count, zone, floor, kind, title, owner, row, column, note } = draft;
  return (
    <>
      {!changed && (
        <div className="pair">
          <Field label={t('space.code')} value={code} maxLength={20} autoFocus placeholder="B1-001" onChange={(text) => onChange({ code: text })} problem={say('code')} />
          <Field label={t('space.many')} value={count} maxLength={4} inputMode="numeric" hint={t('space.manyHint')} onChange={(text) => onChange({ count: text })} problem={say('count')} />
        </div>
      )}
      <div className="pair">
        <Field label={t('zone')} value={zone} maxLength={20} list="parking-zones" onChange={(text) => onChange({ zone: text })} problem={say('zone')} />
        <Field label={t('floor')} value={floor} maxLength={10} placeholder="B1" onChange={(text) => onChange({ floor: text })} />
      </div>
      <datalist id="parking-zones">
        {zones.map((one) => (
          <option key={one.zone} value={one.zone} />
        ))}
      </datalist>
      <div className="pair">
        <Labelled label={t('space.title_')} hint={t(`titleHint.${title}`)}>
          <Choice label={t('space.title_')} value={title} options={spaceTitles.map((value) => ({ value, label: t(`title_.${value}`) }))} onChange={(value) => onChange({ title: value })} />
        </Labelled>
        <Labelled label={t('space.kind')}>
          <Choice label={t('space.kind')} value={kind} options={spaceKinds.map((value) => ({ value, label: t(`spaceKind.${value}`) }))} onChange={(value) => onChange({ kind: value })} />
        </Labelled>
      </div>
      {title === 'owner' && (
        <Labelled label={t('space.owner')} problem={say('owner')}>
          <HomeSelect label={t('space.owner')} value={owner} onChange={(home) => onChange({ owner: home })} />
        </Labelled>
      )}
      <div className="pair">
        <Field label={t('space.row')} value={row} maxLength={3} inputMode="numeric" hint={t('space.placeHint')} onChange={(text) => onChange({ row: text })} problem={say('place')} />
        <Field label={t('space.column')} value={column} maxLength={3} inputMode="numeric" onChange={(text) => onChange({ column: text })} />
      </div>
      <Field label={t('space.note')} value={note} maxLength={200} onChange={(text) => onChange({ note: text })} />
    </>
  );
}

import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, ProgressBar, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { DraftBuildings, DraftItems, DraftLines, DraftSkipped } from './DraftTables.tsx';
import { useItemName } from './item-name.ts';

type Draft = Output<'fees.previewBills'>;
type Issued = Output<'fees.issueBills'>;

/** The draft of a month: totals, every home or its reason, and the button that issues it. */
export function IssueDraft({ month, onClose }: { month: string; onClose: () => void }) {
  const { t } = useTranslation('fees');
  const [issued, setIssued] = useState<Issued | undefined>();
  const [items, setItems] = useState<string[]>([]);
  const asked = { month, ...(items.length > 0 && { items }) };
  const draft = useQuery('fees.previewBills', asked, { enabled: issued === undefined, keepLast: true });
  const issue = useCommand('fees.issueBills');
  const mayIssue = useMay('manager');
  const start = async () => {
    const reply = await issue.run({ ...asked, commit: true });
    if (reply.ok) setIssued(reply.value);
  };
  if (issued) return <IssuedNote issued={issued} onClose={onClose} />;
  return (
    <>
      <div className="sec">
        <h2>{t('draft', { month })}</h2>
        <span className="muted small">{t('draftNote')}</span>
        <Button look="link" className="hint" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <RefusalNote refusal={draft.refusal} onRetry={draft.reload} />
      {!draft.value && draft.state === 'loading' && <Skeleton rows={8} />}
      <div className="fees-bar">
        <ItemsSelect value={items} onChange={setItems} disabled={issue.running} />
        <span className="fees-count">
          <ExportList list="fees.previewBills" input={asked} name={t('draft', { month })} />
        </span>
      </div>
      {draft.value && <DraftFacts draft={draft.value} />}
      {draft.value && <DraftBody draft={draft.value} />}
      <div className="draft-acts">
        {issue.running && <ProgressBar progress={issue.progress && { ...issue.progress, label: '' }} label={t('issuing')} onCancel={issue.cancel} />}
        <RefusalNote refusal={issue.refusal} />
        {!mayIssue && <span className="muted">{t('onlyManager')}</span>}
        {mayIssue && draft.value && draft.value.issued > 0 && (
          <Button look="main" disabled={issue.running || draft.state === 'loading'} onClick={() => void start()}>
            {t('issue', { count: draft.value.issued, amount: money(draft.value.amountFen) })}
          </Button>
        )}
      </div>
    </>
  );
}

/** The items that are billed; none chosen: all that are due. */
function ItemsSelect({ value, onChange, disabled }: { value: string[]; onChange: (items: string[]) => void; disabled: boolean }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const items = (useQuery('fees.listItems', {}, { keepLast: true }).value?.items ?? []).filter(({ fixed, versions }) => !fixed && versions.some(({ basis }) => basis !== 'once'));
  if (items.length < 2) return null;
  return <Select mode="multiple" aria-label={t('onlyItems')} placeholder={t('allItems')} style={{ minWidth: 240, maxWidth: 520 }} value={value} disabled={disabled} onChange={onChange} options={items.map(({ code, name }) => ({ value: code, label: itemName(name) }))} optionFilterProp="label" />;
}

function IssuedNote({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  const { t } = useTranslation(['fees', 'common']);
  const words = issued.issued === 0 ? t('issuedNone') : t('issued', { count: issued.issued, amount: money(issued.amountFen), skipped: issued.skipped.length });
  return (
    <div className="issued-note" role="status">
      <p className="good">{words}</p>
      <Button onClick={onClose}>{t('seeBills')}</Button>
      {issued.skipped.length > 0 && (
        <div className="draft-table">
          <DraftSkipped skipped={issued.skipped} />
        </div>
      )}
    </div>
  );
}

function DraftFacts({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  return (
    <dl className="draft-facts">
      <div>
        <dt>{t('count')}</dt>
        <dd>{t('countValue', { count: draft.issued })}</dd>
      </div>
      <div>
        <dt>{t('amount')}</dt>
        <dd>{yuan(draft.amountFen)}</dd>
      </div>
      {draft.reducedFen > 0 && (
        <div>
          <dt>{t('reduced')}</dt>
          <dd>{yuan(draft.reducedFen)}</dd>
        </div>
      )}
      <div>
        <dt>{t('prepaid')}</dt>
        <dd>{yuan(draft.prepaidFen)}</dd>
      </div>
      <div>
        <dt>{t('skipped')}</dt>
        <dd>{t('skippedValue', { count: draft.skipped.length })}</dd>
      </div>
    </dl>
  );
}

function DraftBody({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  const [part, setPart] = useState<'items' | 'buildings' | 'homes' | 'skipped'>(draft.issued === 0 ? 'skipped' : 'items');
  return (
    <>
      <div className="fees-bar">
        <Segments
          label={t('by')}
          value={part}
          choices={[
            { value: 'items', label: t('byItem') },
            { value: 'buildings', label: t('byBuilding') },
            { value: 'homes', label: t('byHome', { count: draft.lines.length }) },
            { value: 'skipped', label: t('bySkipped', { count: draft.skipped.length }) },
          ]}
          onChange={setPart}
        />
        {draft.issued === 0 && <span className="muted">{t('nothing')}</span>}
      </div>
      {part === 'items' && (draft.issued === 0 ? <EmptyNote title={t('nothing')}>{t('nothingNote')}</EmptyNote> : <DraftItems draft={draft} />)}
      {part === 'buildings' && (draft.issued === 0 ? <EmptyNote title={t('nothing')}>{t('nothingNote')}</EmptyNote> : <DraftBuildings draft={draft} />)}
      {part === 'homes' && <DraftLines draft={draft} />}
      {part === 'skipped' && <DraftSkipped skipped={draft.skipped} />}
    </>
  );
}

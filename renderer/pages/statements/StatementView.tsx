import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { statements as zh } from '../../text/zh/statements.ts';
import { DrillPanel, type Drilled } from './DrillPanel.tsx';
import { NotesForm } from './NotesForm.tsx';
import { Sheet } from './Sheet.tsx';
import { StatementActs } from './StatementActs.tsx';
import { useSpanName } from './statement-names.ts';

/** A statement: what may be done with it, whether it adds up, the sheet as it hangs, and the rows behind a figure. */
export function StatementView({ statementId, versions }: { statementId: number; versions: readonly StatementHead[] }) {
  const { t } = useTranslation('statements');
  const [drilled, setDrilled] = useState<Drilled | undefined>();
  const [noting, setNoting] = useState(false);
  const { value, refusal, reload } = useQuery('statements.get', { statementId }, { keepLast: true });
  if (!value) return <section className="card parking-main"><RefusalNote refusal={refusal} onRetry={reload} />{!refusal && <Skeleton rows={12} height={24} />}</section>;
  const { head, content } = value;
  return (
    <>
      <section className="st-main" aria-label={content.title} onKeyDown={(event) => { if (event.key === 'Escape') setDrilled(undefined); }}>
        <StatementActs head={head} content={content} noting={noting} onNotes={() => setNoting(!noting)} />
        {noting && <NotesForm statementId={statementId} onDone={() => setNoting(false)} />}
        <Checks content={content} />
        <Versions head={head} content={content} versions={versions} />
        <Sheet head={head} content={content} onDrill={setDrilled} />
        <p className="muted small st-hint">{t('hint')}</p>
      </section>
      {drilled && <DrillPanel key={drilled.title} drilled={drilled} head={head} content={content} onClose={() => setDrilled(undefined)} />}
    </>
  );
}

/** Every cross-total with both sides; one that fails keeps the sheet from the wall. */
function Checks({ content: { checks } }: { content: StatementContent }) {
  const { t } = useTranslation('statements');
  const failing = checks.filter(({ ok }) => !ok).length;
  return (
    <details className="card st-checks" open={failing > 0}>
      <summary>{failing === 0 ? t('checks.good', { count: checks.length }) : <b className="red">{t('checks.bad', { count: failing, all: checks.length })}</b>}</summary>
      <ul>{checks.map(({ name, ok, detail }) => <li key={name} className={ok ? '' : 'red'}><b aria-label={ok ? t('checks.ok') : t('checks.fails')}>{ok ? '✓' : '✗'}</b> <span>{Object.hasOwn(zh.checks.name, name) ? t(`checks.name.${name as keyof typeof zh.checks.name}`) : name}</span> <span className="muted">{detail}</span></li>)}</ul>
    </details>
  );
}

/** The versions of these months, and what this one changed. */
function Versions({ head, content: { changes, version }, versions }: { head: StatementHead; content: StatementContent; versions: readonly StatementHead[] }) {
  const { t } = useTranslation('statements');
  const spanName = useSpanName();
  if (versions.length < 2 && head.supersededWhy === null) return null;
  return (
    <section className="card st-versions" aria-label={t('versions')}>
      <h3>{t('versionsOf', { span: spanName(head) })}</h3>
      <p>{versions.map((one) => (one.statementId === head.statementId ? <b key={one.statementId}>{t('versionNo', { version: one.version })}（{t(`state.${one.state}`)}）</b> : <a key={one.statementId} className="text-link" href={linkTo('statements', { id: one.statementId })}>{t('versionNo', { version: one.version })}（{t(`state.${one.state}`)}）</a>))}</p>
      {head.supersededWhy !== null && <p className="red">{head.supersededWhy}</p>}
      {version > 1 && changes.length > 0 && <><p className="muted small">{t('changed')}</p><ul>{changes.map((text) => <li key={text}>{text}</li>)}</ul></>}
    </section>
  );
}

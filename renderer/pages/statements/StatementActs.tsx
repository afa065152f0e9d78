import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import { statementPapers } from '../../../shared/contract/statement-postings.ts';
import { statementFormats } from '../../../shared/contract/statements.ts';
import { useCommand } from '../../api.ts';
import { Button, Segments, Tag } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { dateTime } from '../../text/formats.ts';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';
import { STATE_TONES } from './statement-names.ts';

type Props = { head: StatementHead; content: StatementContent; noting: boolean; onNotes: () => void };

/** What may be done with a statement in its state: compute again, review, publish; print and save always. */
export function StatementActs({ head, content, noting, onNotes }: Props) {
  const { t } = useTranslation('statements');
  const { user } = useSession();
  const { statementId, kind, from, to, state, number, version, code, publishedAt, publishedBy, preparedAt, preparedBy, closed } = head;
  const prepare = useCommand('statements.prepare');
  const review = useCommand('statements.review');
  const publish = useCommand('statements.publish');
  const mayPrepare = user.role === 'manager' || user.role === 'office';
  const running = prepare.running || review.running || publish.running;
  const draft = publishedAt === null;
  const failing = content.checks.filter(({ ok }) => !ok).length;
  return (
    <header className="card st-acts">
      <div className="st-facts">
        <h2>{number} {t('versionNo', { version })}</h2>
        <Tag {...(STATE_TONES[state] && { tone: STATE_TONES[state] })}>{t(`state.${state}`)}</Tag>
        <span className="muted small">{publishedAt === null ? t('preparedBy', { who: preparedBy, at: dateTime(preparedAt) }) : t('publishedBy', { who: publishedBy ?? '', at: dateTime(publishedAt) })}</span>
        {code !== null && <span className="selectable">{t('code')} <b>{code}</b></span>}
        {!closed && <span className="warn small">{t('notClosed')}</span>}
      </div>
      {mayPrepare && (
        <div className="st-buttons">
          {draft && <Button disabled={running} onClick={() => void prepare.run({ kind, from, to })}>{t('act.again')}</Button>}
          {draft && <Button aria-expanded={noting} onClick={onNotes}>{t('act.notes')}</Button>}
          {draft && <Button disabled={running || state === 'reviewed'} onClick={() => void review.run({ statementId })}>{t('act.review')}</Button>}
          {!draft && <Button disabled={running} onClick={() => void prepare.run({ kind, from, to })}>{t('act.newVersion')}</Button>}
          {draft && user.role === 'manager' && <Button look="main" disabled={running} title={failing > 0 ? t('act.publishFails') : undefined} onClick={() => void publish.run({ statementId })}>{t('act.publish')}</Button>}
        </div>
      )}
      <RefusalNote refusal={publish.refusal ?? review.refusal ?? prepare.refusal} />
      <Papers head={head} />
    </header>
  );
}

/** On paper, as PDF, and as files. */
function Papers({ head: { statementId, number, version } }: Pick<Props, 'head'>) {
  const { t } = useTranslation(['statements', 'common']);
  const { user } = useSession();
  const [paper, setPaper] = useState<(typeof statementPapers)[number]>('a4');
  const [said, setSaid] = useState('');
  const print = useCommand('statements.print', { reloads: false });
  const exported = useCommand('statements.export', { reloads: false });
  const saving = useSave();
  const name = `${number}-v${version}`;
  const toPrinter = async () => { setSaid((await print.run({ statementId, paper, to: 'printer' })).ok ? t('paper.printed') : ''); };
  return (
    <div className="st-buttons st-papers">
      {user.role !== 'auditor' && (
        <>
          <Segments label={t('paper.size')} value={paper} choices={statementPapers.map((value) => ({ value, label: value.toUpperCase() }))} onChange={setPaper} />
          <Button disabled={print.running} onClick={() => void toPrinter()}>{t('common:print')}</Button>
          <Button disabled={print.running} onClick={() => void saving.save(`${name}-${paper.toUpperCase()}`, 'pdf', (file) => print.run({ statementId, paper, to: 'pdf', file }))}>{t('common:savePdf')}</Button>
        </>
      )}
      {statementFormats.map((format) => <Button key={format} disabled={exported.running} onClick={() => void saving.save(name, format, (file) => exported.run({ statementId, format, file }))}>{t(`paper.${format}`)}</Button>)}
      {said !== '' && <span className="good small" role="status">{said}</span>}
      <RefusalNote refusal={saving.refusal ? undefined : print.refusal} />
      <SaveNote saving={saving} />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statementKinds, type StatementKind } from '../../../shared/contract/statement-content.ts';
import { useCommand } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { useSpanName } from './statement-names.ts';
import { lastFullSpan, spanAround, spans, type Span } from './statements-route.ts';

const SPAN_OF: Readonly<Record<StatementKind, Span>> = { common: 'quarter', fees: 'year' };

/** Which statement: of common income by quarter, of fees by year, unless somebody wants another stretch. */
export function PrepareForm({ onDone, onClose }: { onDone: (statementId: number) => void; onClose: () => void }) {
  const { t } = useTranslation(['statements', 'common']);
  const { today } = useSession();
  const [kind, setKind] = useState<StatementKind>('common');
  const [span, setSpan] = useState<Span>('quarter');
  const [months, setMonths] = useState(() => lastFullSpan('quarter', today));
  const { run, running, refusal } = useCommand('statements.prepare');
  const spanName = useSpanName();
  const choose = (next: Span) => { setSpan(next); setMonths(lastFullSpan(next, today)); };
  const prepare = async () => {
    const reply = await run({ kind, ...months });
    if (reply.ok) onDone(reply.value.statementId);
  };
  return (
    <form className="st-prepare" aria-label={t('prepare.open')} onSubmit={(event) => { event.preventDefault(); void prepare(); }}>
      <Segments label={t('prepare.kind')} value={kind} choices={statementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(next) => { setKind(next); choose(SPAN_OF[next]); }} />
      <Segments label={t('prepare.span')} value={span} choices={spans.map((value) => ({ value, label: t(`span.${value}`) }))} onChange={choose} />
      <DayInput label={t('prepare.month')} month clearable={false} value={months.to} onChange={(month) => month !== undefined && setMonths(spanAround(span, month))} />
      <p className="small">{t('prepare.of', { span: spanName(months), ...months })}</p>
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" disabled={running}>{t('prepare.do')}</Button><Button look="link" onClick={onClose}>{t('common:cancel')}</Button></div>
    </form>
  );
}

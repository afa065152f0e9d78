import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementHead } from '../../../shared/contract/statement-content.ts';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo, linkTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { PrepareForm } from './PrepareForm.tsx';
import { STATE_TONES, useSpanName } from './statement-names.ts';
import { StatementView } from './StatementView.tsx';
import { statementsRoute } from './statements-route.ts';

/** Statements by their months on the left, the one that is open beside them. */
export function SheetsPart() {
  const { t } = useTranslation('statements');
  const { params } = useRoute();
  const { user } = useSession();
  const { id } = statementsRoute(params);
  const [preparing, setPreparing] = useState(false);
  const list = useQuery('statements.list', {});
  const items = list.value?.items ?? [];
  const open = items.find(({ statementId }) => statementId === id) ?? items[0];
  const mayPrepare = user.role === 'manager' || user.role === 'office';
  const done = (statementId: number) => { setPreparing(false); goTo('statements', { id: statementId }); };
  return (
    <div className="parking-area st-area">
      <nav className="card st-list" aria-label={t('list')}>
        <div className="st-list-head">{mayPrepare && <Button aria-expanded={preparing} onClick={() => setPreparing(!preparing)}>{t('prepare.open')}</Button>}</div>
        {preparing && <PrepareForm onDone={done} onClose={() => setPreparing(false)} />}
        <RefusalNote refusal={list.refusal} onRetry={list.reload} />
        {list.value === undefined && !list.refusal && <Skeleton rows={6} height={30} />}
        <ul>{items.map((head) => <ListItem key={head.statementId} head={head} chosen={head.statementId === open?.statementId} />)}</ul>
      </nav>
      {list.value && !open && <section className="card parking-main"><EmptyNote title={t('none')}>{t('noneNote')}</EmptyNote></section>}
      {open && <StatementView key={open.statementId} statementId={open.statementId} versions={items.filter(({ kind, from, to }) => kind === open.kind && from === open.from && to === open.to)} />}
    </div>
  );
}

function ListItem({ head, chosen }: { head: StatementHead; chosen: boolean }) {
  const { t } = useTranslation('statements');
  const spanName = useSpanName();
  return (
    <li>
      <a href={linkTo('statements', { id: head.statementId })} aria-current={chosen ? 'page' : undefined}>
        <b>{spanName(head)}</b>
        <span className="muted small">{t(`kind.${head.kind}`)}　{t('versionNo', { version: head.version })}</span>
        <Tag {...(STATE_TONES[head.state] && { tone: STATE_TONES[head.state] })}>{t(`state.${head.state}`)}</Tag>
      </a>
    </li>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../components/controls.tsx';
import { money } from '../../../text/formats.ts';
import type { Column } from '../../ledger/book/LongTable.tsx';
import type { FindingItem } from './barrier-route.ts';
import { useDuration } from './use-duration.ts';

/** What a finding is; one that is decided on is quiet. */
export function KindTag({ item }: { item: FindingItem }) {
  const { t } = useTranslation('barrier');
  const tone = item.state !== 'open' ? undefined : item.kind === 'overstay' || item.kind === 'no-lease' ? 'red' : 'amber';
  return <Tag {...(tone && { tone })}>{t(`kind.${item.kind}`)}</Tag>;
}

/** The columns of the list of findings; `states`: they are not all open. */
export function useFindingColumns(states: boolean): Column<FindingItem>[] {
  const { t } = useTranslation('barrier');
  const duration = useDuration();
  return useMemo(() => {
    const who = ({ label, lessee }: FindingItem) => (lessee === '' || lessee === label ? label : `${label} ${lessee}`);
    const columns: (Column<FindingItem> & { onlyStates?: boolean })[] = [
      { key: 'day', title: t('list.day'), width: '98px', cell: (item) => item.on },
      { key: 'kind', title: t('list.kind'), width: '112px', cell: (item) => <KindTag item={item} /> },
      { key: 'plate', title: t('list.plate'), width: 'minmax(96px, 0.8fr)', cell: (item) => <span className="selectable">{item.plate}</span>, hint: (item) => item.plate },
      { key: 'who', title: t('list.who'), width: 'minmax(120px, 1.2fr)', cell: (item) => (item.label === '' ? <span className="muted">{t('list.unknown')}</span> : who(item)), hint: who },
      { key: 'space', title: t('list.space'), width: '78px', from: states ? 900 : 820, cell: (item) => item.space },
      { key: 'in', title: t('list.in'), width: '104px', from: states ? 820 : 750, cell: (item) => <span className="muted">{item.inAt?.slice(5, 16)}</span>, hint: (item) => item.inAt ?? undefined },
      { key: 'out', title: t('list.out'), width: '104px', from: states ? 1010 : 930, cell: (item) => <span className="muted">{item.outAt?.slice(5, 16)}</span>, hint: (item) => item.outAt ?? undefined },
      { key: 'minutes', title: t('list.minutes'), width: '118px', num: true, cell: (item) => (item.minutes === 0 ? '' : duration(item.minutes)) },
      { key: 'state', title: t('list.state'), width: '84px', onlyStates: true, cell: (item) => t(`state.${item.state}`), hint: (item) => item.reason || undefined },
      { key: 'proposed', title: t('list.proposed'), width: '104px', num: true, led: true, cell: (item) => <span className={item.proposedFen === 0 ? 'muted' : ''}>{money(item.proposedFen)}</span> },
    ];
    return columns.filter(({ onlyStates }) => states || !onlyStates);
  }, [t, duration, states]);
}

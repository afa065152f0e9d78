import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { isMonth } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { CheckList } from './CheckList.tsx';
import { CloseBar, ReopenBar } from './CloseBar.tsx';
import { MonthRows } from './MonthRows.tsx';
import { useMonthWords } from './month-words.ts';
import { PeriodHistory } from './PeriodHistory.tsx';
import './periods.css';

type Periods = Output<'periods.list'>;

/** Months and what they need before they are closed. The month stands in the address: `#/periods?month=2026-09`. */
export function PeriodsPage() {
  const { t } = useTranslation('periods');
  const { nameOf } = useMonthWords();
  const asked = useRoute().params.get('month') ?? '';
  const { value, refusal, reload } = useQuery('periods.list', {}, { keepLast: true });
  const month = isMonth(asked) ? asked : (value?.next ?? value?.months[0]?.month);
  const note = value && (value.closedThrough === null ? t('none') : t('through', { month: nameOf(value.closedThrough) }));
  return (
    <main className="page">
      <PageHead title={t('title')} note={note} />
      <RefusalNote refusal={refusal} onRetry={reload} />
      {value && month !== undefined ? (
        <div className="periods-area">
          <MonthRows months={value.months} month={month} />
          <div className="periods-main">
            <MonthCard key={month} month={month} periods={value} />
            <PeriodHistory events={value.events} />
          </div>
        </div>
      ) : <Skeleton rows={6} />}
    </main>
  );
}

function MonthCard({ month, periods: { months, closedThrough, next } }: { month: string; periods: Periods }) {
  const { t } = useTranslation('periods');
  const { nameOf } = useMonthWords();
  const mayEnter = useMay('manager', 'office');
  const [said, setSaid] = useState('');
  const { value, refusal, reload } = useQuery('periods.check', { month }, { keepLast: true });
  const state = months.find((one) => one.month === month)?.state;
  const items = value?.items ?? [];
  const waiting = items.filter(({ ok }) => !ok).length;
  const finding = state === 'closed' ? 'closed' : state === 'running' ? 'running' : waiting === 0 ? 'ready' : 'waiting';
  const before = closedThrough === null ? months.filter((one) => one.month < month).length : 0;
  return (
    <section className="card periods-month" aria-label={nameOf(month)}>
      <div className="sec">
        <h2>{value ? t(`finding.${finding}`, { month: nameOf(month), count: waiting }) : t('checking')}</h2>
        {said !== '' && <span className="good" role="status">{said}</span>}
        <span className="at-end"><Button onClick={reload}>{t('again')}</Button></span>
      </div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {value ? <CheckList items={items} month={month} mayEnter={mayEnter && state === 'open'} onSaved={reload} /> : !refusal && <Skeleton rows={8} />}
      {value && state === 'open' && <CloseBar month={month} ready={waiting === 0 && (next === month || closedThrough === null)} before={before} onDone={setSaid} />}
      {state === 'closed' && closedThrough !== null && <ReopenBar month={month} through={closedThrough} onDone={setSaid} />}
    </section>
  );
}

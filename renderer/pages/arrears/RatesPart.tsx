import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { periodMonths, periodOf } from '../../../shared/domain/collection.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { Button, Kbd, Segments } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo, linkTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { monthOf } from '../../text/formats.ts';
import { RateFigures } from './RateFigures.tsx';
import { RateHomes } from './RateHomes.tsx';
import { RatesTable } from './RatesTable.tsx';
import { RatesTrend } from './RatesTrend.tsx';
import { ratesParams, readRatesRoute, reportPeriods, type RatesChange, type RatesRoute } from './rates-route.ts';
import { usePeriodName } from './use-period-name.ts';
import './rates.css';

/** The collection rates of a month, quarter or year: as a whole, by building or item, and over twelve months. */
export function RatesPart() {
  const { params } = useRoute();
  const { today } = useSession();
  const months = useQuery('fees.listMonths', {}, { keepLast: true });
  const route = readRatesRoute(params);
  // The last month with bills, as long as the address names none.
  const last = months.value?.items.find(({ bills }) => bills > 0)?.month ?? monthOf(today);
  if (!route.month && !months.value && months.state === 'loading') return <Skeleton rows={8} height={28} />;
  return <RatesOf route={{ ...route, month: route.month ?? last }} billedMonth={last} lastMonth={last > monthOf(today) ? last : monthOf(today)} />;
}

type OfProps = { route: RatesRoute & { month: string }; /** The last one with bills, where the trend ends. */ billedMonth: string; /** The last one that can be chosen. */ lastMonth: string };

function RatesOf({ route, billedMonth, lastMonth }: OfProps) {
  const { t } = useTranslation('arrears');
  const change: RatesChange = (changes) => goTo('arrears', ratesParams({ ...route, ...changes }));
  const { month, period, by, part, key } = route;
  const span = periodOf(month, period);
  const report = useQuery('collection.report', { ...span, by }, { keepLast: true });
  const { value, refusal } = report;
  const isEmpty = value && value.total.households.billed === 0 && value.total.current.billedFen === 0 && value.total.arrears.openingFen === 0;
  const until = span.to < billedMonth ? span.to : billedMonth;
  return (
    <div className="rates">
      <RatesBar route={route} lastMonth={lastMonth} onChange={change} />
      {refusal ? (
        <div className="rates-refused">
          <RefusalNote refusal={refusal} onRetry={report.reload} />
          {refusal.code === 'RATES_DISAGREE' && <a href={linkTo('ledger', { book: 'verify' })}>{t('rates.verify')}</a>}
        </div>
      ) : !value ? (
        <Skeleton rows={8} height={28} />
      ) : (
        <>
          <RateFigures figures={value.total} part={key ? undefined : part} onPart={(next) => change({ part: next, key: undefined })} />
          <div className="rates-rows">
            {isEmpty ? <section className="card rates-main"><EmptyNote title={t('rates.empty')}>{t('rates.emptyNote')}</EmptyNote></section> : <RatesTable report={value} span={span} route={route} onChange={change} />}
            {part ? <RateHomes span={span} part={part} by={by} of={value.items.find((item) => item.key === key)} onClose={() => change({ part: undefined, key: undefined })} /> : <RatesTrend until={until} />}
          </div>
        </>
      )}
    </div>
  );
}

type BarProps = { route: RatesRoute & { month: string }; lastMonth: string; onChange: RatesChange };

/** Which period; ← and → go to the one before and after. */
function RatesBar({ route: { period, month }, lastMonth, onChange }: BarProps) {
  const { t } = useTranslation('arrears');
  const periodName = usePeriodName();
  const { from } = periodOf(month, period);
  const [before, after] = [addMonths(from, -periodMonths[period]), addMonths(from, periodMonths[period])];
  const hasAfter = after <= lastMonth;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || (target instanceof HTMLElement && target.closest('input,textarea,select,[role=combobox],[role=dialog]'))) return;
      const next = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' && hasAfter ? after : undefined;
      if (next === undefined) return;
      event.preventDefault();
      onChange({ month: next });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div className="rates-bar">
      <Segments label={t('rates.period')} value={period} choices={reportPeriods.map((value) => ({ value, label: t(`rates.periodName.${value}`) }))} onChange={(next) => onChange({ period: next })} />
      <span className="stepper">
        <Button aria-label={t('rates.before')} onClick={() => onChange({ month: before })}>‹</Button>
        <b aria-live="polite">{periodName(month, period)}</b>
        <Button aria-label={t('rates.after')} disabled={!hasAfter} onClick={() => onChange({ month: after })}>›</Button>
      </span>
      <span className="muted small"><Kbd>←</Kbd> <Kbd>→</Kbd> {t('rates.keys')}</span>
      <span className="muted small rates-hint">{t('rates.hint')}</span>
    </div>
  );
}

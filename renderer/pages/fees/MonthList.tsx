import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryState } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { dateTime, money } from '../../text/formats.ts';
import { ALL_MONTHS } from './fees-route.ts';

type MonthListProps = { months: QueryState<Output<'fees.listMonths'>>; chosen: string | undefined; onChoose: (month: string) => void };

/** The months since the books began, newest first: what was billed and what of it is open. */
export function MonthList({ months, chosen, onChoose }: MonthListProps) {
  const { t } = useTranslation('fees');
  const items = months.value?.items;
  return (
    <nav className="card month-list" aria-label={t('months')}>
      <div className="month-head">
        <span>{t('months')}</span>
        <span className="num">{t('billed')}</span>
        <span className="num">{t('open')}</span>
      </div>
      <RefusalNote refusal={months.refusal} onRetry={months.reload} />
      {!items && months.state === 'loading' && <Skeleton rows={8} height={20} />}
      {items?.length === 0 && <EmptyNote title={t('noMonths')} />}
      {items && items.length > 0 && (
        <div className="month-rows">
          <button type="button" className={`month-row ${chosen === ALL_MONTHS ? 'on' : ''}`} aria-current={chosen === ALL_MONTHS ? 'true' : undefined} onClick={() => onChoose(ALL_MONTHS)}>
            <span className="wide">{t('allMonths')}</span>
          </button>
          {items.map((item) => (
            <button
              key={item.month}
              type="button"
              className={`month-row ${chosen === item.month ? 'on' : ''}`}
              aria-current={chosen === item.month ? 'true' : undefined}
              title={item.issuedAt === null ? t('notIssued') : t('issuedAt', { when: dateTime(item.issuedAt) })}
              onClick={() => onChoose(item.month)}
            >
              <span>{item.month}</span>
              {item.bills === 0 ? (
                <span className="muted not-issued">{t('notIssued')}</span>
              ) : (
                <>
                  <span className="num led">{money(item.billedFen)}</span>
                  <span className={`num ${item.openFen > 0 ? 'red' : 'muted'}`}>{money(item.openFen)}</span>
                </>
              )}
            </button>
          ))}
        </div>
      )}
    </nav>
  );
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay, localTime } from '../../shared/domain/period.ts';
import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { useQuery } from '../api.ts';
import { linkTo } from '../route.ts';
import { useSession } from '../session.ts';
import { clock, money, shortDay, weekday, yuan } from '../text/formats.ts';

const REFRESH_MS = 60_000;

/** What the day has brought, whether the books balance and when they were backed up. */
export function StatusBar() {
  const { t, i18n } = useTranslation(['app', 'common']);
  const { user } = useSession();
  const { value: day, reload } = useQuery('estate.dayStatus', {});
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
      reload();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <footer className="status" aria-label={t('statusBar')}>
      {(user.role === 'cashier' || user.role === 'manager') && <ShiftState />}
      <span>
        <em>{t('signedInAs')}</em> <b>{user.name}</b>
      </span>
      {day && (
        <>
          <span>
            <em>{t('today')}</em> {t('sheets', { count: day.receipts + day.reversed })}
            {day.reversed > 0 && t('reversed', { count: day.reversed })}
            {day.byMethod.map(({ method, amountFen }) => (
              <i key={method} className="by">
                <em>{t(`common:method.${method as PaymentMethod}`)}</em>
                {money(amountFen)}
              </i>
            ))}
            <i>
              <em>{t('total')}</em>
              <b>{yuan(day.totalFen)}</b>
            </i>
          </span>
          <span className="push">
            {day.trialBalanceFen === 0 ? (
              <>
                <span className="good">✓</span> <em>{t('balanced')}</em>
              </>
            ) : (
              <b className="red">✗ {t('unbalanced', { amount: money(day.trialBalanceFen) })}</b>
            )}
          </span>
          {day.closedThrough !== null && (
            <span className="opt">
              <a href={linkTo('periods')}>{t('closedThrough', { month: i18n.language === 'en' ? day.closedThrough : Number(day.closedThrough.slice(5)) })}</a>
            </span>
          )}
          <span>
            {day.lastBackupAt === null ? (
              <span className="warn">! {t('noBackup')}</span>
            ) : (
              <>
                <span className="good">✓</span> <em>{t('backup')}</em> {t('backupAt', { when: whenOf(day.lastBackupAt, day.today) })}
              </>
            )}
          </span>
          <span>
            <span className="opt">
              {day.today} {weekday(day.today, i18n.language)}{' '}
            </span>
            {localTime(now)}
          </span>
        </>
      )}
    </footer>
  );
}

/** Since when one's drawer is open, and with what float; a way there. */
function ShiftState() {
  const { t } = useTranslation('app');
  const { today } = useSession();
  const { value } = useQuery('shifts.current', {});
  if (!value) return null;
  const { shift } = value;
  return (
    <span>
      <a href={linkTo('shifts')}>
        <em>{t('shift')}</em>{' '}
        {shift ? (
          <>
            <b>{t('shiftSince', { when: whenOf(shift.openedAt, today) })}</b>
            <i className="opt">
              <em>{t('float')}</em>
              {money(shift.floatFen)}
            </i>
          </>
        ) : (
          <span className="warn">{t('noShift')}</span>
        )}
      </a>
    </span>
  );
}

/** Time alone for today's, day and time for an older one. */
function whenOf(instant: string, today: string): string {
  const day = localDay(new Date(instant));
  return day === today ? clock(instant) : `${shortDay(day)} ${clock(instant)}`;
}

import { useTranslation } from 'react-i18next';
import type { DayReport } from '../../../shared/contract/shifts.ts';
import { linkTo } from '../../route.ts';
import { clock, dateTime, money } from '../../text/formats.ts';

type DayShiftsProps = Pick<DayReport, 'shifts' | 'others'>;

/** The shifts of a day and who took money without one. */
export function DayShifts({ shifts, others }: DayShiftsProps) {
  const { t } = useTranslation('shifts');
  return (
    <section className="card shift-card">
      <div className="sec">
        <h2>{t('title')}</h2>
        {others.length > 0 && (
          <span className="muted small">
            {t('others')} {t('othersNote')}
          </span>
        )}
      </div>
      <table className="book" aria-label={t('title')}>
        <thead>
          <tr>
            <th>{t('reportNo')}</th>
            <th>{t('cashier')}</th>
            <th>{t('openedAt')}</th>
            <th>{t('closedAt')}</th>
            <th className="num led">{t('taken')} ¥</th>
            <th className="num">{t('expected')} ¥</th>
            <th className="num">{t('counted')} ¥</th>
            <th className="num">{t('difference')} ¥</th>
            <th className="num">{t('bankedShort')} ¥</th>
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.reportNo}>
              <td className="nowrap">
                <a className="figure" href={linkTo('shifts', { view: 'reports', report: shift.reportNo })}>
                  {shift.reportNo}
                </a>
              </td>
              <td>{shift.userName}</td>
              <td className="nowrap">{dateTime(shift.openedAt)}</td>
              <td className="nowrap">{clock(shift.closedAt)}</td>
              <td className="num led">
                <b>{money(shift.totalFen)}</b>
              </td>
              <td className="num">{money(shift.expectedFen)}</td>
              <td className="num">{money(shift.countedFen)}</td>
              <td className={`num ${shift.overShortFen === 0 ? 'muted' : 'red'}`}>{shift.overShortFen === 0 ? '—' : money(shift.overShortFen)}</td>
              <td className="num">{shift.bankedFen === 0 ? '—' : money(shift.bankedFen)}</td>
            </tr>
          ))}
          {others.map((other) => (
            <tr key={`${other.userName} ${other.fromEntry}`}>
              <td className="muted">{t('others')}</td>
              <td>{other.userName}</td>
              <td colSpan={2} className="muted">
                {t('cashNet')} {money(other.cashFen)}
              </td>
              <td className="num led">
                <b>{money(other.totalFen)}</b>
              </td>
              <td colSpan={4} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

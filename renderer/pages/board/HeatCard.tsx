import { useTranslation } from 'react-i18next';
import { heatBounds, heatFinding, heatStep } from '../../../shared/domain/board-findings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { DAY, hours, weekdays } from '../../charts/week-hours.ts';
import { WeekTable } from '../../charts/WeekTable.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { percentOf } from '../charging/use/use-findings.ts';
import { BoardSave } from './BoardSave.tsx';
import { useBoardWords } from './board-words.ts';
import type { CardProps } from './card-type.ts';

const whole = (permille: number): string => String(Math.floor((permille + 5) / 10));

/** How much of the sockets each hour of the week has in use. */
export function HeatCard({ board: { heat, charging, months } }: CardProps) {
  const { t } = useTranslation(['board', 'chargingUse']);
  const { span } = useBoardWords();
  const finding = heatFinding(heat);
  const kind = heat[0]?.kind ?? 'ebike';
  const all = charging.kinds.find((one) => one.kind === kind);
  const map = (
    <div className="board-heat">
      <WeekTable
        label={t('heat.name')} corner={t('heat.oclock')} nameOf={(weekday) => t(`chargingUse:weekday.${weekday}`)} classOf={(place) => `heat-${heatStep(heat[place]?.permille ?? 0)}`}
        cell={(place, keys) => <a href={linkTo('charging', { tab: 'use' })} aria-label={`${t(`chargingUse:weekday.${weekdays[Math.floor(place / DAY)] ?? 'mon'}`)} ${place % DAY}:00 ${percentOf(heat[place]?.permille ?? 0)}`} {...keys}>{whole(heat[place]?.permille ?? 0)}</a>}
      />
      <div className="board-legend small" aria-hidden="true"><span className="muted">{t('heat.scale')}</span><span><i className="heat-0" />&lt;15</span>{heatBounds.map((bound, step) => <span key={bound}><i className={`heat-${step + 1}`} />{step === heatBounds.length - 1 ? '≥' : ''}{bound / 10}{step === heatBounds.length - 1 ? '%' : ''}</span>)}</div>
    </div>
  );
  const table = (
    <table className="book tight" aria-label={t('heat.name')}>
      <thead><tr><th>{t('heat.oclock')}</th>{weekdays.map((weekday) => <th key={weekday} className="num">{t(`chargingUse:weekday.${weekday}`)}</th>)}</tr></thead>
      <tbody>{hours.map((hour) => <tr key={hour}><td>{hour}–{hour + 1}</td>{weekdays.map((weekday, day) => <td key={weekday} className="num">{percentOf(heat[day * DAY + hour]?.permille ?? 0)}</td>)}</tr>)}</tbody>
    </table>
  );
  const none = finding.kind === 'none' && <EmptyNote title={t('heat.finding.none')} />;
  return <ChartFrame title={t(`heat.finding.${finding.kind}`, { ...finding.values, what: t(`heat.what.${kind}`) })} note={t('heat.note', { kind: t(`heat.${kind}`, { count: all?.connectors ?? 0 }), period: span(months), mean: percentOf(all?.utilisationPermille ?? null) })} chart={none || map} table={none || table} save={<BoardSave list="charging.usage" input={months} name={t('heat.name')} />} />;
}

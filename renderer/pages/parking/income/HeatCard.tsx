import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { hours, weekdays } from '../../../charts/week-hours.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Segments } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import type { Zone } from './heat.ts';
import { HeatMap } from './HeatMap.tsx';
import { heatFinding } from './findings.ts';
import { WaitCard } from './WaitCard.tsx';

const FEW_ZONES = 4;

/** How full each hour of the week was in a month, zone by zone. */
export function HeatCard({ month, zone: wanted, onZone }: { month: string; zone: string | undefined; onZone: (zone: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  const occupancy = useQuery('parking.occupancy', { month }, { keepLast: true });
  const zones = occupancy.value?.zones;
  const zone = zones?.find((one) => one.zone === wanted) ?? zones?.[0];
  if (!zones) return <WaitCard refusal={occupancy.refusal} onRetry={occupancy.reload} />;
  if (!zone) return <section className="card chart-frame"><EmptyNote title={t('heat.none')}>{t('heat.noneNote')}</EmptyNote></section>;
  const finding = heatFinding(zone.permille, zone.spaces);
  const words = { zone: zone.zone, month, ...finding, ...(finding.kind === 'peak' && { weekday: t(`weekday.${weekdays[finding.weekday] ?? 'mon'}`) }) };
  const choose = zones.length > 1 && <ZoneChoice zones={zones} value={zone.zone} onChange={onZone} />;
  return (
    <ChartFrame
      title={t(`heat.finding.${finding.kind}`, words)}
      note={t('heat.note', { zone: zone.zone, month, count: zone.spaces })}
      chart={<div className="heat">{choose}<HeatMap zone={zone} month={month} /></div>}
      table={<div className="heat">{choose}<HeatTable zone={zone} /></div>}
      save={<ExportList list="parking.occupancy" input={{ month }} name={`${t('heat.name')} ${month}`} />}
    />
  );
}

/** A few zones in a row, many in a list. */
function ZoneChoice({ zones, value, onChange }: { zones: readonly Zone[]; value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('parkingIncome');
  const choices = zones.map(({ zone }) => ({ value: zone, label: zone }));
  return (
    <div className="heat-zones">
      <span className="muted small">{t('heat.zone')}</span>
      {zones.length <= FEW_ZONES ? <Segments label={t('heat.zone')} value={value} choices={choices} onChange={onChange} /> : <Select size="small" aria-label={t('heat.zone')} value={value} options={choices} onChange={onChange} showSearch style={{ width: 120 }} />}
    </div>
  );
}

/** Hours down, weekdays across, with a decimal. */
function HeatTable({ zone: { zone, permille } }: { zone: Zone }) {
  const { t } = useTranslation('parkingIncome');
  const percent = (value: number): string => `${String((value - (value % 10)) / 10)}.${String(value % 10)}`;
  return (
    <div className="heat-rows">
      <table className="book tight" aria-label={t('heat.table', { zone })}>
        <thead><tr><th>{t('heat.hour')}</th>{weekdays.map((weekday) => <th key={weekday} className="num">{t(`weekday.${weekday}`)} %</th>)}</tr></thead>
        <tbody>{hours.map((hour) => <tr key={hour}><td>{hour}–{hour + 1}</td>{weekdays.map((weekday, day) => <td key={weekday} className="num">{percent(permille[day * 24 + hour] ?? 0)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../../shared/domain/lease-conflict.ts';
import { addDays } from '../../../../shared/domain/period.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { shortDay } from '../../../text/formats.ts';
import { Choice } from '../../fees/items/Choice.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { dayKey } from '../leases/windows-words.ts';
import type { PlanRoute } from './plan-route.ts';
import type { Zone } from './ZonePlan.tsx';

type PlanBarProps = { zones: readonly Zone[]; zone: Zone | undefined; route: PlanRoute; on: string; onChange: (changes: Partial<PlanRoute>) => void };

const EVERY_FLOOR = '*';
const MOST_SEGMENTS = 5;

/** Where and when: zone, floor, day, and the seven days of its week. */
export function PlanBar({ zones, zone, route, on, onChange }: PlanBarProps) {
  const { t } = useTranslation('parking');
  const monday = addDays(on, 1 - weekdayOf(on));
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const floors = zone?.floors ?? [];
  const toZone = (name: string) => onChange({ zone: name, floor: undefined, space: undefined });
  const zoneChoices = zones.map((one) => ({ value: one.zone, label: one.zone }));
  return (
    <div className="parking-bar">
      {zones.length > MOST_SEGMENTS ? (
        <Choice label={t('zone')} value={zone?.zone} options={zoneChoices} onChange={toZone} />
      ) : (
        <Segments label={t('zone')} value={zone?.zone ?? ''} choices={zoneChoices} onChange={toZone} />
      )}
      {floors.length > 1 && (
        <Segments label={t('floor')} value={route.floor ?? EVERY_FLOOR} choices={[{ value: EVERY_FLOOR, label: t('everyFloor') }, ...floors.map((floor) => ({ value: floor, label: floor || t('noFloor') }))]} onChange={(floor) => onChange({ floor: floor === EVERY_FLOOR ? undefined : floor })} />
      )}
      <DayInput label={t('plan.on')} value={on} clearable={false} onChange={(day) => onChange({ on: day })} />
      <div className="plan-week">
        <Segments label={t('plan.week')} value={on} choices={week.map((day, index) => ({ value: day, label: <WeekDay weekday={index + 1} day={day} /> }))} onChange={(day) => onChange({ on: day })} />
      </div>
      <Button className="at-end" onClick={() => onChange({ view: 'spaces', space: undefined })}>
        {t('spaces.register')}
      </Button>
    </div>
  );
}

function WeekDay({ weekday, day }: { weekday: number; day: string }) {
  const { t } = useTranslation('parking');
  return (
    <>
      {t(`weekday.${dayKey(weekday)}`)} <span className="muted small">{shortDay(day)}</span>
    </>
  );
}

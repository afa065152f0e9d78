import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MINUTES, dayProfile, type DayPart } from '../../../../shared/domain/plan-state.ts';
import { clockOf } from '../../../../shared/domain/week-windows.ts';
import { Button } from '../../../components/controls.tsx';

type TimeLineProps = { minute: number; on: string; parts: ReadonlyMap<number, readonly DayPart[]>; /** Spaces of the zone. */ total: number; playing: boolean; onPlay: () => void; onChange: (minute: number) => void };

const STEP = 15;
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const KEYS: Record<string, number> = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageUp: 60, PageDown: -60, Home: -DAY_MINUTES, End: DAY_MINUTES };

/** The day of the zone as a profile of what is held, and the minute that the plan shows: dragged, or moved by the keys. */
export function TimeLine({ minute, parts, total, playing, onPlay, onChange }: TimeLineProps) {
  const { t } = useTranslation('parking');
  const track = useRef<HTMLDivElement>(null);
  const set = (next: number) => onChange(Math.max(0, Math.min(DAY_MINUTES - STEP, Math.round(next / STEP) * STEP)));
  const point = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) set(((event.clientX - box.left) / box.width) * DAY_MINUTES);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(minute - (minute % STEP) + step);
  };
  return (
    <div className="time-line">
      <b className="time-now">{clockOf(minute)}</b>
      <div
        ref={track}
        className="time-track"
        role="slider"
        tabIndex={0}
        aria-label={t('plan.time')}
        aria-valuemin={0}
        aria-valuemax={DAY_MINUTES - STEP}
        aria-valuenow={minute}
        aria-valuetext={clockOf(minute)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && point(event)}
      >
        <Profile parts={parts} total={total} />
        {HOURS.map((hour) => (
          <span key={hour} className="time-hour" style={{ left: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
        <i className="time-mark" style={{ left: `${(minute / DAY_MINUTES) * 100}%` }} />
      </div>
      <Button className="time-play" aria-pressed={playing} title={t('plan.playNote')} onClick={onPlay}>
        {playing ? t('plan.stop') : t('plan.play')}
      </Button>
    </div>
  );
}

/** How many spaces each kind holds through the day, one on the other. */
function Profile({ parts, total }: Pick<TimeLineProps, 'parts' | 'total'>) {
  const steps = useMemo(() => dayProfile([...parts.values()], STEP), [parts]);
  const most = Math.max(1, total);
  const path = (top: (step: (typeof steps)[number]) => number) => {
    const points = steps.flatMap((step, index) => [`${index},${most - top(step)}`, `${index + 1},${most - top(step)}`]);
    return `M0,${most} L${points.join(' L')} L${steps.length},${most} Z`;
  };
  return (
    <svg className="time-profile" viewBox={`0 0 ${steps.length} ${most}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="daytime" d={path((step) => step.resident + step.daytime)} />
      <path className="resident" d={path((step) => step.resident)} />
    </svg>
  );
}

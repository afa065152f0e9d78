import { useTranslation } from 'react-i18next';
import { Button, Segments } from '../../../components/controls.tsx';
import { presetOf, presets, readClock, type LeaseProblem, type Preset, type WindowDraft } from './lease-draft.ts';
import { crossesMidnight, dayKey } from './windows-words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const PRESETS: readonly Preset[] = ['all', 'workdays', 'nights'];
const WINDOW_PROBLEMS = ['clock', 'weekdays', 'windowEmpty', 'windowsOverlap'] as const satisfies readonly LeaseProblem[];
type WindowsEditorProps = { windows: readonly WindowDraft[]; problems: ReadonlySet<LeaseProblem>; onChange: (windows: WindowDraft[]) => void };

/** When in the week: a preset, or windows of weekdays with a clock at each end. */
export function WindowsEditor({ windows, problems, onChange }: WindowsEditorProps) {
  const { t } = useTranslation('parking');
  const preset = presetOf(windows) ?? 'own';
  const set = (index: number, part: Partial<WindowDraft>) => onChange(windows.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const add = () => onChange([...windows, { weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }]);
  const problem = WINDOW_PROBLEMS.find((one) => problems.has(one));
  return (
    <div className="windows-editor">
      <span className="label">{t('lease.windows')}</span>
      <Segments
        label={t('lease.windows')}
        value={preset}
        choices={[...PRESETS.map((value) => ({ value, label: t(`preset.${value}`) })), { value: 'own' as const, label: t('preset.own') }]}
        onChange={(value) => (value === 'own' ? windows.length === 0 && add() : onChange(presets[value]))}
      />
      {windows.map((window, index) => (
        <WindowRow key={index} no={index + 1} window={window} onChange={(part) => set(index, part)} onRemove={() => onChange(windows.filter((_, at) => at !== index))} />
      ))}
      {problem && (
        <p className="problem small" role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
      {windows.length > 0 && (
        <Button look="link" className="add-window" onClick={add}>
          {t('lease.addWindow')}
        </Button>
      )}
    </div>
  );
}

type WindowRowProps = { no: number; window: WindowDraft; onChange: (part: Partial<WindowDraft>) => void; onRemove: () => void };

function WindowRow({ no, window, onChange, onRemove }: WindowRowProps) {
  const { t } = useTranslation('parking');
  const { weekdays, from, to } = window;
  const [begins, ends] = [readClock(from), readClock(to)];
  const toggle = (day: number) => onChange({ weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day].sort((left, right) => left - right) });
  const settle = (part: 'from' | 'to', text: string) => onChange({ [part]: readClock(text) ?? text });
  return (
    <div className="window-row" role="group" aria-label={t('lease.windowNo', { no })}>
      <div className="weekday-keys">
        {WEEKDAYS.map((day) => (
          <button key={day} type="button" aria-pressed={weekdays.includes(day)} aria-label={t(`weekday.${dayKey(day)}`)} onClick={() => toggle(day)}>
            {t(`weekdayShort.${dayKey(day)}`)}
          </button>
        ))}
      </div>
      <input className="input" aria-label={t('lease.windowFrom', { no })} inputMode="numeric" maxLength={5} value={from} aria-invalid={begins === undefined} onChange={(event) => onChange({ from: event.target.value })} onBlur={(event) => settle('from', event.target.value)} />
      <span className="muted">–</span>
      <input className="input" aria-label={t('lease.windowTo', { no })} inputMode="numeric" maxLength={5} value={to} aria-invalid={ends === undefined} onChange={(event) => onChange({ to: event.target.value })} onBlur={(event) => settle('to', event.target.value)} />
      <span className="muted small next-day">{begins !== undefined && ends !== undefined && begins !== ends && crossesMidnight({ from: begins, to: ends }) ? t('band.nextDay') : ''}</span>
      <Button look="link" aria-label={t('lease.removeWindow', { no })} onClick={onRemove}>
        {t('lease.remove')}
      </Button>
    </div>
  );
}

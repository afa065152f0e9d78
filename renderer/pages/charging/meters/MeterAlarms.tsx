import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { linkTo } from '../../../route.ts';
import { money } from '../../../text/formats.ts';
import { usePeriodWords } from './period-words.ts';

type Answer = Output<'charging.reconcile'>;
type Alarm = Answer['alarms'][number];
type Evidence = Answer['evidence'][number];

/** What is wrong in a month, each with the rows behind it. */
export function MeterAlarms({ answer: { alarms, evidence } }: { answer: Answer }) {
  return alarms.length === 0 ? null : (
    <section className="card refusal" role="alert">
      <ul className="meter-alarms">{alarms.map((alarm, index) => <li key={`${alarm.kind} ${alarm.period} ${alarm.meter ?? ''}`}><AlarmWords alarm={alarm} /><Behind evidence={evidence[index]} /></li>)}</ul>
    </section>
  );
}

function AlarmWords({ alarm: { kind, period, excess, meter, devices = [] } }: { alarm: Alarm }) {
  const { t } = useTranslation('charging');
  const { wordOf } = usePeriodWords();
  if (meter !== undefined) return t('group.alarm', { meter, devices: devices.join('、'), excess: formatEnergy(excess) });
  return t(`meters.alarm.${kind}`, { period: period === '' ? t('meters.whole') : wordOf(period), excess: kind === 'SOLD_ABOVE_METER' ? formatEnergy(excess) : money(excess) });
}

const SHOWN = 12;

/** Links to sessions and the bill's entry, and the readings themselves. */
function Behind({ evidence }: { evidence: Evidence | undefined }) {
  const { t } = useTranslation('charging');
  const { wordOf } = usePeriodWords();
  if (!evidence) return null;
  const { readings, sessions: { from, to, devices }, bill } = evidence;
  const stretch = { tab: 'sessions', from, to };
  return (
    <p className="alarm-behind small">
      <span className="muted">{t('evidence.title')}</span>
      {devices.length === 0 ? <a className="text-link" href={linkTo('charging', stretch)}>{t('evidence.sessions', { from, to })}</a> : devices.slice(0, SHOWN).map((device) => <a key={device} className="text-link" href={linkTo('charging', { ...stretch, device })}>{t('evidence.sessionsOf', { device })}</a>)}
      {bill && (bill.entryId === null ? <span>{t('evidence.bill', bill)}</span> : <a className="text-link" href={linkTo('ledger', { entry: bill.entryId })}>{t('evidence.bill', bill)}</a>)}
      {readings.map(({ meter, period, at, energy }) => <span key={`${meter} ${period} ${at}`} className="selectable">{t('evidence.reading', { meter, period: wordOf(period), at, energy: formatEnergy(energy) })}</span>)}
    </p>
  );
}

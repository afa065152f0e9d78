import { useTranslation } from 'react-i18next';
import { deviceFinding } from '../../../shared/domain/board-findings.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { SessionsLink } from '../charging/use/use-bits.tsx';
import { percentOf } from '../charging/use/use-findings.ts';
import type { Board } from './board-route.ts';
import { BoardSave } from './BoardSave.tsx';
import { useBoardWords } from './board-words.ts';
import type { CardProps } from './card-type.ts';

type Device = Board['devices'][number];
/** Of a long list the first and the last. */
const [FIRST, LAST] = [5, 3] as const;

/** Chargers by the service fee that they bring; the least used and the idle ones stand at the end. */
export function DevicesCard({ board: { devices, months } }: CardProps) {
  const { t } = useTranslation('board');
  const { values, span } = useBoardWords();
  const finding = deviceFinding(devices);
  const none = devices.length === 0 && <EmptyNote title={t('devices.none')} />;
  const table = (
    <table className="book tight" aria-label={t('devices.name')}>
      <thead><tr><th>{t('devices.device')}</th><th>{t('devices.place')}</th><th className="num">{t('devices.sessions')}</th><th className="num">{t('devices.energy')}</th><th className="num">{t('devices.service')}</th><th className="num">{t('devices.utilisation')}</th></tr></thead>
      <tbody>{devices.map((one) => <tr key={one.device}><td><SessionsLink device={one.device} input={months} /></td><td>{one.place}</td><td className="num">{one.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(one.energy)}</td><td className="num">{money(one.serviceFen)}</td><td className="num">{percentOf(one.utilisationPermille)}</td></tr>)}</tbody>
    </table>
  );
  return <ChartFrame title={t(`devices.finding.${finding.kind}`, values(finding.values))} note={t('devices.note', { period: span(months), count: devices.length })} chart={none || <Ranking devices={devices} months={months} />} table={none || table} save={<BoardSave list="charging.usage" input={months} name={t('devices.name')} />} />;
}

function Ranking({ devices, months }: { devices: readonly Device[]; months: Board['months'] }) {
  const { t } = useTranslation('board');
  const cut = devices.length > FIRST + LAST + 1;
  const between = cut ? devices.slice(FIRST, -LAST) : [];
  const most = Math.max(0, ...devices.map(({ serviceFen }) => serviceFen));
  const row = (one: Device, place: number) => (
    <tr key={one.device}>
      <td className="board-rank">{place + 1}</td>
      <td><b><SessionsLink device={one.device} input={months} /></b></td>
      <td className="muted board-place">{one.place}</td>
      <td className="board-bar"><i className={one.state === null ? 'board-fee' : 'board-red'} style={{ width: `${most === 0 ? 0 : (100 * one.serviceFen) / most}%` }} /></td>
      <td className="num">{money(one.serviceFen)}</td>
      <td className="num"><State device={one} /></td>
    </tr>
  );
  return (
    <table className="board-list" aria-label={t('devices.name')}>
      <thead><tr><th /><th colSpan={2}>{t('devices.device')}</th><th className="num" colSpan={2}>{t('devices.service')}</th><th className="num">{t('devices.state')}</th></tr></thead>
      <tbody>
        {(cut ? devices.slice(0, FIRST) : devices).map(row)}
        {cut && <tr className="board-gap"><td colSpan={6}>{t('devices.rest', { count: between.length, amount: money(sumFen(between.map(({ serviceFen }) => serviceFen))) })}</td></tr>}
        {cut && devices.slice(-LAST).map((one, index) => row(one, devices.length - LAST + index))}
      </tbody>
    </table>
  );
}

/** A device that little is left of its time is told in amber. */
const LITTLE = 70;

function State({ device: { state, idleDays, utilisationPermille } }: { device: Device }) {
  const { t } = useTranslation('board');
  if (state === 'IDLE') return <b className="red">{t('devices.idle', { count: idleDays ?? 0 })}</b>;
  if (state === 'FAILING') return <b className="red">{t('devices.failing')}</b>;
  return <span className={(utilisationPermille ?? LITTLE) < LITTLE ? 'warn' : 'muted'}>{utilisationPermille === null ? '—' : t('devices.used', { percent: Math.floor((utilisationPermille + 5) / 10) })}</span>;
}

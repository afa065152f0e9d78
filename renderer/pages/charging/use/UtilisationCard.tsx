import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Tag } from '../../../components/controls.tsx';
import { byUse, percentOf, useFinding, type UsedDevice } from './use-findings.ts';
import { SessionsLink, UseBar } from './use-bits.tsx';
import { hoursOf } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

type Props = { devices: readonly UsedDevice[]; whole: Output<'charging.usage'>['kinds'][number] | undefined; input: UsageInput };

/** How much of its time in service each device was in use. */
export function UtilisationCard({ devices, whole, input }: Props) {
  const { t } = useTranslation('chargingUse');
  const finding = useFinding(devices);
  const words = finding.kind === 'none' ? {} : { device: finding.most.device, most: percentOf(finding.most.utilisationPermille), leastDevice: finding.least.device, least: percentOf(finding.least.utilisationPermille), count: finding.unused };
  const sorted = byUse(devices);
  return (
    <ChartFrame
      title={t(`use.finding.${finding.kind}`, words)} note={t('use.note', { devices: whole?.devices ?? 0, connectors: whole?.connectors ?? 0, mean: percentOf(whole?.utilisationPermille ?? null) })}
      chart={<Bars devices={sorted} input={input} />} table={<UseTable devices={sorted} input={input} />} save={<ExportList list="charging.usage" input={input} name={`${t('use.name')} ${input.to}`} />}
    />
  );
}

type ListProps = { devices: readonly UsedDevice[]; input: UsageInput };

function Bars({ devices, input }: ListProps) {
  const { t } = useTranslation('chargingUse');
  const most = devices[0]?.utilisationPermille ?? 0;
  return (
    <table className="book tight use-list" aria-label={t('use.list')}>
      <tbody>
        {devices.map((one) => (
          <tr key={one.device}>
            <td><SessionsLink device={one.device} input={input} /></td>
            <td className="bar-cell"><UseBar part={one.utilisationPermille ?? 0} most={most} /></td>
            <td className="num">{percentOf(one.utilisationPermille)}</td>
            <td>{one.state && <Tag tone={one.state === 'FAILING' ? 'red' : 'amber'}>{t(`state.${one.state}`)}</Tag>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UseTable({ devices, input }: ListProps) {
  const { t } = useTranslation('chargingUse');
  const sum = (of: (one: UsedDevice) => number): number => devices.reduce((total, one) => total + of(one), 0);
  return (
    <table className="book tight" aria-label={t('use.list')}>
      <thead><tr><th>{t('device')}</th><th className="num">{t('use.connectors')}</th><th className="num">{t('sessions')}</th><th className="num">{t('use.energy')}</th><th className="num">{t('use.hours')}</th><th className="num">{t('use.used')}</th><th>{t('use.last')}</th></tr></thead>
      <tbody>{devices.map((one) => <tr key={one.device}><td><SessionsLink device={one.device} input={input} /></td><td className="num">{one.connectors.toLocaleString('en-US')}</td><td className="num">{one.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(one.energy)}</td><td className="num">{hoursOf(one.seconds)}</td><td className="num">{percentOf(one.utilisationPermille)}</td><td>{one.lastOn ?? '—'}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('total')}</td><td className="num">{sum(({ connectors }) => connectors).toLocaleString('en-US')}</td><td className="num">{sum(({ sessions }) => sessions).toLocaleString('en-US')}</td><td className="num">{formatEnergy(sum(({ energy }) => energy))}</td><td className="num">{hoursOf(sum(({ seconds }) => seconds))}</td><td /><td /></tr></tfoot>
    </table>
  );
}

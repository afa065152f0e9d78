import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Tag } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { SessionsLink } from './use-bits.tsx';
import { percentOf, troubleFinding, type UsedDevice } from './use-findings.ts';
import { useUseWords } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

type Props = { devices: readonly UsedDevice[]; input: UsageInput };

/** Devices that fail more than their neighbours and those that stand idle, with why their sessions stopped. */
export function TroubleCard({ devices, input }: Props) {
  const { t } = useTranslation('chargingUse');
  const { kind, failing, idle } = troubleFinding(devices);
  const [worst] = failing;
  const words = { failing: failing.length, count: failing.length, idle: idle.length, device: worst?.device ?? '', rate: percentOf(worst?.failurePermille ?? null).replace('%', '') };
  const found = [...failing, ...idle];
  return (
    <ChartFrame
      title={t(`trouble.finding.${kind}`, words)} note={t('trouble.note')}
      chart={found.length === 0 ? <EmptyNote title={t('trouble.none')}>{t('trouble.noneNote')}</EmptyNote> : <TroubleTable label={t('trouble.list')} devices={found} input={input} />} table={<TroubleTable label={t('trouble.all')} devices={devices} input={input} />}
      save={<ExportList list="charging.usage" input={input} name={`${t('trouble.name')} ${input.to}`} />}
    />
  );
}

function TroubleTable({ devices, input, label }: Props & { label: string }) {
  const { t } = useTranslation('chargingUse');
  const { reason: nameOf } = useUseWords();
  return (
    <table className="book tight" aria-label={label}>
      <thead><tr><th>{t('device')}</th><th>{t('trouble.state')}</th><th>{t('place')}</th><th className="num">{t('sessions')}</th><th className="num">{t('trouble.failures')}</th><th className="num">{t('trouble.rate')}</th><th className="num">{t('trouble.neighbours')}</th><th>{t('use.last')}</th><th className="num">{t('trouble.idle')}</th><th>{t('trouble.stops')}</th></tr></thead>
      <tbody>
        {devices.map((one) => (
          <tr key={one.device}>
            <td><SessionsLink device={one.device} input={input} /></td><td>{one.state && <Tag tone={one.state === 'FAILING' ? 'red' : 'amber'}>{t(`state.${one.state}`)}</Tag>}</td><td>{one.place}</td>
            <td className="num">{one.sessions.toLocaleString('en-US')}</td><td className="num">{one.failures.toLocaleString('en-US')}</td><td className="num">{percentOf(one.failurePermille)}</td><td className="num">{percentOf(one.neighboursPermille)}</td>
            <td>{one.lastOn ?? '—'}</td><td className="num">{one.idleDays === null ? t('trouble.never') : t('trouble.days', { count: one.idleDays })}</td>
            <td className="use-stops">{one.stops.map(({ reason, sessions }) => `${nameOf(reason)} ${sessions.toLocaleString('en-US')}`).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { lastDay } from '../../../../shared/domain/period.ts';
import { linkTo } from '../../../route.ts';
import { money } from '../../../text/formats.ts';
import { permilleText } from '../amounts.ts';

type Group = Output<'charging.reconcile'>['groups'][number];
const SHOWN = 6;

/** Each sub-meter with the devices that it feeds, and those without one. */
export function MeterGroups({ groups, month }: { groups: readonly Group[]; month: string }) {
  const { t } = useTranslation('charging');
  const known = (value: number | null, print: (value: number) => string) => (value === null ? <span className="muted">—</span> : <span className={value < 0 ? 'red' : ''}>{print(value)}</span>);
  if (groups.length === 0) return null;
  return (
    <section className="card">
      <div className="sec"><h2>{t('group.title')}</h2><span className="muted small">{t('group.note')}</span></div>
      <table className="book tight" aria-label={t('group.title')}>
        <thead><tr><th>{t('devices.meter')}</th><th>{t('group.devices')}</th><th className="num">{t('meters.metered')}</th><th className="num">{t('meters.sold')}</th><th className="num">{t('meters.loss')}</th><th className="num">{t('group.share')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('meters.margin')}</th><th className="num">{t('serviceFee')}</th></tr></thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.meter}>
              <td>{group.meter === '' ? <span className="muted">{t('group.none')}</span> : group.meter}</td>
              <td className="group-devices">{group.devices.slice(0, SHOWN).map((device) => <a key={device} className="figure" href={linkTo('charging', { tab: 'sessions', device, from: `${month}-01`, to: lastDay(month) })}>{device}</a>)}{group.devices.length > SHOWN && <span className="muted">{t('group.more', { count: group.devices.length })}</span>}</td>
              <td className="num">{known(group.metered, formatEnergy)}</td><td className="num">{formatEnergy(group.sold)}</td><td className="num">{known(group.lossPermille, permilleText)}</td><td className="num">{known(group.gridCostFen, money)}</td><td className="num">{money(group.energyFen)}</td><td className="num">{known(group.marginFen, money)}</td><td className="num">{money(group.serviceFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

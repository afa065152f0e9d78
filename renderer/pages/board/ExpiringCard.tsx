import { useTranslation } from 'react-i18next';
import { expiringFinding } from '../../../shared/domain/board-findings.ts';
import { addDays, daysBetween } from '../../../shared/domain/period.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { BoardSave } from './BoardSave.tsx';
import { useBoardWords } from './board-words.ts';
import type { CardProps } from './card-type.ts';

/** Days from which a lease's end is red. */
const SOON = 7;

/** Leases by how many days they have left, on a line from today to the last of thirty days. */
export function ExpiringCard({ board: { expiring, today } }: CardProps) {
  const { t } = useTranslation('board');
  const { values } = useBoardWords();
  const finding = expiringFinding(expiring);
  const length = daysBetween(today, expiring.until);
  const rows = expiring.items.map((item) => { const last = addDays(item.to, -1); return { ...item, last, left: daysBetween(today, last) }; });
  const link = (leaseId: number, label: string, isFirm: boolean) => <a className="figure" href={linkTo('parking', { tab: 'leases', lease: leaseId })}>{isFirm ? <b>{label}</b> : label}</a>;
  const none = finding.kind === 'none' && <EmptyNote title={t('expiring.finding.none')}>{t('expiring.noneNote')}</EmptyNote>;
  const chart = (
    <table className="board-list" aria-label={t('expiring.name')}>
      <thead><tr><th>{t('expiring.who')}</th><th className="board-axis"><span>{t('expiring.today')}</span><span>{expiring.until.slice(5)}</span></th><th className="num">{t('expiring.left')}</th><th className="num">{t('expiring.monthly')}</th></tr></thead>
      <tbody>
        {rows.map((item) => (
          <tr key={item.leaseId}>
            <td className="board-who">{link(item.leaseId, item.label, item.kind === 'daytime')}</td>
            <td className="board-time"><i className={item.left < SOON ? 'board-red' : item.kind === 'daytime' ? 'board-daytime' : 'board-grey'} style={{ left: `${(100 * item.left) / length}%` }} /></td>
            <td className="num"><b className={item.left < SOON ? 'red' : ''}>{item.left === 0 ? t('expiring.ends') : t('expiring.days', { count: item.left })}</b></td>
            <td className="num">{money(item.monthlyFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const table = (
    <table className="book tight" aria-label={t('expiring.name')}>
      <thead><tr><th>{t('expiring.who')}</th><th>{t('expiring.space')}</th><th>{t('expiring.to')}</th><th className="num">{t('expiring.monthly')}</th></tr></thead>
      <tbody>{rows.map((item) => <tr key={item.leaseId}><td>{link(item.leaseId, item.label, false)}</td><td>{item.space}</td><td>{item.last}</td><td className="num">{money(item.monthlyFen)}</td></tr>)}</tbody>
    </table>
  );
  return <ChartFrame title={t(`expiring.finding.${finding.kind}`, { ...values(finding.values), count: expiring.items.length })} note={t(finding.kind === 'none' ? 'expiring.noneShort' : 'expiring.note', finding.values)} chart={none || chart} table={none || table} save={<BoardSave list="parking.expiring" input={{ months: 3 }} name={t('expiring.name')} />} />;
}

import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { UseBar } from './use-bits.tsx';
import { percentOf, reasonFinding, shareOf, type StopReason } from './use-findings.ts';
import { useUseWords } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

type ReasonsProps = { reasons: readonly StopReason[] };

/** Why sessions stopped, failures hatched. */
export function ReasonsCard({ reasons, input }: ReasonsProps & { input: UsageInput }) {
  const { t } = useTranslation('chargingUse');
  const words = useUseWords();
  const finding = reasonFinding(reasons);
  const said = finding.kind === 'failing' ? { percent: percentOf(finding.permille), count: finding.failures, reason: words.reason(finding.worst.reason) } : {};
  const empty = finding.kind === 'none' && <EmptyNote title={t('reasons.finding.none')} />;
  return (
    <ChartFrame title={t(`reasons.finding.${finding.kind}`, said)} note={t('reasons.note')} chart={empty || <Bars reasons={reasons} />} table={empty || <ReasonTable reasons={reasons} />} save={<ExportList list="charging.usage" input={input} name={`${t('reasons.name')} ${input.to}`} />} />
  );
}

/** So many are drawn; the rest is said, and in the table. */
const DRAWN = 12;

function Bars({ reasons }: ReasonsProps) {
  const { t } = useTranslation('chargingUse');
  const { reason: nameOf } = useUseWords();
  const [total, most] = [reasons.reduce((sum, { sessions }) => sum + sessions, 0), reasons[0]?.sessions ?? 0];
  const rest = reasons.slice(DRAWN);
  return (
    <table className="book tight use-list" aria-label={t('reasons.list')}>
      <tbody>
        {reasons.slice(0, DRAWN).map(({ reason, sessions, failing }) => <tr key={reason}><td className="use-reason" title={reason}>{nameOf(reason)}</td><td className="bar-cell"><UseBar part={sessions} most={most} look={failing ? 'failing' : 'plain'} /></td><td className="num">{sessions.toLocaleString('en-US')}</td><td className="num">{shareOf(sessions, total)}%</td></tr>)}
        {rest.length > 0 && <tr className="muted"><td colSpan={2}>{t('reasons.other', { count: rest.length })}</td><td className="num">{rest.reduce((sum, { sessions }) => sum + sessions, 0).toLocaleString('en-US')}</td><td /></tr>}
      </tbody>
    </table>
  );
}

function ReasonTable({ reasons }: ReasonsProps) {
  const { t } = useTranslation('chargingUse');
  const { reason: nameOf } = useUseWords();
  const total = reasons.reduce((sum, { sessions }) => sum + sessions, 0);
  return (
    <table className="book tight" aria-label={t('reasons.list')}>
      <thead><tr><th>{t('reasons.reason')}</th><th className="num">{t('sessions')}</th><th className="num">{t('share')}</th><th>{t('reasons.failing')}</th></tr></thead>
      <tbody>{reasons.map(({ reason, sessions, failing }) => <tr key={reason}><td>{nameOf(reason)}</td><td className="num">{sessions.toLocaleString('en-US')}</td><td className="num">{shareOf(sessions, total)}%</td><td>{failing ? t('reasons.failing') : ''}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('total')}</td><td className="num">{total.toLocaleString('en-US')}</td><td /><td /></tr></tfoot>
    </table>
  );
}

import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { UseBar } from './use-bits.tsx';
import { shareOf, spreadFinding, type SpreadClass } from './use-findings.ts';
import { useUseWords } from './use-words.ts';
import type { UsageInput } from './UsePart.tsx';

type What = 'lengths' | 'powers';
type Point = { name: string; sessions: number; share: number; isTop: boolean };

/** How long sessions took, or how much power they drew, by classes. */
export function SpreadCard({ what, classes, input }: { what: What; classes: readonly SpreadClass[]; input: UsageInput }) {
  const { t } = useTranslation('chargingUse');
  const { name, bound } = useUseWords()[what];
  const finding = spreadFinding(classes);
  const words = finding.kind === 'none' ? {} : { class: name(finding.top), share: finding.share, half: bound(finding.half) };
  const total = finding.kind === 'none' ? 0 : finding.sessions;
  const points = classes.map((one): Point => ({ name: name(one), sessions: one.sessions, share: shareOf(one.sessions, total), isTop: finding.kind !== 'none' && one === finding.top }));
  const empty = finding.kind === 'none' && <EmptyNote title={t(`${what}.finding.none`)} />;
  return (
    <ChartFrame
      title={t(`${what}.finding.${finding.kind}`, words)} note={t(`${what}.note`)}
      chart={empty || <SpreadBars points={points} label={t(`${what}.list`)} />} table={empty || <SpreadTable points={points} what={what} total={total} />} save={<ExportList list="charging.usage" input={input} name={`${t(`${what}.name`)} ${input.to}`} />}
    />
  );
}

/** Only the class that the title speaks of is red, and bold for a grey print. */
function SpreadBars({ points, label }: { points: readonly Point[]; label: string }) {
  const most = Math.max(...points.map(({ sessions }) => sessions));
  return (
    <table className="book tight use-list" aria-label={label}>
      <tbody>{points.map(({ name, sessions, share, isTop }) => <tr key={name} className={isTop ? 'use-top' : ''}><td>{name}</td><td className="bar-cell"><UseBar part={sessions} most={most} look={isTop ? 'top' : 'plain'} /></td><td className="num">{sessions.toLocaleString('en-US')}</td><td className="num">{share}%</td></tr>)}</tbody>
    </table>
  );
}

function SpreadTable({ points, what, total }: { points: readonly Point[]; what: What; total: number }) {
  const { t } = useTranslation('chargingUse');
  return (
    <table className="book tight" aria-label={t(`${what}.list`)}>
      <thead><tr><th>{t(`${what}.class`)}</th><th className="num">{t('sessions')}</th><th className="num">{t('share')}</th></tr></thead>
      <tbody>{points.map(({ name, sessions, share }) => <tr key={name}><td>{name}</td><td className="num">{sessions.toLocaleString('en-US')}</td><td className="num">{share}%</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('total')}</td><td className="num">{total.toLocaleString('en-US')}</td><td /></tr></tfoot>
    </table>
  );
}

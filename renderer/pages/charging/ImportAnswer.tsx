import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { money } from '../../text/formats.ts';

type Answer = Output<'charging.importSessions'>;
const SHOWN = 200;

/** What a file comes to, or came to: figures, months, what waits, and what the platform took otherwise. */
export function ImportAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  const facts: [string, number, boolean][] = [
    [t('import.accepted'), answer.accepted, false], [t('import.repeats'), answer.repeats, false], [t('import.review'), answer.needsReview.length, answer.needsReview.length > 0], [t('import.conflicts'), answer.conflicts.length, answer.conflicts.length > 0], [t('import.differences'), answer.differenceCount, answer.differenceCount > 0], [t('import.overlaps'), answer.overlaps, answer.overlaps > 0],
  ];
  return (
    <>
      <dl className="charging-facts">{facts.map(([name, count, red]) => <div key={name}><dt>{name}</dt><dd className={red ? 'red' : ''}>{count.toLocaleString('en-US')}</dd></div>)}</dl>
      <Months answer={answer} />
      {answer.needsReview.length > 0 && <Waiting answer={answer} />}
      {answer.conflicts.length > 0 && <><h3>{t('import.conflictRows')}</h3><p className="selectable">{answer.conflicts.slice(0, SHOWN).join(t('terms.list'))}</p></>}
      {answer.differences.length > 0 && <Differences answer={answer} />}
    </>
  );
}

function Months({ answer }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  return (
    <table className="book tight">
      <thead><tr><th>{t('import.month')}</th><th className="num">{t('sessions')}</th><th className="num">{t('energy')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('serviceFee')}</th></tr></thead>
      <tbody>{Object.entries(answer.months).map(([month, sums]) => <tr key={month}><td>{month}</td><td className="num">{sums.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(sums.energy)}</td><td className="num">{money(sums.energyFen)}</td><td className="num">{money(sums.serviceFen)}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td><td className="num">{answer.accepted.toLocaleString('en-US')}</td><td className="num">{formatEnergy(answer.energy)}</td><td className="num">{money(answer.energyFen)}</td><td className="num">{money(answer.serviceFen)}</td></tr></tfoot>
    </table>
  );
}

function Waiting({ answer: { needsReview } }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  return (
    <>
      <h3>{t('import.reviewRows')}</h3>
      <table className="book tight">
        <thead><tr><th className="num row-no">{t('import.row')}</th><th>{t('list.order')}</th><th>{t('import.why')}</th><th>{t('import.value')}</th></tr></thead>
        <tbody>{needsReview.slice(0, SHOWN).map(({ row, orderNo, reason, value }) => <tr key={row}><td className="num">{row.toLocaleString('en-US')}</td><td className="selectable">{orderNo}</td><td className="red">{t(`reason.${reason}`)}</td><td>{value}</td></tr>)}</tbody>
      </table>
      {needsReview.length > SHOWN && <p className="muted small">{t('import.more', { count: needsReview.length - SHOWN })}</p>}
    </>
  );
}

function Differences({ answer }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  return (
    <>
      <h3>{t('import.differenceRows', { amount: money(answer.overchargedFen) })}</h3>
      <table className="book tight">
        <thead><tr><th>{t('list.order')}</th><th className="num">{t('list.ours')}</th><th className="num">{t('list.theirs')}</th><th className="num">{t('list.difference')}</th></tr></thead>
        <tbody>{answer.differences.slice(0, SHOWN).map(({ orderNo, oursFen, theirsFen }) => <tr key={orderNo}><td className="selectable">{orderNo}</td><td className="num">{money(oursFen)}</td><td className="num">{money(theirsFen)}</td><td className="num red">{money(theirsFen - oursFen)}</td></tr>)}</tbody>
      </table>
      {answer.differenceCount > SHOWN && <p className="muted small">{t('import.more', { count: answer.differenceCount - SHOWN })}</p>}
    </>
  );
}

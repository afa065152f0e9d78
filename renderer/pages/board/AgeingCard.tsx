import { useTranslation } from 'react-i18next';
import { ageingFinding } from '../../../shared/domain/board-findings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { BoardSave } from './BoardSave.tsx';
import { useBoardWords } from './board-words.ts';
import type { CardProps } from './card-type.ts';

/** What is owed by age: a bar each, red where the title speaks of it. */
export function AgeingCard({ board: { ageing, asOf, waiting } }: CardProps) {
  const { t } = useTranslation(['board', 'arrears']);
  const { values } = useBoardWords();
  const finding = ageingFinding(ageing);
  const [first] = finding.marked;
  const said = { ...values(finding.values), ...(first && { bucket: t(`arrears:bucket.${first}`) }) };
  const lapsing = waiting.find(({ kind }) => kind === 'lapsing')?.count ?? 0;
  const most = Math.max(0, ...ageing.buckets.map(({ amountFen }) => amountFen));
  const rows = (withHomes: boolean) => (
    <table className={withHomes ? 'book tight' : 'board-bars'} aria-label={t('ageing.name')}>
      <thead><tr><th>{t('ageing.age')}</th><th className={withHomes ? 'num' : ''}>{withHomes ? t('ageing.homes') : ''}</th><th className="num">{t('ageing.owed')}</th></tr></thead>
      <tbody>
        {ageing.buckets.map(({ bucket, homes, amountFen }) => (
          <tr key={bucket} className={finding.marked.includes(bucket) ? 'board-on' : ''}>
            <td className="board-age">{t(`arrears:bucket.${bucket}`)}</td>
            {withHomes ? <td className="num">{homes}</td> : <td className="board-bar"><i style={{ width: `${most === 0 ? 0 : (100 * Math.max(0, amountFen)) / most}%` }} /></td>}
            <td className="num"><a className="figure" href={linkTo('arrears', { view: 'ageing' })}>{money(amountFen)}</a></td>
          </tr>
        ))}
        <tr className="sum-row"><td>{t('total')}</td><td /><td className="num"><span className="dbl">{money(ageing.totalFen)}</span></td></tr>
      </tbody>
    </table>
  );
  return (
    <ChartFrame
      title={t(`ageing.finding.${finding.kind}`, said)} note={lapsing > 0 ? t('ageing.lapsing', { on: asOf.slice(5), count: lapsing }) : t('ageing.note', { on: asOf.slice(5) })}
      chart={finding.kind === 'none' ? <EmptyNote title={t('ageing.none')} /> : rows(false)} table={rows(true)} save={<BoardSave list="arrears.ageing" input={{ on: asOf }} name={t('ageing.name')} />}
    />
  );
}

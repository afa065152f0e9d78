import { useTranslation } from 'react-i18next';
import type { StatementContent } from '../../../shared/contract/statement-content.ts';
import { lastDay } from '../../../shared/domain/period.ts';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { Figure, type SheetProps } from './Figure.tsx';

type Fees = NonNullable<StatementContent['fees']>;

/** 0.01 % as a percentage; a dash where nothing divides. */
function percent(permyriad: number | null): string {
  if (permyriad === null) return '—';
  const size = Math.abs(permyriad);
  return `${permyriad < 0 ? '−' : ''}${(size - (size % 100)) / 100}.${String(size % 100).padStart(2, '0')}%`;
}

/** What a sheet of fees has beside its balance: posts, profit and its cap, the three rates, arrears as a total. */
export function FeesParts({ content, fees, onDrill }: SheetProps & { fees: Fees }) {
  const { t } = useTranslation('statements');
  const { posts, profitFen, capPermyriad, capFen, overCapFen } = fees;
  return (
    <>
      <div className="st-two">
        <section aria-label={t('fees.posts')}>
          <h3>{t('fees.posts')}</h3>
          <table className="book" aria-label={t('fees.posts')}><thead><tr><th>{t('fees.post')}</th><th className="num">{t('fees.headcount')}</th><th className="num led">{t('column.amount')}</th></tr></thead><tbody>{posts.map(({ post, headcount, amountFen }) => <tr key={post}><td>{post}</td><td className="num">{headcount}</td><td className="num led">{money(amountFen)}</td></tr>)}</tbody></table>
          {posts.length === 0 && <p className="muted small">{t('fees.noPosts')}</p>}
        </section>
        <section aria-label={t('fees.profit')}>
          <h3>{t('fees.profit')}</h3>
          <table className="book" aria-label={t('fees.profit')}>
            <tbody>
              <tr><td>{t('fees.left')}</td><td className="num led"><Figure title={t('fees.left')} amountFen={profitFen} lines={content.lines.map(({ line }) => line)} onDrill={onDrill} /></td></tr>
              <tr><td>{capFen === null ? t('fees.noCap') : t('fees.cap', { percent: percent(capPermyriad) })}</td><td className="num led">{capFen === null ? '—' : money(capFen)}</td></tr>
              <tr className="sum-row"><td>{t('fees.over')}</td><td className="num led"><b>{money(overCapFen)}</b></td></tr>
            </tbody>
          </table>
        </section>
      </div>
      <Rates content={content} fees={fees} />
    </>
  );
}

function Rates({ content: { from, to }, fees: { rates, arrearsFen, arrearsHomes } }: { content: StatementContent; fees: Fees }) {
  const { t } = useTranslation('statements');
  const collection = linkTo('arrears', { tab: 'collection', from, to });
  return (
    <section aria-label={t('fees.rates')}>
      <h3>{t('fees.rates')}</h3>
      <table className="book" aria-label={t('fees.rates')}>
        <thead><tr><th>{t('fees.rate')}</th><th>{t('fees.definition')}</th><th className="num led">{t('fees.collected')}</th><th className="num">{t('fees.of')}</th><th className="num">{t('fees.result')}</th></tr></thead>
        <tbody>
          {rates.map(({ name, definition, numeratorFen, denominatorFen, permyriad }) => <tr key={name}><td>{name}</td><td className="muted">{definition}</td><td className="num led">{money(numeratorFen)}</td><td className="num">{money(denominatorFen)}</td><td className="num"><a className="figure" href={collection}><b>{percent(permyriad)}</b></a></td></tr>)}
          <tr className="sum-row"><td colSpan={2}>{t('fees.arrears', { count: arrearsHomes, on: lastDay(to) })}</td><td className="num led"><a className="figure" href={linkTo('arrears')}>{money(arrearsFen)}</a></td><td colSpan={2} /></tr>
        </tbody>
      </table>
    </section>
  );
}

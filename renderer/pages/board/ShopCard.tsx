import { useTranslation } from 'react-i18next';
import { shopFinding } from '../../../shared/domain/board-findings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import type { Board } from './board-route.ts';
import { BoardSave } from './BoardSave.tsx';
import type { CardProps } from './card-type.ts';

type Shop = NonNullable<Board['shop']>;

/** What the shop gave: rent in kind, what residents saved, and what growers earned; as a table, month by month. */
export function ShopCard({ shop, board: { months }, input }: CardProps & { shop: Shop }) {
  const { t } = useTranslation('board');
  const { kind, values } = shopFinding(shop);
  const days = { from: `${months.from}-01`, to: `${months.to}-31` };
  const [overview, sales, deliveries] = [linkTo('market', { tab: 'overview' }), linkTo('market', { tab: 'sales', ...days }), linkTo('market', { tab: 'deliveries', ...days })];
  const lines: readonly (readonly [name: string, fen: number, href: string, look: string])[] = [
    [t('shop.rent'), shop.waivedRentFen, overview, 'board-daytime'], [t('shop.saving'), shop.savingFen, sales, 'board-daytime'], [t('shop.sales'), shop.salesFen, sales, 'board-grey'],
    ...Object.entries(shop.growersFen).map(([village, fen]) => [t('shop.grower', { village }), fen, deliveries, 'board-fee'] as const),
  ];
  const most = Math.max(0, ...lines.map(([, fen]) => fen));
  const chart = (
    <table className="board-list" aria-label={t('shop.name')}><tbody>
      {lines.map(([name, fen, href, look]) => <tr key={name}><td>{name}</td><td className="board-bar"><i className={look} style={{ width: `${most === 0 ? 0 : (100 * Math.max(0, fen)) / most}%` }} /></td><td className="num"><a className="figure" href={href}>{money(fen)}</a></td></tr>)}
    </tbody></table>
  );
  const table = (
    <table className="book tight" aria-label={t('shop.name')}>
      <thead><tr><th>{t('monthHead')}</th><th className="num">{t('shop.head.rent')}</th><th className="num">{t('shop.head.saving')}</th><th className="num">{t('shop.head.sales')}</th><th className="num">{t('shop.head.growers')}</th></tr></thead>
      <tbody>{shop.months.map((one) => <tr key={one.month}><td>{one.month}</td><td className="num">{money(one.waivedRentFen)}</td><td className="num">{money(one.savingFen)}</td><td className="num">{money(one.salesFen)}</td><td className="num">{money(one.growersFen)}</td></tr>)}</tbody>
    </table>
  );
  return <ChartFrame title={t(`shop.finding.${kind}`, values)} note={t('shop.note')} chart={chart} table={table} save={<BoardSave list="board.summary" input={input} name={t('shop.name')} />} />;
}

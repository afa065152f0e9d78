import { useTranslation } from 'react-i18next';
import { wholeYuan } from '../../../shared/domain/board-findings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { money } from '../../text/formats.ts';
import type { Board } from './board-route.ts';
import { BoardSave } from './BoardSave.tsx';
import type { CardProps } from './card-type.ts';

type Props = { shop: NonNullable<Board['shop']>; input: CardProps['input'] };

/** What the shop gave: rent in kind, what residents saved, and what growers earned. */
export function ShopCard({ shop: { waivedRentFen, salesFen, savingFen, growersFen }, input }: Props) {
  const { t } = useTranslation('board');
  const lines = [[t('shop.rent'), waivedRentFen], [t('shop.sales'), salesFen], [t('shop.saving'), savingFen], ...Object.entries(growersFen).map(([village, fen]) => [t('shop.grower', { village }), fen] as const)] as const;
  const most = Math.max(0, ...lines.map(([, fen]) => fen));
  const rows = (withBars: boolean) => <table className={withBars ? 'board-list' : 'book tight'} aria-label={t('shop.name')}><tbody>{lines.map(([name, fen]) => <tr key={name}><td>{name}</td>{withBars && <td className="board-bar"><i className="board-daytime" style={{ width: `${most === 0 ? 0 : (100 * Math.max(0, fen)) / most}%` }} /></td>}<td className="num">{money(fen)}</td></tr>)}</tbody></table>;
  return <ChartFrame title={t('shop.title', { rent: wholeYuan(waivedRentFen), saving: wholeYuan(savingFen) })} note={t('shop.note')} chart={rows(true)} table={rows(false)} save={<BoardSave list="board.summary" input={input} name={t('shop.name')} />} />;
}

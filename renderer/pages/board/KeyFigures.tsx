import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOf } from '../../../shared/domain/board-findings.ts';
import { collectionRatios, percentText, permille, tenths, type CollectionFigures } from '../../../shared/domain/collection.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import type { Board, BoardRoute } from './board-route.ts';
import { Sparkline } from './Sparkline.tsx';

type Props = { board: Board; route: BoardRoute };

/** The four figures of the board, each with its course, how it differs, and what it is made of. */
export function KeyFigures({ board, route }: Props) {
  const { collection, charging, parking, common, months } = board;
  const { t } = useTranslation('board');
  const { current } = collection.now;
  const rate = rateOf(collection.now);
  const { now } = charging;
  const { residentPaidFen, daytimeFen, otherFen, costFen } = parking.now;
  const days = { from: firstDay(months.from), to: lastDay(months.to) };
  return (
    <>
      <Figure name={t('key.rate')} href={linkTo('arrears', { view: 'rates', period: route.unit, month: months.to, part: 'collected' })} course={collection.trend.map((one) => rateOf(one) ?? null)} change={<RateChange board={board} route={route} />} note={t('key.rateOf', { paid: money(current.collectedFen), due: money(current.billedFen - current.cancelledFen) })}>
        {rate === undefined ? '—' : <>{tenths(rate)}<small>%</small></>}
      </Figure>
      <Figure
        name={t('key.charging')} href={linkTo('charging', { tab: 'meters' })} course={charging.months.map(({ netFen }) => netFen)} change={<MoneyChange nowFen={now.netFen} thenFen={charging.then?.netFen ?? null} compare={route.compare} />}
        note={now.netFen === null ? t('key.chargingLacks', { income: money(now.incomeFen), months: now.missing.join(t('listComma')) }) : t('key.chargingOf', { income: money(now.incomeFen), cost: money(now.costFen) })}
      >{now.netFen === null ? <small>{t('key.lacksShort')}</small> : <Yuan fen={now.netFen} />}</Figure>
      <Figure
        name={t('key.parking')} href={linkTo('parking', { tab: 'income', until: months.to })} course={parking.months.map(({ netFen }) => netFen)} change={<MoneyChange nowFen={parking.now.netFen} thenFen={parking.then?.netFen ?? null} compare={route.compare} />}
        note={t(otherFen === 0 ? 'key.parkingOf' : 'key.parkingOther', { paid: money(residentPaidFen), daytime: money(daytimeFen), other: money(otherFen), cost: money(costFen) })}
      ><Yuan fen={parking.now.netFen} /></Figure>
      <Figure name={t('key.common')} href={linkTo('ledger', { book: 'account', account: '1002.02', fund: 'common', ...days })} course={common.months.map(({ balanceFen }) => balanceFen)} change={<MoneyChange nowFen={common.now.balanceFen} thenFen={common.then?.balanceFen ?? null} compare={route.compare} plain />} note={<CommonParts parts={common.now.parts} />}>
        <Yuan fen={common.now.balanceFen} />
      </Figure>
    </>
  );
}

const rateOf = (figures: CollectionFigures): number | undefined => permille(collectionRatios(figures).current);

function Yuan({ fen }: { fen: number }) {
  return <><small>{fen < 0 ? '−¥' : '¥'}</small>{money(Math.abs(fen))}</>;
}

type FigureProps = { name: string; href: string; course: readonly (number | null)[]; change: ReactNode; note: ReactNode; children: ReactNode };

function Figure({ name, href, course, change, note, children }: FigureProps) {
  return (
    <article className="card board-key" aria-label={name}>
      <h3>{name}</h3>
      <div className="board-value"><a className="figure" href={href}>{children}</a><Sparkline values={course} /></div>
      <div className="board-change">{change}</div>
      <p title={typeof note === 'string' ? note : undefined}>{note}</p>
    </article>
  );
}

function CommonParts({ parts }: { parts: Board['common']['now']['parts'] }) {
  const { t } = useTranslation('board');
  const shown = (['special', 'basic', 'cash', 'transit'] as const).filter((part) => parts[part] !== 0 || part === 'special');
  return <>= {shown.map((part) => t(`key.${part}`, { amount: money(parts[part]) })).join(' + ')}{parts.held !== 0 && ` − ${t('key.held', { amount: money(parts.held) })}`}{t('key.sameAsSheet')}</>;
}

function RateChange({ board: { collection }, route: { compare } }: Props) {
  const { t } = useTranslation('board');
  const [now, then] = [rateOf(collection.now), collection.then ? rateOf(collection.then) : undefined];
  const households = <span className="muted">{t('key.households', { rate: percentText(collectionRatios(collection.now).households) })}</span>;
  if (now === undefined || then === undefined || compare === 'none') return households;
  const words = now === then ? t('same') : t(now > then ? 'higher' : 'lower', { points: tenths(Math.abs(now - then)) });
  return <><Changed up={now - then} than={compare} words={words} /> {households}</>;
}

function MoneyChange({ nowFen, thenFen, compare, plain = false }: { nowFen: number | null; thenFen: number | null; compare: BoardRoute['compare']; plain?: boolean }) {
  const { t } = useTranslation('board');
  if (thenFen === null || compare === 'none') return null;
  if (nowFen === null) return <span className="muted">{t(`was.${compare}`, { amount: money(thenFen) })}</span>;
  const { differenceFen, permille: share } = changeOf(nowFen, thenFen);
  const words = differenceFen === 0 ? t('same') : t(differenceFen > 0 ? 'more' : 'less', { amount: money(Math.abs(differenceFen)) }) + (share === null || plain ? '' : t('share', { percent: tenths(share) }));
  return <Changed up={differenceFen} than={compare} words={words} />;
}

function Changed({ up, than, words }: { up: number; than: 'before' | 'year'; words: string }) {
  const { t, i18n } = useTranslation('board');
  const thanWords = t(`than.${than}`);
  return <span className={up > 0 ? 'good' : up < 0 ? 'red' : 'muted'}>{up > 0 ? '▲ ' : up < 0 ? '▼ ' : ''}{i18n.language === 'en' ? `${words} ${thanWords}` : `${thanWords}${words}`}</span>;
}

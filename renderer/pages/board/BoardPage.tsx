import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { AgeingCard } from './AgeingCard.tsx';
import { BoardHead } from './BoardHead.tsx';
import { boardInput, boardParams, readBoardRoute, type BoardRoute } from './board-route.ts';
import { ChangesStrip } from './ChangesStrip.tsx';
import { ChargingCard } from './ChargingCard.tsx';
import { DevicesCard } from './DevicesCard.tsx';
import { ExpiringCard } from './ExpiringCard.tsx';
import { HeatCard } from './HeatCard.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { CashCard, SourcesCard } from './MoneyCards.tsx';
import { ParkingCard } from './ParkingCard.tsx';
import { RatesCard } from './RatesCard.tsx';
import { ShopCard } from './ShopCard.tsx';
import '../../components/page.css';
import '../parking/income/income.css';
import './board.css';

/** The manager's board: what moved since the last visit, four figures, and charts that say what they show. */
export function BoardPage() {
  const { t } = useTranslation('board');
  const { params } = useRoute();
  const route = readBoardRoute(params);
  const input = boardInput(route, undefined);
  const { value: board, refusal, reload } = useQuery('board.summary', input, { keepLast: true });
  const change = (changes: Partial<BoardRoute>) => goTo('board', boardParams({ ...route, ...changes }));
  return (
    <main className="page board-page" aria-label={t('title')}>
      <BoardHead route={route} board={board} onChange={change} />
      <RefusalNote refusal={refusal} onRetry={reload} />
      <div className="board-scroll">
        <ChangesStrip />
        {!board && !refusal && <Skeleton rows={14} height={36} />}
        {board && (
          <div className="board-grid">
            <KeyFigures board={board} route={route} />
            <ChargingCard board={board} input={input} /><ParkingCard board={board} input={input} /><AgeingCard board={board} input={input} />
            <HeatCard board={board} input={input} /><DevicesCard board={board} input={input} /><ExpiringCard board={board} input={input} />
            <RatesCard board={board} input={input} /><SourcesCard board={board} input={input} /><CashCard board={board} input={input} />
            {board.shop && <ShopCard shop={board.shop} board={board} input={input} />}
          </div>
        )}
      </div>
    </main>
  );
}

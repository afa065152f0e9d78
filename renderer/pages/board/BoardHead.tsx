import { useTranslation } from 'react-i18next';
import { comparisons, type Comparison, type WaitingKind } from '../../../shared/domain/board.ts';
import { periodMonths, type ReportPeriod } from '../../../shared/domain/collection.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { BoardSave } from './BoardSave.tsx';
import { boardInput, periodUnits, type Board, type BoardRoute } from './board-route.ts';
import { useBoardWords } from './board-words.ts';
import { usePrintBoard } from './use-print-board.ts';

type Props = { route: BoardRoute; board: Board | undefined; onChange: (changes: Partial<BoardRoute>) => void };

/** Which months are shown and beside which, what waits for the manager, and the board as a file. */
export function BoardHead({ route, board, onChange }: Props) {
  const { t } = useTranslation('board');
  const { span } = useBoardWords();
  const printer = usePrintBoard();
  const name = board ? t('fileName', { period: span(board.months) }) : t('title');
  const input = boardInput(route, board?.months.to);
  return (
    <header className="board-top">
      <div className="rule2" />
      <div className="board-head">
        <h1>{t('title')}</h1>
        <PeriodPicker route={route} board={board} onChange={onChange} />
        <select className="board-pick" aria-label={t('unit')} value={route.unit} onChange={(event) => onChange({ unit: event.target.value as ReportPeriod, month: board?.months.to })}>{periodUnits.map((unit) => <option key={unit} value={unit}>{t(`units.${unit}`)}</option>)}</select>
        <select className="board-pick" aria-label={t('compare')} value={route.compare} onChange={(event) => onChange({ compare: event.target.value as Comparison })}>{comparisons.map((one) => <option key={one} value={one}>{t(`comparisons.${one}`)}</option>)}</select>
        {board && board.skipped.length > 0 ? <span className="small board-hint board-skipped">{t('skipped', { months: board.skipped.map((month) => span({ from: month, to: month })).join(t('listComma')) })}</span> : <span className="muted small board-hint">{t('hint')}</span>}
        <div className="board-todo">
          {board && <Waiting waiting={board.waiting} wall={board.wall} />}
          <Button onClick={() => void printer.savePdf(input, name)} disabled={printer.running}>{t('savePdf')}</Button>
          <BoardSave list="board.summary" input={input} name={name} label={t('exportAll')} />
        </div>
      </div>
      {printer.note !== undefined && <div className="saved-note" role="status">{printer.note}</div>}
      <RefusalNote refusal={printer.refusal} />
    </header>
  );
}

function PeriodPicker({ route: { unit }, board, onChange }: Props) {
  const { t } = useTranslation('board');
  const { span } = useBoardWords();
  const step = (count: number) => board && onChange({ month: addMonths(board.months.from, count * periodMonths[unit]) });
  return (
    <span className="board-period" role="group" aria-label={t('unit')}>
      <button type="button" aria-label={t('previous')} onClick={() => step(-1)}>‹</button>
      <b aria-live="polite">{board ? span(board.months) : '…'}</b>
      <button type="button" aria-label={t('next')} disabled={!board || board.months.to >= board.today.slice(0, 7)} onClick={() => step(1)}>›</button>
    </span>
  );
}

/** Where each thing that waits is decided. */
const PLACES: Readonly<Record<WaitingKind, string>> = {
  chargingReview: linkTo('charging', { tab: 'review' }), channelExceptions: linkTo('channels', { part: 'work' }), lapsing: linkTo('arrears', { view: 'ageing' }), waivers: linkTo('fees', { tab: 'reductions' }), vacancies: linkTo('fees', { tab: 'reductions' }), unclosed: linkTo('periods'),
  costs: linkTo('costs', { tab: 'vouchers', state: 'waiting' }), objections: linkTo('statements', { tab: 'wall' }), complaints: linkTo('market', { tab: 'checks' }), instalments: linkTo('costs', { tab: 'contracts' }), notPosted: linkTo('statements', { tab: 'wall' }), hangingOld: linkTo('statements', { tab: 'wall' }),
};

function Waiting({ waiting, wall }: Pick<Board, 'waiting' | 'wall'>) {
  const { t } = useTranslation('board');
  const { span } = useBoardWords();
  // A sheet that has hung its days waits for nobody.
  const hanging = wall.filter(({ workdays, wanted }) => workdays < wanted);
  if (waiting.length === 0 && hanging.length === 0) return null;
  return (
    <nav className="board-chips" aria-label={t('waitingLabel')}>
      {waiting.map(({ kind, count }) => <a key={kind} href={PLACES[kind]}>{t(`waiting.${kind}`)} <b>{count.toLocaleString('en-US')}</b></a>)}
      {hanging.map(({ statementId, kind, workdays, wanted, ...months }) => <a key={statementId} href={linkTo('statements', { id: statementId })}>{t(`wall.${kind}`, { period: span(months) })} <b>{t('wall.day', { workdays, wanted })}</b></a>)}
    </nav>
  );
}

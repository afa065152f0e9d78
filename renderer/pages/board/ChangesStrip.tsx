import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceSource } from '../../../shared/domain/board.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import type { Reply } from '../../../shared/errors.ts';
import { call, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { useLedgerWords } from '../ledger/ledger-words.ts';
import { dateTime, money } from '../../text/formats.ts';
import { useBoardWords } from './board-words.ts';

type Changes = Output<'board.changes'>;
type Movement = Changes['movements'][number];
type Cause = Movement['causes'][number];
/** How many movements are told, and causes of each. */
const [TOLD, CAUSES] = [5, 3] as const;

/** What moved since the last visit. The visit is noted when the board is left, through the entry that was shown last, so that nothing between is lost. */
export function ChangesStrip() {
  const { t } = useTranslation('board');
  const { span } = useBoardWords();
  const may = useMay('manager', 'cashier', 'office');
  const [start, setStart] = useState<Reply<Changes>>();
  const [open, setOpen] = useState(false);
  // Asked anew each time that the board is opened: what was kept of the last time would begin where that began.
  useEffect(() => {
    let here = true;
    void call('board.changes', {}).then((reply) => { if (here) setStart(reply); });
    return () => { here = false; };
  }, []);
  const first = start?.ok ? start.value : undefined;
  const since = first?.since ?? null;
  const later = useQuery('board.changes', { since: since?.entryId ?? 0 }, { enabled: since !== null });
  const value = later.value ?? first;
  const shown = useRef<number>(undefined);
  useEffect(() => { shown.current = value?.through; }, [value]);
  useEffect(() => () => { if (may && shown.current !== undefined) void call('board.markSeen', { entryId: shown.current }); }, [may]);
  if (!value) return <section className="card board-since"><RefusalNote refusal={start && !start.ok ? start : undefined} /></section>;
  const when = since?.at ? dateTime(since.at) : '';
  const told = value.movements.filter(({ amountFen }) => amountFen !== 0).slice(0, TOLD);
  return (
    <section className="card board-since" aria-label={t('changes.title')}>
      <div className="board-since-line">
        <b>{since === null ? (may ? t('changes.first', { no: value.through }) : t('changes.auditor')) : value.entries === 0 ? t('changes.nothing', { when }) : t('changes.some', { when, count: value.entries })}</b>
        {told.map((movement) => <MovementFigure key={movement.subject} movement={movement} />)}
        {(first?.statements ?? []).map(({ statementId, change, kind, version, ...months }) => <a key={`${statementId} ${change}`} className={`figure${change === 'superseded' ? ' red' : ''}`} href={linkTo('statements', { id: statementId })}>{t(`changes.${change}`, { sheet: t(`wall.${kind}`, { period: span(months) }), version })}</a>)}
        {(first?.periods ?? []).map(({ kind, month, reason }, index) => <a key={index} className={`figure${kind === 'reopen' ? ' red' : ''}`} href={linkTo('periods', { month })}>{t(kind === 'close' ? 'changes.closed' : 'changes.reopened', { month, reason })}</a>)}
        {(first?.idle ?? []).map(({ device, idleDays }) => <a key={device} className="figure" href={linkTo('charging', { tab: 'use' })}>{t('changes.idle', { device, count: idleDays })}</a>)}
        {told.length > 0 && <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'changes.close' : 'changes.open')}</Button>}
      </div>
      {open && <ul>{told.map((movement) => <MovementCauses key={movement.subject} movement={movement} />)}{value.movements.length > told.length && <li><a className="figure" href={linkTo('ledger', { book: 'trial' })}>{t('changes.rest', { count: value.movements.length - told.length })}</a></li>}</ul>}
    </section>
  );
}

/** What a group of accounts is called. */
function useSubject(): (subject: string) => string {
  const { t } = useTranslation(['board', 'common']);
  return (subject) => {
    if (subject.startsWith('money-')) return t('changes.subject.money', { fund: t(`common:fundLong.${subject.slice(6) as Fund}`) });
    if (subject.startsWith('common-')) return t('changes.subject.common', { source: t(`sources.names.${subject.slice(7) as BalanceSource}`) });
    return t(`changes.subject.${subject as 'arrears'}`);
  };
}

const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${money(fen)}`;

/** The rows behind a cause: its one entry, else the account's book over the days of its entries. */
function linkOf({ account, fund, entries, lastEntryId, fromOn, toOn }: Cause): string {
  return linkTo('ledger', { book: 'account', account, fund, from: fromOn, to: toOn, ...(entries === 1 && { entry: lastEntryId }) });
}

/** The one voucher, or all of a contract; else the rows of the cause. */
function costLink({ costId, code }: Cause['costs'][number], cause: Cause): string {
  if (costId !== null) return linkTo('costs', { tab: 'vouchers', cost: costId });
  return code === null ? linkOf(cause) : linkTo('costs', { tab: 'contracts', code });
}

function MovementFigure({ movement: { subject, amountFen, causes } }: { movement: Movement }) {
  const nameOf = useSubject();
  const [first] = causes;
  return <span>{nameOf(subject)} {first ? <a className="figure" href={linkOf(first)}><b>{signed(amountFen)}</b></a> : signed(amountFen)}</span>;
}

function MovementCauses({ movement }: { movement: Movement }) {
  const { t } = useTranslation('board');
  const nameOf = useSubject();
  const turn = movement.amountFen * movement.causes.reduce((sum, { amountFen }) => sum + amountFen, 0) < 0 ? -1 : 1;
  const more = movement.causes.length - CAUSES;
  return (
    <li>
      <b>{nameOf(movement.subject)} {signed(movement.amountFen)}</b>{t('changes.colon')}
      {movement.causes.slice(0, CAUSES).map((cause, index) => <span key={`${cause.account} ${cause.fund} ${cause.kind}`}>{index > 0 && t('changes.semicolon')}<CauseWords cause={cause} turn={turn} /></span>)}
      {more > 0 && <>{t('changes.semicolon')}{t('changes.more', { count: more })}</>}
    </li>
  );
}

/** Why: the kind of the entries, how many homes and bills are behind them, and who moved most. */
function CauseWords({ cause, turn }: { cause: Cause; turn: 1 | -1 }) {
  const { t } = useTranslation(['board', 'common']);
  const { account: accountWord, kind: kindWord } = useLedgerWords();
  const { account, fund, kind, amountFen, homes, bills, entries, top } = cause;
  // Where: arrears by fund, everything else by the last word of its account.
  const where = account === '1122' ? t(`common:fund.${fund}`) : (accountWord(account, account).split('—').at(-1) ?? '');
  const count = homes > 0 ? [...(bills > homes ? [t('changes.bills', { count: bills })] : []), t('changes.homes', { count: homes })].join(t('changes.comma')) : t('changes.entries', { count: entries });
  return (
    <>
      {where} {kindWord(kind)} {count} <a className="figure" href={linkOf(cause)}>{signed(turn * amountFen)}</a>
      {top && homes > 1 && <>{t('changes.comma')}{t('changes.top', { label: top.label, amount: money(Math.abs(top.amountFen)) })}</>}
      {cause.costs.map((cost) => <span key={cost.what}>{t('changes.comma')}<a className="figure" href={costLink(cost, cause)}>{cost.what}</a> {signed(turn * cost.amountFen)}</span>)}
    </>
  );
}

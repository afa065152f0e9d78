import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { addDays, addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useQuery } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { AccountActs } from './AccountActs.tsx';
import { TopUpForm } from './TopUpForm.tsx';
import { usePrintAccount, type AccountPrinter } from './use-print-account.ts';

export type Account = Output<'charging.getAccount'>;

/** One account: what it holds, taking money ahead, what can be done, and its statement. */
export function AccountPanel({ accountId, onClose }: { accountId: number; onClose: () => void }) {
  const { t } = useTranslation('chargingAccounts');
  const { today } = useSession();
  const mayTake = useMay('cashier', 'manager');
  const [days, setDays] = useState(() => ({ from: firstDay(addMonths(today.slice(0, 7), -2)), to: today }));
  const query = useQuery('charging.getAccount', { accountId, ...days }, { keepLast: true });
  const printer = usePrintAccount();
  const account = query.value;
  return (
    <aside className="card parking-side account-panel" aria-label={account ? account.cardNo : t('name')} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="parking-side-head"><h2>{account ? `${account.cardNo} ${account.holder}` : ''}</h2><Button look="link" onClick={onClose}>{t('close')}</Button></div>
      <div className="parking-side-body">
        <RefusalNote refusal={query.refusal ?? printer.refusal} onRetry={query.refusal && query.reload} />
        {account ? (
          <>
            <Facts account={account} />
            {printer.note !== undefined && <p className="side-said" role="status">{printer.note}</p>}
            {/* A voided top-up is no answer any more. */}
            {mayTake && <TopUpForm key={account.moves.filter(({ kind }) => kind === 'void').length} accountId={accountId} printer={printer} />}
            {mayTake && <AccountActs account={account} printer={printer} />}
            <Plans account={account} today={today} />
            <Statement account={account} days={days} onDays={setDays} printer={printer} />
          </>
        ) : <Skeleton rows={8} />}
      </div>
    </aside>
  );
}

function Facts({ account }: { account: Account }) {
  const { t } = useTranslation('chargingAccounts');
  const old = account.cards.filter(({ endedOn }) => endedOn !== null).map(({ cardNo, endedOn, note }) => t('ended', { card: cardNo, on: endedOn, note }));
  return (
    <>
      <p className={`account-balance ${account.balanceFen < 0 ? 'red' : ''}`}><small>{t('balance')}</small><b>{money(account.balanceFen)}</b></p>
      <dl className="side-facts">
        {account.label !== '' && <><dt>{t('home')}</dt><dd>{account.label}</dd></>}
        {account.phone !== '' && <><dt>{t('phone')}</dt><dd>{account.phone}</dd></>}
        <dt>{t('toppedUp')}</dt><dd>{money(account.toppedUpFen)}</dd><dt>{t('charged')}</dt><dd>{money(account.chargedFen)}</dd><dt>{t('paidBack')}</dt><dd>{money(account.paidBackFen)}</dd>
        {old.length > 0 && <><dt>{t('cards')}</dt><dd>{old.join(t('semicolon'))}</dd></>}
      </dl>
    </>
  );
}

function Plans({ account, today }: { account: Account; today: string }) {
  const { t } = useTranslation('chargingAccounts');
  if (account.planList.length === 0) return null;
  return (
    <section className="side-part">
      <h3>{t('plan.title')}</h3>
      <ul className="account-plans">
        {account.planList.map((plan) => (
          <li key={plan.planId}><span>{plan.product} <Tag tone={plan.to !== null && plan.to <= today ? undefined : 'green'}>{plan.to === null ? t('plan.open', { from: plan.from }) : t('plan.until', { until: addDays(plan.to, -1) })}</Tag></span><span className="muted">{plan.leftEnergy === null ? t('plan.unlimited') : t('plan.left', { energy: formatEnergy(plan.leftEnergy) })}</span></li>
        ))}
      </ul>
    </section>
  );
}

type StatementProps = { account: Account; days: { from: string; to: string }; onDays: (days: { from: string; to: string }) => void; printer: AccountPrinter };

function Statement({ account, days, onDays, printer }: StatementProps) {
  const { t } = useTranslation('chargingAccounts');
  const paper = { accountId: account.accountId, ...days };
  return (
    <section className="side-part">
      <h3>{t('statement')}</h3>
      <div className="parking-bar">
        <DayInput label={t('from')} clearable={false} value={days.from} onChange={(from) => from !== undefined && onDays({ ...days, from })} /><DayInput label={t('to')} clearable={false} value={days.to} onChange={(to) => to !== undefined && onDays({ ...days, to })} />
        <Button disabled={printer.running} onClick={() => void printer.print(paper)}>{t('print')}</Button><Button disabled={printer.running} onClick={() => void printer.savePdf(paper, `${t('statement')} ${account.cardNo} ${days.to}`)}>{t('savePdf')}</Button>
      </div>
      <table className="book tight">
        <thead><tr><th>{t('day')}</th><th>{t('what')}</th><th className="num">{t('moveAmount')}</th><th className="num">{t('after')}</th></tr></thead>
        <tbody>
          <tr><td colSpan={3}>{t('opening')}</td><td className="num">{money(account.openingFen)}</td></tr>
          {account.moves.length === 0 && <tr><td colSpan={4} className="muted">{t('noMoves')}</td></tr>}
          {account.moves.map((move, index) => (
            <tr key={index} title={`${move.no} ${move.text}`}>
              <td>{move.on}</td><td>{move.entryId === null ? t(`kind.${move.kind}`) : <a className="text-link" href={linkTo('ledger', { entry: move.entryId })}>{t(`kind.${move.kind}`)}</a>}</td><td className="num">{money(move.amountFen)}</td><td className="num">{money(move.balanceFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr className="sum-row"><td colSpan={3}>{t('closing')}</td><td className="num"><span className="dbl">{money(account.closingFen)}</span></td></tr></tfoot>
      </table>
    </section>
  );
}

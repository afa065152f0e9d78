import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, ProgressBar, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from './book/DayInput.tsx';
import { SaveNote } from './book/SaveNote.tsx';
import { HledgerExport } from './HledgerExport.tsx';
import { useLedgerWords } from './ledger-words.ts';
import { ledgerParams, type LedgerRoute } from './selection.ts';
import { useBookExport } from './use-book-export.ts';

type Account = Output<'ledger.trialBalance'>['accounts'][number];

/** Balances by fund and account; each links to its ledger. */
export function TrialBalance({ on, onChange }: { on: string | undefined; onChange: (changes: Partial<LedgerRoute>) => void }) {
  const { t } = useTranslation(['ledger', 'common']);
  const day = on === undefined ? {} : { on };
  const trial = useQuery('ledger.trialBalance', day, { keepLast: true });
  const exporting = useBookExport();
  const exportAs = (format: 'xlsx' | 'csv') => void exporting.run({ book: 'trialBalance', ...day }, t('book.trial'), format);
  return (
    <>
      <div className="book-bar">
        <DayInput label={t('on')} value={on} onChange={(value) => onChange({ on: value })} />
        {trial.value && <TrialVerdict sumFen={trial.value.sumFen} />}
        <div className="book-acts">
          <HledgerExport />
          <Button disabled={exporting.running} onClick={() => exportAs('xlsx')}>
            {t('common:exportXlsx')}
          </Button>
          <Button disabled={exporting.running} onClick={() => exportAs('csv')}>
            {t('common:exportCsv')}
          </Button>
        </div>
      </div>
      <div className="book-notes">
        {exporting.running && <ProgressBar progress={exporting.progress && { ...exporting.progress, label: '' }} label={t('exporting')} onCancel={exporting.cancel} />}
        <SaveNote saving={exporting.saving} />
        <RefusalNote refusal={trial.refusal} onRetry={trial.reload} />
      </div>
      <div className="book-scroll">
        {trial.value ? trial.value.accounts.length === 0 ? <EmptyNote title={t('trialEmpty')} /> : <TrialTable trial={trial.value} on={on} /> : trial.state === 'loading' && <Skeleton rows={8} />}
      </div>
    </>
  );
}

function TrialVerdict({ sumFen: difference }: { sumFen: number }) {
  const { t } = useTranslation('ledger');
  return <span className={difference === 0 ? 'good' : 'red'}>{difference === 0 ? t('trialBalanced') : t('trialUnbalanced', { amount: money(difference) })}</span>;
}

const debitOf = (accounts: readonly Account[]) => sumFen(accounts.map(({ balanceFen }) => Math.max(0, balanceFen)));
const creditOf = (accounts: readonly Account[]) => sumFen(accounts.map(({ balanceFen }) => Math.max(0, -balanceFen)));

function TrialTable({ trial, on }: { trial: Output<'ledger.trialBalance'>; on: string | undefined }) {
  const { t } = useTranslation(['ledger', 'common']);
  const words = useLedgerWords();
  const byFund = new Map<Fund, Account[]>();
  for (const account of trial.accounts) byFund.set(account.fund, [...(byFund.get(account.fund) ?? []), account]);
  return (
    <table className="book trial">
      <thead>
        <tr>
          <th>{t('fund')}</th>
          <th>{t('account')}</th>
          <th className="num led">{t('trialDebit')}</th>
          <th className="num">{t('trialCredit')}</th>
        </tr>
      </thead>
      <tbody>
        {[...byFund].map(([fund, accounts]) => (
          <Fragment key={fund}>
            {accounts.map((account, index) => (
              <tr key={account.account}>
                <td>{index === 0 ? <b>{t(`common:fundLong.${fund}`)}</b> : ''}</td>
                <td>
                  {account.account} {words.account(account.account, account.name)}
                </td>
                <TrialCells accounts={[account]} href={linkTo('ledger', ledgerParams({ book: 'account', account: account.account, fund, to: on }))} />
              </tr>
            ))}
            <tr className="fund-sum">
              <td />
              <td>{t('fundSum', { fund: t(`common:fundLong.${fund}`) })}</td>
              <td className="num led">{money(debitOf(accounts))}</td>
              <td className="num">{money(creditOf(accounts))}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum-row">
          <td />
          <td>{t('trialSum')}</td>
          <td className="num led">
            <span className="dbl">{money(debitOf(trial.accounts))}</span>
          </td>
          <td className="num">
            <span className="dbl">{money(creditOf(trial.accounts))}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function TrialCells({ accounts, href }: { accounts: readonly Account[]; href: string }) {
  const [debit, credit] = [debitOf(accounts), creditOf(accounts)];
  const figure = (amountFen: number) => (
    <a className="figure" href={href}>
      {money(amountFen)}
    </a>
  );
  return (
    <>
      <td className="num led">{debit > 0 || credit === 0 ? figure(debit) : ''}</td>
      <td className="num">{credit > 0 ? figure(credit) : ''}</td>
    </>
  );
}

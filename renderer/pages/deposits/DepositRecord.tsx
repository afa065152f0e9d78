import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import type { DepositItem } from './DepositList.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { usePrintDeposit, type DepositPrinter } from './use-print-deposit.ts';

/** One deposit beside the list: what is held of it, what was returned and retained and why, and returning it. */
export function DepositRecord({ receiptNo, onClose }: { receiptNo: string; onClose: () => void }) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  const list = useQuery('deposits.list', { search: receiptNo }, { keepLast: true });
  const item = list.value?.items.find((one) => one.receiptNo === receiptNo);
  const printer = usePrintDeposit();
  const mayReturn = useMay('manager');
  const mayPrint = useMay('manager', 'cashier', 'office');
  const [returning, setReturning] = useState(false);
  return (
    <aside className="card record-panel" aria-label={receiptNo} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2>{receiptNo}</h2>
        {item && <Tag tone={item.heldFen > 0 ? 'blue' : undefined}>{item.heldFen > 0 ? t('heldTag') : t('settled')}</Tag>}
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </header>
      <div className="body">
        <RefusalNote refusal={list.refusal ?? printer.refusal} onRetry={list.refusal && list.reload} />
        {!item && list.state === 'loading' && <Skeleton rows={6} />}
        {item && <Facts item={item} />}
        {item && item.returns.length > 0 && <Returns item={item} printer={mayPrint ? printer : undefined} />}
      </div>
      {printer.note !== undefined && (
        <p className="done muted small" role="status">
          {printer.note}
        </p>
      )}
      {returning && item ? (
        <ReturnForm item={item} onEnd={() => setReturning(false)} />
      ) : (
        item && (
          <div className="acts">
            <a className="button" href={linkTo('payments', { home: item.homeId })}>
              {t('payments:records.toDesk')}
            </a>
            {mayPrint && (
              <>
                <Button disabled={printer.running} onClick={() => void printer.savePdf({ depositId: item.depositId }, item.receiptNo)}>
                  {t('common:savePdf')}
                </Button>
                <Button disabled={printer.running} onClick={() => void printer.print({ depositId: item.depositId })}>
                  {t('printReceipt')}
                </Button>
              </>
            )}
            {mayReturn && item.heldFen > 0 && <Button onClick={() => setReturning(true)}>{t('giveBack')}</Button>}
          </div>
        )
      )}
    </aside>
  );
}

function Facts({ item }: { item: DepositItem }) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  return (
    <dl>
      <dt>{t('payments:paperText.home')}</dt>
      <dd>{item.label}</dd>
      <dt>{t('kind')}</dt>
      <dd>{t(`kinds.${item.kind}`)}</dd>
      <dt>{t('receivedOn')}</dt>
      <dd>
        {item.receivedOn} {item.cashier}
      </dd>
      <dt>{t('payments:payerIs')}</dt>
      <dd>{item.payer}</dd>
      <dt>{t('payments:way')}</dt>
      <dd>{t(`common:method.${item.method}`)}</dd>
      <dt>{t('payments:amount')}</dt>
      <dd className="money">
        <a className="figure" href={linkTo('ledger', { entry: item.entryId })}>
          {money(item.amountFen)}
        </a>
      </dd>
      <dt>{t('held')}</dt>
      <dd className="money">{money(item.heldFen)}</dd>
      {item.note !== '' && (
        <>
          <dt>{t('common:note')}</dt>
          <dd>{item.note}</dd>
        </>
      )}
    </dl>
  );
}

function Returns({ item, printer }: { item: DepositItem; printer: DepositPrinter | undefined }) {
  const { t } = useTranslation(['deposits', 'payments', 'common']);
  return (
    <>
      <h3>{t('returns')}</h3>
      <table className="book">
        <thead>
          <tr>
            <th>{t('returnNo')}</th>
            <th className="num led">{t('returned')}</th>
            <th className="num">{t('retained')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {item.returns.map((one) => (
            <tr key={one.returnNo}>
              <td>
                {one.returnNo}
                <span className="muted small">
                  {one.on} {one.by} {t('toPayee', { name: one.payee })}
                </span>
                <span className="small">{one.reason}</span>
              </td>
              <td className="num led">
                <a className="figure" href={linkTo('ledger', { entry: one.entryId })} title={yuan(one.returnedFen)}>
                  {money(one.returnedFen)}
                </a>
              </td>
              <td className="num">{money(one.retainedFen)}</td>
              <td>
                {printer && (
                  <Button look="link" disabled={printer.running} aria-label={t('printReturn', { no: one.returnNo })} onClick={() => void printer.print({ depositId: item.depositId, returnNo: one.returnNo })}>
                    {t('common:print')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

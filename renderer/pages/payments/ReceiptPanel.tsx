import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { dateTime, money, yuan } from '../../text/formats.ts';
import { usePrintReceipt } from './print-receipt.ts';
import { actionsOf, type ReceiptAction, type ReceiptItem } from './receipt-state.ts';
import { ReceiptStateTag } from './ReceiptRow.tsx';
import { UndoForm } from './UndoForm.tsx';

const ReceiptPaper = lazy(async () => ({ default: (await import('./ReceiptPaper.tsx')).ReceiptPaper }));
const ReceiptView = lazy(async () => ({ default: (await import('./ReceiptView.tsx')).ReceiptView }));

/** One receipt beside the list: its paper, what became of it, and what may be done. */
export function ReceiptPanel({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const receipt = useQuery('payments.getReceipt', { paymentId });
  const facts = receipt.value;
  // The state comes with the list: the receipt itself is frozen.
  const item = useQuery('payments.list', { search: facts?.receiptNo ?? '', limit: 1 }, { enabled: facts !== undefined, keepLast: true }).value?.items[0];
  return (
    <aside className="card record-panel" aria-label={facts?.receiptNo ?? ''} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2>{facts?.receiptNo}</h2>
        {item && <ReceiptStateTag item={item} />}
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </header>
      <div className="body">
        <RefusalNote refusal={receipt.refusal} onRetry={receipt.reload} />
        {!facts && receipt.state === 'loading' && <Skeleton rows={8} />}
        {facts && item && (
          <>
            <dl>
              <dt>{t('paperText.home')}</dt>
              <dd>
                <a className="figure" href={linkTo('payments', { home: facts.homeId })}>
                  {facts.label}
                </a>
              </dd>
              <dt>{t('records.registered')}</dt>
              <dd>
                {dateTime(item.registeredAt)} {facts.cashier}
              </dd>
              <dt>{t('amount')}</dt>
              <dd className="money">
                <a className="figure" href={linkTo('ledger', { entry: item.entryId })}>
                  {money(item.amountFen)}
                </a>
              </dd>
              {item.refundedFen > 0 && (
                <>
                  <dt>{t('records.refunded')}</dt>
                  <dd className="money">{yuan(item.refundedFen)}</dd>
                </>
              )}
            </dl>
            <Suspense fallback={<Skeleton rows={8} />}>
              <div className="panel-slip">
                <ReceiptPaper facts={facts} paper="80mm" printNo={Math.max(1, facts.prints)} />
              </div>
            </Suspense>
          </>
        )}
      </div>
      {item && <PanelActions item={item} />}
    </aside>
  );
}

function PanelActions({ item }: { item: ReceiptItem }) {
  const { t } = useTranslation(['payments', 'common']);
  const { user } = useSession();
  const mayPrint = useMay('manager', 'cashier', 'office');
  const printer = usePrintReceipt();
  const [doing, setDoing] = useState<ReceiptAction>();
  const [opened, setOpened] = useState(false);
  const actions = actionsOf(item, user.role);
  return (
    <>
      <RefusalNote refusal={printer.refusal} />
      {doing !== undefined && actions.includes(doing) ? (
        <UndoForm item={item} action={doing} onEnd={() => setDoing(undefined)} />
      ) : (
        <div className="acts">
          <Button onClick={() => setOpened(true)}>{t('view')}</Button>
          {mayPrint && (
            <Button disabled={printer.running} onClick={() => void printer.print(item.paymentId)}>
              {t('common:reprint')}
            </Button>
          )}
          {actions.map((action) => (
            <Button key={action} onClick={() => setDoing(action)}>
              {t(`undo.${action}.name`)}
            </Button>
          ))}
        </div>
      )}
      {opened && (
        <Suspense fallback={null}>
          <ReceiptView paymentId={item.paymentId} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, FundTag, Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { useLedgerWords } from '../ledger/ledger-words.ts';
import { METHODS } from './payment-form.ts';
import { FormRow, TextField } from './UndoForm.tsx';

type Statement = Output<'payments.prepaidStatement'>;

/** What a home holds: every movement with the balance after it, and giving back what is not served. */
export function PrepaidPanel({ homeId, onClose }: { homeId: number; onClose: () => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const statement = useQuery('payments.prepaidStatement', { homeId });
  const mayRefund = useMay('manager');
  const [refunding, setRefunding] = useState(false);
  const [done, setDone] = useState<string>();
  const { value } = statement;
  return (
    <aside className="card record-panel" aria-label={t('records.statement', { home: value?.label ?? '' })} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2>{value?.label}</h2>
        <span className="muted small">{t('records.prepaid')}</span>
        <Button look="link" onClick={onClose}>
          {t('common:close')}
        </Button>
      </header>
      <div className="body">
        <RefusalNote refusal={statement.refusal} onRetry={statement.reload} />
        {!value && statement.state === 'loading' && <Skeleton rows={6} />}
        {value && <Movements statement={value} />}
      </div>
      {done !== undefined && (
        <p className="done good small" role="status">
          {done}
        </p>
      )}
      {refunding && value ? (
        <RefundForm
          homeId={homeId}
          refundableFen={value.refundableFen}
          onDone={(note) => {
            setDone(note);
            setRefunding(false);
          }}
          onEnd={() => setRefunding(false)}
        />
      ) : (
        <div className="acts">
          {value && value.items.length > 0 && <ExportList list="payments.prepaidStatement" input={{ homeId }} name={t('records.statement', { home: value.label })} />}
          <a className="button" href={linkTo('payments', { home: homeId })}>
            {t('records.toDesk')}
          </a>
          {mayRefund && (
            <Button
              disabled={!value || value.refundableFen === 0}
              onClick={() => {
                setDone(undefined);
                setRefunding(true);
              }}
            >
              {t('records.giveBack')}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}

function Movements({ statement }: { statement: Statement }) {
  const { t } = useTranslation('payments');
  const words = useLedgerWords();
  return (
    <>
      <dl>
        <dt>{t('records.heldNow')}</dt>
        <dd className="money">{yuan(statement.prepaidFen)}</dd>
        <dt>{t('records.refundable')}</dt>
        <dd className="money">{yuan(statement.refundableFen)}</dd>
      </dl>
      {statement.items.length === 0 && <EmptyNote title={t('records.noMovements')} />}
      {statement.items.length > 0 && (
        <table className="book">
          <thead>
            <tr>
              <th>{t('paperText.date')}</th>
              <th>{t('content')}</th>
              <th className="num led">{t('amount')}</th>
              <th className="num">{t('records.balance')}</th>
            </tr>
          </thead>
          <tbody>
            {statement.items.map((item, index) => (
              <tr key={`${String(item.entryId)} ${String(index)}`}>
                <td>{item.on}</td>
                <td title={item.memo}>
                  {item.kind === 'bonus' ? t('records.given') : words.kind(item.kind)} {item.fund !== 'property' && <FundTag fund={item.fund} />}
                  <span className="muted small">{item.memo}</span>
                </td>
                <td className="num led">
                  <a className="figure" href={linkTo('ledger', { entry: item.entryId })}>
                    {money(item.amountFen)}
                  </a>
                </td>
                <td className="num">{money(item.balanceFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type RefundProps = { homeId: number; refundableFen: number; onDone: (note: string) => void; onEnd: () => void };

function RefundForm({ homeId, refundableFen, onDone, onEnd }: RefundProps) {
  const { t } = useTranslation(['payments', 'common']);
  const [amountText, setAmountText] = useState('');
  const [method, setMethod] = useState<PaymentMethod>('cash');
  const [payee, setPayee] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('payments.refundPrepayment');
  const amountFen = amountText.trim() === '' ? refundableFen : parseYuan(amountText);
  const problem = amountFen === undefined || amountFen <= 0 ? t('problem.unreadable') : amountFen > refundableFen ? t('problem.tooMuch', { amount: money(refundableFen) }) : undefined;
  const send = async () => {
    if (amountFen === undefined || problem !== undefined) return;
    const reply = await run({ homeId, amountFen, method, payee: payee.trim(), reason: reason.trim() });
    if (!reply.ok) return;
    const { refundNo, refundedFen, lapsedBonusFen } = reply.value;
    onDone(t(lapsedBonusFen > 0 ? 'records.gaveBackLapsed' : 'records.gaveBack', { no: refundNo, amount: yuan(refundedFen), lapsed: yuan(lapsedBonusFen) }));
  };
  return (
    <FormRow
      label={t('records.giveBack')}
      confirm={t('undo.refund.confirm', { amount: money(problem === undefined ? (amountFen ?? 0) : 0) })}
      ready={!running && problem === undefined && reason.trim() !== ''}
      note={t('records.giveBackNote')}
      refusal={refusal}
      onSend={() => void send()}
      onEnd={onEnd}
    >
      <TextField label={t('undo.refund.amount')} value={amountText} most={20} amount autoFocus placeholder={t('undo.refund.all', { amount: money(refundableFen) })} problem={problem} onChange={setAmountText} />
      <Segments label={t('method')} value={method} choices={METHODS.map((one) => ({ value: one, label: t(`common:method.${one}`) }))} onChange={setMethod} />
      <TextField label={t('records.payee')} value={payee} most={40} placeholder={t('records.payeeOwner')} onChange={setPayee} />
      <TextField label={t('common:reason')} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}

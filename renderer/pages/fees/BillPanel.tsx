import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand } from '../../api.ts';
import { Button, FundTag, Tag } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { useBillPeriod } from '../../text/use-basis.ts';
import { useItemName } from './item-name.ts';
import { useHow } from './use-how.ts';

export type Bill = Output<'fees.listBills'>['items'][number];

/** One bill: what it says, what became of it, and the forms that cancel it or issue it again. */
export function BillPanel({ bill, onClose }: { bill: Bill; onClose: () => void }) {
  const { t } = useTranslation(['fees', 'common']);
  const mayChange = useMay('manager');
  const [form, setForm] = useState<'cancel' | 'correct' | undefined>();
  const [done, setDone] = useState<string | undefined>();
  const finish = (words: string) => {
    setForm(undefined);
    setDone(words);
  };
  return (
    <aside className="card fees-side" aria-label={t('bill', { no: bill.billId })} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="sec">
        <h2>{t('bill', { no: bill.billId })}</h2>
        {bill.cancelled && <Tag tone="red">{t('cancelled')}</Tag>}
        <Button look="link" className="hint" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <BillFacts bill={bill} />
      {done !== undefined && (
        <p className="good side-note" role="status">
          {done}
        </p>
      )}
      {!bill.cancelled && !mayChange && <p className="muted small side-note">{t('onlyManagerChanges')}</p>}
      {!bill.cancelled && mayChange && form === undefined && (
        <div className="side-acts">
          <Button onClick={() => setForm('cancel')}>{t('cancelAct')}</Button>
          {bill.basis !== 'late' && <Button onClick={() => setForm('correct')}>{t('correctAct')}</Button>}
        </div>
      )}
      {form === 'cancel' && <CancelForm bill={bill} onDone={finish} onClose={() => setForm(undefined)} />}
      {form === 'correct' && <CorrectForm bill={bill} onDone={finish} onClose={() => setForm(undefined)} />}
    </aside>
  );
}

function BillFacts({ bill }: { bill: Bill }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const period = useBillPeriod();
  const how = useHow();
  const { cancelled } = bill;
  return (
    <>
      <p className="side-title">
        <a className="figure" href={linkTo('homes', { home: bill.homeId })} title={t('seeHome')}>
          <b>{bill.label}</b>
        </a>
        <span>{itemName(bill.itemName)}</span>
        <FundTag fund={bill.fund} />
      </p>
      <dl className="facts-list">
        <dt>{t('period')}</dt>
        <dd>{period(bill)}</dd>
        <dt>{t('basis')}</dt>
        <dd>{how(bill)}</dd>
        <dt>{t('facts.due')}</dt>
        <dd>{bill.dueOn}</dd>
        {bill.note !== '' && (
          <>
            <dt>{t('facts.note')}</dt>
            <dd>{bill.note}</dd>
          </>
        )}
        <dt>{t('facts.entry')}</dt>
        <dd>
          <a className="figure" href={linkTo('ledger', { book: 'home', homeId: bill.homeId, entry: bill.entryId })}>
            {t('entryNo', { no: bill.entryId })}
          </a>
        </dd>
        {cancelled && (
          <>
            <dt>{t('facts.cancelled')}</dt>
            <dd>
              {cancelled.on}{' '}
              <a className="figure muted" href={linkTo('ledger', { book: 'home', homeId: bill.homeId, entry: cancelled.entryId })}>
                {t('entryNo', { no: cancelled.entryId })}
              </a>
            </dd>
            <dt>{t('facts.by')}</dt>
            <dd>{cancelled.by}</dd>
            <dt>{t('facts.reason')}</dt>
            <dd>{cancelled.reason}</dd>
          </>
        )}
      </dl>
      <dl className="side-sums">
        <Sum name={t('facts.amount')} fen={bill.amountFen} struck={cancelled !== null} />
        {bill.waivedFen > 0 && <Sum name={t('facts.waived')} fen={-bill.waivedFen} />}
        {!cancelled && <Sum name={t('facts.paid')} fen={-bill.paidFen} />}
        <Sum name={t('facts.open')} fen={bill.openFen} total />
      </dl>
    </>
  );
}

function Sum({ name, fen, struck = false, total = false }: { name: string; fen: number; struck?: boolean; total?: boolean }) {
  return (
    <div className={total ? 'sum-total' : ''}>
      <dt>{name}</dt>
      <dd className={`num ${struck ? 'struck' : ''} ${total && fen > 0 ? 'owed' : ''}`}>{total ? <span className="dbl">{money(fen)}</span> : money(fen)}</dd>
    </div>
  );
}

type ChangeProps = { bill: Bill; onDone: (words: string) => void; onClose: () => void };

function CancelForm({ bill, onDone, onClose }: ChangeProps) {
  const { t } = useTranslation(['fees', 'common']);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('fees.cancelBill');
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const reply = await run({ billId: bill.billId, reason });
    if (!reply.ok) return;
    const { cancelledFen, toPrepaidFen } = reply.value;
    onDone(t(toPrepaidFen > 0 ? 'cancelDoneHeld' : 'cancelDone', { amount: money(cancelledFen), held: money(toPrepaidFen) }));
  };
  return (
    <form className="side-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h3>{t('cancelTitle')}</h3>
      <p className="muted small">{bill.paidFen > 0 ? t('cancelNote', { paid: money(bill.paidFen) }) : t('cancelNoteUnpaid')}</p>
      <Field label={t('reason')} value={reason} onChange={setReason} maxLength={200} autoFocus problem={tried && reason.trim() === '' ? t('needReason') : undefined} />
      <RefusalNote refusal={refusal} />
      <div className="side-acts">
        <Button look="main" type="submit" disabled={running}>
          {t('cancelAct')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

function CorrectForm({ bill, onDone, onClose }: ChangeProps) {
  const { t } = useTranslation(['fees', 'common']);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('fees.correctBill');
  const amountFen = parseYuan(typed);
  const problem = amountFen === undefined || amountFen <= 0 ? t('badAmount') : amountFen === bill.amountFen ? t('sameAmount') : undefined;
  const submit = async () => {
    setTried(true);
    if (amountFen === undefined || problem !== undefined || reason.trim() === '') return;
    const reply = await run({ billId: bill.billId, amountFen, reason });
    if (reply.ok) onDone(t('correctDone', { no: reply.value.billId, open: money(reply.value.openFen) }));
  };
  return (
    <form className="side-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h3>{t('correctTitle')}</h3>
      <p className="muted small">{t('correctNote')}</p>
      <Field label={t('newAmount')} value={typed} onChange={setTyped} inputMode="decimal" className="num-field" autoFocus problem={tried ? problem : undefined} />
      <Field label={t('reason')} value={reason} onChange={setReason} maxLength={200} problem={tried && reason.trim() === '' ? t('needReason') : undefined} />
      <RefusalNote refusal={refusal} />
      <div className="side-acts">
        <Button look="main" type="submit" disabled={running}>
          {t('correctAct')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { money, plainYuan, yuan } from '../../text/formats.ts';
import type { OpenBill } from './payment-form.ts';
import { FormRow, leaveBy, TextField } from './UndoForm.tsx';

const MOST_PENDING = 1000;

/** Below a bill: asking for a reduction with its reason, and deciding on those that wait. */
export function WaiverRow({ bill, columns, onEnd }: { bill: OpenBill; columns: number; onEnd: () => void }) {
  return (
    <tr className="waiving">
      <td colSpan={columns} onKeyDown={(event) => leaveBy(event, onEnd)}>
        {bill.pendingWaiverFen > 0 && <PendingWaivers bill={bill} />}
        <WaiverForm bill={bill} onEnd={onEnd} />
      </td>
    </tr>
  );
}

function WaiverForm({ bill, onEnd }: { bill: OpenBill; onEnd: () => void }) {
  const { t } = useTranslation('payments');
  const mayApprove = useMay('manager');
  const leftFen = Math.max(0, bill.openFen - bill.pendingWaiverFen);
  const [amountText, setAmountText] = useState(plainYuan(leftFen));
  const [reason, setReason] = useState('');
  const ask = useCommand('fees.requestWaiver');
  const approve = useCommand('fees.approveWaiver');
  const amountFen = parseYuan(amountText);
  const tooMuch = amountFen !== undefined && amountFen > bill.openFen;
  const problem = amountFen === undefined || amountFen <= 0 ? t('problem.unreadable') : tooMuch ? t('problem.tooMuch', { amount: money(bill.openFen) }) : undefined;
  const busy = ask.running || approve.running;
  const send = async (atOnce: boolean) => {
    if (amountFen === undefined || problem !== undefined || reason.trim() === '' || busy) return;
    const asked = await ask.run({ billId: bill.billId, amountFen, reason: reason.trim() });
    if (!asked.ok) return;
    const decided = atOnce ? await approve.run({ waiverId: asked.value.waiverId }) : asked;
    if (decided.ok) onEnd();
  };
  const ready = problem === undefined && reason.trim() !== '' && !busy;
  return (
    <FormRow
      label={t('waiveTitle')}
      confirm={mayApprove ? t('waiveNow') : t('waiveAsk')}
      ready={ready}
      note={mayApprove ? t('waiveNoteManager') : t('waiveNote')}
      refusal={ask.refusal ?? approve.refusal}
      onSend={() => void send(mayApprove)}
      onEnd={onEnd}
    >
      <TextField label={t('waiveAmount')} value={amountText} most={20} amount autoFocus problem={problem} onChange={setAmountText} />
      <TextField label={t('waiveReason')} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}

/** Requests for this bill that wait for the manager, who may decide here. */
function PendingWaivers({ bill }: { bill: OpenBill }) {
  const { t } = useTranslation('payments');
  const mayApprove = useMay('manager');
  const list = useQuery('fees.listWaivers', { state: 'pending', limit: MOST_PENDING });
  const { run, running, refusal } = useCommand('fees.approveWaiver');
  return (
    <ul className="pending">
      {list.value?.items
        .filter(({ billId }) => billId === bill.billId)
        .map((waiver) => (
          <li key={waiver.waiverId}>
            <b>{yuan(waiver.amountFen)}</b> <span>{waiver.reason}</span> <span className="muted small">{t('waiverBy', { name: waiver.requestedBy })}</span>
            {mayApprove && (
              <>
                <Button look="link" disabled={running} onClick={() => void run({ waiverId: waiver.waiverId })}>
                  {t('approve')}
                </Button>
                <Button look="link" disabled={running} onClick={() => void run({ waiverId: waiver.waiverId, approve: false })}>
                  {t('reject')}
                </Button>
              </>
            )}
          </li>
        ))}
      <RefusalNote refusal={refusal ?? list.refusal} />
    </ul>
  );
}

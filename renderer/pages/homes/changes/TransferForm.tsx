import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentMethods, type PaymentMethod } from '../../../../shared/contract/payments.ts';
import { useCommand } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { ChangeProps } from './change-type.ts';
import { HomeForm } from './HomeForm.tsx';

type Owner = { name: string; phone: string };

/** The home gets new owners: who, from when, and what happens to what it owes and holds. */
export function TransferForm({ home, onSaid, onClose }: ChangeProps) {
  const { t } = useTranslation(['homes', 'common']);
  const { today } = useSession();
  const isFirstSale = home.status === 'unsold';
  const [on, setOn] = useState<string | undefined>(today);
  const [owners, setOwners] = useState<Owner[]>([{ name: '', phone: '' }]);
  const [arrears, setArrears] = useState<'seller' | 'buyer'>('seller');
  const [prepayment, setPrepayment] = useState<'buyer' | 'refund'>('buyer');
  const [refundMethod, setRefundMethod] = useState<PaymentMethod>('cash');
  const [handoverOn, setHandoverOn] = useState<string | undefined>();
  const [status, setStatus] = useState<'occupied' | 'vacant'>('occupied');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('homes.transfer');
  const missing = owners.some(({ name }) => name.trim() === '');
  const submit = async () => {
    setTried(true);
    if (missing || on === undefined) return;
    const reply = await run({
      homeId: home.homeId, on, owners, arrears, prepayment, note, ...(prepayment === 'refund' && { refundMethod }), ...(isFirstSale && { status, ...(handoverOn !== undefined && { handoverOn }) }),
    });
    if (!reply.ok) return;
    const { sellerOpenFen, refundedFen, refundNo } = reply.value;
    const names = owners.map(({ name }) => name.trim()).join('、');
    onSaid([t('transfer.done', { names }), sellerOpenFen > 0 && t('transfer.sellerKeeps', { amount: money(sellerOpenFen) }), refundNo !== null && t('transfer.refunded', { amount: money(refundedFen), no: refundNo })].filter(Boolean).join(' '));
  };
  return (
    <HomeForm title={t('formOf', { act: t('act.transfer'), label: home.label })} note={t('transfer.note')} submit={t('transfer.go')} busy={running} refusal={refusal} problem={tried && missing ? t('transfer.need') : undefined} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('transfer.on')}>
        <DayInput label={t('transfer.on')} value={on} onChange={setOn} clearable={false} />
      </Labelled>
      {isFirstSale && (
        <>
          <Labelled label={t('transfer.handover')}>
            <DayInput label={t('transfer.handover')} value={handoverOn ?? on} onChange={setHandoverOn} clearable={false} />
          </Labelled>
          <Labelled label={t('transfer.status')}>
            <Segments label={t('transfer.status')} value={status} choices={(['occupied', 'vacant'] as const).map((value) => ({ value, label: t(`common:homeStatus.${value}`) }))} onChange={setStatus} />
          </Labelled>
        </>
      )}
      <Buyers owners={owners} onChange={setOwners} />
      {home.openFen > 0 && (
        <div className="whole">
          <Labelled label={t('transfer.arrears', { amount: money(home.openFen) })}>
            <Segments label={t('transfer.arrears', { amount: money(home.openFen) })} value={arrears} choices={[{ value: 'seller', label: t('transfer.seller') }, { value: 'buyer', label: t('transfer.buyer') }]} onChange={setArrears} />
          </Labelled>
        </div>
      )}
      {home.prepaidFen > 0 && (
        <div className="whole">
          <Labelled label={t('transfer.prepayment', { amount: money(home.prepaidFen) })}>
            <Segments label={t('transfer.prepayment', { amount: money(home.prepaidFen) })} value={prepayment} choices={[{ value: 'buyer', label: t('transfer.keep') }, { value: 'refund', label: t('transfer.refund') }]} onChange={setPrepayment} />
          </Labelled>
        </div>
      )}
      {home.prepaidFen > 0 && prepayment === 'refund' && (
        <div className="whole">
          <Labelled label={t('transfer.refundBy')}>
            <Segments label={t('transfer.refundBy')} value={refundMethod} choices={paymentMethods.map((value) => ({ value, label: t(`common:method.${value}`) }))} onChange={setRefundMethod} />
          </Labelled>
        </div>
      )}
      <Field className="whole" label={t('noteOptional')} value={note} maxLength={200} onChange={setNote} />
    </HomeForm>
  );
}

function Buyers({ owners, onChange }: { owners: Owner[]; onChange: (owners: Owner[]) => void }) {
  const { t } = useTranslation('homes');
  const change = (index: number, part: Partial<Owner>) => onChange(owners.map((owner, at) => (at === index ? { ...owner, ...part } : owner)));
  return (
    <div className="whole">
      <span className="label">{t('transfer.buyers')}</span>
      {owners.map(({ name, phone }, index) => (
        <div className="buyer" key={index}>
          <input className="input" aria-label={t('transfer.name')} placeholder={t('transfer.name')} autoFocus={index === 0} maxLength={40} value={name} onChange={(event) => change(index, { name: event.target.value })} />
          <input className="input" aria-label={t('transfer.phone')} placeholder={t('transfer.phone')} inputMode="tel" maxLength={60} value={phone} onChange={(event) => change(index, { phone: event.target.value })} />
          {owners.length > 1 && (
            <Button look="link" aria-label={t('transfer.removeBuyer', { no: index + 1 })} onClick={() => onChange(owners.filter((_, at) => at !== index))}>
              ×
            </Button>
          )}
        </div>
      ))}
      {owners.length < 10 && (
        <Button look="link" onClick={() => onChange([...owners, { name: '', phone: '' }])}>
          {t('transfer.addBuyer')}
        </Button>
      )}
    </div>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { readPlate } from '../../../../shared/domain/plate.ts';
import { addDays } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Button, Segments, Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Field } from '../../../components/Field.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { HomeSelect, type PickedHome } from '../HomeSelect.tsx';
import type { LookProps } from './VehiclesView.tsx';

type Voucher = Output<'parking.listVouchers'>['items'][number];
const states = ['issued', 'used', 'expired', 'withdrawn'] as const;
const TONES = { issued: 'blue', used: 'green', expired: 'amber', withdrawn: 'red' } as const;
type Act = 'issue' | 'use' | undefined;

/** Numbered vouchers for the guests of homes: issued, used, expired, withdrawn. */
export function VouchersView({ search, onSearch }: LookProps) {
  const { t } = useTranslation('parkingDesk');
  const mayChange = useMay('manager', 'cashier', 'office');
  const [state, setState] = useState<'' | (typeof states)[number]>('');
  const [act, setAct] = useState<Act>();
  const [chosen, setChosen] = useState<Voucher | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const filter = { ...(state !== '' && { state }), ...(search !== '' && { search }) };
  const pages = usePages('parking.listVouchers', filter);
  const columns = useVoucherColumns();
  const counts = pages.head?.counts;
  const finish = (words: string) => { setAct(undefined); setChosen(undefined); setSaid(words); };
  const begin = (next: Act) => { setSaid(undefined); setChosen(undefined); setAct(act === next ? undefined : next); };
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <Segments label={t('voucher.every')} value={state} choices={[{ value: '' as const, label: t('voucher.every') }, ...states.map((value) => ({ value, label: `${t(`voucher.state.${value}`)} ${counts?.[value] ?? ''}`.trim() }))]} onChange={setState} />
          <SearchBox wide label={t('searchLabel')} placeholder={t('searchVoucher')} value={search} onChange={onSearch} />
          {mayChange && <Button aria-expanded={act === 'use'} onClick={() => begin('use')}>{t('voucher.use')}</Button>}
          {mayChange && <Button aria-expanded={act === 'issue'} onClick={() => begin('issue')}>{t('voucher.issue')}</Button>}
          <span className="at-end"><ExportList list="parking.listVouchers" input={filter} name={t('view.vouchers')} /></span>
        </div>
        {said !== undefined && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('view.vouchers')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal}
          onOpen={(row) => { setAct(undefined); setChosen(row); }} empty={state === '' && search === '' ? <EmptyNote title={t('voucher.none')}>{t('voucher.noneNote')}</EmptyNote> : <EmptyNote title={t('vehicle.noMatch')} />}
        />
      </section>
      {act === 'issue' && <aside className="card parking-side"><IssueForm onDone={finish} onClose={() => setAct(undefined)} /></aside>}
      {act === 'use' && <aside className="card parking-side"><UseForm onDone={finish} onClose={() => setAct(undefined)} /></aside>}
      {chosen?.state === 'issued' && mayChange && !act && <aside className="card parking-side"><WithdrawForm key={chosen.voucherId} voucherNo={chosen.voucherNo} onDone={finish} onClose={() => setChosen(undefined)} /></aside>}
    </div>
  );
}

function useVoucherColumns(): Column<Voucher>[] {
  const { t } = useTranslation('parkingDesk');
  return useMemo((): Column<Voucher>[] => [
    { key: 'no', title: t('voucher.no'), width: '150px', cell: ({ voucherNo }) => voucherNo },
    { key: 'state', title: '', width: '70px', cell: ({ state }) => <Tag tone={TONES[state]}>{t(`voucher.state.${state}`)}</Tag> },
    { key: 'label', title: t('voucher.for'), width: 'minmax(110px, 1fr)', cell: ({ label }) => label, hint: ({ label }) => label },
    { key: 'hours', title: t('voucher.hours'), width: '64px', num: true, cell: ({ hours }) => hours },
    { key: 'valid', title: t('voucher.valid'), width: '190px', cell: ({ validFrom, validThrough }) => `${validFrom} – ${validThrough}` },
    { key: 'plate', title: t('voucher.usedBy'), width: '120px', cell: ({ usedPlate, plate }) => usedPlate || <span className="muted">{plate}</span> },
    { key: 'note', title: t('vehicle.note'), width: 'minmax(80px, 1fr)', from: 900, cell: ({ note }) => note, hint: ({ note }) => note },
  ], [t]);
}

type FormProps = { onDone: (words: string) => void; onClose: () => void };
const whole = (text: string, most: number): number | undefined => (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined);
const DAYS_GIVEN = 30;

function IssueForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('parkingDesk');
  const { today } = useSession();
  const [home, setHome] = useState<PickedHome | undefined>();
  const [count, setCount] = useState('1');
  const [hours, setHours] = useState('4');
  const [through, setThrough] = useState<string | undefined>(addDays(today, DAYS_GIVEN));
  const [plate, setPlate] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.issueVouchers');
  const [many, long] = [whole(count, 100), whole(hours, 168)];
  const badPlate = plate.trim() !== '' && !readPlate(plate);
  const submit = async () => {
    setTried(true);
    if (!home || many === undefined || long === undefined || through === undefined || badPlate) return;
    const reply = await run({ homeId: home.homeId, count: many, hours: long, validThrough: through, ...(plate.trim() !== '' && { plate: plate.trim() }) });
    if (reply.ok) onDone(t('voucher.issued', { count: reply.value.vouchers.length, list: reply.value.vouchers.join(' ') }));
  };
  return (
    <HomeForm title={t('voucher.issue')} submit={t('voucher.issueDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('voucher.for')} problem={tried && !home ? t('vehicle.needed') : undefined}><HomeSelect autoFocus label={t('voucher.for')} value={home} onChange={setHome} /></Labelled>
      <Field label={t('voucher.count')} value={count} inputMode="numeric" onChange={setCount} problem={many === undefined ? t('voucher.badCount') : undefined} />
      <Field label={t('voucher.hours')} value={hours} inputMode="numeric" onChange={setHours} problem={long === undefined ? t('voucher.badHours') : undefined} />
      <Labelled label={t('voucher.through')}><DayInput label={t('voucher.through')} value={through} onChange={setThrough} clearable={false} /></Labelled>
      <Field className="whole" label={t('voucher.plateOptional')} value={plate} maxLength={12} onChange={setPlate} problem={badPlate && tried ? t('vehicle.bad') : undefined} />
    </HomeForm>
  );
}

function UseForm({ onDone, onClose }: FormProps) {
  const { t } = useTranslation('parkingDesk');
  const [voucherNo, setVoucherNo] = useState('');
  const [plate, setPlate] = useState('');
  const { run, running, refusal } = useCommand('parking.useVoucher');
  const submit = async () => {
    if (voucherNo.trim() === '' || plate.trim() === '') return;
    const reply = await run({ voucherNo: voucherNo.trim().toUpperCase(), plate: plate.trim() });
    if (reply.ok) onDone(t('voucher.used', { no: reply.value.voucherNo, hours: reply.value.hours, label: reply.value.label }));
  };
  return (
    <HomeForm title={t('voucher.use')} submit={t('voucher.useDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Field className="whole" label={t('voucher.no')} value={voucherNo} maxLength={30} autoFocus onChange={setVoucherNo} />
      <Field className="whole" label={t('voucher.plate')} value={plate} maxLength={12} onChange={setPlate} />
    </HomeForm>
  );
}

function WithdrawForm({ voucherNo, onDone, onClose }: FormProps & { voucherNo: string }) {
  const { t } = useTranslation('parkingDesk');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('parking.withdrawVoucher');
  const submit = async () => {
    if (reason.trim() === '') return;
    const reply = await run({ voucherNo, reason: reason.trim() });
    if (reply.ok) onDone(t('voucher.withdrawn', { no: voucherNo }));
  };
  return (
    <HomeForm title={`${t('voucher.withdraw')} ${voucherNo}`} submit={t('voucher.withdrawDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Field className="whole" label={t('voucher.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
    </HomeForm>
  );
}

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { HomeSelect, type PickedHome } from '../../parking/HomeSelect.tsx';
import { FormRow, TextField } from '../../payments/UndoForm.tsx';
import type { Account } from './AccountPanel.tsx';
import type { AccountPrinter } from './use-print-account.ts';

type Act = 'sell' | 'replace' | 'change' | 'voidTopUp' | 'payBack' | 'quota';
type FormProps = { account: Account; onEnd: (words?: string) => void };

/** What can be done with an account beside taking money ahead. */
export function AccountActs({ account, printer }: { account: Account; printer: AccountPrinter }) {
  const { t } = useTranslation('chargingAccounts');
  const isManager = useMay('manager');
  const [act, setAct] = useState<Act | undefined>();
  const [said, setSaid] = useState('');
  const { today } = useSession();
  const wrong = account.moves.findLast(({ kind, on, topUpId }) => kind === 'topup' && on === today && topUpId !== null);
  const mayVoid = wrong !== undefined && !account.moves.some(({ kind, topUpId }) => kind === 'void' && topUpId === wrong.topUpId);
  const acts: Act[] = ['sell', 'replace', 'change', ...(mayVoid ? (['voidTopUp'] as const) : []), ...(isManager ? (['payBack', 'quota'] as const) : [])];
  const buttons = useRef<HTMLDivElement>(null);
  const turn = (one: Act | undefined) => { setSaid(''); printer.clear(); setAct(one); };
  // The keys go back to where the form was opened from.
  const onEnd = (words = '') => { buttons.current?.querySelector<HTMLButtonElement>('[aria-expanded=true]')?.focus(); setAct(undefined); setSaid(words); };
  const props = { account, onEnd };
  return (
    <section className="side-part" aria-label={t('acts')}>
      <div className="side-buttons" ref={buttons}>{acts.map((one) => <Button key={one} aria-expanded={one === act} onClick={() => turn(one === act ? undefined : one)}>{t(one)}</Button>)}</div>
      {said !== '' && <p className="side-said" role="status">{said}</p>}
      <div key={act} ref={intoView}>
        {act === 'sell' && <SellForm {...props} />}
        {act === 'replace' && <ReplaceForm {...props} />}
        {act === 'change' && <ChangeForm {...props} />}
        {act === 'voidTopUp' && wrong?.topUpId && <VoidForm topUpId={wrong.topUpId} no={wrong.no} onEnd={onEnd} />}
        {act === 'payBack' && <PayBackForm {...props} printer={printer} />}
        {act === 'quota' && <QuotaForm {...props} />}
      </div>
    </section>
  );
}

/** A form below the fold is brought into view. */
const intoView = (node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' });

function SellForm({ account, onEnd }: FormProps) {
  const { t } = useTranslation('chargingAccounts');
  const [formId] = useState(() => crypto.randomUUID());
  const products = useQuery('charging.listProducts', {}).value;
  const items = (products?.items ?? []).filter(({ kind }) => kind === 'card');
  const [name, setName] = useState('');
  const chosen = items.find((one) => one.name === name) ?? items[0];
  const { run, running, refusal } = useCommand('charging.sellProduct');
  const send = async () => {
    if (!chosen) return;
    const reply = await run({ formId, accountId: account.accountId, product: chosen.name });
    if (reply.ok) onEnd(t('sold', { until: reply.value.until }));
  };
  if (!products) return null;
  return (
    <FormRow label={t('sell')} confirm={t('sell')} confirmFocus ready={!running && chosen !== undefined} note={chosen ? t('sellNote', { price: money(chosen.priceFen), days: chosen.days }) : t('noProduct')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      {items.length > 0 && <Segments label={t('product')} value={chosen?.name ?? ''} choices={items.map((one) => ({ value: one.name, label: one.name }))} onChange={setName} />}
    </FormRow>
  );
}

function ReplaceForm({ account, onEnd }: FormProps) {
  const { t } = useTranslation('chargingAccounts');
  const [cardNo, setCardNo] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.replaceCard');
  const send = async () => {
    const reply = await run({ accountId: account.accountId, cardNo: cardNo.trim(), reason: reason.trim() });
    if (reply.ok) onEnd(t('granted'));
  };
  return (
    <FormRow label={t('replace')} confirm={t('replace')} ready={!running && cardNo.trim() !== '' && reason.trim() !== ''} note={t('replaceNote')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      <TextField label={t('newCard')} value={cardNo} most={40} autoFocus onChange={setCardNo} />
      <TextField label={t('reason')} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}

function ChangeForm({ account, onEnd }: FormProps) {
  const { t } = useTranslation('chargingAccounts');
  const [holder, setHolder] = useState(account.holder);
  const [phone, setPhone] = useState(account.phone);
  const [home, setHome] = useState<PickedHome | undefined>(account.homeId === null ? undefined : { homeId: account.homeId, label: account.label });
  const { run, running, refusal } = useCommand('charging.changeHolder');
  const send = async () => {
    const reply = await run({ accountId: account.accountId, holder, phone, homeId: home?.homeId ?? null });
    if (reply.ok) onEnd(t('granted'));
  };
  return (
    <FormRow label={t('change')} confirm={t('save')} ready={!running && holder.trim() !== ''} note={t('changeNote')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      <TextField label={t('holder')} value={holder} most={40} autoFocus onChange={setHolder} />
      <TextField label={t('phone')} value={phone} most={30} onChange={setPhone} />
      <Labelled label={t('home')}><HomeSelect label={t('home')} value={home} onChange={setHome} /></Labelled>
      {home && <Button look="link" onClick={() => setHome(undefined)}>{t('noHome')}</Button>}
    </FormRow>
  );
}

/** A wrong top-up of today. */
function VoidForm({ topUpId, no, onEnd }: { topUpId: string; no: string; onEnd: (words?: string) => void }) {
  const { t } = useTranslation('chargingAccounts');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.voidTopUp');
  const send = async () => {
    const reply = await run({ topUpId, reason: reason.trim() });
    if (reply.ok) onEnd(t('voided', { no: reply.value.voidNo }));
  };
  return (
    <FormRow label={`${t('voidTopUp')} ${no}`} confirm={`${t('voidTopUp')} ${no}`} ready={!running && reason.trim() !== ''} note={t('voidNote')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      <TextField label={t('reason')} value={reason} most={200} autoFocus onChange={setReason} />
    </FormRow>
  );
}

function PayBackForm({ account, onEnd, printer }: FormProps & { printer: AccountPrinter }) {
  const { t } = useTranslation(['chargingAccounts', 'common']);
  const [payBackId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('charging.payBack');
  const amountFen = text.trim() === '' ? account.balanceFen : (parseYuan(text) ?? 0);
  const problem = account.balanceFen <= 0 ? t('noBalance') : amountFen <= 0 ? t('badAmount') : amountFen > account.balanceFen ? t('tooMuch', { amount: money(account.balanceFen) }) : undefined;
  const send = async () => {
    const reply = await run({ payBackId, accountId: account.accountId, amountFen, reason: reason.trim() });
    if (!reply.ok) return;
    onEnd(t('paidBackDone', { parts: reply.value.parts.map((part) => t('part', { method: t(`common:method.${part.method}`), amount: money(part.amountFen), no: part.returnNo })).join(t('and')) }));
    for (const { returnNo } of reply.value.parts) await printer.print({ returnNo });
  };
  return (
    <FormRow label={t('payBack')} confirm={t('payBackConfirm', { amount: money(problem === undefined ? amountFen : 0) })} ready={!running && problem === undefined && reason.trim() !== ''} note={t('payBackNote')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      <TextField label={t('payBackAmount')} value={text} most={20} amount autoFocus placeholder={money(Math.max(0, account.balanceFen))} problem={problem} onChange={setText} />
      <TextField label={t('reason')} value={reason} most={200} onChange={setReason} />
    </FormRow>
  );
}

function QuotaForm({ account, onEnd }: FormProps) {
  const { t } = useTranslation('chargingAccounts');
  const { today } = useSession();
  const items = (useQuery('charging.listProducts', {}).value?.items ?? []).filter(({ kind }) => kind === 'quota');
  const held = account.planList.find(({ kind, to }) => kind === 'quota' && to === null);
  const [name, setName] = useState('');
  const [until, setUntil] = useState(today);
  const [reason, setReason] = useState('');
  const chosen = items.find((one) => one.name === (held?.product ?? name)) ?? items[0];
  const { run, running, refusal } = useCommand('charging.grantQuota');
  const send = async () => {
    if (!chosen) return;
    const reply = await run({ accountId: account.accountId, product: chosen.name, ...(held && { until }), reason: reason.trim() });
    if (reply.ok) onEnd(t('granted'));
  };
  return (
    <FormRow label={t('quota')} confirm={t(held ? 'endQuota' : 'quota')} ready={!running && chosen !== undefined && reason.trim() !== ''} note={chosen ? t('quotaNote', { energy: formatEnergy(chosen.energy ?? 0) }) : t('noProduct')} refusal={refusal} onSend={() => void send()} onEnd={() => onEnd()}>
      {!held && items.length > 0 && <Segments label={t('product')} value={chosen?.name ?? ''} choices={items.map((one) => ({ value: one.name, label: one.name }))} onChange={setName} />}
      {held && <Labelled label={t('lastDay')}><DayInput label={t('lastDay')} clearable={false} value={until} onChange={(day) => day !== undefined && setUntil(day)} /></Labelled>}
      <TextField label={t('reason')} value={reason} most={200} autoFocus onChange={setReason} />
    </FormRow>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { costKinds, fundFits, hasTargets, isCost, isIncome, moneyAccounts, seemsPersonal } from '../../../shared/domain/cost-target.ts';
import { localDay } from '../../../shared/domain/period.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand, useQuery } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { money, plainYuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { VoucherLine } from './VoucherLine.tsx';
import { changeKind, homeAccount, inputOf, newDraft, newLine, OTHER_ACCOUNT, readAmount, type VoucherDraft } from './voucher-draft.ts';

type Contract = Output<'costs.listContracts'>['items'][number];
type Instalment = Contract['instalments'][number];
type FormProps = { onDone: (words: string) => void };

/** A new voucher; of an instalment it is filled in from its contract. */
export function VoucherForm({ instalmentId, onDone }: FormProps & { instalmentId: number | undefined }) {
  const contracts = useQuery('costs.listContracts', {}, { enabled: instalmentId !== undefined });
  if (instalmentId === undefined) return <Form start={newDraft(localDay(new Date()))} onDone={onDone} />;
  if (!contracts.value) return <div className="charging-scroll"><section className="card charging-import">{contracts.refusal ? <RefusalNote refusal={contracts.refusal} onRetry={contracts.reload} /> : <Skeleton rows={8} />}</section></div>;
  const found = contracts.value.items.flatMap((contract) => contract.instalments.filter((one) => one.instalmentId === instalmentId).map((one) => ({ contract, one })))[0];
  return <Form start={found ? draftOf(found.contract, found.one) : newDraft(localDay(new Date()))} settles={found && { code: found.contract.code, no: found.one.no, dueOn: found.one.dueOn }} onDone={onDone} />;
}

function draftOf({ direction, fund, target, counterparty, title }: Contract, { instalmentId, no, amountFen }: Instalment): VoucherDraft {
  return { ...newDraft(localDay(new Date())), kind: direction === 'income' ? 'income' : 'purchase', fund, account: homeAccount(fund), payee: counterparty, what: `${title} ${no}`, instalmentId, lines: [newLine(target, plainYuan(amountFen))] };
}

function Form({ start, settles, onDone }: FormProps & { start: VoucherDraft; settles?: { code: string; no: number; dueOn: string } | undefined }) {
  const { t } = useTranslation(['costs', 'common']);
  const [draft, setDraft] = useState(start);
  const [costId] = useState(() => crypto.randomUUID());
  const { run, running, refusal, clear } = useCommand('costs.register');
  const { kind, fund, lines } = draft;
  // What was refused may be mended by this change: the words go, and come back if it was not.
  const change = (part: Partial<VoucherDraft>) => { clear(); setDraft({ ...draft, ...part }); };
  const input = inputOf(draft, costId);
  const totalFen = lines.reduce((sum, { amount }) => sum + (readAmount(amount) ?? 0), 0);
  const save = async () => {
    const reply = input && (await run(input));
    if (reply?.ok) onDone(t('form.saved', { no: reply.value.costNo, amount: money(reply.value.amountFen) }));
  };
  return (
    <div className="charging-scroll">
      <form className="card charging-import costs-form" onSubmit={(event) => { event.preventDefault(); if (input && !running) void save(); }}>
        <div className="sec"><h2>{t('form.title')}</h2><span className="hint"><Button onClick={() => goTo('costs', { tab: settles ? 'contracts' : 'vouchers' })}>{t(settles ? 'contract.back' : 'back')}</Button></span></div>
        <p className="muted">{t('form.note')}</p>
        <div className="charging-form">
          <Segments label={t('kindLabel')} value={kind} disabled={settles !== undefined} choices={costKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(next) => setDraft(changeKind(draft, next, fund))} />
          <Segments label={t('fundLabel')} value={fund} disabled={settles !== undefined || !fundFits(kind, 'property')} choices={(['property', 'common'] as const).map((value) => ({ value, label: t(`common:fundLong.${value}`) }))} onChange={(next) => setDraft(changeKind(draft, kind, next))} />
        </div>
        {settles && <p className="costs-settles">{t('form.instalment', settles)}</p>}
        <Head draft={draft} change={change} />
        {lines.map((line, index) => <VoucherLine key={line.key} draft={draft} line={line} no={index + 1} onChange={(next) => change({ lines: lines.map((one) => (one.key === line.key ? next : one)) })} onRemove={lines.length > 1 ? () => change({ lines: lines.filter(({ key }) => key !== line.key) }) : undefined} />)}
        {hasTargets(kind) && !settles && <div className="charging-acts"><Button look="link" onClick={() => change({ lines: [...lines, newLine(kind === 'payroll' && fund === 'property' ? 'fee.staff' : undefined)] })}>{t('form.addLine')}</Button></div>}
        <Files files={draft.files} needed={isCost(kind) ? totalFen : 0} onChange={(files) => change({ files })} />
        <RefusalNote refusal={refusal} />
        <div className="charging-acts">
          <span className="costs-total" role="status"><b>{t('form.total', { amount: money(totalFen) })}</b>{totalFen > 0 && <span className="muted small">{capitalAmount(totalFen)}</span>}</span>
          <Button type="submit" look="main" disabled={!input || running}>{t('form.save')}</Button>
        </div>
      </form>
    </div>
  );
}

/** Day, other party, what for, and which account. */
function Head({ draft, change }: { draft: VoucherDraft; change: (part: Partial<VoucherDraft>) => void }) {
  const { t } = useTranslation('costs');
  const { kind, fund, paidOn, payee, what, invoiceNo, account, resolutionNo, resolutionOn } = draft;
  const accountName = (one: string) => t(`form.accounts.${one.replace('.', '_') as '1002_01'}`);
  const dayLabel = t(isIncome(kind) ? 'form.receivedOn' : 'form.paidOn');
  return (
    <div className="charging-form costs-head">
      <Labelled label={dayLabel}><DayInput label={dayLabel} clearable={false} value={paidOn} onChange={(day) => change({ paidOn: day })} /></Labelled>
      <Field label={t('form.payee')} value={payee} maxLength={60} autoFocus hint={t('form.payeeHint')} onChange={(text) => change({ payee: text })} />
      <Field label={t('form.what')} className="wide-field" value={what} maxLength={60} hint={t('form.whatHint')} problem={seemsPersonal(what) ? t('form.whatPersonal') : undefined} onChange={(text) => change({ what: text })} />
      {isCost(kind) && <Field label={t('form.invoiceNo')} value={invoiceNo} maxLength={40} onChange={(text) => change({ invoiceNo: text })} />}
      <Labelled label={t(kind === 'transfer' ? 'form.from' : 'form.account')}><Select aria-label={t(kind === 'transfer' ? 'form.from' : 'form.account')} style={{ width: 190 }} value={account} options={moneyAccounts[fund].map((value) => ({ value, label: accountName(value) }))} onChange={(value: string) => change({ account: value })} /></Labelled>
      {kind === 'transfer' && <Labelled label={t('form.to')}><span className="costs-to">{accountName(OTHER_ACCOUNT[account] ?? '1002.02')}</span></Labelled>}
      {kind === 'maintenance' && <><Field label={t('form.resolutionNo')} value={resolutionNo} maxLength={40} onChange={(text) => change({ resolutionNo: text })} /><Labelled label={t('form.resolutionOn')}><DayInput label={t('form.resolutionOn')} clearable={false} value={resolutionOn} onChange={(day) => change({ resolutionOn: day })} /></Labelled></>}
    </div>
  );
}

/** Photos and PDFs that were picked; `needed` is the sum that may need one. */
export function Files({ files, needed, onChange }: { files: readonly string[]; needed: number; onChange: (files: string[]) => void }) {
  const { t } = useTranslation('costs');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const limitFen = useQuery('costs.settings', {}).value?.evidenceAboveFen;
  const pick = async () => {
    const reply = await call('files.pickToOpen', { kind: 'evidence' });
    setRefusal(reply.ok ? undefined : reply);
    if (reply.ok && reply.value.file !== null && !files.includes(reply.value.file)) onChange([...files, reply.value.file]);
  };
  const lacks = limitFen !== undefined && needed > limitFen && files.length === 0;
  return (
    <div className="charging-acts costs-picked">
      <Button onClick={() => void pick()}>{t('form.attach')}</Button>
      {files.map((file) => <span key={file} className="costs-chip">{file.split(/[\\/]/).at(-1)} <Button look="link" aria-label={`${t('form.drop')} ${file.split(/[\\/]/).at(-1) ?? ''}`} onClick={() => onChange(files.filter((one) => one !== file))}>{t('form.drop')}</Button></span>)}
      {limitFen !== undefined && needed > 0 && files.length === 0 && <span className={lacks ? 'red small' : 'muted small'}>{t('form.evidence', { amount: money(limitFen) })}</span>}
      <RefusalNote refusal={refusal} />
    </div>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { targetsOf, targetWord } from '../../../shared/domain/cost-target.ts';
import { instalmentSteps, planInstalments, type InstalmentStep } from '../../../shared/domain/instalments.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { useCommand } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { useTargetName } from './use-target-name.ts';
import { nextKey, readAmount } from './voucher-draft.ts';
import { Files } from './VoucherForm.tsx';

type ContractInput = CallInput<'costs.addContract'>;
type Part = { key: number; dueOn: string | undefined; amount: string };
type Draft = { code: string; title: string; counterparty: string; direction: 'cost' | 'income'; fund: 'property' | 'common'; word: string | undefined; from: string | undefined; until: string | undefined; place: string; standard: string; total: string; every: InstalmentStep | 'typed'; parts: Part[]; files: string[] };
const EMPTY: Draft = { code: '', title: '', counterparty: '', direction: 'income', fund: 'common', word: undefined, from: undefined, until: undefined, place: '', standard: '', total: '', every: 'quarter', parts: [{ key: 0, dueOn: undefined, amount: '' }], files: [] };
const kindOf = (direction: Draft['direction']) => (direction === 'income' ? 'income' : 'purchase');
const readParts = (parts: readonly Part[]) => parts.flatMap(({ dueOn, amount }) => { const amountFen = readAmount(amount); return dueOn === undefined || amountFen === undefined ? [] : [{ dueOn, amountFen }]; });

function inputOf({ word, from, until, total, every, parts, files, ...texts }: Draft, formId: string): ContractInput | undefined {
  const target = targetsOf(kindOf(texts.direction), texts.fund).find((to) => targetWord(to) === word);
  const [totalFen, typed] = [readAmount(total), readParts(parts)];
  if (!target || from === undefined || until === undefined || totalFen === undefined || [texts.code, texts.title, texts.counterparty].some((text) => text.trim() === '')) return undefined;
  if (every === 'typed' && typed.length !== parts.length) return undefined;
  return { formId, ...texts, target, from, to: addDays(until, 1), totalFen, attachments: files, ...(every === 'typed' ? { instalments: typed } : { every }) };
}

/** A new contract, with its instalments planned or typed. */
export function ContractForm({ onDone }: { onDone: (words: string) => void }) {
  const { t } = useTranslation(['costs', 'common']);
  const [draft, setDraft] = useState(EMPTY);
  const [formId] = useState(() => crypto.randomUUID());
  const { run, running, refusal } = useCommand('costs.addContract');
  const targetName = useTargetName();
  const { direction, fund, word, from, until } = draft;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const input = inputOf(draft, formId);
  const save = async () => {
    const reply = input && (await run(input));
    if (reply?.ok) onDone(t('contract.saved', { code: reply.value.code, count: reply.value.instalments }));
  };
  return (
    <div className="charging-scroll">
      <form className="card charging-import costs-form" onSubmit={(event) => { event.preventDefault(); if (input && !running) void save(); }}>
        <div className="sec"><h2>{t('contract.title')}</h2><span className="hint"><Button onClick={() => goTo('costs', { tab: 'contracts' })}>{t('contract.back')}</Button></span></div>
        <p className="muted">{t('contract.note')}</p>
        <div className="charging-form">
          <Segments label={t('contract.direction')} value={direction} choices={(['income', 'cost'] as const).map((value) => ({ value, label: t(`contract.${value}`) }))} onChange={(next) => change({ direction: next, word: undefined, fund: next === 'income' ? 'common' : fund })} />
          <Segments label={t('fundLabel')} value={fund} disabled={direction === 'income'} choices={(['property', 'common'] as const).map((value) => ({ value, label: t(`common:fundLong.${value}`) }))} onChange={(next) => change({ fund: next, word: undefined })} />
        </div>
        <div className="charging-form costs-head">
          <Field label={t('contract.code')} className="costs-code" autoFocus value={draft.code} maxLength={20} hint={t('contract.codeHint')} onChange={(code) => change({ code })} />
          <Field label={t('contract.name')} value={draft.title} maxLength={40} onChange={(title) => change({ title })} />
          <Field label={t('contract.counterparty')} className="wide-field" value={draft.counterparty} maxLength={60} onChange={(counterparty) => change({ counterparty })} />
          <Labelled label={t('contract.target')}><Select aria-label={t('contract.target')} style={{ width: 210 }} placeholder={t('form.chooseTarget')} value={word ?? null} options={targetsOf(kindOf(direction), fund).map(targetWord).map((value) => ({ value, label: targetName(value) }))} onChange={(next: string | null) => change({ word: next ?? undefined })} /></Labelled>
          <Field label={t('contract.place')} className="wide-field" value={draft.place} maxLength={60} hint={t('contract.placeHint')} onChange={(place) => change({ place })} />
          <Field label={t('contract.standard')} value={draft.standard} maxLength={60} hint={t('contract.standardHint')} onChange={(standard) => change({ standard })} />
          <Labelled label={t('contract.from')}><DayInput label={t('contract.from')} clearable={false} value={from} onChange={(day) => change({ from: day })} /></Labelled>
          <Labelled label={t('contract.to')} problem={from !== undefined && until !== undefined && until < from ? t('contract.badTerm') : undefined}><DayInput label={t('contract.to')} clearable={false} value={until} onChange={(day) => change({ until: day })} /></Labelled>
          <Field label={t('contract.total')} className="num-field" value={draft.total} maxLength={16} problem={draft.total.trim() !== '' && readAmount(draft.total) === undefined ? t('form.badAmount') : undefined} onChange={(total) => change({ total })} />
        </div>
        <Schedule draft={draft} change={change} />
        <Files files={draft.files} needed={0} onChange={(files) => change({ files })} />
        <RefusalNote refusal={refusal} />
        <div className="charging-acts"><Button type="submit" look="main" disabled={!input || running}>{t('contract.save')}</Button></div>
      </form>
    </div>
  );
}

function Schedule({ draft: { every, parts, total, from, until }, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('costs');
  const totalFen = readAmount(total);
  const planned = every !== 'typed' && totalFen !== undefined && from !== undefined && until !== undefined && from <= until ? planInstalments(totalFen, { from, to: addDays(until, 1), every }) : [];
  const [first] = planned;
  const sumFen = readParts(parts).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const set = (key: number, part: Partial<Part>) => change({ parts: parts.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <fieldset className="costs-line" aria-label={t('contract.every')}>
      <div className="charging-form">
        <Segments label={t('contract.every')} value={every} choices={[...instalmentSteps, 'typed' as const].map((value) => ({ value, label: t(`contract.steps.${value}`) }))} onChange={(next) => change({ every: next })} />
        {first && <span role="status" className="costs-gets">{t('contract.preview', { count: planned.length, dueOn: first.dueOn, amount: money(first.amountFen) })}</span>}
        {every === 'typed' && totalFen !== undefined && sumFen !== totalFen && <span className="red small" role="status">{t('contract.sumDiffers', { sum: money(sumFen), left: money(Math.abs(totalFen - sumFen)) })}</span>}
      </div>
      {every === 'typed' && parts.map((part, index) => (
        <div key={part.key} className="charging-form costs-share">
          <Labelled label={t('contract.dueOn', { no: index + 1 })}><DayInput label={t('contract.dueOn', { no: index + 1 })} clearable={false} value={part.dueOn} onChange={(day) => set(part.key, { dueOn: day })} /></Labelled>
          <Field label={t('contract.part', { no: index + 1 })} className="num-field" value={part.amount} maxLength={16} onChange={(amount) => set(part.key, { amount })} />
          {parts.length > 1 && <Button look="link" onClick={() => change({ parts: parts.filter(({ key }) => key !== part.key) })}>{t('form.removeShare')}</Button>}
        </div>
      ))}
      {every === 'typed' && <div className="costs-share"><Button look="link" onClick={() => change({ parts: [...parts, { key: nextKey(), dueOn: undefined, amount: '' }] })}>{t('contract.addPart')}</Button></div>}
    </fieldset>
  );
}

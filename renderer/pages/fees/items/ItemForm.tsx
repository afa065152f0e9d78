import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button, Check, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { useItemName } from '../item-name.ts';
import { codeFor, draftOf, inputOf, problemsOf, usesScopes, type DraftProps, type ItemDraft } from './item-draft.ts';
import { RateFields } from './RateFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { PROPERTY, type FeeItem } from './version-words.ts';

type ItemFormProps = { items: readonly FeeItem[]; /** The item that gets a new version. */ item?: FeeItem; onClose: () => void; onDone: (code: string) => void };

/** Defines an item, or a new version of one, in plain words. */
export function ItemForm({ items, item, onClose, onDone }: ItemFormProps) {
  const { t } = useTranslation(['fees', 'common']);
  const { today } = useSession();
  const itemName = useItemName();
  const [draft, setDraft] = useState(() => draftOf(item, today));
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('fees.defineItem');
  const filled = item ? draft : { ...draft, code: draft.code || codeFor(draft.name, items) };
  const problems = problemsOf(filled, item?.code === PROPERTY);
  const change = (changes: Partial<ItemDraft>) => setDraft((last) => ({ ...last, ...changes }));
  const submit = async () => {
    setTried(true);
    const { rates, ...others } = problems;
    if (Object.keys(others).length > 0 || rates.some((problem) => problem !== undefined)) return;
    const reply = await run(inputOf(filled));
    if (reply.ok) onDone(filled.code);
  };
  const shown = { draft: filled, change, problems: tried ? problems : undefined, items };
  return (
    <section className="card item-form-card" aria-label={item ? t('form.titleVersion', { name: itemName(item.name) }) : t('form.title')}>
      <div className="sec">
        <h2>{item ? t('form.titleVersion', { name: itemName(item.name) }) : t('form.title')}</h2>
        <Button look="link" className="hint" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <form className="item-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {!item && <NameFields {...shown} typedCode={draft.code} />}
        <RuleFields {...shown} basisFixed={item?.code === PROPERTY} />
        {usesScopes(draft) && <RateFields {...shown} />}
        <DateFields {...shown} />
        <RefusalNote refusal={refusal} />
        <div className="side-acts">
          <Button look="main" type="submit" disabled={running}>
            {item ? t('form.saveVersion') : t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </section>
  );
}

function NameFields({ draft, change, problems, typedCode }: DraftProps & { typedCode: string }) {
  const { t } = useTranslation(['fees', 'common']);
  const { name, fund, code } = draft;
  return (
    <>
      <div className="pair">
        <Field label={t('form.name')} value={name} onChange={(typed) => change({ name: typed })} maxLength={30} autoFocus hint={t('form.nameHint')} problem={problems?.name && t(`form.${problems.name}`)} />
        <Field label={t('form.code')} value={typedCode} placeholder={code} onChange={(typed) => change({ code: typed.trim() })} maxLength={30} hint={t('form.codeHint')} problem={problems?.code && t(`form.${problems.code}`)} />
      </div>
      <Labelled label={t('form.fund')} hint={t(`form.fundHelp.${fund}`)}>
        <Segments label={t('form.fund')} value={fund} choices={(['property', 'common', 'agency'] as const).map((value) => ({ value, label: t(`form.fundName.${value}`) }))} onChange={(value) => change({ fund: value })} />
      </Labelled>
    </>
  );
}

function DateFields({ draft, change, problems }: DraftProps) {
  const { t } = useTranslation('fees');
  const { from, to, vacancy, lateFee } = draft;
  return (
    <>
      <div className="pair">
        <Labelled label={t('form.from')} problem={problems?.from && t(`form.${problems.from}`)}>
          <DayInput label={t('form.from')} value={from} onChange={(day) => change({ from: day })} clearable={false} />
        </Labelled>
        <Labelled label={t('form.to')} hint={t('form.toHint')} problem={problems?.to && t(`form.${problems.to}`)}>
          <DayInput label={t('form.to')} placeholder={t('noneWord')} value={to} onChange={(day) => change({ to: day })} />
        </Labelled>
      </div>
      <div className="checks">
        <label className="checked">
          <Check label={t('form.vacancy')} checked={vacancy} onChange={(checked) => change({ vacancy: checked })} />
          {t('form.vacancy')}
        </label>
        <label className="checked">
          <Check label={t('form.lateFee')} checked={lateFee} onChange={(checked) => change({ lateFee: checked })} />
          {t('form.lateFee')}
        </label>
      </div>
    </>
  );
}

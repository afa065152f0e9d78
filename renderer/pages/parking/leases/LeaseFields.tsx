import { useTranslation } from 'react-i18next';
import { Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { needsConsent, needsResolution, type LeaseDraft, type LeaseProblem } from './lease-draft.ts';

type FieldsProps = { draft: LeaseDraft; problems: ReadonlySet<LeaseProblem>; onChange: (changes: Partial<LeaseDraft>) => void };

/** From when to when. */
export function TermFields({ draft, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('parking');
  return (
    <>
      <Labelled label={t('lease.from')} problem={problems.has('from') ? t('problem.from') : undefined}>
        <DayInput label={t('lease.from')} value={draft.from} clearable={false} onChange={(from) => onChange({ from })} />
      </Labelled>
      <Labelled label={t('lease.to')} hint={t('lease.toHint')} problem={problems.has('to') ? t('problem.reversed') : undefined}>
        <DayInput label={t('lease.to')} placeholder={t('lease.openEnd')} value={draft.to} onChange={(to) => onChange({ to })} />
      </Labelled>
    </>
  );
}

/** For how much, and how it is charged. */
export function MoneyFields({ draft, monthlyText, note, problems, onChange }: FieldsProps & { monthlyText: string; note: string | undefined }) {
  const { t } = useTranslation('parking');
  const amount = (field: LeaseProblem) => (problems.has(field) ? t('problem.amount') : undefined);
  return (
    <>
      <Field className="num-field" label={t('lease.monthlyYuan')} value={monthlyText} inputMode="decimal" hint={note} onChange={(monthly) => onChange({ monthly })} problem={amount('monthly')} />
      <Field className="num-field" label={t('lease.depositYuan')} value={draft.deposit} inputMode="decimal" placeholder="0.00" hint={t('lease.depositHint')} onChange={(deposit) => onChange({ deposit })} problem={amount('deposit')} />
      <Labelled label={t('lease.proration')} hint={t(`prorationHint.${draft.proration}`)}>
        <Segments label={t('lease.proration')} value={draft.proration} choices={(['days', 'whole'] as const).map((value) => ({ value, label: t(`proration.${value}`) }))} onChange={(proration) => onChange({ proration })} />
      </Labelled>
      <Labelled label={t('lease.cycle')}>
        <Segments label={t('lease.cycle')} value={draft.cycle} choices={(['month', 'quarter', 'year'] as const).map((value) => ({ value, label: t(`cycle.${value}`) }))} onChange={(cycle) => onChange({ cycle })} />
      </Labelled>
    </>
  );
}

/** By what right, and what else was agreed. */
export function AgreementFields({ draft, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('parking');
  return (
    <>
      {needsResolution(draft) && (
        <>
          <Field label={t('lease.resolutionNo')} value={draft.resolutionNo} maxLength={60} hint={t('lease.resolutionHint')} onChange={(resolutionNo) => onChange({ resolutionNo })} problem={problems.has('resolution') ? t('problem.resolution') : undefined} />
          <div className="pair">
            <Labelled label={t('lease.resolutionOn')}>
              <DayInput label={t('lease.resolutionOn')} value={draft.resolutionOn} onChange={(resolutionOn) => onChange({ resolutionOn })} />
            </Labelled>
            <Labelled label={t('lease.resolutionTo')}>
              <DayInput label={t('lease.resolutionTo')} value={draft.resolutionTo} onChange={(resolutionTo) => onChange({ resolutionTo })} />
            </Labelled>
          </div>
        </>
      )}
      {needsConsent(draft) && <Field className="whole" label={t('lease.consent')} value={draft.consent} maxLength={100} hint={t('lease.consentHint')} onChange={(consent) => onChange({ consent })} problem={problems.has('consent') ? t('problem.consent') : undefined} />}
      <Field className="num-field" label={t('lease.overstayYuan')} value={draft.overstay} inputMode="decimal" placeholder="0.00" hint={t('lease.overstayHint')} onChange={(overstay) => onChange({ overstay })} problem={problems.has('overstay') ? t('problem.amount') : undefined} />
      <Field className="num-field" label={t('lease.noticeDaysField')} value={draft.noticeDays} inputMode="numeric" maxLength={3} onChange={(noticeDays) => onChange({ noticeDays })} problem={problems.has('noticeDays') ? t('problem.noticeDays') : undefined} />
      <Field label={t('lease.contractNo')} value={draft.contractNo} maxLength={40} placeholder={t('optional')} onChange={(contractNo) => onChange({ contractNo })} />
      <Field label={t('space.note')} value={draft.note} maxLength={200} placeholder={t('optional')} onChange={(note) => onChange({ note })} />
    </>
  );
}

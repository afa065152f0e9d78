import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasTargets, targetsOf, targetWord } from '../../../shared/domain/cost-target.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { money } from '../../text/formats.ts';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { useTargetName } from './use-target-name.ts';
import { newTarget, partsOf, readAmount, readCount, type LineDraft, type TargetDraft, type VoucherDraft } from './voucher-draft.ts';

type Props = { draft: VoucherDraft; line: LineDraft; no: number; onChange: (line: LineDraft) => void; onRemove: (() => void) | undefined };

/** One amount of a voucher, to one target or several by shares. */
export function VoucherLine({ draft: { kind, fund, instalmentId, lines }, line, no, onChange, onRemove }: Props) {
  const { t } = useTranslation('costs');
  const { targets, amount, what, post, headcount } = line;
  const named = (label: string) => (lines.length > 1 ? `${label} ${no}` : label);
  const fixed = instalmentId !== undefined;
  return (
    <fieldset className="costs-line" aria-label={t('form.line', { no })}>
      <div className="charging-form">
        {kind === 'payroll' && <><Field label={named(t('form.post'))} value={post} maxLength={20} onChange={(text) => onChange({ ...line, post: text })} /><Field label={named(t('form.headcount'))} className="num-field costs-small" value={headcount} maxLength={4} problem={headcount.trim() !== '' && readCount(headcount) === undefined ? t('form.badCount') : undefined} onChange={(text) => onChange({ ...line, headcount: text })} /></>}
        {hasTargets(kind) && targets.length === 1 && targets[0] && <TargetPick kind={kind} fund={fund} label={named(t('form.target'))} target={targets[0]} disabled={fixed} onChange={(target) => onChange({ ...line, targets: [target] })} />}
        <Field label={named(t('form.amount'))} className="num-field" value={amount} maxLength={16} disabled={fixed} problem={amount.trim() !== '' && readAmount(amount) === undefined ? t('form.badAmount') : undefined} onChange={(text) => onChange({ ...line, amount: text })} />
        {lines.length > 1 && <Field label={named(t('form.lineWhat'))} value={what} maxLength={60} onChange={(text) => onChange({ ...line, what: text })} />}
        {hasTargets(kind) && !fixed && <Button look="link" onClick={() => onChange({ ...line, targets: targets.length > 1 ? targets.slice(0, 1) : [...targets, newTarget()] })}>{t(targets.length > 1 ? 'form.single' : 'form.split')}</Button>}
        {onRemove && <Button look="link" onClick={onRemove}>{t('form.removeLine')}</Button>}
      </div>
      {targets.length > 1 && <Shares kind={kind} fund={fund} line={line} onChange={onChange} />}
    </fieldset>
  );
}

type PickProps = Pick<VoucherDraft, 'kind' | 'fund'> & { label: string; target: TargetDraft; disabled?: boolean; onChange: (target: TargetDraft) => void };

function TargetPick({ kind, fund, label, target, disabled = false, onChange }: PickProps) {
  const { t } = useTranslation('costs');
  const targetName = useTargetName();
  return <Labelled label={label}><Select aria-label={label} showSearch={{ optionFilterProp: 'label' }} style={{ width: 210 }} disabled={disabled} placeholder={t('form.chooseTarget')} value={target.word ?? null} options={targetsOf(kind, fund).map(targetWord).map((word) => ({ value: word, label: targetName(word) }))} onChange={(word: string | null) => onChange({ ...target, word: word ?? undefined })} /></Labelled>;
}

function Shares({ kind, fund, line, onChange }: Pick<VoucherDraft, 'kind' | 'fund'> & Pick<Props, 'line' | 'onChange'>) {
  const { t } = useTranslation('costs');
  const { targets } = line;
  const parts = partsOf(line);
  const set = (next: TargetDraft) => onChange({ ...line, targets: targets.map((one) => (one.key === next.key ? next : one)) });
  return (
    <>
      {targets.map((target, index) => (
        <div key={target.key} className="charging-form costs-share">
          <TargetPick kind={kind} fund={fund} label={`${t('form.target')} ${index + 1}`} target={target} onChange={set} />
          <Field label={`${t('form.share')} ${index + 1}`} className="num-field costs-small" value={target.share} maxLength={6} problem={readCount(target.share) === undefined ? t('form.badCount') : undefined} onChange={(share) => set({ ...target, share })} />
          <span className="costs-gets">{parts[index] === undefined ? '' : t('form.gets', { amount: money(parts[index]) })}</span>
          {targets.length > 2 && <Button look="link" onClick={() => onChange({ ...line, targets: targets.filter(({ key }) => key !== target.key) })}>{t('form.removeShare')}</Button>}
        </div>
      ))}
      <div className="costs-share"><Button look="link" onClick={() => onChange({ ...line, targets: [...targets, newTarget()] })}>{t('form.addShare')}</Button></div>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { useSession } from '../../../session.ts';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { useItemName } from '../item-name.ts';
import { Choice } from './Choice.tsx';
import { usesFirst, usesRate, type DraftProps, type ItemDraft } from './item-draft.ts';
import { mainVersion, PROPERTY } from './version-words.ts';

const BASES = ['area', 'home', 'meter', 'pool', 'once'] as const;
const CYCLES = ['month', 'quarter', 'half-year', 'year', 'handover-year'] as const;
const FIRSTS = ['', 'days', 'half', 'full'] as const;
const SPLITS = ['area', 'homes', 'quantity'] as const;

/** How an item reckons: its basis in words, the rate or the split, the unit, how often, the first period. */
export function RuleFields({ basisFixed, ...props }: DraftProps & { basisFixed: boolean }) {
  const { draft, change, problems } = props;
  const { t } = useTranslation('fees');
  const { basis, rate, unit, cycle, firstPeriod } = draft;
  const hint = basis === 'once' ? t('form.rateOnceHint') : draft.code === PROPERTY ? t('form.ratePerHomeHint') : undefined;
  const cycles = CYCLES.filter((one) => one !== 'handover-year' || usesFirst(draft));
  return (
    <>
      <Labelled label={t('form.basis')} hint={t(`basisHelp.${basis}`)}>
        <Segments label={t('form.basis')} value={basis} disabled={basisFixed} choices={BASES.map((value) => ({ value, label: t(`basisName.${value}`) }))} onChange={(value) => change({ basis: value, ...(value === 'meter' || value === 'pool' ? { cycle: cycle === 'handover-year' ? 'month' : cycle } : {}) })} />
      </Labelled>
      {basis === 'pool' && <SplitFields {...props} />}
      {usesRate(draft) && (
        <div className="pair">
          <Field label={t('form.rateOf', { unit: unitOf(draft, t) })} value={rate} onChange={(typed) => change({ rate: typed })} placeholder="1.50" inputMode="decimal" className="num-field" hint={hint} problem={problems?.rate && t(`form.${problems.rate}`)} />
          {(basis === 'meter' || basis === 'once') && <Field label={t('form.unit')} value={unit} onChange={(typed) => change({ unit: typed })} maxLength={10} hint={t('form.unitHint')} />}
        </div>
      )}
      {basis !== 'once' && (
        <div className="pair">
          <Labelled label={t('form.cycle')}>
            <Choice label={t('form.cycle')} value={cycle} options={cycles.map((value) => ({ value, label: t(`cycleName.${value}`) }))} onChange={(value) => change({ cycle: value })} />
          </Labelled>
          {usesFirst(draft) && (
            <Labelled label={t('form.firstPeriod')}>
              <Choice label={t('form.firstPeriod')} value={firstPeriod} options={FIRSTS.map((value) => ({ value, label: value === '' ? t('firstDefault') : t(`firstName.${value}`) }))} onChange={(value) => change({ firstPeriod: value })} />
            </Labelled>
          )}
        </div>
      )}
    </>
  );
}

function unitOf({ basis, unit }: ItemDraft, t: (key: 'form.unitArea' | 'form.unitHome' | 'form.unitMeter' | 'unitDefault', values?: { unit: string }) => string): string {
  if (basis === 'area') return t('form.unitArea');
  return basis === 'home' ? t('form.unitHome') : t('form.unitMeter', { unit: unit || t('unitDefault') });
}

function SplitFields({ draft, change, problems, items }: DraftProps) {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const itemName = useItemName();
  const metered = items.filter(({ versions }) => mainVersion(versions, today)?.basis === 'meter');
  return (
    <div className="pair">
      <Labelled label={t('form.split')}>
        <Segments label={t('form.split')} value={draft.split} choices={SPLITS.map((value) => ({ value, label: t(`splitName.${value}`) }))} onChange={(value) => change({ split: value })} />
      </Labelled>
      {draft.split === 'quantity' && (
        <Labelled label={t('form.splitItem')} problem={problems?.splitItem && t(`form.${problems.splitItem}`)}>
          <Choice label={t('form.splitItem')} value={draft.splitItem} options={metered.map(({ code, name }) => ({ value: code, label: itemName(name) }))} onChange={(value) => change({ splitItem: value })} />
        </Labelled>
      )}
    </div>
  );
}

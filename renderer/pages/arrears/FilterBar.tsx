import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ageBuckets, type AgeBucket } from '../../../shared/domain/arrears.ts';
import { Check } from '../../components/controls.tsx';
import { BillFilters, type BillChoice } from './BillFilters.tsx';

/** Which open bills: by building, item and age, and those about to lapse. */
export type AgeChoice = BillChoice & { bucket?: AgeBucket; lapsing?: true };

const EVERY = '';

/** The filters of what is owed, and what stands beside them. */
export function FilterBar({ value: { bucket, lapsing, ...bills }, onChange, children }: { value: AgeChoice; onChange: (value: AgeChoice) => void; children?: ReactNode }) {
  const { t } = useTranslation('arrears');
  const ages = { ...(bucket && { bucket }), ...(lapsing && { lapsing }) };
  return (
    <div className="arrears-bar">
      <BillFilters value={bills} onChange={(picked) => onChange({ ...ages, ...picked })} />
      <Select<AgeBucket | ''>
        aria-label={t('ageing.age')} style={{ width: 128 }} value={bucket ?? EVERY}
        options={[{ value: EVERY, label: t('ageing.everyAge') }, ...ageBuckets.map((value) => ({ value, label: t(`bucket.${value}`) }))]}
        onChange={(picked) => onChange({ ...bills, ...(lapsing && { lapsing }), ...(picked !== EVERY && { bucket: picked }) })}
      />
      <label className="checked">
        <Check label={t('ageing.lapsing')} checked={lapsing ?? false} onChange={(checked) => onChange({ ...bills, ...(bucket && { bucket }), ...(checked && { lapsing: true as const }) })} />
        {t('ageing.lapsing')}
      </label>
      {children}
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { barrierColumns, type BarrierColumn, type BarrierMapping } from '../../../../shared/domain/barrier-types.ts';
import { ColumnPicks } from '../../../components/ColumnPicks.tsx';
import { Button } from '../../../components/controls.tsx';

type BarrierMappingFormProps = { headers: string[]; /** Columns that were not recognised. */ missing: string[]; running: boolean; onConfirm: (mapping: BarrierMapping) => void };

/** Names the columns of a file that were not recognised, each by one of its heads. */
export function BarrierMappingForm({ headers, missing, running, onConfirm }: BarrierMappingFormProps) {
  const { t } = useTranslation('barrier');
  const [mapping, setMapping] = useState<BarrierMapping>({});
  const has = (column: BarrierColumn) => mapping[column] !== undefined;
  const ready = has('plate') && ((has('in') && has('out')) || (has('at') && (has('direction') || has('lane'))));
  const named = barrierColumns.filter((column) => missing.includes(column)).map((column) => t(`column.${column}`));
  return (
    <section className="card barrier-mapping">
      <h3>{t('import.mapping')}</h3>
      <p>{t('import.mappingNote')}</p>
      <p className="red">{t('import.missing', { columns: named.join('、') })}</p>
      <div className="barrier-mapping-columns">
        <ColumnPicks columns={barrierColumns} labelOf={(column) => t(`column.${column}`)} headers={headers} value={mapping} onChange={setMapping} />
      </div>
      <Button look="main" disabled={!ready || running} onClick={() => onConfirm(mapping)}>
        {t('import.check')}
      </Button>
    </section>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { barrierColumns, type BarrierColumn, type BarrierMapping } from '../../../../shared/domain/barrier-types.ts';
import { Button } from '../../../components/controls.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';

type BarrierMappingFormProps = { headers: string[]; /** Columns that were not recognised. */ missing: string[]; running: boolean; onConfirm: (mapping: BarrierMapping) => void };
const UNUSED = '';

/** Names the columns of a file that were not recognised, each by one of its heads. */
export function BarrierMappingForm({ headers, missing, running, onConfirm }: BarrierMappingFormProps) {
  const { t } = useTranslation('barrier');
  const [mapping, setMapping] = useState<BarrierMapping>({});
  const heads = [...new Set(headers)];
  const has = (column: BarrierColumn) => mapping[column] !== undefined;
  const ready = has('plate') && ((has('in') && has('out')) || (has('at') && (has('direction') || has('lane'))));
  const named = barrierColumns.filter((column) => missing.includes(column)).map((column) => t(`column.${column}`));
  return (
    <section className="card barrier-mapping">
      <h3>{t('import.mapping')}</h3>
      <p>{t('import.mappingNote')}</p>
      <p className="red">{t('import.missing', { columns: named.join('、') })}</p>
      <div className="barrier-mapping-columns">
        {barrierColumns.map((column) => (
          <Labelled key={column} label={t(`column.${column}`)}>
            <Select
              aria-label={t(`column.${column}`)} style={{ width: 200 }} value={mapping[column] ?? UNUSED} onChange={(head: string) => setMapping(({ [column]: _, ...rest }) => (head === UNUSED ? rest : { ...rest, [column]: head }))}
              options={[{ value: UNUSED, label: t('import.notUsed') }, ...heads.map((head) => ({ value: head, label: head }))]}
            />
          </Labelled>
        ))}
      </div>
      <Button look="main" disabled={!ready || running} onClick={() => onConfirm(mapping)}>
        {t('import.check')}
      </Button>
    </section>
  );
}

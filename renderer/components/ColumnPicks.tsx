import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../pages/ledger/book/Labelled.tsx';

const UNUSED = '';
type Picked<Column extends string> = Partial<Record<Column, string | undefined>>;
type ColumnPicksProps<Column extends string> = { columns: readonly Column[]; labelOf: (column: Column) => string; /** Heads of the file. */ headers: readonly string[]; value: Picked<Column>; onChange: (value: Picked<Column>) => void };

/** Names the columns of a file, each by one of its heads or by none. */
export function ColumnPicks<Column extends string>({ columns, labelOf, headers, value, onChange }: ColumnPicksProps<Column>) {
  const { t } = useTranslation('common');
  const options = [{ value: UNUSED, label: t('columnUnused') }, ...[...new Set(headers)].map((head) => ({ value: head, label: head }))];
  const pick = (column: Column, head: string): void => {
    const next = { ...value };
    delete next[column];
    onChange(head === UNUSED ? next : { ...next, [column]: head });
  };
  return columns.map((column) => (
    <Labelled key={column} label={labelOf(column)}>
      <Select aria-label={labelOf(column)} style={{ width: 190 }} value={value[column] ?? UNUSED} options={options} onChange={(head: string) => pick(column, head)} />
    </Labelled>
  ));
}

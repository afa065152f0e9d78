import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { mappedColumns, type ColumnMapping, type MappedColumn } from '../../../shared/domain/channel-types.ts';
import type { Output } from '../../../shared/contract/index.ts';

type MappingTableProps = { inspected: Output<'channels.inspect'>; mapping: ColumnMapping; missing: MappedColumn[]; onChange: (mapping: ColumnMapping) => void };
const UNUSED = 'unused';

/** The first rows of a bank's table, with a choice above each column: what it is. */
export function MappingTable({ inspected, mapping, missing, onChange }: MappingTableProps) {
  const { t } = useTranslation('channels');
  const columnOf = (head: string): MappedColumn | typeof UNUSED => mappedColumns.find((column) => mapping[column] === head) ?? UNUSED;
  const choose = (head: string, column: MappedColumn | typeof UNUSED) => {
    // A column is one thing, and a thing is one column.
    const rest = Object.fromEntries(Object.entries(mapping).filter(([key, value]) => value !== head && key !== column)) as ColumnMapping;
    onChange(column === UNUSED ? rest : { ...rest, [column]: head });
  };
  const heads = inspected.headers.map((head, index) => ({ head, index })).filter(({ head }) => head !== '');
  return (
    <section className="card">
      <div className="sec">
        <h2>{t('import.mapping')}</h2>
        <span className="muted small">{t('import.mappingNote')}</span>
        <span className="hint">
          {missing.length > 0 && <b className="red">{t('import.needed', { columns: missing.map((column) => t(`column.${column}`)).join('、') })}</b>}
          <span>{t('import.headerRow', { row: inspected.headerRow })}</span>
        </span>
      </div>
      <div className="mapping-scroll">
        <table className="book mapping">
          <thead>
            <tr>
              {heads.map(({ head, index }) => (
                <th key={index}>
                  <Select
                    aria-label={`${t('import.mapping')} ${head}`}
                    size="small"
                    style={{ width: 118 }}
                    value={columnOf(head)}
                    onChange={(column: MappedColumn | typeof UNUSED) => choose(head, column)}
                    options={[{ value: UNUSED, label: t('import.ignoreColumn') }, ...mappedColumns.map((column) => ({ value: column, label: t(`column.${column}`) }))]}
                  />
                </th>
              ))}
            </tr>
            <tr>
              {heads.map(({ head, index }) => (
                <th key={index} className={columnOf(head) === UNUSED ? 'muted' : ''}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inspected.sample.map((cells, row) => (
              <tr key={row}>
                {heads.map(({ head, index }) => (
                  <td key={index} className={columnOf(head) === UNUSED ? 'muted' : ''}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

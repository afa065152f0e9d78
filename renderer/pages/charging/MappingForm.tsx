import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { energyUnits, NEEDED, sessionColumns, type EnergyUnit, type SessionColumn, type SessionMapping } from '../../../shared/domain/charging-columns.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';

/** How a file was read, or as far as that went. */
export type HowRead = Pick<Output<'charging.importSessions'>, 'headers' | 'samples' | 'columns' | 'energyUnit' | 'utc' | 'encoding' | 'delimiter'> & { readBy: Output<'charging.importSessions'>['readBy'] | 'nothing' };
type MappingFormProps = { platform: string; read: HowRead; running: boolean; /** Something was changed, and what is shown is no longer what would be booked. */ onTouch: () => void; onConfirm: (mapping: SessionMapping) => void };

const UNUSED = '';
const ENCODINGS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8 BOM', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030' };
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** What each column of a file is, with samples of it and the program's guess; folded unless something is missing. */
export function MappingForm({ platform, read, running, onTouch, onConfirm }: MappingFormProps) {
  const { t } = useTranslation('charging');
  const [columns, setColumns] = useState<Partial<Record<SessionColumn, string | undefined>>>(read.columns);
  const [{ energyUnit, utc }, setUnits] = useState<{ energyUnit: EnergyUnit; utc: boolean }>({ energyUnit: read.energyUnit, utc: read.utc });
  const [touched, setTouched] = useState<'no' | 'yes' | 'confirmed'>('no');
  const missing = NEEDED.filter((column) => columns[column] === undefined);
  const touch = () => { setTouched('yes'); onTouch(); };
  const pick = (head: string, column: SessionColumn | typeof UNUSED) => {
    // A head is one column, and a column one head.
    const others = Object.fromEntries(Object.entries(columns).filter(([known, at]) => at !== head && known !== column));
    setColumns(column === UNUSED ? others : { ...others, [column]: head });
    touch();
  };
  const change = (part: { energyUnit?: EnergyUnit; utc?: boolean }) => { setUnits({ energyUnit, utc, ...part }); touch(); };
  const confirm = () => { setTouched('confirmed'); onConfirm({ columns, energyUnit, utc }); };
  const delimiter = Object.entries(DELIMITERS).find(([sign]) => sign === read.delimiter)?.[1];
  const facts = [read.encoding === null ? t('sheet.workbook') : (ENCODINGS[read.encoding] ?? read.encoding), delimiter && t(`sheet.delimiter.${delimiter}`), t(`sheet.unit.${energyUnit}`), t(utc ? 'sheet.utc' : 'sheet.local'), t(`sheet.readBy.${touched === 'no' ? read.readBy : 'mapping'}`)].filter(Boolean);
  return (
    <details className="sheet-mapping" open={read.readBy === 'nothing' || undefined}>
      <summary><b>{t('import.mapping')}</b> <span className="muted small">{facts.join(' · ')}</span></summary>
      {missing.length > 0 && <p className="red" role="alert">{t('import.missing', { columns: missing.map((column) => t(`column.${column}`)).join(t('terms.comma')) })}</p>}
      <div className="charging-form">
        <Labelled label={t('import.unit')}><Segments label={t('import.unit')} value={energyUnit} choices={energyUnits.map((value) => ({ value, label: t(`sheet.unit.${value}`) }))} onChange={(next) => change({ energyUnit: next })} /></Labelled>
        <Labelled label={t('sheet.times')}><Segments label={t('sheet.times')} value={utc ? 'utc' : 'local'} choices={(['local', 'utc'] as const).map((value) => ({ value, label: t(`sheet.${value}`) }))} onChange={(next) => change({ utc: next === 'utc' })} /></Labelled>
        <Button look={touched === 'yes' ? 'main' : 'plain'} disabled={running || missing.length > 0 || touched !== 'yes'} onClick={confirm}>{t('import.check')}</Button>
        <span className="muted small">{t('sheet.remembered', { platform })}</span>
      </div>
      <HeadTable read={read} columns={columns} onPick={pick} />
    </details>
  );
}

type HeadTableProps = { read: HowRead; columns: Partial<Record<SessionColumn, string | undefined>>; onPick: (head: string, column: SessionColumn | typeof UNUSED) => void };

function HeadTable({ read: { headers, samples }, columns, onPick }: HeadTableProps) {
  const { t } = useTranslation('charging');
  const columnOf = (head: string) => sessionColumns.find((column) => columns[column] === head) ?? UNUSED;
  const isNeeded = (column: SessionColumn) => NEEDED.some((one) => one === column);
  const options = [{ value: UNUSED, label: t('sheet.unused') }, ...sessionColumns.map((column) => ({ value: column, label: isNeeded(column) ? t('sheet.needed', { column: t(`column.${column}`) }) : t(`column.${column}`) }))];
  // Of two columns with one head the first is read.
  const heads = headers.map((head, place) => ({ head, cells: samples[place] ?? [] })).filter(({ head }, place) => headers.indexOf(head) === place);
  return (
    <table className="book tight" aria-label={t('import.mapping')}>
      <thead><tr><th>{t('sheet.head')}</th><th>{t('sheet.is')}</th><th colSpan={3}>{t('sheet.samples')}</th></tr></thead>
      <tbody>
        {heads.map(({ head, cells }) => (
          <tr key={head}>
            <td className="selectable">{head}</td>
            <td><Select<SessionColumn | typeof UNUSED> aria-label={head} style={{ width: 190 }} size="small" showSearch={{ optionFilterProp: 'label' }} value={columnOf(head)} options={options} onChange={(column) => onPick(head, column)} /></td>
            {[0, 1, 2].map((place) => <td key={place} className="muted">{cells[place]}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

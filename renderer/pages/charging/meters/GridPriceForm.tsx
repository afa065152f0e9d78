import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPeriods } from '../../../../shared/domain/charging-tariff.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { priceText, readUnits } from '../amounts.ts';
import { DayBand } from '../tariffs/DayBand.tsx';
import type { GridVersion } from './GridPricesCard.tsx';
import { usePeriodWords } from './period-words.ts';

type Row = { from: string; to: string; code: string; price: string };
const PRICE_DECIMALS = 5;

/** Writes a version of the grid's prices; its day is drawn as one types. Seasons and weekends stay as the version before has them. */
export function GridPriceForm({ base, onDone, onLeave }: { base: GridVersion | undefined; onDone: (version: number) => void; onLeave: () => void }) {
  const { t } = useTranslation('charging');
  const { today } = useSession();
  const { wordOf, codeOf } = usePeriodWords();
  const [from, setFrom] = useState(() => (base && base.from > today ? base.from : today));
  const [rows, setRows] = useState<Row[]>(() => base?.periods.map(({ energyPrice, code, ...rest }) => ({ ...rest, code: wordOf(code), price: priceText(energyPrice) })) ?? [{ from: '00:00', to: '24:00', code: wordOf('flat'), price: '' }]);
  const { run, running, refusal } = useCommand('charging.defineGridPrices');
  const periods = rows.flatMap(({ price, code, ...rest }) => { const energyPrice = readUnits(price, PRICE_DECIMALS); return energyPrice === undefined || code.trim() === '' ? [] : [{ ...rest, code: codeOf(code), energyPrice }]; });
  const complete = periods.length === rows.length;
  const read = readPeriods(rows.map(({ from: begin, to, code }) => ({ from: begin, to, code, energyPrice: 0, servicePrice: 0 })));
  const save = async () => {
    const reply = await run({ from, periods, variants: base?.variants ?? [] });
    if (reply.ok) onDone(reply.value.version);
  };
  return (
    <>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Labelled label={t('tariffs.from')}><DayInput label={t('tariffs.from')} clearable={false} value={from} onChange={(day) => day !== undefined && setFrom(day)} /></Labelled>
        {base && base.variants.length > 0 && <span className="muted small">{t('grid.variants', { count: base.variants.length })}</span>}
      </div>
      <PriceRows rows={rows} onChange={setRows} />
      <DayBand periods={rows.map(({ price, code, ...rest }) => ({ ...rest, code: codeOf(code), energyPrice: readUnits(price, PRICE_DECIMALS) ?? 0 }))} />
      {'fault' in read && <p className="tariff-said red" role="alert">{t(`tariffs.fault.${read.fault}`, { from: read.from, to: read.to })}</p>}
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" disabled={!complete || 'fault' in read || running} onClick={() => void save()}>{t('tariffs.save')}</Button><Button onClick={onLeave}>{t('tariffs.leave')}</Button></div>
    </>
  );
}

function PriceRows({ rows, onChange }: { rows: readonly Row[]; onChange: (rows: Row[]) => void }) {
  const { t } = useTranslation('charging');
  const input = (index: number, field: keyof Row, label: string) => <input aria-label={`${label} ${index + 1}`} value={rows[index]?.[field] ?? ''} maxLength={20} onChange={(event) => onChange(rows.map((row, at) => (at === index ? { ...row, [field]: event.target.value } : row)))} />;
  return (
    <div className="tariff-periods">
      <table>
        <thead><tr><th>{t('tariffs.start')}</th><th>{t('tariffs.end')}</th><th>{t('tariffs.code')}</th><th>{t('grid.price')}</th><th /></tr></thead>
        <tbody>
          {rows.map((_, index) => (
            <tr key={index}>
              <td>{input(index, 'from', t('tariffs.start'))}</td><td>{input(index, 'to', t('tariffs.end'))}</td><td>{input(index, 'code', t('tariffs.code'))}</td><td className="num">{input(index, 'price', t('grid.price'))}</td>
              <td>{rows.length > 1 && <Button look="link" aria-label={`${t('tariffs.remove')} ${index + 1}`} onClick={() => onChange(rows.filter((_row, at) => at !== index))}>{t('tariffs.remove')}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button look="link" onClick={() => onChange([...rows, { from: rows.at(-1)?.to ?? '00:00', to: '24:00', code: '', price: '' }])}>{t('tariffs.addPeriod')}</Button>
    </div>
  );
}

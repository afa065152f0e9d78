import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { readLocal, readUnits } from '../amounts.ts';

/** One reading of a register, typed. */
export function ReadingForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('charging');
  const [draft, setDraft] = useState(() => ({ meter: '', at: `${localDay(new Date()).slice(0, 7)}-01 00:00`, period: '', energy: '' }));
  const { run, running, refusal } = useCommand('charging.addMeterReadings');
  const [energy, at] = [readUnits(draft.energy, 4), readLocal(draft.at)];
  const ready = !running && draft.meter.trim() !== '' && energy !== undefined && at !== undefined;
  const save = async () => {
    if (!ready) return;
    const reply = await run({ meter: draft.meter, readings: [{ at, energy, ...(draft.period.trim() !== '' && { period: draft.period.trim() }) }] });
    if (reply.ok) onDone();
  };
  return (
    <form className="card" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('meters.addReading')}</h2></div>
      <div className="charging-form" style={{ padding: '0 14px' }}>
        <Field label={t('devices.meter')} value={draft.meter} autoFocus maxLength={30} onChange={(meter) => setDraft({ ...draft, meter })} />
        <Field label={t('meters.at')} value={draft.at} maxLength={19} problem={at === undefined ? t('change.badMoment') : undefined} onChange={(next) => setDraft({ ...draft, at: next })} />
        <Field label={t('meters.period')} value={draft.period} maxLength={20} onChange={(period) => setDraft({ ...draft, period })} />
        <Field label={t('meters.register')} className="num-field" value={draft.energy} problem={draft.energy !== '' && energy === undefined ? t('tariffs.badNumber') : undefined} onChange={(next) => setDraft({ ...draft, energy: next })} />
      </div>
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="main" type="submit" disabled={!ready}>{t('devices.save')}</Button><Button onClick={onDone}>{t('devices.leave')}</Button></div>
    </form>
  );
}

/** The grid's bill of a month, whole or by period. */
export function BillForm({ month, onDone }: { month: string; onDone: () => void }) {
  const { t } = useTranslation('charging');
  const [lines, setLines] = useState([{ period: '', energy: '', cost: '' }]);
  const { run, running, refusal } = useCommand('charging.addGridBill');
  const read = lines.flatMap(({ period, energy, cost }) => {
    const [units, costFen] = [readUnits(energy, 4), readUnits(cost, 2)];
    return units === undefined || costFen === undefined ? [] : [{ energy: units, costFen, ...(period.trim() !== '' && { period: period.trim() }) }];
  });
  const ready = !running && read.length === lines.length;
  const save = async () => {
    if (!ready) return;
    if ((await run({ month, lines: read })).ok) onDone();
  };
  const change = (index: number, part: Partial<(typeof lines)[number]>) => setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <form className="card" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('meters.billOf', { month })}</h2></div>
      {lines.map((line, index) => (
        <div key={index} className="charging-form" style={{ padding: '0 14px' }}>
          <Field label={t('meters.period')} value={line.period} maxLength={20} autoFocus={index === 0} onChange={(period) => change(index, { period })} />
          <Field label={t('energy')} className="num-field" value={line.energy} onChange={(energy) => change(index, { energy })} />
          <Field label={t('meters.gridCost')} className="num-field" value={line.cost} onChange={(cost) => change(index, { cost })} />
        </div>
      ))}
      <RefusalNote refusal={refusal} />
      <div className="charging-acts"><Button look="link" onClick={() => setLines([...lines, { period: '', energy: '', cost: '' }])}>{t('tariffs.addPeriod')}</Button><Button look="main" type="submit" disabled={!ready}>{t('devices.save')}</Button><Button onClick={onDone}>{t('devices.leave')}</Button></div>
    </form>
  );
}

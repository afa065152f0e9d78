import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '../../../shared/domain/period.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { readUnits } from './amounts.ts';

type Line = { key: number; on: string | undefined; gross: string; commission: string };

/** One payment of a platform, typed: its day, and the days in it. */
export function TypeSettlement({ platforms, onDone }: { platforms: readonly string[]; onDone: (words: string) => void }) {
  const { t } = useTranslation('charging');
  const [platform, setPlatform] = useState<string | undefined>(platforms.length === 1 ? platforms[0] : undefined);
  const [paidOn, setPaidOn] = useState<string | undefined>(() => localDay(new Date()));
  const [reference, setReference] = useState('');
  const [lines, setLines] = useState<Line[]>([{ key: 0, on: undefined, gross: '', commission: '' }]);
  const { run, running, refusal } = useCommand('charging.addSettlement');
  const read = lines.flatMap(({ on, gross, commission }) => {
    const [grossFen, commissionFen] = [readUnits(gross, 2), commission.trim() === '' ? 0 : readUnits(commission, 2)];
    return on === undefined || grossFen === undefined || commissionFen === undefined ? [] : [{ on, grossFen, commissionFen }];
  });
  const sum = (field: 'grossFen' | 'commissionFen') => read.reduce((total, line) => total + line[field], 0);
  const ready = platform !== undefined && paidOn !== undefined && read.length === lines.length;
  const change = (key: number, part: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const save = async () => {
    if (platform === undefined || paidOn === undefined) return;
    const reply = await run({ platform, paidOn, reference, lines: read });
    if (!reply.ok) return;
    const { days, netFen, repeats, conflicts } = reply.value;
    const kept = conflicts.length > 0 ? ` ${t('settle.conflictDays')}${t('terms.colon')}${conflicts.join(t('terms.list'))}` : '';
    onDone((days > 0 ? t('settle.typed', { count: days, amount: money(netFen) }) : t('settle.typedNothing', { repeats, conflicts: conflicts.length })) + kept);
  };
  return (
    <div className="charging-scroll">
      <form className="card charging-import" onSubmit={(event) => { event.preventDefault(); if (ready) void save(); }}>
        <div className="sec"><h2>{t('settle.typeTitle')}</h2><span className="hint"><Button onClick={() => goTo('charging', { tab: 'settlements' })}>{t('settle.back')}</Button></span></div>
        <p className="muted">{t('settle.typeNote')}</p>
        <div className="charging-form">
          <Labelled label={t('settle.platform')}><Select autoFocus={platform === undefined} aria-label={t('settle.platform')} style={{ width: 190 }} value={platform ?? null} options={platforms.map((name) => ({ value: name, label: name }))} onChange={(name: string | null) => setPlatform(name ?? undefined)} /></Labelled>
          <Labelled label={t('settle.column.paidOn')}><DayInput label={t('settle.column.paidOn')} clearable={false} value={paidOn} onChange={setPaidOn} /></Labelled>
          <Field label={t('settle.column.reference')} value={reference} maxLength={60} onChange={setReference} />
        </div>
        {lines.map((line, index) => <LineRow key={line.key} line={line} no={index + 1} onChange={(part) => change(line.key, part)} onRemove={lines.length > 1 ? () => setLines(lines.filter(({ key }) => key !== line.key)) : undefined} />)}
        <RefusalNote refusal={refusal} />
        <div className="charging-acts">
          <Button look="link" onClick={() => setLines([...lines, { key: Math.max(...lines.map(({ key }) => key)) + 1, on: undefined, gross: '', commission: '' }])}>{t('settle.addDay')}</Button>
          <span role="status">{t('settle.total', { gross: money(sum('grossFen')), commission: money(sum('commissionFen')), net: money(sum('grossFen') - sum('commissionFen')) })}</span>
          <Button type="submit" look="main" disabled={!ready || running}>{t('settle.save')}</Button>
        </div>
      </form>
    </div>
  );
}

type LineRowProps = { line: Line; no: number; onChange: (part: Partial<Line>) => void; onRemove: (() => void) | undefined };

function LineRow({ line: { on, gross, commission }, no, onChange, onRemove }: LineRowProps) {
  const { t } = useTranslation('charging');
  const problem = (text: string) => (text.trim() !== '' && readUnits(text, 2) === undefined ? t('settle.badAmount') : undefined);
  return (
    <div className="charging-form">
      <Labelled label={`${t('settle.column.on')} ${no}`}><DayInput label={`${t('settle.column.on')} ${no}`} clearable={false} value={on} onChange={(day) => onChange({ on: day })} /></Labelled>
      <Field label={`${t('settle.column.gross')} ¥ ${no}`} className="num-field" value={gross} maxLength={14} problem={problem(gross)} onChange={(text) => onChange({ gross: text })} />
      <Field label={`${t('settle.column.commission')} ¥ ${no}`} className="num-field" value={commission} maxLength={14} problem={problem(commission)} onChange={(text) => onChange({ commission: text })} />
      {onRemove && <Button look="link" onClick={onRemove}>{t('settle.removeDay')}</Button>}
    </div>
  );
}

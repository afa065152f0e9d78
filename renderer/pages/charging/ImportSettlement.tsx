import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { settlementColumns, type SettlementMapping } from '../../../shared/domain/settlement-sheet.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand } from '../../api.ts';
import { ColumnPicks } from '../../components/ColumnPicks.tsx';
import { Button } from '../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { dateTime, money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';

type Answer = Output<'charging.importSettlement'>;
const SHOWN = 200;

/** Importing a platform's settlement: choose platform and file, see what it comes to, and book it. */
export function ImportSettlement({ platforms }: { platforms: readonly string[] }) {
  const { t } = useTranslation('charging');
  const [platform, setPlatform] = useState<string | undefined>(platforms.length === 1 ? platforms[0] : undefined);
  const [paidOn, setPaidOn] = useState<string | undefined>();
  const [file, setFile] = useState<string | undefined>();
  const [mapping, setMapping] = useState<SettlementMapping | undefined>();
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const { run, running, progress, cancel } = useCommand('charging.importSettlement');
  const read = async (picked: string, columns: SettlementMapping | undefined, commit: boolean) => {
    if (platform === undefined) return;
    setRefusal(undefined);
    const input: CallInput<'charging.importSettlement'> = { file: picked, platform, commit, ...(paidOn !== undefined && { paidOn }), ...(columns && { mapping: { columns } }) };
    const reply = await run(input);
    setAnswer(reply.ok ? reply.value : undefined);
    if (!reply.ok) setRefusal(reply);
  };
  const pick = async () => {
    const reply = await call('files.pickToOpen', { kind: 'barrier' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setFile(reply.value.file);
    setMapping(undefined);
    await read(reply.value.file, undefined, false);
  };
  const unknown = refusal?.code === 'SETTLEMENT_COLUMNS_MISSING' && refusal.details.headers.length > 0 ? refusal.details : undefined;
  const forget = () => { setAnswer(undefined); setRefusal(undefined); setFile(undefined); };
  return (
    <div className="charging-scroll">
      <section className="card charging-import">
        <div className="sec"><h2>{t('settle.importTitle')}</h2><span className="muted small">{file?.split(/[\\/]/).at(-1)}</span><span className="hint"><Button onClick={() => goTo('charging', { tab: 'settlements' })}>{t('settle.back')}</Button></span></div>
        <p className="muted">{t('settle.importNote')}</p>
        <div className="charging-form">
          <Labelled label={t('settle.platform')}><Select autoFocus={platform === undefined} aria-label={t('settle.platform')} style={{ width: 190 }} value={platform ?? null} options={platforms.map((name) => ({ value: name, label: name }))} onChange={(name: string | null) => { setPlatform(name ?? undefined); forget(); }} /></Labelled>
          <Labelled label={`${t('settle.column.paidOn')}（${t('settle.paidOnHint')}）`}><DayInput label={t('settle.column.paidOn')} value={paidOn} onChange={(day) => { setPaidOn(day); forget(); }} /></Labelled>
          <Button look={file === undefined ? 'main' : 'plain'} disabled={platform === undefined || running} title={platform === undefined ? t('settle.needPlatform') : undefined} onClick={() => void pick()}>{t(file === undefined ? 'settle.pick' : 'settle.another')}</Button>
        </div>
        {running && <ProgressBar progress={progress} label={t('settle.checking')} onCancel={cancel} />}
        <RefusalNote refusal={unknown ? undefined : refusal} />
        {file !== undefined && unknown && <Mapping key={file} {...unknown} running={running} onConfirm={(next) => { setMapping(next); void read(file, next, false); }} />}
        {answer && !running && <AnswerView answer={answer} onCommit={() => void read(file ?? '', mapping, true)} />}
      </section>
    </div>
  );
}

type MappingProps = { headers: string[]; missing: string[]; running: boolean; onConfirm: (mapping: SettlementMapping) => void };

function Mapping({ headers, missing, running, onConfirm }: MappingProps) {
  const { t } = useTranslation('charging');
  const [columns, setColumns] = useState<SettlementMapping>({});
  const ready = columns.on !== undefined && columns.gross !== undefined && (columns.commission !== undefined || columns.net !== undefined);
  return (
    <>
      <h3>{t('settle.mapping')}</h3>
      <p className="red">{t('settle.missing', { columns: settlementColumns.filter((column) => missing.includes(column)).map((column) => t(`settle.column.${column}`)).join('、') })}</p>
      <div className="charging-form">
        <ColumnPicks columns={settlementColumns} labelOf={(column) => t(`settle.column.${column}`)} headers={headers} value={columns} onChange={setColumns} />
        <Button look="main" disabled={!ready || running} onClick={() => onConfirm(columns)}>{t('settle.check')}</Button>
      </div>
    </>
  );
}

function AnswerView({ answer, onCommit }: { answer: Answer; onCommit: () => void }) {
  const { t } = useTranslation('charging');
  const { days, repeats, conflicts, issues, grossFen, commissionFen, netFen, written, seen } = answer;
  const facts: [string, string, boolean][] = [
    [t('settle.days'), days.toLocaleString('en-US'), false], [t('settle.repeats'), repeats.toLocaleString('en-US'), false], [t('settle.conflicts'), conflicts.length.toLocaleString('en-US'), conflicts.length > 0], [t('settle.issues'), issues.length.toLocaleString('en-US'), issues.length > 0],
    [t('settle.gross'), money(grossFen), false], [t('settle.commission'), money(commissionFen), false], [t('settle.net'), money(netFen), false],
  ];
  return (
    <>
      <dl className="charging-facts">{facts.map(([name, value, red]) => <div key={name}><dt>{name}</dt><dd className={red ? 'red' : ''}>{value}</dd></div>)}</dl>
      {issues.length > 0 && <Issues issues={issues} />}
      {conflicts.length > 0 && <><h3>{t('settle.conflictDays')}</h3><p className="red selectable">{conflicts.slice(0, SHOWN).join('、')}</p></>}
      {answer.differences.length > 0 && <Differences differences={answer.differences} />}
      <div className="charging-acts">
        {written ? <span className="good" role="status">{t('settle.done', { count: days, amount: money(netFen) })}</span> : <span className="muted small">{seen ? t('settle.seen', { file: seen.file, at: dateTime(seen.at) }) : t(days === 0 ? 'settle.nothing' : 'settle.preview')}</span>}
        {!written && issues.length === 0 && days > 0 && <Button look="main" onClick={onCommit}>{t('settle.commit', { count: days })}</Button>}
        {written && <Button look="main" onClick={() => goTo('charging', { tab: 'settlements' })}>{t('settle.back')}</Button>}
      </div>
    </>
  );
}

function Issues({ issues }: { issues: Answer['issues'] }) {
  const { t } = useTranslation('charging');
  return (
    <div className="refusal" role="alert">
      <div>
        <p>{t('settle.issueRows')}</p>
        <ul className="meter-alarms">{issues.slice(0, SHOWN).map(({ row, field, value, reason }, index) => <li key={index}>{t('settle.issueRow', { row, field: t(`settle.column.${field}`), reason: t(`settle.fault.${reason}`), value })}</li>)}</ul>
        {issues.length > SHOWN && <p>{t('settle.more', { count: issues.length - SHOWN })}</p>}
      </div>
    </div>
  );
}

function Differences({ differences }: { differences: Answer['differences'] }) {
  const { t } = useTranslation('charging');
  return (
    <>
      <h3>{t('settle.differenceRows')}</h3>
      <table className="book tight">
        <thead><tr><th>{t('settle.on')}</th><th className="num">{t('settle.booked')}</th><th className="num">{t('settle.gross')}</th><th className="num">{t('settle.difference')}</th></tr></thead>
        <tbody>{differences.slice(0, SHOWN).map(({ on, bookedFen, grossFen }) => <tr key={on}><td>{on}</td><td className="num">{money(bookedFen)}</td><td className="num">{money(grossFen)}</td><td className="num red">{money(bookedFen - grossFen)}</td></tr>)}</tbody>
      </table>
      {differences.length > SHOWN && <p className="muted small">{t('settle.more', { count: differences.length - SHOWN })}</p>}
    </>
  );
}

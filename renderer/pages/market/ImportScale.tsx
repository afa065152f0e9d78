import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { kgText } from '../../../shared/domain/market.ts';
import { scaleColumns, type ScaleMapping } from '../../../shared/domain/scale-sheet.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useCommand } from '../../api.ts';
import { ColumnPicks } from '../../components/ColumnPicks.tsx';
import { Button } from '../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { goTo } from '../../route.ts';
import { dateTime, money } from '../../text/formats.ts';

type Answer = Output<'market.importSales'>;
const SHOWN = 200;
const back = () => goTo('market', { tab: 'sales' });

/** A scale's file: what is in it, then into the books. */
export function ImportScale() {
  const { t } = useTranslation('market');
  const [file, setFile] = useState<string | undefined>();
  const [mapping, setMapping] = useState<ScaleMapping | undefined>();
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const { run, running, progress, cancel } = useCommand('market.importSales');
  const read = async (picked: string, columns: ScaleMapping | undefined, commit: boolean) => {
    setRefusal(undefined);
    const named = columns && Object.fromEntries(Object.entries(columns).filter((pair): pair is [string, string] => pair[1] !== undefined));
    const reply = await run({ file: picked, commit, ...(named && { mapping: { columns: named } }) });
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
  const unknown = refusal?.code === 'MARKET_COLUMNS_MISSING' && refusal.details.headers.length > 0 ? refusal.details : undefined;
  return (
    <div className="market-scroll">
      <section className="card market-card">
        <div className="sec"><h2>{t('importing.title')}</h2><span className="muted small">{file?.split(/[\\/]/).at(-1)}</span><span className="hint"><Button onClick={back}>{t('importing.back')}</Button></span></div>
        <p className="muted">{t('importing.note')}</p>
        <div className="market-form"><Button autoFocus look={file === undefined ? 'main' : 'plain'} disabled={running} onClick={() => void pick()}>{t(file === undefined ? 'importing.pick' : 'importing.another')}</Button></div>
        {running && <ProgressBar progress={progress} label={t('importing.checking')} onCancel={cancel} />}
        <RefusalNote refusal={unknown ? undefined : refusal} />
        {file !== undefined && unknown && <Mapping key={file} {...unknown} running={running} onConfirm={(next) => { setMapping(next); void read(file, next, false); }} />}
        {answer && !running && <AnswerView answer={answer} onCommit={() => void read(file ?? '', mapping, true)} />}
      </section>
    </div>
  );
}

function Mapping({ headers, missing, running, onConfirm }: { headers: string[]; missing: string[]; running: boolean; onConfirm: (mapping: ScaleMapping) => void }) {
  const { t } = useTranslation('market');
  const [columns, setColumns] = useState<ScaleMapping>({});
  const ready = columns.on !== undefined && columns.product !== undefined && columns.grams !== undefined && columns.price !== undefined;
  return (
    <>
      <p className="red">{t('importing.missing', { columns: scaleColumns.filter((column) => missing.includes(column)).map((column) => t(`importing.field.${column}`)).join('、') })}</p>
      <div className="market-form">
        <ColumnPicks columns={scaleColumns} labelOf={(column) => t(`importing.field.${column}`)} headers={headers} value={columns} onChange={setColumns} />
        <Button look="main" disabled={!ready || running} onClick={() => onConfirm(columns)}>{t('importing.check')}</Button>
      </div>
    </>
  );
}

function AnswerView({ answer, onCommit }: { answer: Answer; onCommit: () => void }) {
  const { t } = useTranslation('market');
  const { rows, repeats, issues, soldGrams, salesFen, above, written, seen, products, from, to } = answer;
  const facts: [string, string, boolean][] = [[t('importing.rows'), rows.toLocaleString('en-US'), false], [t('importing.repeats'), repeats.toLocaleString('en-US'), false], [t('importing.issues'), issues.length.toLocaleString('en-US'), issues.length > 0], [t('importing.sold'), kgText(soldGrams), false], [t('importing.amount'), money(salesFen), false], [t('importing.above'), above.toLocaleString('en-US'), above > 0]];
  return (
    <>
      <dl className="market-facts">{facts.map(([name, value, red]) => <div key={name}><dt>{name}</dt><dd className={red ? 'red' : ''}>{value}</dd></div>)}</dl>
      {issues.length > 0 && (
        <div className="refusal" role="alert">
          <div>
            <b>{t('importing.issueRows')}</b>
            <ul className="market-issues">{issues.slice(0, SHOWN).map(({ row, field, value, reason }, index) => <li key={index}>{t('importing.issue', { row, field: t(`importing.field.${field}`), reason: t(`importing.fault.${reason}`), value })}</li>)}</ul>
            {issues.length > SHOWN && <span>{t('importing.more', { count: issues.length - SHOWN })}</span>}
          </div>
        </div>
      )}
      {products.length > 0 && (
        <table className="book tight">
          <thead><tr><th>{t('product')} {from !== null && <span className="muted small">{t('importing.days', { from, to: to ?? from })}</span>}</th><th className="num">{t('importing.rows')}</th><th className="num">{t('kg')}</th><th className="num led">{t('amount')}</th></tr></thead>
          <tbody>{products.map((one) => <tr key={one.product}><td>{one.product}</td><td className="num">{one.rows.toLocaleString('en-US')}</td><td className="num">{kgText(one.grams)}</td><td className="num led">{money(one.amountFen)}</td></tr>)}</tbody>
        </table>
      )}
      <div className="market-acts">
        {written ? <span className="good" role="status">{t('importing.done', { count: rows, amount: money(salesFen) })}</span> : <span className="muted small">{rows === 0 && seen ? t('importing.seen', { file: seen.file, at: dateTime(seen.at) }) : t(rows === 0 ? 'importing.nothing' : 'importing.preview')}</span>}
        {!written && issues.length === 0 && rows > 0 && <Button look="main" onClick={onCommit}>{t('importing.commit', { count: rows })}</Button>}
        {written && <Button look="main" onClick={back}>{t('importing.back')}</Button>}
      </div>
    </>
  );
}

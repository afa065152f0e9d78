import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { addMonths, isMonth, lastDay, localDay } from '../../../shared/domain/period.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { permilleText } from './amounts.ts';
import { GridPricesCard } from './meters/GridPricesCard.tsx';
import { MarginCard } from './meters/MarginCard.tsx';
import { MeterAlarms } from './meters/MeterAlarms.tsx';
import { BillForm, ReadingForm } from './meters/MeterForms.tsx';
import { MeterGroups } from './meters/MeterGroups.tsx';
import { usePeriodWords } from './meters/period-words.ts';
import { ReadingIssues, useReadingImport } from './meters/ReadingImport.tsx';

type Answer = Output<'charging.reconcile'>;

/** A month's sub-meters and grid bill against what was sold, and what months left. */
export function MetersPart() {
  const { t } = useTranslation('charging');
  const mayWrite = useMay('manager', 'office');
  const asked = useRoute().params.get('month') ?? '';
  const [month, setMonth] = useState(() => (isMonth(asked) ? asked : addMonths(localDay(new Date()).slice(0, 7), -1)));
  const [form, setForm] = useState<'reading' | 'bill' | undefined>();
  const query = useQuery('charging.reconcile', { month }, { keepLast: true });
  const reading = useReadingImport();
  const answer = query.value;
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        <span className="year-stepper"><Button aria-label={t('meters.before')} onClick={() => setMonth(addMonths(month, -1))}>‹</Button>
        <DayInput label={t('meters.month')} month clearable={false} value={month} onChange={(next) => next !== undefined && setMonth(next)} />
        <Button aria-label={t('meters.after')} onClick={() => setMonth(addMonths(month, 1))}>›</Button></span>
        <span className="muted small">{t('meters.note')}</span>
        {reading.said !== '' && <span className="good" role="status">{reading.said}</span>}
        <span className="at-end">
          {mayWrite && <><Button onClick={() => setForm('reading')}>{t('meters.addReading')}</Button> <Button disabled={reading.running} onClick={() => void reading.start()}>{t('readings.import')}</Button> <Button onClick={() => setForm('bill')}>{t('meters.addBill')}</Button></>}
        </span>
      </div>
      {form === 'reading' && <ReadingForm onDone={() => setForm(undefined)} />}
      {form === 'bill' && <BillForm key={month} month={month} onDone={() => setForm(undefined)} />}
      <ReadingIssues reading={reading} />
      <RefusalNote refusal={query.refusal} onRetry={query.reload} />
      {answer ? <><MeterAlarms answer={answer} /><MonthCard answer={answer} month={month} /><MeterGroups groups={answer.groups} month={month} /><Meters answer={answer} /></> : <Skeleton rows={6} />}
      <MarginCard />
      <GridPricesCard />
    </div>
  );
}

function MonthCard({ answer, month }: { answer: Answer; month: string }) {
  const { t } = useTranslation('charging');
  const { bill } = answer;
  return (
    <section className="card">
      <div className="sec">
        <h2>{`${month} ${t('meters.list')}`}</h2>
        {bill && <span className="muted small">{t('bill.of', { version: bill.version, amount: money(bill.costFen) })} {bill.entryId !== null ? <a className="text-link" href={linkTo('ledger', { entry: bill.entryId })}>{t('bill.entry', { no: bill.entryId })}</a> : <span className={bill.booked ? '' : 'red'}>{t(bill.booked ? 'bill.nothing' : 'bill.notBooked')}</span>}</span>}
        <span className="at-end"><ExportList list="charging.reconcile" input={{ month }} name={`${t('meters.list')} ${month}`} /></span>
      </div>
      <MonthTable answer={answer} month={month} />
    </section>
  );
}

function MonthTable({ answer: { rows }, month }: { answer: Answer; month: string }) {
  const { t } = useTranslation('charging');
  const { wordOf } = usePeriodWords();
  const known = (value: number | null, print: (value: number) => string) => (value === null ? <span className="muted">—</span> : <span className={value < 0 ? 'red' : ''}>{print(value)}</span>);
  const cost = ({ gridCostFen, expectedCostFen }: Answer['rows'][number]) => (gridCostFen === null && expectedCostFen !== null ? <span className="muted" title={t('bill.expectedNote')}>{t('bill.expected', { amount: money(expectedCostFen) })}</span> : known(gridCostFen, money));
  return (
    <table className="book tight" aria-label={t('meters.list')}>
      <thead><tr><th>{t('income.key.period')}</th><th className="num">{t('meters.metered')}</th><th className="num">{t('meters.sold')}</th><th className="num">{t('meters.loss')}</th><th className="num">{t('meters.gridEnergy')}</th><th className="num">{t('meters.gridCost')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('meters.margin')}</th><th className="num">{t('serviceFee')}</th><th className="num" title={t('group.serviceMarginNote')}>{t('group.serviceMargin')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.period} className={row.period === '' ? 'sum-row' : ''}>
            <td>{row.period === '' ? <a className="figure" href={linkTo('charging', { tab: 'sessions', from: `${month}-01`, to: lastDay(month) })}>{t('meters.whole')}</a> : wordOf(row.period)}</td>
            <td className="num">{known(row.metered, formatEnergy)}</td><td className="num">{formatEnergy(row.sold)}</td><td className="num">{known(row.lossPermille, permilleText)}</td><td className="num">{known(row.gridEnergy, formatEnergy)}</td><td className="num">{cost(row)}</td><td className="num">{money(row.energyFen)}</td><td className="num">{known(row.marginFen, money)}</td><td className="num">{money(row.serviceFen)}</td><td className="num">{known(row.serviceMarginFen, money)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Meters({ answer: { meters } }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  if (meters.length === 0) return <section className="card"><EmptyNote title={t('meters.none')}>{t('meters.noneNote')}</EmptyNote></section>;
  return (
    <section className="card">
      <table className="book tight" aria-label={t('meters.meters')}>
        <thead><tr><th>{t('devices.meter')}</th><th>{t('meters.lastAt')}</th><th className="num">{t('meters.lastEnergy')}</th><th className="num">{t('meters.metered')}</th></tr></thead>
        <tbody>{meters.map(({ meter, lastAt, lastEnergy, metered }) => <tr key={meter}><td>{meter}</td><td>{lastAt}</td><td className="num">{lastEnergy === null ? '' : formatEnergy(lastEnergy)}</td><td className="num">{metered === null ? t('meters.noEdges') : formatEnergy(metered)}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '../../../../shared/domain/period.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';

/** What homes owe for charging until a month's end, and billing it. */
export function HomeBillsPart({ choose }: { choose: ReactNode }) {
  const { t } = useTranslation('chargingAccounts');
  const { today } = useSession();
  const [month, setMonth] = useState(() => addMonths(today.slice(0, 7), -1));
  const [said, setSaid] = useState('');
  const mayBill = useMay('manager', 'office');
  const draft = useQuery('charging.previewHomeBills', { month }, { keepLast: true });
  const { run, running, refusal } = useCommand('charging.billHomes');
  const show = (next: string) => { setSaid(''); setMonth(next); };
  const bill = async () => {
    const reply = await run({ month });
    if (reply.ok) setSaid(t('bills.done', { bills: reply.value.bills, homes: reply.value.homes, amount: money(reply.value.totalFen) }));
  };
  const { value } = draft;
  return (
    <div className="charging-scroll">
      <div className="charging-bar">
        {choose}
        <span className="year-stepper"><Button aria-label={t('bills.before')} onClick={() => show(addMonths(month, -1))}>‹</Button><DayInput label={t('bills.month')} month clearable={false} value={month} onChange={(next) => next !== undefined && show(next)} /><Button aria-label={t('bills.after')} onClick={() => show(addMonths(month, 1))}>›</Button></span>
        {mayBill && <Button look="main" disabled={running || !value || value.items.length === 0} onClick={() => void bill()}>{t('bills.issue', { month })}</Button>}
        {said !== '' && <span className="good" role="status">{said}</span>}
        <span className="at-end"><ExportList list="charging.previewHomeBills" input={{ month }} name={`${t('bills.name')} ${month}`} /></span>
      </div>
      <RefusalNote refusal={draft.refusal ?? refusal} onRetry={draft.refusal && draft.reload} />
      <section className="card">
        {!value ? <Skeleton rows={6} /> : value.items.length === 0 ? <EmptyNote title={t('bills.none')}>{t('bills.noneNote')}</EmptyNote> : (
          <table className="book tight" aria-label={t('bills.name')}>
            <thead><tr><th>{t('home')}</th><th className="num">{t('bills.sessions')}</th><th className="num">{t('bills.energy')}</th><th className="num led">{t('bills.energyFee')}</th><th className="num">{t('bills.serviceFee')}</th><th className="num">{t('bills.extraFee')}</th><th className="num">{t('bills.total')}</th></tr></thead>
            <tbody>{value.items.map((one) => <tr key={one.homeId}><td><a className="figure" href={linkTo('payments', { home: one.homeId })}>{one.label}</a></td><td className="num">{one.sessions.toLocaleString('en-US')}</td><td className="num">{formatEnergy(one.energy)}</td><td className="num led">{money(one.energyFen)}</td><td className="num">{money(one.serviceFen)}</td><td className="num">{money(one.extraFen)}</td><td className="num">{money(one.energyFen + one.serviceFen + one.extraFen)}</td></tr>)}</tbody>
            <tfoot><tr className="sum-row"><td>{t('bills.sum')}</td><td className="num">{value.sessions.toLocaleString('en-US')}</td><td colSpan={4} /><td className="num"><span className="dbl">{money(value.totalFen)}</span></td></tr></tfoot>
          </table>
        )}
      </section>
      <p className="muted small">{t('bills.note')}</p>
    </div>
  );
}

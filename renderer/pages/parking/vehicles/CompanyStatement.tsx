import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { money, monthOf } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { usePrintParking } from '../leases/use-print-parking.ts';

/** One company's month: each line, what it paid, and what it owes before and after. */
export function CompanyStatement({ companyId, name }: { companyId: number; name: string }) {
  const { t } = useTranslation('parkingDesk');
  const { today } = useSession();
  const mayPrint = useMay('manager', 'cashier', 'office');
  const [month, setMonth] = useState(monthOf(today));
  const statement = useQuery('parking.companyStatement', { companyId, month }, { keepLast: true });
  const printer = usePrintParking();
  const { value } = statement;
  return (
    <section className="side-part" aria-label={t('company.statement')}>
      <h3>{t('company.statement')}</h3>
      <div className="side-buttons">
        <DayInput label={t('company.month')} month clearable={false} value={month} onChange={(next) => next !== undefined && setMonth(next)} />
        {mayPrint && <Button disabled={printer.running} onClick={() => void printer.print({ kind: 'statement', companyId, month })}>{t('company.print')}</Button>}
        {mayPrint && <Button disabled={printer.running} onClick={() => void printer.savePdf({ kind: 'statement', companyId, month }, t('company.statementOf', { name, month }))}>{t('company.pdf')}</Button>}
        <ExportList list="parking.companyStatement" input={{ companyId, month }} name={t('company.statementOf', { name, month })} />
      </div>
      <RefusalNote refusal={printer.refusal ?? statement.refusal} onRetry={statement.reload} />
      {printer.note !== undefined && <p className="side-said" role="status">{printer.note}</p>}
      {!value && statement.state === 'loading' && <Skeleton rows={5} />}
      {value && (
        <>
          {value.lines.length === 0 && <p className="side-words muted">{t('company.noLines')}</p>}
          {value.lines.length > 0 && (
            <table className="book">
              <thead><tr><th>{t('company.line.space')}</th><th>{t('company.line.days')}</th><th className="num led">{t('company.line.amount')}</th><th className="num">{t('company.line.open')}</th></tr></thead>
              <tbody>
                {value.lines.map((line, index) => (
                  <tr key={`${line.billId}-${index}`} title={`${line.leaseNo} ${line.itemName}`}><td>{line.space}</td><td className="small">{line.from} – {line.to}</td><td className="num led">{money(line.amountFen)}</td><td className="num">{money(line.openFen)}</td></tr>
                ))}
              </tbody>
            </table>
          )}
          <dl className="statement-sums">
            <dt>{t('company.opening')}</dt><dd>{money(value.openingFen)}</dd><dt>{t('company.charged')}</dt><dd>{money(value.chargedFen)}</dd><dt>{t('company.paid')}</dt><dd>{money(value.paidFen)}</dd><dt className="last">{t('company.closing')}</dt><dd className="last">{money(value.closingFen)}</dd>
          </dl>
        </>
      )}
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { usePrintParking } from '../leases/use-print-parking.ts';

/** A statement of the month for each company, to paper or PDF. */
export function StatementsCard({ month }: { month: string }) {
  const { t } = useTranslation('parkingDesk');
  const mayPrint = useMay('manager', 'cashier', 'office');
  const companies = useQuery('parking.listCompanies', {});
  const printer = usePrintParking();
  const items = companies.value?.items;
  return (
    <aside className="card parking-side" aria-label={t('charges.statements')}>
      <div className="parking-side-head"><h2>{t('charges.statements')}</h2></div>
      <div className="parking-side-body">
        <p className="side-words muted">{t('charges.statementsNote')}</p>
        <RefusalNote refusal={printer.refusal ?? companies.refusal} onRetry={companies.reload} />
        {printer.note !== undefined && <p className="side-said" role="status">{printer.note}</p>}
        {!items && companies.state === 'loading' && <Skeleton rows={5} />}
        {items?.length === 0 && <p className="side-words muted">{t('charges.noCompanies')}</p>}
        {items !== undefined && items.length > 0 && (
          <table className="book">
            <thead><tr><th>{t('company.name')}</th><th className="num led">{t('company.open')}</th>{mayPrint && <th />}</tr></thead>
            <tbody>
              {items.map(({ companyId, name, openFen }) => (
                <tr key={companyId}>
                  <td>{name}</td><td className={`num led ${openFen > 0 ? 'owed' : ''}`}>{money(openFen)}</td>
                  {mayPrint && (
                    <td>
                      <Button look="link" disabled={printer.running} aria-label={`${t('company.print')} ${name}`} onClick={() => void printer.print({ kind: 'statement', companyId, month })}>{t('company.print')}</Button>{' '}
                      <Button look="link" disabled={printer.running} aria-label={`${t('company.pdf')} ${name}`} onClick={() => void printer.savePdf({ kind: 'statement', companyId, month }, t('company.statementOf', { name, month }))}>{t('company.pdf')}</Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </aside>
  );
}

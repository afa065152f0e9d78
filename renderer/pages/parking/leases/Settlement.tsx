import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';
import { money, yuan } from '../../../text/formats.ts';
import { usePeriod } from '../../../text/use-period.ts';

type SettlementProps = { leaseId: number; on: string; recall?: boolean; /** What was agreed: by days or whole months. */ proration: 'days' | 'whole' };
type Preview = Output<'parking.previewEnd'>;

/** What ending on a day would change, charge by charge, before anything is done. */
export function Settlement({ leaseId, on, recall = false, proration }: SettlementProps) {
  const { t } = useTranslation('parking');
  const preview = useQuery('parking.previewEnd', { leaseId, on, recall }, { keepLast: true });
  const value = preview.state === 'error' ? undefined : preview.value;
  return (
    <div className="settlement" aria-label={t('settle.title')} role="group">
      <RefusalNote refusal={preview.refusal} onRetry={preview.reload} />
      {!value && preview.state === 'loading' && <Skeleton rows={3} />}
      {value && value.changes.length === 0 && <p className="muted small">{t('settle.nothing')}</p>}
      {value && value.changes.length > 0 && <Changes preview={value} />}
      {value && <p className="small muted">{t(recall ? 'settle.byDays' : `settle.rule.${proration}`)}</p>}
      {value && value.depositHeldFen > 0 && <p className="small warn">{t('settle.deposit', { amount: yuan(value.depositHeldFen) })}</p>}
    </div>
  );
}

function Changes({ preview }: { preview: Preview }) {
  const { t } = useTranslation('parking');
  const period = usePeriod();
  return (
    <table className="book">
      <thead>
        <tr>
          <th>{t('charge.period')}</th>
          <th className="num led">{t('settle.before')}</th>
          <th className="num">{t('settle.after')}</th>
          <th className="num">{t('settle.paid')}</th>
          <th className="num">{t('settle.off')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.changes.map((change) => (
          <tr key={change.billId}>
            <td>{period(change.from, change.to)}</td>
            <td className="num led">{money(change.beforeFen)}</td>
            <td className="num">{money(change.afterFen)}</td>
            <td className="num">{money(change.paidFen)}</td>
            <td className="num">{money(change.afterFen - change.beforeFen)}</td>
          </tr>
        ))}
        <tr className="sum-row">
          <td colSpan={4}>{preview.heldFen > 0 ? t('settle.held', { amount: yuan(preview.heldFen) }) : t('settle.heldNone')}</td>
          <td className="num">
            <span className="dbl">{money(-preview.refundFen)}</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The answer of a settlement in words. */
export function useSettledWords(): (what: string, settled: { refundFen: number; heldFen: number }) => string {
  const { t } = useTranslation('parking');
  return (what, { refundFen, heldFen }) => [what, refundFen > 0 ? t('settle.tookOff', { amount: yuan(refundFen) }) : t('settle.tookOffNothing'), ...(heldFen > 0 ? [t('settle.toPrepaid', { amount: yuan(heldFen) })] : [])].join('');
}

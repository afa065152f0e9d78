import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { useItemName } from '../fees/item-name.ts';

const groups = ['building', 'item'] as const;

/** The ages by building or by item; the sums of the columns are the bars. */
export function AgeingTable({ scope }: { scope: { on?: string; building?: string; item?: string } }) {
  const { t } = useTranslation(['arrears', 'common']);
  const itemName = useItemName();
  const [by, setBy] = useState<(typeof groups)[number]>('building');
  const table = useQuery('arrears.table', { ...scope, by }, { keepLast: true });
  const rows = table.value?.items;
  return (
    <section className="card ageing-table">
      <div className="sec">
        <h2>{t('ageing.split')}</h2>
        <Segments label={t('ageing.split')} value={by} choices={groups.map((value) => ({ value, label: t(`ageing.by.${value}`) }))} onChange={setBy} />
        <ExportList list="arrears.table" input={{ ...scope, by }} name={`${t('ageing.name')} ${t(`ageing.by.${by}`)}`} />
      </div>
      <RefusalNote refusal={table.refusal} onRetry={table.reload} />
      {!rows && !table.refusal && <Skeleton rows={6} height={20} />}
      {rows && (
        <div className="ageing-scroll">
          <table className="book" aria-label={t('ageing.split')}>
            <thead>
              <tr>
                <th>{t(`ageing.by.${by}`)}</th>
                <th className="num">{t('ageing.homes')}</th>
                {ageBuckets.map((bucket) => <th key={bucket} className="num">{t(`bucket.${bucket}`)}</th>)}
                <th className="num led">{t('ageing.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td>{by === 'item' ? itemName(row.name) : t('rates.building', { name: row.name })}</td>
                  <td className="num">{row.homes}</td>
                  {row.amounts.map((fen, index) => <td key={ageBuckets[index]} className={`num ${fen === 0 ? 'muted' : ''}`}>{money(fen)}</td>)}
                  <td className="num led"><b>{money(row.amountFen)}</b></td>
                </tr>
              ))}
              <tr className="sum-row">
                <td>{t('common:total')}</td>
                <td />
                {ageBuckets.map((bucket, index) => <td key={bucket} className="num">{money(rows.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0))}</td>)}
                <td className="num led"><span className="dbl">{money(table.value?.totalFen ?? 0)}</span></td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import type { BarrierRoute } from './barrier-route.ts';

type Fault = Output<'barrier.faults'>['items'][number];
const ALL = 0;

/** Lines that could not be read or paired, file by file. */
export function FaultsView({ fileId, onChange }: { fileId: number | undefined; onChange: (changes: Partial<BarrierRoute>) => void }) {
  const { t } = useTranslation('barrier');
  const files = useQuery('barrier.files', {});
  const input = fileId === undefined ? {} : { fileId };
  const pages = usePages('barrier.faults', input);
  const columns = useFaultColumns();
  return (
    <div className="barrier-area">
      <section className="card barrier-main">
        <div className="barrier-filter">
          <Select aria-label={t('faults.file')} style={{ width: 280 }} value={fileId ?? ALL} onChange={(picked: number) => onChange({ fileId: picked === ALL ? undefined : picked })} options={[{ value: ALL, label: t('faults.all') }, ...(files.value?.items ?? []).map((file) => ({ value: file.fileId, label: file.name }))]} />
          <span className="muted small">{t('faults.note')}</span>
          <span className="muted small barrier-count">{pages.head ? t('faults.rows', { count: pages.head.total }) : ''}</span>
          <ExportList list="barrier.faults" input={input} name={t('view.faults')} />
        </div>
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable label={t('view.faults')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal} empty={<EmptyNote title={t('faults.none')}>{t('faults.noneNote')}</EmptyNote>} />
      </section>
    </div>
  );
}

function useFaultColumns(): Column<Fault>[] {
  const { t } = useTranslation('barrier');
  return useMemo(
    () => [
      { key: 'file', title: t('faults.file'), width: 'minmax(140px, 1fr)', cell: (item) => <span className="muted">{item.file}</span>, hint: (item) => item.file },
      { key: 'row', title: t('faults.row'), width: '72px', num: true, cell: (item) => item.row },
      { key: 'fault', title: t('faults.fault'), width: '176px', cell: (item) => <Tag tone="amber">{t(`fault.${item.fault}`)}</Tag> },
      { key: 'plate', title: t('faults.plate'), width: '120px', cell: (item) => <span className="selectable">{item.plate}</span> },
      { key: 'value', title: t('faults.value'), width: 'minmax(180px, 1.4fr)', cell: (item) => <span className="selectable">{item.value}</span>, hint: (item) => item.value },
      { key: 'in', title: t('faults.in'), width: '150px', from: 1400, cell: (item) => <span className="muted">{item.inAt}</span> },
      { key: 'out', title: t('faults.out'), width: '150px', from: 1400, cell: (item) => <span className="muted">{item.outAt}</span> },
      { key: 'lane', title: t('faults.lane'), width: 'minmax(120px, 0.9fr)', from: 980, cell: (item) => <span className="muted">{item.lane}</span>, hint: (item) => item.lane },
    ],
    [t],
  );
}

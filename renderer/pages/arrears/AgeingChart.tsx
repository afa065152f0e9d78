import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Output } from '../../../shared/contract/index.ts';
import type { AgeBucket } from '../../../shared/domain/arrears.ts';
import { yuan } from '../../text/formats.ts';

export type Aged = Output<'arrears.ageing'>['buckets'];
type BarShape = { x?: number; y?: number; width?: number; height?: number; payload?: Aged[number] };

/** What is open by age, one bar each with its amount; red are the ages that the title speaks of, or the chosen one. */
export function AgeingChart({ buckets, marked, onChoose }: { buckets: Aged; marked: readonly AgeBucket[]; onChoose: (bucket: AgeBucket) => void }) {
  const { t } = useTranslation('arrears');
  return (
    <div className="ageing-plot" role="img" aria-label={t('ageing.chart')}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={buckets} layout="vertical" margin={{ top: 0, right: 96, bottom: 0, left: 0 }} barCategoryGap="22%">
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="bucket" width={86} interval={0} axisLine={{ stroke: 'var(--mb-ink)' }} tickLine={false} tick={{ fontSize: 12, fill: 'var(--mb-ink)' }} tickFormatter={(bucket: AgeBucket) => t(`bucket.${bucket}`)} />
          <Bar dataKey="amountFen" isAnimationActive={false} shape={(props: BarShape) => <AgeBar {...props} marked={marked} onChoose={onChoose} />}>
            <LabelList dataKey="amountFen" position="right" fontSize={11} fill="var(--mb-ink)" formatter={(fen) => yuan(Number(fen))} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function AgeBar({ x = 0, y = 0, width = 0, height = 0, payload, marked, onChoose }: BarShape & { marked: readonly AgeBucket[]; onChoose: (bucket: AgeBucket) => void }) {
  return <rect className="ageing-bar" x={x} y={y} width={Math.max(0, width)} height={height} fill={payload && marked.includes(payload.bucket) ? 'var(--mb-chart-1)' : 'var(--mb-chart-5)'} onClick={() => payload && onChoose(payload.bucket)} />;
}

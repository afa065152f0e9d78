import type { Refusal } from '../../../../shared/errors.ts';
import { RefusalNote, Skeleton } from '../../../components/states.tsx';

/** The place of a chart that is being read, or what its query was refused. */
export function WaitCard({ refusal, onRetry }: { refusal: Refusal | undefined; onRetry: () => void }) {
  return <section className="card chart-frame">{refusal ? <RefusalNote refusal={refusal} onRetry={onRetry} /> : <Skeleton rows={8} height={20} />}</section>;
}

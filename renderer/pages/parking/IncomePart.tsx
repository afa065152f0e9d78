import { lazy, Suspense } from 'react';
import { Skeleton } from '../../components/states.tsx';
import './income/income.css';

/** It draws: the charts are fetched only with it. */
const IncomeScreen = lazy(async () => ({ default: (await import('./income/IncomeScreen.tsx')).IncomeScreen }));

/** What parking brings, how full it is, what each space yields, what ends and what is owed. */
export function IncomePart() {
  return (
    <Suspense fallback={<section className="card income-wait"><Skeleton rows={8} height={24} /></section>}>
      <IncomeScreen />
    </Suspense>
  );
}

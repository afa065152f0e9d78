import { useTranslation } from 'react-i18next';

type PartKind = 'resident' | 'subsidy' | 'daytime' | 'other';
export type StackPart = { kind: PartKind; fen: number };

/** Parts of an amount as a bar; the longest bar of a list is as wide as its place. Parts below 0 are not drawn. */
export function StackBar({ parts, mostFen }: { parts: readonly StackPart[]; mostFen: number }) {
  return (
    <span className="stack-bar" aria-hidden="true">
      {parts.map(({ kind, fen }) => (fen > 0 && mostFen > 0 ? <i key={kind} className={`key-${kind}`} style={{ width: `${String((100 * fen) / mostFen)}%` }} /> : null))}
    </span>
  );
}

/** What the parts of such bars are. */
export function StackLegend({ names }: { names: readonly (readonly [PartKind, string])[] }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <div className="income-legend small" aria-label={t('legend')}>
      {names.map(([kind, name]) => <span key={kind}><i className={`key-${kind}`} /> {name}</span>)}
    </div>
  );
}

const [WIDTH, HEIGHT, EDGE] = [104, 38, 4] as const;

/** The course of a figure without axes; unknown months are gaps, the last known point is red. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < 2) return null;
  const [most, least] = [Math.max(...known), Math.min(...known)];
  const range = most - least || 1;
  const y = (value: number): number => EDGE + ((most - value) / range) * (HEIGHT - 2 * EDGE);
  const x = (index: number): number => EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const path = values.map((value, index) => (value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${x(index)} ${y(value)}`)).join('');
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="board-spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M2 ${least < 0 && most > 0 ? y(0) : HEIGHT - 1}H${WIDTH - 2}`} stroke="var(--mb-line-strong)" />
      <path d={path} fill="none" stroke="var(--mb-ink-2)" strokeWidth={1.6} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={3.2} fill="var(--mb-accent)" />
    </svg>
  );
}

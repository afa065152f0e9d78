type Props = { x?: number | string; y?: number | string; /** Of the month. */ name: string; result: string; tone?: 'red' | 'muted' | undefined; isLast: boolean; /** Of the row of results; only the first column says it. */ rowName?: string | undefined; href: string; label: string };

/** Two lines under a column: the month, and what came of it, which opens its rows. */
export function MonthTick({ x = 0, y = 0, name, result, tone, isLast, rowName, href, label }: Props) {
  return (
    <g fontSize={11} textAnchor="middle" fontWeight={isLast ? 700 : 400}>
      <text x={x} y={Number(y) + 6} fill={isLast ? 'var(--mb-ink)' : 'var(--mb-muted)'}>{name}</text>
      {rowName !== undefined && <text x={34} y={Number(y) + 27} textAnchor="end" fontWeight={700} fill="var(--mb-ink-2)">{rowName}</text>}
      <a className="board-tick" href={href} aria-label={label}><text x={x} y={Number(y) + 27} fill={tone === 'red' ? 'var(--mb-accent)' : tone === 'muted' ? 'var(--mb-muted)' : 'var(--mb-ink)'} fontWeight={tone === 'red' ? 700 : undefined}>{result}</text></a>
    </g>
  );
}

/** Colours and axis rules of charts (look/README "Charts with recharts 3"), by token. */
export const ink = { line: 'var(--mb-ink)', muted: 'var(--mb-muted)', grid: 'var(--mb-chart-grid)', surface: 'var(--mb-surface)', subject: 'var(--mb-chart-1)', rest: 'var(--mb-chart-5)' } as const;

/** An axis without lines of its own; texts are muted and small. */
export const plainAxis = { axisLine: false, tickLine: false, tick: { fill: ink.muted, fontSize: 12 } } as const;

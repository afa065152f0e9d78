import { money } from '../../text/formats.ts';

/** What a column stands for; the same figures are in the table of its card. */
export function BoardTip({ title, lines }: { title: string; lines: readonly (readonly [string, number | null])[] }) {
  return (
    <dl className="board-tip">
      <dt><b>{title}</b></dt><dd />
      {lines.map(([name, fen]) => <div key={name}><dt>{name}</dt><dd>{fen === null ? '—' : money(fen)}</dd></div>)}
    </dl>
  );
}

/** Pictures of a statement, drawn once for paper and screen: income is solid, spending hatched, so that a grey print still reads. Units are those of the picture; every figure stands beside its bar as text. */

export type Shape =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; fill: 'solid' | 'hatch' }
  | { kind: 'text'; x: number; y: number; text: string; anchor: 'start' | 'end'; look: 'plain' | 'strong' | 'muted' | 'small' }
  | { kind: 'axis'; x: number; y: number; height: number };
export type Drawing = { width: number; height: number; shapes: readonly Shape[] };

export type SourceBar = { label: string; netFen: number; costFen: number };
export type PairBar = { label: string; incomeFen: number; costFen: number; netFen: number };
/** How amounts are written; both sides of the program have their own way of a minus sign. */
export type Write = (amountFen: number) => string;

export const DRAWING_FONT = 10.5;
export const SMALL_FONT = 8.6;
const WIDTH = 342;
const GAP = 6;
const HEAD = 17;
/** From this many rows on, rows are closer. */
const MANY = 7;

const tenths = (value: number): number => Math.floor(value * 10) / 10;
/** About how wide a text is: Chinese is as wide as high. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? DRAWING_FONT : DRAWING_FONT * 0.56), 0);
const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** Where bars begin and how many units stand for a fen, between labels on the left and figures on the right. */
function fieldOf(labels: readonly string[], figures: readonly string[], mostFen: number, beside = 0): { left: number; lengthOf: (fen: number) => number } {
  const left = tenths(Math.min(widest(labels), 118) + GAP);
  const room = WIDTH - left - beside - widest(figures) - GAP;
  return { left, lengthOf: (fen) => (mostFen <= 0 || fen <= 0 ? 0 : tenths(Math.max(0.6, (fen / mostFen) * room))) };
}

function legend(left: number, solid: string, hatch: string, right: string): Shape[] {
  const second = tenths(left + 13 + widthOf(solid) + 14);
  return [
    { kind: 'bar', x: left, y: 2, width: 9, height: 9, fill: 'solid' }, { kind: 'text', x: left + 13, y: 11, text: solid, anchor: 'start', look: 'plain' },
    { kind: 'bar', x: second, y: 2, width: 9, height: 9, fill: 'hatch' }, { kind: 'text', x: second + 13, y: 11, text: hatch, anchor: 'start', look: 'plain' },
    { kind: 'text', x: WIDTH, y: 11, text: right, anchor: 'end', look: 'muted' },
  ];
}

/** What each source left (solid) and what it cost (hatched, behind it); the net figure on the right. */
export function drawSources(bars: readonly SourceBar[], words: { net: string; cost: string; head: string }, write: Write): Drawing {
  const pitch = bars.length < MANY ? 23 : 19;
  const height = bars.length < MANY ? 15 : 12;
  const most = bars.reduce((largest, { netFen, costFen }) => Math.max(largest, Math.max(netFen, 0) + costFen), 0);
  const { left, lengthOf } = fieldOf(bars.map(({ label }) => label), bars.map(({ netFen }) => write(netFen)), most);
  const shapes = bars.flatMap(({ label, netFen, costFen }, index): Shape[] => {
    const y = tenths(HEAD + 4 + index * pitch);
    const base = tenths(y + height - 3);
    const net = lengthOf(netFen);
    return [
      { kind: 'text', x: left - GAP, y: base, text: label, anchor: 'end', look: 'plain' }, ...(net > 0 ? [{ kind: 'bar', x: left, y, width: net, height, fill: 'solid' } as const] : []),
      ...(costFen > 0 ? [{ kind: 'bar', x: left + net, y, width: lengthOf(costFen), height, fill: 'hatch' } as const] : []), { kind: 'text', x: WIDTH, y: base, text: write(netFen), anchor: 'end', look: 'strong' },
    ];
  });
  const end = tenths(HEAD + bars.length * pitch + 2);
  return { width: WIDTH, height: end + 2, shapes: [...legend(left, words.net, words.cost, words.head), ...shapes, { kind: 'axis', x: left, y: HEAD, height: end - HEAD }] };
}

/** Income above (solid), costs below (hatched), row by row: months, or periods that are compared; the net figure on the right. The figures of the bars stand beside them, of many rows in a column. */
export function drawPairs(bars: readonly PairBar[], words: { income: string; cost: string; head: string }, write: Write): Drawing {
  const many = bars.length >= MANY;
  const [pitch, height] = many ? [14, 5.4] : [21.5, 8];
  const most = bars.reduce((largest, { incomeFen, costFen }) => Math.max(largest, incomeFen, costFen), 0);
  const nets = bars.map(({ netFen }) => write(netFen));
  const sums = bars.map(({ incomeFen, costFen }) => `${write(incomeFen)} − ${write(costFen)}`);
  const beside = many ? widest(sums) * (SMALL_FONT / DRAWING_FONT) + GAP : widest(bars.flatMap(({ incomeFen, costFen }) => [write(incomeFen), write(costFen)]));
  const { left, lengthOf } = fieldOf(bars.map(({ label }) => label), nets, most, beside);
  const shapes = bars.flatMap(({ label, incomeFen, costFen }, index): Shape[] => {
    const y = tenths(HEAD + 3 + index * pitch);
    const base = tenths(y + height + 4);
    const small = (fen: number, at: number): Shape => ({ kind: 'text', x: tenths(left + lengthOf(fen) + 3), y: tenths(at), text: write(fen), anchor: 'start', look: 'small' });
    const bar = (fen: number, at: number, fill: 'solid' | 'hatch'): Shape[] => (fen > 0 ? [{ kind: 'bar', x: left, y: tenths(at), width: lengthOf(fen), height, fill }] : []);
    return [
      { kind: 'text', x: left - GAP, y: base, text: label, anchor: 'end', look: 'plain' }, ...bar(incomeFen, y, 'solid'), ...bar(costFen, y + height + 0.4, 'hatch'),
      ...(many ? [{ kind: 'text', x: tenths(WIDTH - widest(nets) - GAP), y: base, text: sums[index] ?? '', anchor: 'end', look: 'small' } as const] : [small(incomeFen, y + height - 0.6), small(costFen, y + 2 * height + 0.8)]),
      { kind: 'text', x: WIDTH, y: base, text: nets[index] ?? '', anchor: 'end', look: 'strong' },
    ];
  });
  const end = tenths(HEAD + bars.length * pitch + 1);
  return { width: WIDTH, height: end + 2, shapes: [...legend(left, words.income, words.cost, words.head), ...shapes, { kind: 'axis', x: left, y: HEAD, height: end - HEAD }] };
}

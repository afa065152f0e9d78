import { heatStep } from '../../shared/domain/board-findings.ts';
import { INK, INK_2, LINE_STRONG, MUTED } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';

// Charts drawn in tenths of a millimetre, so that every place is a whole number. Income is solid, spending hatched: a grey print tells them apart.

/** Of the printed sheet: ink-dark energy, a lighter fee, daytime, hatched spending. */
export const FILLS = { dark: '#213d69', light: '#c4841d', green: '#36a096', hatch: 'url(#hatch)', bars: 'url(#bars)', grey: '#78706a', red: '#9e2a2b' } as const;
type Fill = keyof typeof FILLS;
const HATCH = '<defs><pattern id="hatch" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="16" height="16" fill="#fff"/><rect width="7" height="16" fill="#78706a"/></pattern></defs>';

export type Layer = { name: string; fill: Fill; /** Upwards where positive. */ values: readonly number[] };
export type Columns = { label: string; unit: string; /** Under each column: its name, and what came of it. */ names: readonly string[]; results: readonly string[]; resultName: string; layers: readonly Layer[]; /** Null leaves a gap. */ line?: { name: string; values: readonly (number | null)[] }; /** A dashed level. */ level?: { name: string; value: number }; scale: (value: number) => string; width: number; height: number };

const [LEFT, TOP, FOOT] = [110, 70, 110] as const;
const text = (x: number, y: number, words: string, more = ''): string => `<text x="${x}" y="${y}" ${more}>${escapeHtml(words)}</text>`;

/** A round step so that about four lines cover a height. */
export function stepOf(most: number): number {
  if (most <= 0) return 1;
  let power = 1;
  while (power * 40 <= most) power *= 10;
  return ([1, 2, 5, 10].find((factor) => power * factor * 4 >= most) ?? 10) * power;
}

/** Columns stacked up and down from zero with a line over them; names and results stand below. */
export function columnsSvg({ label, unit, names, results, resultName, layers, line, level, scale, width, height }: Columns): string {
  const sumOf = (index: number, sign: 1 | -1): number => layers.reduce((sum, { values }) => sum + Math.max(0, sign * (values[index] ?? 0)), 0);
  const up = Math.max(1, level?.value ?? 0, ...names.map((_, index) => Math.max(sumOf(index, 1), line?.values[index] ?? 0)));
  const down = Math.max(0, ...names.map((_, index) => Math.max(sumOf(index, -1), -(line?.values[index] ?? 0))));
  const step = stepOf(up + down);
  const [high, low] = [Math.ceil(up / step) * step, Math.ceil(down / step) * step];
  const plot = height - TOP - FOOT;
  const y = (value: number): number => TOP + Math.floor(((high - value) * plot) / (high + low));
  const slot = Math.floor((width - LEFT - 10) / Math.max(1, names.length));
  const x = (index: number): number => LEFT + slot * index;
  const bar = Math.floor((slot * 62) / 100);
  const grid = Array.from({ length: (high + low) / step + 1 }, (_, index) => high - index * step).map((value) => `<path d="M${LEFT} ${y(value)}H${width}" stroke="#e8e0d1" stroke-width="2"/>${text(LEFT - 10, y(value) + 9, scale(Math.abs(value)), `text-anchor="end" fill="${MUTED}"`)}`);
  const bars = names.map((_, index) => {
    let [above, below] = [0, 0];
    return layers.map(({ values, fill }) => {
      const value = values[index] ?? 0;
      const from = value >= 0 ? above : below;
      if (value >= 0) above += value; else below += value;
      const [top, bottom] = [y(Math.max(from, from + value)), y(Math.min(from, from + value))];
      return value === 0 ? '' : `<rect x="${x(index) + Math.floor((slot - bar) / 2)}" y="${top}" width="${bar}" height="${Math.max(1, bottom - top)}" fill="${FILLS[fill]}" stroke="${fill === 'hatch' ? FILLS.grey : '#fff'}" stroke-width="2"/>`;
    }).join('');
  });
  const under = names.map((name, index) => text(x(index) + Math.floor(slot / 2), height - 66, name, `text-anchor="middle" fill="${MUTED}"`) + text(x(index) + Math.floor(slot / 2), height - 22, results[index] ?? '', `text-anchor="middle" ${(results[index] ?? '').startsWith('−') ? `font-weight="700" fill="${FILLS.red}"` : `fill="${INK}"`}`));
  const drawn = line ? lineSvg(line.values.map((value, index) => (value === null ? null : ([x(index) + Math.floor(slot / 2), y(value)] as const)))) : '';
  const dashed = level ? `<path d="M${LEFT} ${y(level.value)}H${width}" stroke="${INK}" stroke-width="3" stroke-dasharray="14 10"/>` : '';
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}" font-size="25">${HATCH}${text(LEFT - 10, 26, unit, `text-anchor="end" fill="${MUTED}"`)}${legendSvg(layers, [line?.name, level?.name])}${grid.join('')}${bars.join('')}<path d="M${LEFT} ${y(0)}H${width}" stroke="${INK}" stroke-width="3"/>${dashed}${drawn}<path d="M0 ${height - 54}H${width}" stroke="${LINE_STRONG}" stroke-width="2"/>${text(LEFT - 10, height - 22, resultName, `text-anchor="end" font-weight="700" fill="${INK_2}"`)}${under.join('')}</svg>`;
}

/** A line over a white halo; where nothing is known it is broken. */
function lineSvg(points: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  points.forEach((point, index) => { if (point) path += `${points[index - 1] ? 'L' : 'M'}${point[0]} ${point[1]}`; });
  const dots = points.map((point) => (point ? `<circle cx="${point[0]}" cy="${point[1]}" r="8" fill="#fff" stroke="${INK}" stroke-width="4"/>` : ''));
  return `<path d="${path}" fill="none" stroke="#fff" stroke-width="12"/><path d="${path}" fill="none" stroke="${INK}" stroke-width="5"/>${dots.join('')}`;
}

function legendSvg(layers: readonly Layer[], lines: readonly (string | undefined)[]): string {
  let at = LEFT + 20;
  const parts = layers.map(({ name, fill }) => {
    const one = `<rect x="${at}" y="6" width="24" height="24" fill="${FILLS[fill]}" stroke="${fill === 'hatch' ? FILLS.grey : 'none'}" stroke-width="2"/>${text(at + 34, 28, name, `fill="${INK_2}"`)}`;
    at += 60 + name.length * 26;
    return one;
  });
  const [line, level] = lines;
  if (line !== undefined) { parts.push(`<path d="M${at} 18h44" stroke="${INK}" stroke-width="5"/><circle cx="${at + 22}" cy="18" r="8" fill="#fff" stroke="${INK}" stroke-width="4"/>${text(at + 54, 28, line, `fill="${INK_2}"`)}`); at += 80 + line.length * 26; }
  if (level !== undefined) parts.push(`<path d="M${at} 18h44" stroke="${INK}" stroke-width="3" stroke-dasharray="14 10"/>${text(at + 54, 28, level, `fill="${INK_2}"`)}`);
  return parts.join('');
}

/** Hours across, weekdays down, whole percent in each cell; the steps of its grounds also read in grey. */
export function heatTable(heat: readonly { weekday: number; hour: number; permille: number }[], weekdays: readonly string[]): string {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const rows = weekdays.map((name, day) => `<tr><th>${name}</th>${hours.map((hour) => {
    const permille = heat.find((cell) => cell.weekday === day + 1 && cell.hour === hour)?.permille ?? 0;
    return `<td class="h${heatStep(permille)}">${Math.floor((permille + 5) / 10)}</td>`;
  }).join('')}</tr>`);
  return `<table class="heat"><thead><tr><th></th>${hours.map((hour) => `<th>${hour % 2 === 0 ? hour : ''}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A bar in a table's cell, its share of the longest in whole percent. */
export function barCell(part: number, most: number, fill: Fill = 'grey'): string {
  const percent = most <= 0 || part <= 0 ? 0 : Math.max(1, Math.floor((100 * part) / most));
  return `<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${percent}" height="10" fill="${FILLS[fill]}"/></svg></td>`;
}

import { encode } from 'uqr';
import { DRAWING_FONT, SMALL_FONT, type Drawing, type Shape } from '../../shared/domain/statement-drawing.ts';
import { ACCENT, INK, MUTED } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';

const LOOKS = { plain: `fill="${INK}"`, strong: `fill="${INK}" font-weight="700"`, muted: `fill="${MUTED}"`, small: `fill="${INK}"` } as const;

function shapeSvg(shape: Shape, hatch: string): string {
  const at = `x="${String(shape.x)}" y="${String(shape.y)}"`;
  if (shape.kind === 'axis') return `<path d="M${String(shape.x)} ${String(shape.y)}v${String(shape.height)}" stroke="${INK}" stroke-width=".8"/>`;
  if (shape.kind === 'text') return `<text ${at} font-size="${String(shape.look === 'small' ? SMALL_FONT : DRAWING_FONT)}" text-anchor="${shape.anchor}" ${LOOKS[shape.look]}>${escapeHtml(shape.text)}</text>`;
  const size = `width="${String(shape.width)}" height="${String(shape.height)}"`;
  return shape.fill === 'solid' ? `<rect ${at} ${size} fill="${ACCENT}"/>` : `<rect ${at} ${size} fill="url(#${hatch})" stroke="${INK}" stroke-width=".6"/>`;
}

/** A drawing as SVG; `id` keeps its pattern apart from those of the others on the page. */
export function drawingSvg(drawing: Drawing, id: string, label: string): string {
  const pattern = `<defs><pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><rect width="1.2" height="4" fill="${INK}"/></pattern></defs>`;
  return `<svg class="ch" viewBox="0 0 ${String(drawing.width)} ${String(drawing.height)}" role="img" aria-label="${escapeHtml(label)}">${pattern}${drawing.shapes.map((shape) => shapeSvg(shape, id)).join('')}</svg>`;
}

/** Of the sides of a QR code, the seal in its middle, in whole modules: with a fifth, zbar could not read four of twelve codes; a smaller one it reads. */
const SEAL = 7;
/** The light modules around a code that scanners ask for. */
const QUIET = 4;

/** A text as a QR code with its quiet zone and the seal 明 in its middle; modules in a row are drawn as one. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET });
  const runs = data.flatMap((line, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (x < size && line[x]) x += 1;
      if (x > from) found.push(`M${String(from)} ${String(y)}h${String(x - from)}v1h-${String(x - from)}z`);
    }
    return found;
  });
  const modules = Math.floor((size - 2 * QUIET) / SEAL);
  // As odd as the sides of the code, so that no module is cut.
  const [side, middle] = [modules % 2 === 1 ? modules : modules - 1, size / 2];
  const seal = `<rect x="${String(middle - side / 2)}" y="${String(middle - side / 2)}" width="${String(side)}" height="${String(side)}" fill="${ACCENT}"/><text x="${String(middle)}" y="${String(middle + side * 0.28)}" font-size="${String(side * 0.78)}" font-weight="700" text-anchor="middle" fill="#fff">明</text>`;
  return `<svg class="qr" viewBox="0 0 ${String(size)} ${String(size)}" role="img" aria-label="核验二维码"><rect width="${String(size)}" height="${String(size)}" fill="#fff"/><path d="${runs.join('')}" fill="${INK}" shape-rendering="crispEdges"/>${seal}</svg>`;
}

import type { Output } from '../../shared/contract/index.ts';
import { formatFen } from '../../shared/domain/money.ts';
import type { PaperSize } from './port-type.ts';
import { ACCENT, COMMON, INK, INK_2, LINE_LEDGER, LINE_STRONG, MUTED } from './receipt-style.ts';
import { escapeHtml } from './receipt-values.ts';

export const A3_WIDE: PaperSize = { widthMm: 420, heightMm: 297 };
/** Lines of a sheet that are read from across the shop. */
const PER_SHEET = 8;

type Item = Output<'market.board'>['items'][number];
export type PrintedBoard = { items: readonly Item[]; on: string; place: string; estateName: string; officeName: string; officePhone: string };

const STYLE = `${COMMON}
@page{size:420mm 297mm;margin:0}
.board{position:relative;width:420mm;height:296.6mm;padding:13mm 18mm 10mm;display:flex;flex-direction:column;overflow:hidden;break-after:page} .board:last-child{break-after:auto}
.board header{display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:4mm}
.board h1{margin:0;font-size:46pt;line-height:20mm;letter-spacing:.16em;text-indent:.16em}
.board .who{font-size:15pt;line-height:8mm;color:${INK_2}} .board .who b{display:block;font-size:19pt;color:${INK}}
.board .day{text-align:right;font-size:15pt;line-height:8mm;color:${INK_2}} .board .day b{font-size:25pt;line-height:11mm;color:${ACCENT}}
.rule2{flex:none;height:2.2mm;border-top:1.2mm solid ${ACCENT};border-bottom:.35mm solid ${ACCENT}}
.board table{border-collapse:collapse;table-layout:fixed;width:100%;margin-top:2mm}
.board th{height:12mm;padding:0 3mm;text-align:left;font-size:15pt;line-height:6.4mm;color:${INK_2};border-bottom:.5mm solid ${INK};vertical-align:bottom} .board th small{display:block;font-size:11pt;font-weight:400;color:${MUTED}}
.board td{height:24mm;padding:0 3mm;border-bottom:.25mm solid ${LINE_STRONG};font-size:22pt;line-height:9mm;overflow:hidden}
.board .name{font-size:34pt;line-height:13mm;font-weight:700} .board .name.long{font-size:22pt;line-height:10mm} .board .price{font-size:44pt;line-height:18mm;font-weight:700;border-left:.5mm solid ${LINE_LEDGER}} .board .price.long{font-size:32pt} .board .less{font-weight:700;font-size:28pt} .board .from{font-size:17pt;line-height:8mm;color:${INK_2}} .board .soft{color:${MUTED};font-size:16pt}
.board footer{margin-top:auto;display:flex;justify-content:space-between;gap:10mm;padding-top:3mm;font-size:12pt;line-height:6.4mm;color:${INK_2}} .board footer span:last-child{flex:none}
.board .none{margin:40mm auto;font-size:26pt;color:${MUTED}}`;

const LONG_NAME = 5;
const LONG_PRICE = 6;
const SHOWN_VILLAGES = 3;

/** The shop's price board on A3, so many products a sheet; villages, but no grower and no shopkeeper. Pure; every text is escaped. */
export function boardPage(board: PrintedBoard): string {
  const sheets: Item[][] = [];
  for (let at = 0; at < board.items.length; at += PER_SHEET) sheets.push(board.items.slice(at, at + PER_SHEET));
  if (sheets.length === 0) sheets.push([]);
  const body = sheets.map((items, index) => sheetOf(board, items, sheets.length === 1 ? '' : `第 ${String(index + 1)} 页，共 ${String(sheets.length)} 页`)).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>惠民超市价牌 ${board.on}</title><link rel="stylesheet" href="app://mingbai/fonts.css"><style nonce="__NONCE__">${STYLE}</style></head><body>${body}</body></html>`;
}

function sheetOf({ on, place, estateName, officeName, officePhone }: PrintedBoard, items: readonly Item[], page: string): string {
  const sources = [...new Set(items.filter(({ referenceFen }) => referenceFen !== null).map(({ source, referenceOn }) => `${source}（${referenceOn ?? ''}）`))].join('；');
  const table = `<table><colgroup><col style="width:24%"><col style="width:17%"><col style="width:13%"><col style="width:14%"><col style="width:14%"><col style="width:18%"></colgroup><thead><tr><th>品名</th><th class="num">每斤<small>500 克，元</small></th><th class="num">每公斤<small>元</small></th><th class="num">市场参考<small>每斤，元</small></th><th class="num">比市场便宜<small>每斤，元</small></th><th>产地</th></tr></thead><tbody>${items.map(rowOf).join('')}</tbody></table>`;
  return `<section class="board"><header><div class="who"><b>${escapeHtml(estateName)}</b>${escapeHtml(place)}</div><h1>惠民超市价牌</h1><div class="day"><b>${on}</b><br>当日价格</div></header><div class="rule2"></div>
${items.length === 0 ? '<div class="none">今天没有价格</div>' : table}
<footer><span>${sources === '' ? '没有参考价' : `参考价来源：${escapeHtml(sources)}。`}超市免租，售价不高于参考价；高了请告诉${escapeHtml(officeName)}${officePhone === '' ? '' : ` ${escapeHtml(officePhone)}`}。价格举报 12315。</span><span>${page}</span></footer></section>`;
}

function rowOf({ product, jinFen, priceFen, referenceJinFen, cheaperJinFen, villages }: Item): string {
  const price = formatFen(jinFen);
  const from = villages.length > SHOWN_VILLAGES ? `${villages.slice(0, SHOWN_VILLAGES).join('、')}等` : villages.join('、');
  const less = cheaperJinFen === null ? '<span class="soft">无参考价</span>' : cheaperJinFen > 0 ? formatFen(cheaperJinFen) : cheaperJinFen === 0 ? '<span class="soft">一样</span>' : `<span class="soft">贵 ${formatFen(-cheaperJinFen)}</span>`;
  return `<tr><td class="name${[...product].length > LONG_NAME ? ' long' : ''}">${escapeHtml(product)}</td><td class="num price${price.length > LONG_PRICE ? ' long' : ''}">${price}</td><td class="num">${formatFen(priceFen)}</td><td class="num">${referenceJinFen === null ? '—' : formatFen(referenceJinFen)}</td><td class="num less">${less}</td><td class="from">${escapeHtml(from)}</td></tr>`;
}

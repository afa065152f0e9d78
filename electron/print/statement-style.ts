import type { statementPapers } from '../../shared/contract/statement-postings.ts';
import type { PaperSize } from './port-type.ts';
import { ACCENT, COMMON, INK, INK_2, LINE_LEDGER, LINE_STRONG, MUTED } from './receipt-style.ts';

export type StatementPaper = (typeof statementPapers)[number];

export const STATEMENT_SIZES: Readonly<Record<StatementPaper, PaperSize & { heightMm: number }>> = { a4: { widthMm: 210, heightMm: 297 }, a3: { widthMm: 297, heightMm: 420 } };

/** A3 is A4 with its sides times the root of two, and so is everything on it. */
const SCALES: Readonly<Record<StatementPaper, bigint>> = { a4: 10_000n, a3: 14_142n };

/** The sheet on A4 portrait. The table around it gives every page its margins; blocks never split, a table that runs on repeats its head. */
const A4_STYLE = `
body{position:relative} table.page{width:210mm;table-layout:fixed} .page>thead>tr>td{height:8mm;padding:0;border:0} .page>tfoot>tr>td{height:9mm;padding:0;border:0} .page>tbody>tr>td{padding:0 12mm;border:0;vertical-align:top} .page>tbody>tr{break-inside:auto}
.sheet{min-height:279mm;display:flex;flex-direction:column}
.pg{position:absolute;left:12mm;right:12mm;display:flex;justify-content:space-between;font-size:7.5pt;line-height:4mm;color:${MUTED}}
.rule2{flex:none;height:2.1mm;border-top:.9mm solid ${ACCENT};border-bottom:.3mm solid ${ACCENT};margin-bottom:1.2mm}
header{display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:1mm}
header .l,header .r{font-size:8pt;line-height:4.2mm;color:${INK_2}} header .r{text-align:right}
h1{margin:0;font-size:19pt;line-height:10mm;letter-spacing:.06em;text-indent:.06em;text-align:center;white-space:nowrap} h1.long{font-size:15pt;letter-spacing:0;text-indent:0}
header .sub{text-align:center;font-size:10pt;line-height:5mm}
.plain{margin:1.6mm 0 0;padding:1mm 4mm;border-left:1.2mm solid ${ACCENT};background:#f7e8e3;font-size:10.5pt;line-height:5.6mm;text-wrap:pretty;break-inside:avoid} .plain p{margin:0} .plain.long{font-size:9.5pt;line-height:4.8mm}
h2{margin:1.5mm 0 .6mm;font-size:10pt;line-height:5mm;display:flex;align-items:baseline;gap:2mm;break-after:avoid}
h2.long{font-size:8.8pt}
h2 small{font-weight:400;font-size:8pt;color:${MUTED};white-space:nowrap} h2 small.end{margin-left:auto}
table{border-collapse:collapse;width:100%} thead{display:table-header-group} tr{break-inside:avoid}
th,td{padding:1mm 1.2mm;text-align:left;vertical-align:middle;border-bottom:.2mm solid ${LINE_STRONG};overflow-wrap:anywhere}
th{font-size:8pt;line-height:4mm;border-top:.4mm solid ${INK};border-bottom:.3mm solid ${INK};font-weight:700;white-space:nowrap}
.num{overflow-wrap:normal} .z,.mut{color:${MUTED}} .b{font-weight:700}
.led{border-left:.25mm solid ${LINE_LEDGER}}
tr.sum td{font-weight:700;border-top:.4mm solid ${INK};border-bottom:.9mm double ${INK}} tr.sum td.thin{font-weight:400}
.main{table-layout:fixed} .main th{padding:.6mm .4mm .6mm .6mm} .main td{padding:.3mm .2mm .3mm .6mm;font-size:7.5pt;line-height:3.3mm;height:6.9mm} .main td:first-child{font-size:8pt}
.main td.num,.main th.num{padding-left:.3mm;padding-right:.7mm;font-size:7.8pt} .main tr.sum td{height:6mm} .main.wide td.num{font-size:7.2pt}
.main .c1{width:17mm}.main .c2{width:23.6mm}.main .c3{width:14.6mm}.main .c4{width:15mm}.main .c5{width:24.6mm}.main .c6,.main .c7{width:16.2mm}.main .c8{width:13mm}.main .c9{width:14.9mm}.main .c10{width:13.7mm}.main .c11{width:17.2mm}
.more .main td{height:8.3mm} .more h2{margin:2.6mm 0 1mm} .more .fin td{padding:.5mm 1.2mm} .more .cost td{padding:.5mm 1.2mm} .more .plain{padding:1.8mm 4mm} .more .notes{margin:3mm 0} .more .pairs{margin-top:2mm}
.main sup{font-size:6.5pt;line-height:0;vertical-align:baseline} .main td span{display:block} .main td em{white-space:nowrap}
.two{display:grid;grid-template-columns:87mm 93mm;gap:0 6mm} .two>*{min-width:0;break-inside:avoid} .block{break-inside:avoid}
.fin td{font-size:8.5pt;line-height:3.6mm;padding:.26mm 1.2mm} .fin td.num{font-size:9pt} .fin tr.sum td{padding:.5mm 1.2mm} .fin th,.cost th{padding:.3mm 1.2mm} .fin td:first-child{white-space:nowrap} .fin.wrap td:first-child{white-space:normal} .fin.wrap .mut{font-size:7.5pt}
.cost td{font-size:8pt;line-height:3.5mm;padding:.22mm 1.2mm} .cost tr.sum td{height:5mm} .cost td:first-child{white-space:nowrap}
.ch{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:inherit;break-inside:avoid}
.say{margin:0;font-size:8.5pt;line-height:4.8mm} .say b{white-space:nowrap} .say+.say{margin-top:1.2mm;padding-top:1.2mm;border-top:.2mm solid ${LINE_STRONG}}
.eqn{display:flex;justify-content:space-between;text-align:center;font-size:10.5pt;line-height:5mm;margin:.5mm 0;font-weight:700} .eqn small{display:block;font-weight:400;font-size:7.5pt;line-height:3.6mm;color:${INK_2}}
.none{margin:1mm 0;font-size:8.5pt;color:${MUTED}}
.last{flex:1;display:flex;flex-direction:column} .more .last{flex:none;display:block;break-inside:avoid} .tail{margin-top:auto;break-inside:avoid}
.changes{margin:2mm 0 0;padding:1.2mm 3mm;border:.3mm solid ${INK};font-size:8.5pt;line-height:4.6mm;break-inside:avoid;flex:none} .changes p{margin:0}
.notes{margin:1.4mm 0 1.6mm;padding:.9mm 0 0;border-top:.25mm solid ${INK};font-size:7.5pt;line-height:3.6mm;color:${INK_2}} .notes span{margin-right:3mm}
.sign{display:grid;grid-template-columns:repeat(4,1fr);margin-right:.2mm;border:.3mm solid ${INK};break-inside:avoid} .sign div{height:14.8mm;padding:1.2mm 2.4mm;font-size:8.5pt;position:relative} .sign div+div{border-left:.2mm solid ${INK}}
.sign i{position:absolute;left:2.4mm;right:2.4mm;font-style:normal;font-size:7.5pt;color:${MUTED};border-bottom:.2mm solid ${INK};line-height:4mm} .sign i.n{top:5.8mm} .sign i.d{top:10.4mm}
.sign .st::after{content:"公章";position:absolute;right:6mm;top:.5mm;width:14mm;height:14mm;border:.3mm dashed ${ACCENT};border-radius:50%;color:${ACCENT};text-align:center;line-height:13.4mm;font-size:8pt}
footer{display:grid;grid-template-columns:22mm 1fr auto;gap:3.5mm;align-items:center;margin-top:.8mm;break-inside:avoid} .qr{display:block;width:22mm;height:22mm} .noqr{width:17mm;height:17mm;border:.3mm dashed ${LINE_STRONG}}
footer p{margin:0;font-size:8pt;line-height:4.4mm} footer .code{font-size:11pt;font-weight:700;letter-spacing:.06em;line-height:5.4mm} footer .tel{text-align:right} footer .tel b{font-size:13pt;line-height:6mm;display:block}
.mark{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;z-index:3;pointer-events:none} .mark b{transform:rotate(-30deg);font-size:52pt;letter-spacing:.1em;color:${ACCENT};opacity:.16;white-space:nowrap} .mark.long b{font-size:40pt}`;

/** Every measure times `scale` ten-thousandths, in hundredths of a unit. */
function scaled(css: string, scale: bigint): string {
  if (scale === 10_000n) return css;
  return css.replace(/(\d*)\.?(\d*)(mm|pt)\b/g, (whole, units: string, decimals: string, unit: string) => {
    if (units === '' && decimals === '') return whole;
    const hundredths = (BigInt(`${units || '0'}${decimals.padEnd(2, '0').slice(0, 2)}`) * scale + 5_000n) / 10_000n;
    return `${String(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, '0')}${unit}`;
  });
}

/** Where the numbers of pages stand: Chromium has no counter that a printer's page knows, so each is put on its own page. */
function numbersOf(pages: number): string {
  return Array.from({ length: pages }, (_, index) => `.pg${String(index + 1)}{top:${String((index + 1) * 297 - 8)}mm}`).join('');
}

/** The style of a sheet of so many pages. */
export function statementStyle(paper: StatementPaper, pages: number): string {
  const { widthMm, heightMm } = STATEMENT_SIZES[paper];
  return `@page{size:${String(widthMm)}mm ${String(heightMm)}mm;margin:0}${scaled(`${COMMON}${A4_STYLE}${numbersOf(pages)}`, SCALES[paper])}`;
}

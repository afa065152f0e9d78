import type { PaperSize } from './port-type.ts';
import { ACCENT, COMMON, INK, INK_2, LINE_LEDGER, LINE_STRONG, MUTED } from './receipt-style.ts';

export const A4: PaperSize = { widthMm: 210, heightMm: 297 };

/**
 * Reports on A4 portrait. The sheet is a table whose head and foot are the margins, so that every further page has
 * them too; rows and blocks never split, and a table that runs on repeats its head.
 */
export const REPORT_STYLE = `${COMMON}
@page{size:210mm 297mm;margin:0}
table{border-collapse:collapse;width:100%}
table.sheet{width:210mm;table-layout:fixed} .sheet>thead>tr>td{height:11mm;padding:0} .sheet>tfoot>tr>td{height:10mm;padding:0} .sheet>tbody>tr>td{padding:0 14mm;vertical-align:top}
header{display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:2.4mm}
h1{margin:0;font-size:21pt;line-height:10mm;letter-spacing:.5em;text-indent:.5em}
.who{font-size:8pt;line-height:4.6mm;color:${INK_2}} .who b{display:block;font-size:10pt;color:${INK};overflow-wrap:anywhere}
.no{text-align:right;font-size:8pt;line-height:4.6mm;color:${INK_2}} .no b{font-size:11pt;color:${ACCENT};letter-spacing:.02em}
.rule2{height:1.7mm;border-top:.8mm solid ${ACCENT};border-bottom:.25mm solid ${ACCENT}}
dl{margin:2.6mm 0 0;display:grid;grid-template-columns:auto auto auto auto;justify-content:space-between;gap:1.2mm 5mm} dl div{display:flex;gap:2mm;min-width:0} dt{flex:none;color:${MUTED}} dd{margin:0;font-weight:700;overflow-wrap:anywhere}
h2{margin:4mm 0 1mm;font-size:11pt;line-height:6mm;break-after:avoid} h2 small{margin-left:2mm;font-size:8pt;font-weight:400;color:${MUTED}}
.lines th,.lines td{padding:0 1.6mm;text-align:left;height:5.8mm;line-height:4.1mm;border-bottom:.2mm solid ${LINE_STRONG};overflow-wrap:anywhere} .lines tr{break-inside:avoid} .lines thead{display:table-header-group}
.lines th{font-size:8pt;height:5.6mm;border-top:.35mm solid ${INK};border-bottom:.3mm solid ${INK};white-space:nowrap}
.lines .led{border-left:.25mm solid ${LINE_LEDGER}} .lines .soft{color:${MUTED}} .lines .zero{color:${MUTED};font-weight:400} .lines td small{color:${MUTED};font-size:8pt} .lines .nw{white-space:nowrap} .lines .wide{width:32mm}
.lines tr.sum td{font-weight:700;border-top:.35mm solid ${INK};border-bottom:.9mm double ${INK};height:6.8mm}
.lines tr.mid td{font-weight:700;border-top:.3mm solid ${INK}} .lines tr.red td{font-weight:700;color:${ACCENT}}
.two{display:grid;grid-template-columns:1.12fr 1fr;gap:8mm;break-inside:avoid}
.cap{display:grid;grid-template-columns:auto 1fr auto auto;align-items:baseline;gap:3mm;margin-top:4mm;padding:1.8mm 2mm;border:.3mm solid ${INK};font-size:8pt;break-inside:avoid} .cap b{font-size:12pt;line-height:6.4mm;letter-spacing:.03em} .cap .fig{font-size:14pt;letter-spacing:0} .cap span{color:${MUTED}}
.under{margin:1.2mm 0 0;font-size:8pt;line-height:4.4mm;color:${INK_2}}
.end{break-inside:avoid;padding-top:4.5mm}
.sign{display:grid;grid-template-columns:1fr 1fr;border:.3mm solid ${INK}} .sign>div{padding:1.6mm 3mm 2.4mm} .sign>div+div{border-left:.3mm solid ${INK}} .sign p{margin:0;line-height:6mm} .sign b{margin-left:2mm} .sign .ln{display:flex;gap:2mm;line-height:9mm;color:${MUTED};font-size:8pt} .sign i{flex:1.6;border-bottom:.25mm solid ${INK};height:7.2mm} .sign i+span+i{flex:1}
.tip{margin:3mm 0 0;padding-top:1.2mm;border-top:.2mm solid ${LINE_STRONG};font-size:7.2pt;line-height:3.8mm;color:${INK_2}}`;

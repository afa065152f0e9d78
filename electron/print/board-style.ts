import { ACCENT, COMMON, INK, INK_2, LINE_LEDGER, LINE_STRONG, MUTED } from './receipt-style.ts';

/** Two sheets A4 landscape. A sheet is a shade lower than the paper, so that rounding never makes an empty page. */
export const BOARD_STYLE = `${COMMON}
@page{size:297mm 210mm;margin:0}
.p{width:297mm;height:209.6mm;padding:9mm 11mm 7mm;background:#fff;display:flex;flex-direction:column;overflow:hidden;break-inside:avoid;break-after:page} .p:last-child{break-after:auto}
header{flex:none;display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:1.8mm} h1{margin:0;font-size:19pt;line-height:9mm;letter-spacing:.4em;text-indent:.4em}
.who{font-size:8pt;line-height:4.4mm;color:${INK_2}} .who b{display:block;font-size:10pt;color:${INK}} .no{text-align:right;font-size:8pt;line-height:4.4mm;color:${INK_2}} .no b{font-size:11pt;color:${ACCENT}}
.rule2{flex:none;height:1.7mm;border-top:.8mm solid ${ACCENT};border-bottom:.25mm solid ${ACCENT}}
.kpi{flex:none;display:grid;grid-template-columns:repeat(4,1fr);gap:3mm;margin-top:3mm} .k{border:.25mm solid ${LINE_STRONG};padding:1.6mm 3mm 1.4mm} .k h3{margin:0;font-size:9pt;line-height:4.4mm;color:${INK_2}} .k>b{font-size:17pt;line-height:8mm;margin-right:2mm} .k em{font-size:8pt;font-weight:700} .k p{margin:.6mm 0 0;padding-top:.6mm;border-top:.2mm solid ${LINE_STRONG};font-size:7.5pt;line-height:3.8mm;color:${MUTED}}
.grid{flex:1;min-height:0;display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:3mm;margin-top:3mm} .g1{grid-template-rows:minmax(0,1.14fr) minmax(0,1fr)} .g2{grid-template-rows:minmax(0,.94fr) minmax(0,1fr)}
.stack{display:flex;flex-direction:column;gap:3mm;min-width:0;min-height:0} .stack>.c:last-child{flex:1} .stack>.c:first-child:not(:last-child){flex:none}
.c{border:.25mm solid ${LINE_STRONG};padding:1.8mm 3mm 1.4mm;display:flex;flex-direction:column;min-width:0;min-height:0;overflow:hidden} .w3{grid-column:span 3} .w4{grid-column:span 4} .w5{grid-column:span 5} .w7{grid-column:span 7} .w9{grid-column:span 9}
.c h2{margin:0;font-size:10pt;line-height:5mm} .c>p{margin:.2mm 0 .8mm;font-size:7.5pt;line-height:3.8mm;color:${MUTED}} .v{flex:1;min-height:0} .v>svg[role=img]{display:block;width:100%;height:100%}
table{border-collapse:collapse;width:100%;font-size:8.5pt} td,th{padding:0 1mm;height:5.6mm;border-bottom:.2mm solid ${LINE_STRONG};text-align:left;white-space:nowrap;line-height:4mm} th{font-size:7.5pt;border-bottom:.3mm solid ${INK};color:${INK_2}} .tight td{height:4.9mm;font-size:8pt} .tight th{height:4.6mm}
.led{border-left:.25mm solid ${LINE_LEDGER}} tr.on td{font-weight:700} tr.sum td{font-weight:700;border-top:.35mm solid ${INK};border-bottom:.9mm double ${INK}} .gap td{text-align:center;color:${MUTED}} .rk{color:${MUTED};text-align:right;width:6mm}
td.bar{width:34%} td.bar svg{display:block;width:100%;height:2.6mm}
.heat{table-layout:fixed;height:100%} .heat td,.heat th{padding:0;text-align:center;border:.25mm solid #fff;font-size:8pt;height:auto} .heat th:first-child{width:9mm;text-align:left}
.h0{background:#f4ecdd} .h1{background:#ecd3bd} .h2{background:#dfb196} .h3{background:#cf8a71} .h4{background:#b05648;color:#fff} .h5{background:#9e2a2b;color:#fff} .h6{background:#6f1518;color:#fff}
.spare{position:absolute}
.notes{flex:none;margin:2mm 0 0;font-size:7.5pt;line-height:4.2mm;color:${INK_2}}
footer{flex:none;display:flex;justify-content:space-between;padding-top:1.6mm;font-size:7.5pt;line-height:4mm;color:${MUTED}}`;

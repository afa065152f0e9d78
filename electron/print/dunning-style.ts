import { ACCENT, COMMON, INK, INK_2, LINE_CONTROL, LINE_LEDGER, LINE_STRONG, MUTED } from './receipt-style.ts';

/**
 * Notices on A4 portrait, each on sheets of its own. A sheet is a shade lower than the paper, so that rounding never
 * makes an empty page.
 */
export const DUNNING_STYLE = `${COMMON}
@page{size:210mm 297mm;margin:0}
.n{position:relative;width:210mm;height:296.6mm;padding:12mm 13mm 10mm;background:#fff;display:flex;flex-direction:column;overflow:hidden;break-inside:avoid;break-after:page}
.n:last-child{break-after:auto}
.n header{display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:2.4mm}
.n h1{margin:0;font-size:22pt;line-height:10mm;letter-spacing:.5em;text-indent:.5em}
.n .who{font-size:8pt;line-height:4.6mm;color:${INK_2}} .n .who b{display:block;font-size:10pt;color:${INK};overflow-wrap:anywhere}
.n .no{text-align:right;font-size:8pt;line-height:4.6mm;color:${INK_2}} .n .no b{font-size:11pt;color:${ACCENT};letter-spacing:.02em}
.rule2{flex:none;height:1.7mm;border-top:.8mm solid ${ACCENT};border-bottom:.25mm solid ${ACCENT}}
.n .to{margin:5mm 0 0;display:flex;align-items:baseline;gap:4mm;font-size:10pt;line-height:6mm} .n .to b{font-size:13pt;overflow-wrap:anywhere} .n .to em{margin-left:auto;flex:none;font-size:13pt;font-weight:700}
.n .cc{margin:.6mm 0 0;font-size:8.5pt;line-height:4.6mm;color:${INK_2}}
.n .ask{margin:3.4mm 0 4mm;padding:2.6mm 4mm;border-left:1.2mm solid ${ACCENT};background:#f7e8e3;font-size:11pt;line-height:6.4mm}
.n table{border-collapse:collapse;table-layout:fixed;width:100%}
.n th,.n td{padding:0 1.4mm;text-align:left;height:6.6mm;line-height:3.9mm;font-size:8.5pt;border-bottom:.2mm solid ${LINE_STRONG};white-space:nowrap}
.n th{font-size:8pt;height:6mm;border-top:.35mm solid ${INK};border-bottom:.3mm solid ${INK}}
.n .led{border-left:.25mm solid ${LINE_LEDGER}} .n td.item{font-weight:700;white-space:normal;overflow-wrap:anywhere} .n td.item small{display:block;font-weight:400;font-size:7pt;line-height:3.2mm;color:${MUTED}} .n td.basis{white-space:normal;overflow-wrap:anywhere}
.n tr.sum td{font-weight:700;border-top:.35mm solid ${INK};border-bottom:.9mm double ${INK};height:7.2mm}
.n col.fund{width:9.5mm} .n col.period{width:38mm} .n col.basis{width:33mm} .n col.billed,.n col.open{width:18mm} .n col.paid{width:17mm} .n col.due{width:18mm} .n col.over{width:13.5mm}
.n .cap{display:grid;grid-template-columns:auto 1fr auto auto;align-items:baseline;gap:3mm;margin:4mm 0 3.4mm;padding:1.8mm 2mm;border:.3mm solid ${INK};font-size:8pt} .n .cap b{font-size:12pt;line-height:6.4mm;letter-spacing:.03em} .n .cap .fig{font-size:15pt;letter-spacing:0} .n .cap span{color:${MUTED}}
.n .say{margin:0 0 2mm;display:grid;grid-template-columns:20mm 1fr;font-size:9pt;line-height:5mm} .n .say b{font-size:9pt} .n .say span{overflow-wrap:anywhere}
.n .foot{display:grid;grid-template-columns:1fr auto 26mm;gap:4mm;align-items:center;margin-top:2mm;font-size:8.5pt;line-height:5mm;color:${INK_2}} .n .foot p{margin:0} .n .foot .by{text-align:right;color:${INK};font-size:9pt} .n .foot .by b{display:block;font-size:10pt}
.n .seal2{justify-self:end;width:26mm;height:26mm;border:.3mm dashed ${ACCENT};border-radius:50%;color:${ACCENT};font-size:7.5pt;line-height:26mm;text-align:center}
.n .slip{margin-top:auto;border-top:.3mm dashed ${LINE_CONTROL};padding-top:3mm;font-size:8.5pt;line-height:5mm} .n .slip h2{margin:0 0 1mm;font-size:10pt;display:flex;gap:4mm;align-items:baseline} .n .slip h2 span{margin-left:auto;font-size:8.5pt;font-weight:400}
.n .slip p{margin:0;display:flex;gap:3mm;line-height:8mm} .n .slip .box{display:inline-block;width:3.2mm;height:3.2mm;margin:0 1.2mm 0 0;border:.25mm solid ${INK};vertical-align:-.4mm} .n .slip i{flex:1;border-bottom:.25mm solid ${INK};height:6.4mm} .n .slip em{white-space:nowrap}
.n .next{margin:auto 0 0;text-align:right;font-size:8pt;line-height:5mm;color:${INK_2}}`;

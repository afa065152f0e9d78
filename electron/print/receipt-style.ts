// The receipt's part of the look. The values are those of the tokens, the measures those of the mock-up.
export const INK = '#221d17';
export const INK_2 = '#4a4238';
export const MUTED = '#665c50';
export const LINE_STRONG = '#c9bda9';
export const LINE_CONTROL = '#8c8071';
export const LINE_LEDGER = '#d9aaa2';
export const ACCENT = '#9e2a2b';

export const COMMON = `
*{box-sizing:border-box}
html,body{margin:0;background:#fff}
body{font:400 9pt/1.5 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:${INK};font-variant-numeric:tabular-nums lining-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
em{font-style:normal}
.num{text-align:right!important;white-space:nowrap}.b{font-weight:700}`;

/**
 * A5 landscape. The watermark lies under the text, so that every figure of a reprint can be read. A sheet is
 * a shade lower than the paper, so that rounding never makes an empty page.
 */
export const A5_STYLE = `${COMMON}
@page{size:210mm 148mm;margin:0}
.a5{position:relative;isolation:isolate;width:210mm;height:147.6mm;padding:8mm 10mm;background:#fff;display:flex;flex-direction:column;overflow:hidden;break-inside:avoid;break-after:page}
.a5:last-child{break-after:auto}
.a5 header{display:grid;grid-template-columns:1fr auto 1fr;align-items:end;padding-bottom:2mm}
.a5 h1{margin:0;font-size:21pt;line-height:10mm;letter-spacing:.9em;text-indent:.9em}
.a5 .who{font-size:8pt;line-height:4.4mm;color:${INK_2}} .a5 .who b{display:block;font-size:10pt;color:${INK};overflow-wrap:anywhere}
.a5 .no{text-align:right;font-size:8pt;line-height:4.4mm;color:${INK_2}} .a5 .no b{font-size:11pt;color:${ACCENT};letter-spacing:.02em}
.rule2{flex:none;height:1.7mm;border-top:.8mm solid ${ACCENT};border-bottom:.25mm solid ${ACCENT}}
.a5 dl{margin:2.4mm 0 2.2mm;display:grid;grid-template-columns:1.2fr 1.2fr .8fr .9fr} .a5 dl div{display:flex;gap:2mm} .a5 dt{color:${MUTED}} .a5 dd{margin:0;font-weight:700;white-space:nowrap}
.a5 dl .long{order:1;grid-column:1/-1}
.a5 table{border-collapse:collapse;table-layout:fixed;width:100%}
.a5 th,.a5 td{padding:0 1.6mm;text-align:left;height:7mm;border-bottom:.2mm solid ${LINE_STRONG};white-space:nowrap;line-height:4mm}
.a5 th{font-size:8pt;height:6mm;border-top:.35mm solid ${INK};border-bottom:.3mm solid ${INK}}
.a5 .led{border-left:.25mm solid ${LINE_LEDGER}}
.a5 td.item{font-weight:700;white-space:normal;overflow-wrap:anywhere;padding-top:.8mm;padding-bottom:.8mm} .a5 td.item span{font-weight:400;white-space:nowrap} .a5 td.item small{display:block;font-size:7pt;font-weight:400;line-height:3.2mm;color:${INK_2}}
.a5 tr.sum td{font-weight:700;border-top:.35mm solid ${INK};border-bottom:.9mm double ${INK};height:7.2mm}
.a5 .cap{display:grid;grid-template-columns:auto 1fr auto auto;align-items:baseline;gap:3mm;margin-top:3mm;padding:1.8mm 2mm;border:.3mm solid ${INK};font-size:8pt} .a5 .cap b{font-size:12.5pt;line-height:6.4mm;letter-spacing:.04em} .a5 .cap b.long{font-size:9.5pt} .a5 .cap .fig{font-size:15pt;letter-spacing:0} .a5 .cap span{color:${MUTED}}
.a5 .foot{display:grid;grid-template-columns:1.15fr 1fr 27mm;gap:6mm;margin-top:3.4mm} .a5 .foot>div{min-width:0} .a5 .foot p{margin:0;line-height:7mm;display:flex;gap:2mm} .a5 .foot span{flex:none;color:${MUTED};min-width:13mm} .a5 .foot i{flex:1;border-bottom:.2mm solid ${INK};height:5mm}
.a5 .foot em.long{font-size:7.5pt;line-height:3.5mm;overflow-wrap:anywhere}
.a5 .foot div:nth-child(2) span{min-width:17mm}
.a5 .seal2{width:25mm;height:25mm;margin-top:-1.4mm;border:.3mm dashed ${ACCENT};border-radius:50%;color:${ACCENT};font-size:7.5pt;line-height:4mm;text-align:center;padding-top:8.2mm}
.a5 .rem{margin:0;display:flex;gap:2mm;font-size:8pt;line-height:4.4mm;overflow-wrap:anywhere} .a5 .rem span{flex:none;color:${MUTED};min-width:13mm}
.a5 .tip{margin:auto 0 0;padding-top:1.2mm;border-top:.2mm solid ${LINE_STRONG};font-size:7.2pt;line-height:3.8mm;color:${INK_2}}
.a5 .next{margin:auto 0 0;text-align:right;font-size:8pt;line-height:5mm;color:${INK_2}}
.a5 .wm{position:absolute;inset:0;z-index:-1;display:grid;place-items:center;font-size:96pt;font-weight:700;letter-spacing:.2em;text-indent:.2em;color:#fff;paint-order:stroke fill;-webkit-text-stroke:1.1mm ${LINE_CONTROL};opacity:.7;transform:rotate(-18deg)}
.a5 .lines{position:relative}
.a5 .void{position:absolute;right:34mm;top:calc(50% + 4mm);z-index:1;padding:.6mm 5mm 1mm;background:rgb(255 255 255 / .86);border:1.1mm solid ${ACCENT};color:${ACCENT};font-size:28pt;font-weight:700;letter-spacing:.3em;text-indent:.3em;line-height:12.5mm;text-align:center;white-space:nowrap;transform:translateY(-50%) rotate(-10deg)}
.a5 .void small{display:block;font-size:8pt;font-weight:400;letter-spacing:0;text-indent:0;line-height:4.2mm}`;

/** 80 mm roll: black only, 72 mm of print, nothing under 8 pt. */
export const ROLL_STYLE = `${COMMON}
@page{margin:0}
.th{width:80mm;padding:5mm 4mm 6mm;background:#fff;color:#000;font-size:9.5pt;line-height:1.45;overflow-wrap:anywhere}
.th h1{margin:0;text-align:center;font-size:17pt;line-height:9mm;letter-spacing:.6em;text-indent:.6em} .th p{margin:0} .th .c{text-align:center;font-size:10pt}
.th hr{border:0;border-top:.3mm dashed #000;margin:1.6mm 0} .th hr.d{border-top:.9mm double #000}
.th .kv{display:flex;justify-content:space-between;gap:3mm;line-height:5.3mm} .th .kv span{flex:none} .th .kv em{text-align:right}
.th table{border-collapse:collapse;width:100%;margin-top:1.6mm} .th tr{break-inside:avoid} .th th{font-size:9pt;text-align:left;border:solid #000;border-width:.3mm 0;padding:.6mm 0} .th td{padding:.9mm 0;vertical-align:top;border-bottom:.2mm dotted #000;font-weight:700} .th td.num{padding-left:2mm} .th small{display:block;font-size:8pt;font-weight:400;line-height:4mm} .th small span{display:inline-block}
.th .tot{display:flex;justify-content:space-between;align-items:baseline;margin-top:2mm;font-size:12pt;font-weight:700} .th .tot b{font-size:21pt;line-height:9mm} .th .cn{font-size:11pt;font-weight:700;text-align:right}
.th .box{border:.3mm solid #000;height:17mm;text-align:center;font-size:8.5pt;line-height:16mm}
.th .rem{font-size:8.5pt;line-height:4.6mm} .th .rem span{margin-right:2mm}
.th .n{margin-top:1.8mm;font-size:8pt;line-height:4.6mm}
.th .wm{text-align:center;font-size:34pt;font-weight:700;line-height:15mm;letter-spacing:.2em;text-indent:.2em;color:#fff;paint-order:stroke fill;-webkit-text-stroke:.6mm #000}
.th .void{margin-top:2mm;padding:1mm 2mm;border:.9mm solid #000;text-align:center;font-size:20pt;font-weight:700;line-height:10mm}`;

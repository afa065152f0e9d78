import type { StatementContent, StatementHead } from '../../shared/contract/statement-content.ts';
import { escapeHtml } from './receipt-values.ts';
import { drawingSvg, qrSvg } from './statement-charts.ts';
import { percent } from './statement-fees.ts';
import { circled, compareDrawing, figure, monthsDrawing, openHeadings, questions, sourcesDrawing, stepName, strong, type Heading } from './statement-parts.ts';

type Row = StatementContent['table'][number];

const STYLE = `:root{color-scheme:light}*{box-sizing:border-box}body{margin:0 auto;max-width:560px;padding:0 14px 32px;background:#fff;color:#221d17;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.rule{height:7px;border-top:4px solid #9e2a2b;border-bottom:1px solid #9e2a2b;margin:10px 0 12px}h1{margin:0;font-size:23px;line-height:1.35}h2{margin:26px 0 8px;font-size:18px;line-height:1.4;padding-bottom:5px;border-bottom:2px solid #221d17}h2 small{display:block;font-size:14px;font-weight:400;color:#665c50}h3{margin:0 0 4px;font-size:17px}h3 small{font-weight:400;color:#665c50}
.mut{color:#665c50;font-size:14px;margin:2px 0}.plain{margin:14px 0;padding:10px 14px;border-left:5px solid #9e2a2b;background:#f7e8e3;font-size:17px}.plain p{margin:0 0 6px}.plain p:last-child{margin:0}.mark{margin:12px 0;padding:8px 12px;border:2px solid #9e2a2b;color:#9e2a2b;font-weight:700;text-align:center}
.card{border:1px solid #c9bda9;border-radius:4px;padding:12px 14px;margin:10px 0}.card.sum{border:2px solid #221d17}.big{display:flex;justify-content:space-between;align-items:baseline;gap:10px;margin-top:6px}.big b{font-size:23px;line-height:1.3}dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0}dt{color:#665c50}dd{margin:0;text-align:right}dl.words{margin-bottom:6px}dl.words dd{font-size:15px}.total{border-top:1px solid #221d17;border-bottom:4px double #221d17;font-weight:700;padding:4px 0}
ul{list-style:none;margin:0;padding:0}li{display:flex;justify-content:space-between;gap:12px;padding:7px 0;border-bottom:1px solid #e2dacb}li small{display:block;color:#665c50;font-size:13px}li b,li span.n{white-space:nowrap}.ch{display:block;width:100%;height:auto;font-family:inherit}.say{padding:8px 0;border-bottom:1px solid #e2dacb}.eqn{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 8px;font-weight:700;font-size:18px}.eqn span{text-align:center}.eqn small{display:block;font-weight:400;font-size:13px;color:#665c50}
.notes p{margin:6px 0;font-size:15px;color:#4a4238}.code{display:flex;gap:14px;align-items:center;margin-top:24px;padding-top:14px;border-top:2px solid #221d17}.qr{flex:none;width:112px;height:112px}.code b{font-size:19px;letter-spacing:.05em}.digest{font-size:12px;color:#665c50;word-break:break-all}a{color:#285a86}`;

/** A statement for the phone: one file, no script, nothing from elsewhere, every figure of the sheet; a table's row becomes a card. Pure; every text is escaped. */
export function phonePage(content: StatementContent, { code, digest, state, supersededWhy }: Pick<StatementHead, 'code' | 'digest' | 'state' | 'supersededWhy'>, qr: string | null): string {
  const { title, subtitle, number, version, preparedOn, postedFrom, postedTo, workdays, summary, notes, changes, phone } = content;
  const mark = state === 'superseded' ? `已被取代${supersededWhy === null || supersededWhy === '' ? '' : `：${supersededWhy}`}` : state === 'published' ? '' : '草稿';
  const changed = version === 1 || changes.length === 0 ? '' : `<div class="card"><h3>第 ${String(version)} 版改了什么</h3>${changes.map((text) => `<p class="mut">${escapeHtml(text)}</p>`).join('')}</div>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no"><title>${escapeHtml(`${title} ${subtitle}`)}</title><style>${STYLE}</style></head><body>
<div class="rule"></div><h1>${escapeHtml(title)}</h1><p class="mut">${escapeHtml(subtitle)}</p><p class="mut">编号 ${escapeHtml(number)}　第 ${String(version)} 版　${escapeHtml(preparedOn)} 制<br>张贴 ${escapeHtml(postedFrom)} 至 ${escapeHtml(postedTo)}，${String(workdays)} 个工作日　单位：元</p>${mark === '' ? '' : `<div class="mark">${escapeHtml(mark)}</div>`}
<div class="plain">${summary.map((text) => `<p>${strong(text)}</p>`).join('')}</div>${changed}${content.kind === 'fees' ? feesPart(content) : commonPart(content)}
<div class="notes"><h2>说明</h2>${notes.map((text, index) => `<p>${circled(index + 1)} ${strong(text)}</p>`).join('')}</div>
<div class="code">${qr === null ? '' : qrSvg(qr)}<div><div class="mut">核验码</div><b>${code === null ? '公布后才有' : escapeHtml(code)}</b>${digest === null ? '' : `<div class="digest">摘要 ${escapeHtml(digest)}</div>`}</div></div>
<p>有异议请致电 <b>${escapeHtml(phone)}</b>；价格举报 <b>12315</b>。</p></body></html>`;
}

const item = (name: string, note: string, amount: string, look = ''): string => `<li${look === '' ? '' : ` class="${look}"`}><span>${escapeHtml(name)}${note === '' ? '' : `<small>${escapeHtml(note)}</small>`}</span><span class="n">${amount}</span></li>`;

/** From the opening balance to the closing one, and where the money is. */
function balancePart({ steps, closingFen, holdings, differenceFen }: StatementContent, heading: Heading): string {
  if (steps.length === 0) return '';
  return `${heading('余额怎么变的')}<ul>${steps.filter(({ key }) => key !== 'closing').map((step) => item(stepName(step), step.basis, figure(step.amountFen))).join('')}${item('期末余额', '', figure(closingFen), 'total')}${holdings.map(({ name, basis, amountFen }) => item(name, basis, figure(amountFen))).join('')}${item('差额', '期末余额 − 以上各项', `<b>${figure(differenceFen)}</b>`)}</ul>`;
}

function commonPart(content: StatementContent): string {
  const heading = openHeadings();
  const { homes, sourcesFinding, equations } = content;
  return `${heading('收入与成本', `净收益 = 实收 − 税费 − 能耗 − 直接成本；${String(homes)} 户共有`)}${content.table.map(sourceCard).join('')}${totalCard(content)}${balancePart(content, heading)}${heading(sourcesFinding)}${drawingSvg(sourcesDrawing(content), 'h1', sourcesFinding)}${costsPart(content, heading)}${equations.length === 0 ? '' : `${heading(questions(equations.length))}${asked(content)}`}${charts(content, heading)}`;
}

function sourceCard({ name, detail, notes, place, party, term, standard, billedFen, receivedFen, taxFen, energyFen, directFen, netFen }: Row): string {
  const words = ([['位置/数量', place], ['对方', party], ['合同期', term], ['标准', standard]] as const).filter(([, text]) => text !== '').map(([label, text]) => `<dt>${label}</dt><dd>${escapeHtml(text)}</dd>`).join('');
  return `<div class="card"><h3>${escapeHtml(name)}${detail === '' ? '' : ` <small>${escapeHtml(detail)}</small>`}${notes.map(circled).join('')}</h3><dl class="words">${words}</dl><dl>${amounts({ billedFen, receivedFen, taxFen, energyFen, directFen })}</dl><div class="big"><span>净收益</span><b>${figure(netFen)}</b></div></div>`;
}

type Amounts = Pick<Row, 'billedFen' | 'receivedFen' | 'taxFen' | 'energyFen' | 'directFen'>;
const amounts = ({ billedFen, receivedFen, taxFen, energyFen, directFen }: Amounts): string => ([['应收', billedFen], ['实收', receivedFen], ['税费', taxFen], ['能耗', energyFen], ['直接成本', directFen]] as const).map(([label, fen]) => `<dt>${label}</dt><dd>${figure(fen)}</dd>`).join('');

const totalCard = ({ totals }: StatementContent): string => `<div class="card sum"><h3>合计</h3><dl>${amounts(totals)}</dl><div class="big"><span>净收益</span><b>${figure(totals.netFen)}</b></div></div>`;

function costsPart({ costs, costTotalFen, kind }: StatementContent, heading: Heading): string {
  return `${heading(kind === 'fees' ? '钱花在哪里' : '成本用在哪里')}<ul>${costs.map(({ category, what, amountFen }) => item(what, category, figure(amountFen))).join('')}${item('合计', '', figure(costTotalFen), 'total')}</ul>`;
}

const asked = ({ equations }: StatementContent): string => equations.map(({ ask, answer, terms }) => `<div class="say"><b>${escapeHtml(ask)}</b>${strong(answer)}<div class="eqn">${terms.map(({ name, sign, amountFen }) => `<span>${escapeHtml(sign)}</span><span>${figure(amountFen)}<small>${escapeHtml(name)}</small></span>`).join('')}</div></div>`).join('');

/** The pictures, and below them the income and costs that they draw. */
function charts(content: StatementContent, heading: Heading): string {
  const { months, monthsFinding, compare, compareFinding } = content;
  const list = (rows: readonly { label: string; incomeFen: number; costFen: number; netFen: number }[]): string => `<ul>${rows.map(({ label, incomeFen, costFen, netFen }) => item(label, `收入 ${figure(incomeFen)}，成本 ${figure(costFen)}`, figure(netFen))).join('')}</ul>`;
  const byMonth = months.length === 0 ? '' : `${heading(monthsFinding)}${drawingSvg(monthsDrawing(content), 'h2', monthsFinding)}${list(months.map(({ month, ...rest }) => ({ label: month, ...rest })))}`;
  return `${byMonth}${heading(compareFinding)}${compare.length === 0 ? '' : `${drawingSvg(compareDrawing(content), 'h3', compareFinding)}${list(compare.map(({ name, ...rest }) => ({ label: name, ...rest })))}`}`;
}

function feesPart(content: StatementContent): string {
  const heading = openHeadings();
  const { table, totals, fees, incomeFen, costFen, equations } = content;
  const cards = table.map(({ name, detail, notes, place, standard, billedFen, receivedFen }) => `<div class="card"><h3>${escapeHtml(name)}${detail === '' ? '' : ` <small>${escapeHtml(detail)}</small>`}${notes.map(circled).join('')}</h3><p class="mut">${escapeHtml([place, standard].filter(Boolean).join('；'))}</p><dl><dt>应收</dt><dd>${figure(billedFen)}</dd></dl><div class="big"><span>实收</span><b>${figure(receivedFen)}</b></div></div>`).join('');
  const total = `<div class="card sum"><h3>合计</h3><dl><dt>应收</dt><dd>${figure(totals.billedFen)}</dd></dl><div class="big"><span>实收</span><b>${figure(totals.receivedFen)}</b></div></div>`;
  if (fees === null) return `${heading('收了多少')}${cards}${total}${balancePart(content, heading)}${costsPart(content, heading)}${charts(content, heading)}`;
  const { posts, profitFen, capPermyriad, capFen, overCapFen, rates, arrearsFen, arrearsHomes } = fees;
  const profit = `<ul>${item('收入', '', figure(incomeFen))}${item('成本', '', figure(-costFen))}${item('结余', '收入 − 成本', figure(profitFen), 'total')}${item('利润上限', capFen === null ? '没有约定' : `收入 × ${percent(capPermyriad)}`, capFen === null ? '—' : figure(capFen))}${item('超出上限、流回业主', '结余 − 上限', figure(overCapFen))}</ul>`;
  const collected = `<ul>${rates.map(({ name, definition, numeratorFen, denominatorFen, permyriad }) => item(name, `${definition}：${figure(numeratorFen)} ÷ ${figure(denominatorFen)}`, `<b>${percent(permyriad)}</b>`)).join('')}${item('期末欠费', `${String(arrearsHomes)} 户，只公布总数`, figure(arrearsFen))}</ul>`;
  const people = posts.length === 0 ? '' : `${heading('人员费用按岗位')}<ul>${posts.map(({ post, headcount, amountFen }) => item(post, `${String(headcount)} 人`, figure(amountFen))).join('')}</ul>`;
  return `${heading('收了多少')}${cards}${total}${balancePart(content, heading)}${costsPart(content, heading)}${people}${heading('结余和利润上限')}${profit}${heading('收缴率和欠费')}${collected}${equations.length === 0 ? '' : `${heading(questions(equations.length))}${asked(content)}`}${charts(content, heading)}`;
}

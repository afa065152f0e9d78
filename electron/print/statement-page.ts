import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { escapeHtml } from './receipt-values.ts';
import { drawingSvg, qrSvg } from './statement-charts.ts';
import { feesBody } from './statement-fees.ts';
import { circled, columns, commonTable, costsTable, equationsPart, openHeadings, pairCharts, questions, sourcesDrawing, stepsTable, strong, type Heading } from './statement-parts.ts';
import { statementStyle, type StatementPaper } from './statement-style.ts';

/** What a sheet carries beside its content: `code` and `qr` once it is published, `mark` across it while it is not what hangs on the wall, `pages` how many it takes. */
export type StatementFrame = { paper: StatementPaper; code: string | null; qr: string | null; mark: string; pages: number };

/** Where the mark of a sheet that was kept is put in later. */
const BODY = '<body>';

/** The sheet for the wall (domain.md 8), on A4 or A3 portrait: pure, every text escaped, nothing of a resident in it but what the content says. */
export function statementPage(content: StatementContent, { paper, code, qr, mark, pages }: StatementFrame): string {
  const { title, number, version } = content;
  const heading = openHeadings();
  const body = content.kind === 'fees' ? feesBody(content, heading) : commonBody(content, heading, pages);
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(`${title} ${number} 第 ${version} 版`)}</title><link rel="stylesheet" href="app://mingbai/fonts.css"><style nonce="__NONCE__">${statementStyle(paper, pages)}</style></head>${BODY}${numbers(content, pages)}<table class="page"><thead><tr><td></td></tr></thead><tfoot><tr><td></td></tr></tfoot><tbody><tr><td><article class="sheet${pages > 1 ? ' more' : ''}"><div class="rule2"></div>${head(content)}${summary(content)}${changes(content)}${body}<div class="last">${content.kind === 'common' && pages === 1 ? '' : pairCharts(content, heading)}${tail(content, code, qr)}</div></article></td></tr></tbody></table></body></html>`;
  return markStatement(page, mark);
}

function numbers({ title, number, version }: StatementContent, pages: number): string {
  return Array.from({ length: pages }, (_, index) => `<div class="pg pg${String(index + 1)}"><span>${escapeHtml(`${title}　${number} 第 ${String(version)} 版`)}</span><span>第 ${String(index + 1)} 页，共 ${String(pages)} 页</span></div>`).join('');
}

/** A sheet with a mark across each of its pages: 草稿, 已被第 2 版取代; none where it is ''. */
export function markStatement(page: string, mark: string): string {
  return mark === '' ? page : page.replace(BODY, () => `${BODY}<div class="mark${mark.length > 6 ? ' long' : ''}"><b>${escapeHtml(mark)}</b></div>`);
}

function head({ number, version, preparedOn, title, subtitle, postedFrom, postedTo, workdays }: StatementContent): string {
  return `<header><div class="l">编号 ${escapeHtml(number)}<br>第 ${String(version)} 版　${escapeHtml(preparedOn)} 制</div><div><h1${title.length > 16 ? ' class="long"' : ''}>${escapeHtml(title)}</h1><div class="sub">${escapeHtml(subtitle)}</div></div><div class="r">张贴 ${escapeHtml(postedFrom)} 至 ${escapeHtml(postedTo)}<br>${String(workdays)} 个工作日　单位：元</div></header>`;
}

function summary({ summary: sentences }: StatementContent): string {
  return `<div class="plain${sentences.join('').length > 120 ? ' long' : ''}">${sentences.map((text) => `<p>${strong(text)}</p>`).join('')}</div>`;
}

/** About how high a row of a table, a bar of the picture and a question are, in the units of drawings. */
const [ROW, BAR, QUESTION] = [16, 23, 60];

/** On one page two columns that share its height, on several the sections row by row. */
function commonBody(content: StatementContent, heading: Heading, pages: number): string {
  const { homes, equations, sourcesFinding, table, steps, holdings, costs } = content;
  const income = `${heading('收入与成本', '净收益 = 实收 − 税费 − 能耗 − 直接成本', `${String(homes)} 户共有`)}${commonTable(content)}`;
  const balance = `<section>${heading('余额怎么变的')}${stepsTable(content)}</section>`;
  const sources = `<section>${heading(sourcesFinding)}${drawingSvg(sourcesDrawing(content), 'h1', sourcesFinding)}</section>`;
  const spent = `<section>${heading('成本用在哪里')}${costsTable(content)}</section>`;
  const asked = `<section>${equations.length === 0 ? '' : `${heading(questions(equations.length))}${equationsPart(content)}`}</section>`;
  if (pages > 1) return `${income}<div class="two">${balance}${sources}</div><div class="two">${spent}${asked}</div>`;
  const left = { html: `${balance}${spent}`, height: (steps.length + holdings.length + costs.length + 5) * ROW };
  return `${income}${columns(content, heading, left, { html: `${sources}${asked}`, height: table.length * BAR + equations.length * QUESTION + 2 * ROW })}`;
}

/** A later version says what it changed, first of all. */
function changes({ version, changes: list }: StatementContent): string {
  return version === 1 || list.length === 0 ? '' : `<div class="changes"><p><b>第 ${String(version)} 版改了什么：</b>${list.map((text) => escapeHtml(text)).join('；')}</p></div>`;
}

const SIGNERS = ['制表', '复核', '业委会监督'] as const;

/** Notes, signatures and seal, the code: what ends a sheet and never splits. */
function tail({ notes, version, phone }: StatementContent, code: string | null, qr: string | null): string {
  const list = notes.map((text, index) => `<span>${circled(index + 1)} ${strong(text)}</span>`).join(' ');
  const versions = version === 1 ? '第 1 版，首次公布；如有更正，另出新版并写明改了什么' : `第 ${String(version)} 版，以本版为准；改了什么见上`;
  const codeText = code === null ? '公布后才有核验码' : escapeHtml(code);
  return `<div class="tail">${list === '' ? '' : `<div class="notes">${list}</div>`}<div class="sign">${SIGNERS.map((name) => `<div>${name}<i class="n">签名</i><i class="d">日期</i></div>`).join('')}<div class="st">盖章</div></div>
<footer>${qr === null ? '<span class="noqr"></span>' : qrSvg(qr)}<div><p>核验码</p><p class="code">${codeText}</p><p class="mut">${versions}</p></div><div class="tel"><p>有异议请致电<b>${escapeHtml(phone)}</b>价格举报 12315</p></div></footer></div>`;
}

import type { Output } from '../../shared/contract/index.ts';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import type { BillSteps } from '../../shared/domain/charging-price.ts';
import type { TariffTerms } from '../../shared/domain/charging-tariff.ts';
import { formatEnergy } from '../../shared/domain/meter.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { escapeHtml } from './receipt-values.ts';
import { REPORT_STYLE } from './shift-style.ts';

type Session = Output<'charging.getSession'>;
type Line = Session['lines'][number];
export type SessionFacts = {
  session: Session; /** The bill as it is: of the last correction, or the first. */ bill: Pick<Session, 'start' | 'end' | 'energy' | 'method' | 'extras' | 'totalFen'>; place: string;
  periods: readonly (Line & { hours: readonly string[]; seconds: number })[]; terms: TariffTerms; steps: BillSteps; officeName: string; officePhone: string; printedOn: string;
};

const STYLE = `${REPORT_STYLE}
h1{letter-spacing:.2em;text-indent:.2em;font-size:19pt} dl{grid-template-columns:1fr 1fr;gap:1.2mm 8mm} dl .all{grid-column:1/-1} dt{min-width:14mm} .lines td{padding-top:.7mm;padding-bottom:.7mm} .lines td.b{font-weight:700}
.keep{white-space:nowrap} .said{margin:1mm 0 0;padding-left:6mm;line-height:6mm} .said li{break-inside:avoid;overflow-wrap:anywhere}`;

const PERIODS: Readonly<Record<string, string>> = { critical: '尖', peak: '峰', flat: '平', valley: '谷', deep: '深谷' };
const KINDS = { ev: '汽车充电桩', ebike: '电瓶车插座' } as const;
const CHANGES = { correction: '更正', refund: '退款' } as const;
const EXTRAS = { idle: '充满后占位', parking: '充电时停车' } as const;
/** The way the energy was parted, as one would say it. */
const METHODS: Readonly<Record<Session['method'], string>> = {
  reported: '平台分别报了各时段的电量，加起来正好等于总电量，就按平台报的算。', metered: '按充电当中的电表读数分到各时段；两次读数之间跨时段的，按秒分摊。', uniform: '这次充电从头到尾只有一个价，电量不用分。',
  prorata: '平台只报了总电量，没有报各时段的，所以按在各时段里充了多少秒来分，是估算。',
};
const UNIT = 100_000;

/** A price in yuan with the four or five decimals that it has. */
function priceText(price: number): string {
  return `${(price - (price % UNIT)) / UNIT}.${String(price % UNIT).padStart(5, '0').replace(/0$/, '')}`;
}

const yuan = (fen: number): string => `${formatFen(fen).replace('-', '−')} 元`;
const figure = (fen: number): string => formatFen(fen).replace('-', '−');
/** The end of a period is within it by the second only; minutes are rounded down, seconds said where there are any. */
function timeText(seconds: number): string {
  const [rest, minutes] = [seconds % 60, (seconds - (seconds % 60)) / 60];
  const [hours, left] = [(minutes - (minutes % 60)) / 60, minutes % 60];
  return [hours === 0 ? '' : `${hours} 小时`, left === 0 ? '' : `${left} 分`, rest === 0 ? '' : `${rest} 秒`].filter(Boolean).join(' ') || '—';
}

/** How a session's bill came about, for the person who asks, on A4. Pure; every text is escaped. */
export function sessionPage(facts: SessionFacts): string {
  const { session, officeName, officePhone, printedOn } = facts;
  const phone = officePhone ? `电话 ${escapeHtml(officePhone)}` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(`充电账单说明 ${session.orderNo}`)}</title><link rel="stylesheet" href="app://mingbai/fonts.css"><style nonce="__NONCE__">${STYLE}</style></head><body><table class="sheet"><thead><tr><td></td></tr></thead><tfoot><tr><td></td></tr></tfoot><tbody><tr><td>
<header><div class="who"><b>${escapeHtml(officeName)}</b>${phone}</div><h1>充电账单说明</h1><div class="no">打印日期<br>${printedOn}</div></header><div class="rule2"></div>
${head(facts)}${periodTable(facts)}<h2>怎么算的</h2><ol class="said">${sentences(facts).map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>${changeTable(session)}
<div class="cap"><span>${session.changes.length === 0 ? '应付' : '现在算'}大写</span><b>${capitalAmount(session.standsFen)}</b><span>¥</span><b class="fig">${formatFen(session.standsFen)}</b></div>
<p class="tip">电费和服务费分开标价、分开记账，都进全体业主的公共收益。本页只说明账是怎么算的，不是收据，也不是税务发票。对账有疑问，请到物业前台${officePhone ? `或拨打 <span class="keep">${escapeHtml(officePhone)}</span>` : ''}；价格投诉热线 12315。</p></td></tr></tbody></table></body></html>`;
}

function head({ session, bill, place }: SessionFacts): string {
  const where = `${session.device}-${session.connector}（${KINDS[session.kind]}）${place === '' ? '' : `，${place}`}`;
  const who = [session.customer, session.plate].filter(Boolean).join('　');
  const list: (readonly [string, string])[] = [
    ['订单号', session.orderNo], ['平台', session.platform], ['设备', where], ['开始', bill.start], ['结束', bill.end], ['电量', `${formatEnergy(bill.energy)} 度`], ['电价', `${session.tariff}（第 ${session.version} 版）`], ['用户', who], ['支付', session.paidBy], ['停止', session.stop],
  ];
  return `<dl>${list.filter(([, value]) => value !== '').map(([name, value]) => `<div${name === '设备' ? ' class="all"' : ''}><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

function periodTable({ bill, periods, steps }: SessionFacts): string {
  const sum = (field: 'energyFen' | 'serviceFen'): number => periods.reduce((total, line) => total + line[field], 0);
  const lines = periods.map(({ code, hours, seconds, energy, energyPrice, servicePrice, energyFen, serviceFen }) => `<tr><td class="b">${escapeHtml(PERIODS[code] ?? code)}</td><td><small>${hours.join('、')}</small></td><td class="nw">${timeText(seconds)}</td><td class="num led">${formatEnergy(energy)}</td><td class="num led">${priceText(energyPrice)}</td><td class="num">${priceText(servicePrice)}</td><td class="num led">${figure(energyFen)}</td><td class="num">${figure(serviceFen)}</td></tr>`);
  const extras = bill.extras.map(({ kind, minutes, amountFen }) => `<tr><td class="b">${EXTRAS[kind]}</td><td colspan="6"><small>计费 ${minutes} 分钟</small></td><td class="num">${figure(amountFen)}</td></tr>`);
  const adjusted = steps.startFen > 0 || steps.raisedFen > 0 || steps.cutFen > 0 ? '<small>（含下面说明的起步费、最低消费或封顶）</small>' : '';
  return `<h2>分时段 <small>钟点是这个时段一天里的起止，时长是这次充电在里面的时间</small></h2><table class="lines"><thead><tr><th>时段</th><th>钟点</th><th>时长</th><th class="num led">电量 度</th><th class="num led">电价 元/度</th><th class="num">服务费 元/度</th><th class="num led">电费 元</th><th class="num">服务费 元</th></tr></thead>
<tbody>${lines.join('')}${extras.join('')}<tr class="sum"><td colspan="3">合计 ${yuan(bill.totalFen)}${adjusted}</td><td class="num led">${formatEnergy(bill.energy)}</td><td class="led"></td><td></td><td class="num led">${figure(sum('energyFen'))}</td><td class="num">${figure(sum('serviceFen') + bill.extras.reduce((total, { amountFen }) => total + amountFen, 0))}</td></tr></tbody></table>`;
}

/** Step by step, in the words of the desk. */
function sentences({ session, bill, terms, steps }: SessionFacts): string[] {
  const { theirFen, billedFen } = session;
  const { minimumFen, capFen, startFen, idleFen, idleGraceMinutes, parkingFen, parkingFreeMinutes } = terms;
  const minutesOf = (kind: 'idle' | 'parking') => bill.extras.find((one) => one.kind === kind);
  const [idle, parking] = [minutesOf('idle'), minutesOf('parking')];
  return [
    METHODS[bill.method],
    terms.basis === 'energy' ? `电费＝各时段电量×电价，加起来再四舍五入到分，只舍入一次：${yuan(steps.energyFen)}；服务费一样：${yuan(steps.serviceFen)}。表里各时段的数按比例摊开，加起来正好。` : `这一单用的是按时间计价的老办法，没有分开的电费：按时间是 ${yuan(steps.serviceFen)}。`,
    ...(startFen > 0 ? [`起步费 ${yuan(startFen)}，算在服务费里。`] : []),
    ...(steps.raisedFen > 0 ? [`不足最低消费 ${yuan(minimumFen)}，服务费补 ${yuan(steps.raisedFen)}。`] : []),
    ...(steps.cutFen > 0 ? [`超过封顶 ${yuan(capFen ?? 0)}，减 ${yuan(steps.cutFen)}，先减服务费。`] : []),
    ...(idle ? [`充满后占位：过了免费的 ${idleGraceMinutes} 分钟，每分钟 ${yuan(idleFen)}，${idle.minutes} 分钟共 ${yuan(idle.amountFen)}。`] : []),
    ...(parking ? [`充电时停车：过了免费的 ${parkingFreeMinutes} 分钟，每小时 ${yuan(parkingFen)}，不足一小时按一小时，共 ${yuan(parking.amountFen)}。`] : []),
    ...(theirFen === null ? [] : [theirFen === billedFen ? `平台收的是 ${yuan(theirFen)}，和这里算的一致。` : `平台收的是 ${yuan(theirFen)}，比这里算的${theirFen > billedFen ? '多' : '少'} ${yuan(Math.abs(theirFen - billedFen))}。`]),
  ];
}

function changeTable({ changes, totalFen, standsFen, on }: Session): string {
  if (changes.length === 0) return '';
  const rows = changes.map((change) => `<tr><td class="nw">${change.on}</td><td>${CHANGES[change.kind]}</td><td>${escapeHtml(change.reason)}${change.energy === 0 ? '' : ` <small>电量 ${formatEnergy(change.energy).replace('-', '−')} 度</small>`}</td><td>${escapeHtml(change.by)}</td><td class="num led">${figure(change.energyFen + change.serviceFen + change.extraFen)}</td></tr>`);
  return `<h2>更正和退款</h2><table class="lines"><thead><tr><th>日期</th><th>事由</th><th>原因</th><th>经办</th><th class="num led">增减 元</th></tr></thead><tbody><tr><td class="nw">${on}</td><td>最初的账单</td><td></td><td></td><td class="num led">${figure(totalFen)}</td></tr>${rows.join('')}<tr class="sum"><td colspan="4">现在算</td><td class="num led">${figure(standsFen)}</td></tr></tbody></table>`;
}

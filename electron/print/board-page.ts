import type { Output } from '../../shared/contract/index.ts';
import { ageingFinding, cashFinding, changeOf, chargingFinding, deviceFinding, expiringFinding, heatFinding, parkingFinding, rateFinding, shopFinding, sourceFinding } from '../../shared/domain/board-findings.ts';
import { collectionRatios, percentText, permille, tenths, type CollectionFigures } from '../../shared/domain/collection.ts';
import { formatFen, sumFen } from '../../shared/domain/money.ts';
import { barCell, columnsSvg, heatTable } from './board-charts.ts';
import { BOARD_STYLE } from './board-style.ts';
import { BUCKETS, fill, FINDINGS, FUNDS, SOURCES, WEEKDAYS } from './board-words.ts';
import type { PaperSize } from './port-type.ts';
import { escapeHtml } from './receipt-values.ts';
import type { Office } from './report-page.ts';

type Board = Output<'board.summary'>;
export const A4_LANDSCAPE: PaperSize = { widthMm: 297, heightMm: 210 };

const money = (fen: number): string => formatFen(fen).replace('-', '−');
const [KILO, TENTH] = [100_000, 10_000] as const;
/** Fen as thousands of yuan with a decimal, rounded half away from zero. */
const thousands = (fen: number): string => { const value = Math.floor((Math.abs(fen) + TENTH / 2) / TENTH); return `${fen < 0 && value > 0 ? '−' : ''}${Math.floor(value / 10)}.${value % 10}`; };
/** From ten thousand yuan on no decimal is worth its place under a column. */
const underBar = (fen: number): string => (Math.abs(fen) < 10 * KILO ? thousands(fen) : thousands(fen < 0 ? fen - (KILO - TENTH) / 2 : fen + (KILO - TENTH) / 2).replace(/\.\d$/, ''));
const scale = (fen: number): string => (fen % KILO === 0 ? String(fen / KILO) : thousands(fen));
const monthNo = (month: string): string => String(Number(month.slice(5)));
const spanText = ({ from, to }: Board['months']): string => (from === to ? from : `${from} 至 ${to}`);

/** The board on two sheets A4 landscape for a meeting of owners. Pure; every text is escaped. Leases are told by their number only: no name, home, plate or phone is here. */
export function boardPage(board: Board, office: Office): string {
  const { months, then, asOf } = board;
  const head = (page: number): string => `<header><div class="who"><b>${escapeHtml(office.estateName)}</b>${escapeHtml(office.officeName)}</div><h1>经营看板</h1><div class="no"><b>${spanText(months)}</b><br>${then ? `与 ${spanText(then)} 比，` : ''}余额和欠费为 ${asOf}</div></header><div class="rule2"></div>${page === 1 ? keyFigures(board) : ''}`;
  const sheet = (page: number, body: string, notes = ''): string => `<section class="p">${head(page)}<div class="grid g${page}">${body}</div>${notes}<footer><span>收入按账上的月份；净收益按下面的口径，可在程序里点到凭证。</span><span>第 ${page} 页，共 2 页</span></footer></section>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(`经营看板 ${spanText(months)}`)}</title><link rel="stylesheet" href="app://mingbai/fonts.css"><style nonce="__NONCE__">${BOARD_STYLE}</style></head><body>${sheet(1, [chargingCard(board), parkingCard(board), ageingCard(board), ratesCard(board), sourcesCard(board), cashCard(board)].join(''))}${sheet(2, [heatCard(board), devicesCard(board), monthsCard(board), `<div class="stack w3">${expiringCard(board)}${shopCard(board)}</div>`].join(''), NOTES)}</body></html>`;
}

const card = (width: number, title: string, note: string, body: string): string => `<article class="c w${width}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(note)}</p><div class="v">${body}</div></article>`;

function keyFigures({ collection, charging, parking, common, then }: Board): string {
  const rate = (figures: CollectionFigures) => permille(collectionRatios(figures).current);
  const [now, before] = [rate(collection.now), collection.then ? rate(collection.then) : undefined];
  const { current } = collection.now;
  const pointsText = now === undefined || before === undefined ? '' : now === before ? '没有变' : `${now > before ? '▲ 高' : '▼ 低'} ${tenths(Math.abs(now - before))} 个百分点`;
  const changed = (fen: number | null, thenFen: number | null | undefined): string => {
    if (!then || fen === null || thenFen === null || thenFen === undefined) return '';
    const { differenceFen, permille: share } = changeOf(fen, thenFen);
    return differenceFen === 0 ? '没有变' : `${differenceFen > 0 ? '▲ 多' : '▼ 少'} ${money(Math.abs(differenceFen))}${share === null ? '' : `（${tenths(share)}%）`}`;
  };
  const box = (name: string, figure: string, change: string, definition: string): string => `<article class="k"><h3>${name}</h3><b>${figure}</b><em>${change}</em><p>${definition}</p></article>`;
  const { parts } = common.now;
  const { now: earned } = charging;
  return `<div class="kpi">${box('当期收缴率', now === undefined ? '—' : `${tenths(now)}%`, pointsText, `已收 ${money(current.collectedFen)} ÷ 应收 ${money(current.billedFen - current.cancelledFen)}`)}
${box('充电净收益', earned.netFen === null ? '—' : `¥${money(earned.netFen)}`, changed(earned.netFen, charging.then?.netFen), earned.netFen === null ? `收入 ${money(earned.incomeFen)}，缺 ${earned.missing.join('、')} 的电网电费单` : `收入 ${money(earned.incomeFen)} − 全部成本 ${money(earned.costFen)}`)}
${box('停车净收益', `¥${money(parking.now.netFen)}`, changed(parking.now.netFen, parking.then?.netFen), `住户自付 ${money(parking.now.residentPaidFen)} + 日间 ${money(parking.now.daytimeFen)}${parking.now.otherFen === 0 ? '' : ` + 其他 ${money(parking.now.otherFen)}`} − 成本 ${money(parking.now.costFen)}`)}
${box('公共收益余额', `¥${money(common.now.balanceFen)}`, changed(common.now.balanceFen, common.then?.balanceFen), `= 银行 ${money(parts.special + parts.basic)} + 现金 ${money(parts.cash)} + 渠道在途 ${money(parts.transit)}${parts.held === 0 ? '' : ` − 预收 ${money(parts.held)}`}`)}</div>`;
}

const [WIDE, MIDDLE] = [1080, 860] as const;
const HEIGHT = 560;

function chargingCard({ charging: { months } }: Board): string {
  const { kind, values } = chargingFinding(months);
  return card(5, fill(FINDINGS.charging[kind], values), '每月收入与全部成本，千元；柱下是净收益，缺电费单的月份不算', columnsSvg({
    label: '充电收入与成本', unit: '千元', names: months.map(({ month }) => monthNo(month)), results: months.map(({ netFen }) => (netFen === null ? '缺单' : underBar(netFen))), resultName: '净收益', width: WIDE, height: HEIGHT, scale,
    layers: [{ name: '电费', fill: 'dark', values: months.map(({ energyFen }) => energyFen) }, { name: '服务费和占位', fill: 'light', values: months.map(({ serviceFen, extraFen }) => serviceFen + extraFen) }], line: { name: '全部成本', values: months.map(({ netFen, costFen }) => (netFen === null ? null : costFen)) },
  }));
}

function parkingCard({ parking: { months } }: Board): string {
  const { kind, values } = parkingFinding(months);
  return card(4, fill(FINDINGS.parking[kind], values), '公共车位，千元/月；柱下是日间和其他收入减去补贴的结余', columnsSvg({
    label: '日间商用收入与停车补贴', unit: '千元', names: months.map(({ month }) => monthNo(month)), results: months.map(({ leftFen }) => underBar(leftFen)), resultName: '结余', width: MIDDLE, height: HEIGHT, scale,
    layers: [{ name: '日间商用和其他', fill: 'green', values: months.map(({ daytimeFen, otherFen }) => daytimeFen + otherFen) }, { name: '停车补贴', fill: 'hatch', values: months.map(({ subsidyFen }) => -subsidyFen) }],
  }));
}

function ageingCard({ ageing, asOf }: Board): string {
  const { kind, values, marked } = ageingFinding(ageing);
  const most = Math.max(0, ...ageing.buckets.map(({ amountFen }) => amountFen));
  const words = { ...values, ...(kind === 'largest' && marked[0] ? { bucket: BUCKETS[marked[0]] } : {}) };
  const rows = ageing.buckets.map(({ bucket, amountFen }) => `<tr${marked.includes(bucket) ? ' class="on"' : ''}><td>${BUCKETS[bucket]}</td>${barCell(amountFen, most, marked.includes(bucket) ? 'red' : 'grey')}<td class="num">${money(amountFen)}</td></tr>`);
  return card(3, fill(FINDINGS.ageing[kind], words), `${asOf} 按账龄，元`, `<table class="tight">${rows.join('')}<tr class="sum"><td colspan="2">合计</td><td class="num">${money(ageing.totalFen)}</td></tr></table>`);
}

function ratesCard({ collection: { trend, targetPermille } }: Board): string {
  const { kind, values } = rateFinding(trend, targetPermille);
  const rates = trend.map((one) => permille(collectionRatios(one).current));
  return card(5, fill(FINDINGS.rates[kind], values), '当期收缴率 = 本月账单已收 ÷（应收 − 作废），%', columnsSvg({
    label: '当期收缴率', unit: '%', names: trend.map(({ month }) => monthNo(month)), results: trend.map((one) => percentText(collectionRatios(one).current).replace('%', '')), resultName: '当期', width: WIDE, height: 440, scale: (value) => String(value / 10),
    layers: [{ name: '当期收缴率', fill: 'grey', values: rates.map((rate) => rate ?? 0) }], ...(targetPermille > 0 && { level: { name: `目标 ${tenths(targetPermille)}%`, value: targetPermille } }),
  }));
}

function sourcesCard({ common }: Board): string {
  const { kind, values } = sourceFinding(common);
  const most = Math.max(0, ...common.sources.map(({ balanceFen }) => Math.abs(balanceFen)));
  const rows = common.sources.map(({ source, movedFen, balanceFen }) => `<tr><td>${SOURCES[source]}</td>${barCell(Math.abs(balanceFen), most, balanceFen < 0 ? 'bars' : 'green')}<td class="num">${money(movedFen)}</td><td class="num">${money(balanceFen)}</td></tr>`);
  const words = { ...values, source: SOURCES[common.sources.find(({ source }) => source === values['source'])?.source ?? 'rest'] };
  return card(4, fill(FINDINGS.sources[kind], words), '各来源收入减成本，元；实心是增加，条纹是减少', `<svg width="0" height="0" class="spare"><defs><pattern id="bars" width="4" height="10" patternUnits="userSpaceOnUse"><rect width="2" height="10" fill="#78706a"/></pattern></defs></svg><table class="tight"><thead><tr><th>来源</th><th></th><th class="num">本期</th><th class="num">累计</th></tr></thead>${rows.join('')}<tr class="sum"><td colspan="2">余额</td><td class="num">${money(sumFen(common.sources.map(({ movedFen }) => movedFen)))}</td><td class="num">${money(common.now.balanceFen)}</td></tr></table>`);
}

function cashCard({ cash, asOf }: Board): string {
  const { kind, values } = cashFinding(cash);
  const rows = cash.map(({ fund, totalFen }) => `<tr><td>${FUNDS[fund]}</td><td class="num">${money(totalFen)}</td></tr>`);
  return card(3, fill(FINDINGS.cash[kind], values), `${asOf} 现金、银行和渠道在途，元`, `<table>${rows.join('')}<tr class="sum"><td>合计</td><td class="num">${money(sumFen(cash.map(({ totalFen }) => totalFen)))}</td></tr></table>`);
}

function heatCard({ heat, months }: Board): string {
  const { kind, values } = heatFinding(heat);
  const name = heat[0]?.kind === 'ev' ? '充电桩' : '插座';
  return card(7, `${kind === 'none' ? '' : `${name} `}${fill(FINDINGS.heat[kind], values)}`, `${spanText(months)} 每小时的平均占用率，格内为 %`, heatTable(heat, WEEKDAYS));
}

/** Of a long list the first and the last, and how many lie between. */
const [FIRST, LAST] = [7, 3] as const;

function devicesCard({ devices, months }: Board): string {
  const { kind, values } = deviceFinding(devices);
  const most = Math.max(0, ...devices.map(({ serviceFen }) => serviceFen));
  const cut = devices.length > FIRST + LAST + 1;
  const row = (place: number): string => {
    const one = devices[place];
    if (!one) return '';
    const state = one.state === 'IDLE' ? `${one.idleDays ?? 0} 天没人用` : one.state === 'FAILING' ? '故障偏多' : one.utilisationPermille === null ? '' : `占用 ${Math.floor((one.utilisationPermille + 5) / 10)}%`;
    return `<tr><td class="rk">${place + 1}</td><td><b>${escapeHtml(one.device)}</b></td>${barCell(one.serviceFen, most, one.state === null ? 'light' : 'red')}<td class="num">${money(one.serviceFen)}</td><td class="num">${state}</td></tr>`;
  };
  const between = devices.slice(FIRST, devices.length - LAST);
  const shown = cut ? [...Array.from({ length: FIRST }, (_, place) => row(place)), `<tr class="gap"><td colspan="5">其余 ${between.length} 台，服务费 ${money(sumFen(between.map(({ serviceFen }) => serviceFen)))}</td></tr>`, ...Array.from({ length: LAST }, (_, index) => row(devices.length - LAST + index))] : devices.map((_, place) => row(place));
  return card(5, fill(FINDINGS.devices[kind], values), `${spanText(months)} 服务费，共 ${devices.length} 台，元`, `<table class="tight">${shown.join('')}</table>`);
}

function monthsCard({ charging, parking, common, collection }: Board): string {
  const rows = charging.months.map((month, index) => {
    const [park, balance, rate] = [parking.months[index], common.months[index], collection.trend[index]];
    return `<tr><td>${month.month}</td><td class="num">${rate ? percentText(collectionRatios(rate).current) : '—'}</td><td class="num led">${money(month.incomeFen)}</td><td class="num">${month.netFen === null ? '缺单' : money(month.costFen)}</td><td class="num">${month.netFen === null ? '—' : money(month.netFen)}</td><td class="num led">${money(park?.residentPaidFen ?? 0)}</td><td class="num">${money((park?.daytimeFen ?? 0) + (park?.otherFen ?? 0))}</td><td class="num">${money(park?.subsidyFen ?? 0)}</td><td class="num">${money(park?.netFen ?? 0)}</td><td class="num led">${money(balance?.balanceFen ?? 0)}</td></tr>`;
  });
  return card(9, '逐月数字，图上的都在这里', '元', `<table class="tight"><thead><tr><th>月份</th><th class="num">当期收缴率</th><th class="num led">充电收入</th><th class="num">全部成本</th><th class="num">净收益</th><th class="num led">住户自付</th><th class="num">日间和其他</th><th class="num">停车补贴</th><th class="num">停车净收益</th><th class="num led">公共收益余额</th></tr></thead><tbody>${rows.slice(-12).join('')}</tbody></table>`);
}

function expiringCard({ expiring }: Board): string {
  const { kind, values } = expiringFinding(expiring);
  const rows = ([['daytime', '日间商用'], ['resident', '业主月租']] as const).map(([of, name]) => {
    const own = expiring.items.filter((item) => item.kind === of);
    return `<tr><td>${name}</td><td class="num">${own.length} 份</td><td class="num">${money(sumFen(own.map(({ monthlyFen }) => monthlyFen)))}</td></tr>`;
  });
  return card(3, fill(FINDINGS.expiring[kind], values), '份数和每月租金，元', `<table>${rows.join('')}</table>`);
}

/** Villages that are named; the others come together. */
const VILLAGES = 3;

/** What the shop gave; nothing where there is none. */
function shopCard({ shop, months }: Board): string {
  if (shop === null) return '';
  const { kind, values } = shopFinding(shop);
  const growers = Object.entries(shop.growersFen);
  const more = growers.slice(VILLAGES);
  const lines = [['免收租金（按约定市价）', shop.waivedRentFen], ['居民省下（比参考价）', shop.savingFen], ['销售', shop.salesFen], ...growers.slice(0, VILLAGES).map(([village, fen]) => [`付给${village}菜农`, fen] as const), ...(more.length === 0 ? [] : [[`付给其余 ${more.length} 个村`, sumFen(more.map(([, fen]) => fen))] as const])] as const;
  return card(3, fill(FINDINGS.shop[kind], values), `${spanText(months)}，元；免租和省下的不是现金`, `<table class="tight">${lines.map(([name, fen]) => `<tr><td>${escapeHtml(name)}</td><td class="num">${money(fen)}</td></tr>`).join('')}</table>`);
}

/** How the figures are made, and which of them are the statement's. */
const NOTES = `<p class="notes">充电净收益 = 电费 + 服务费 + 占位 − 电网电费 − 平台佣金 − 优惠和差异 − 另记的成本，按订单和电费单的月份；停车净收益 = 住户自付 + 日间 + 其他 − 停车成本，按账单的月份，补贴是市价与住户价的差，收支两边都记，不动余额。公示表的各行按收付的日子，所以同月可以不同。<br>公共收益余额 = 现金 + 银行 + 渠道在途 − 预收，就是公示表的期末余额。</p>`;

import type { LeaseNoticeFacts } from '../../db/queries/lease-notices.ts';
import type { Output } from '../../shared/contract/index.ts';
import { capitalAmount } from '../../shared/domain/capitals.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { addDays } from '../../shared/domain/period.ts';
import { escapeHtml } from './receipt-values.ts';
import { facts, reportPage as page, type Office } from './report-page.ts';

export type PrintedLease = Output<'parking.getLease'> & { windowWords: string };
export type PrintedStatement = Output<'parking.companyStatement'>;

const TITLES = { owner: '业主自有', developer: '开发商', common: '业主共有', 'civil-defence': '人防' } as const;
const CYCLES = { month: '按月', quarter: '按季', year: '按年' } as const;
const METHODS: Readonly<Record<string, string>> = { cash: '现金', wechat: '微信', alipay: '支付宝', card: '银行卡', transfer: '转账' };

const money = (amount: number): string => `${formatFen(amount)} 元`;
/** The last day that is let; paper says it so. */
const until = (to: string | null): string => (to === null ? '不定期' : `至 ${addDays(to, -1)}（含当日）`);

/** The contract of a lease (domain.md 6): what is agreed, with the places for both seals. Pure; every text is escaped. */
export function leasePage(lease: PrintedLease, office: Office): string {
  const { leaseNo, contractNo, space, zone, title, lessee, label, isCompany, from, to, windowWords, plates, monthlyFen, cycle, proration, depositFen, overstayFen, noticeDays, resolutionNo, resolutionOn, resolutionTo, consent } = lease;
  const resolution = resolutionNo === '' ? '' : `${resolutionNo}${resolutionOn === null ? '' : `，${resolutionOn}`}${resolutionTo === null ? '' : `，有效至 ${resolutionTo}`}`;
  const list: (readonly [string, string])[] = [
    ['出租方', office.officeName], ['承租方', isCompany ? label : `${lessee}（${label}）`], ['车位', `${zone} ${space}，${TITLES[title]}`], ['租期', `${from} 起，${until(to)}`], ['使用时段', windowWords], ['车牌', plates.length === 0 ? '—' : plates.join('、')],
    ['租金', `每月 ${money(monthlyFen)}，${CYCLES[cycle]}收`], ['押金', depositFen === 0 ? '无' : money(depositFen)],
    ...(contractNo === '' ? [] : [['合同号', contractNo] as const]), ...(resolution === '' ? [] : [['业主决议', resolution] as const]), ...(consent === '' ? [] : [['业主同意', consent] as const]),
  ];
  const clauses = [
    proration === 'days' ? '不足一个月的，按当月实际天数计算，住一天收一天；提前结束的，未使用的天数退还。' : '开始了的月份按整月计算；提前结束的，没有开始的月份退还。',
    '车辆只在约定的时段停放，时段按当地时间，起点在内、终点不在内；没有约定时段的全天可停。',
    overstayFen === 0 ? '超出约定时段停放的，由双方另行商定。' : `超出约定时段停放的，每小时 ${money(overstayFen)}，不足一小时按一小时。`,
    `业主首先需要停车（民法典第二百七十六条）。业主需要使用的，出租方提前 ${String(noticeDays)} 天通知收回，余下的租金按天退还。`,
    '出租方只提供停放的地方，不承担车辆和车内物品的保管责任。',
    '车位不得转租、转借，不得改作他用；换车的，先到前台登记车牌。',
    title === 'common' ? '本车位为业主共有，租金是公共收益，归全体业主，收支按期公示。' : '本车位的租金由物业代收代付。',
    '本约一式两份，双方各执一份，自双方签章之日起生效。',
  ];
  return page('车位租约', office, leaseNo, lease.signedOn ?? '草稿', `${facts(list)}<ol class="clauses">${clauses.map((clause) => `<li>${escapeHtml(clause)}</li>`).join('')}</ol>
<div class="parties"><div><p>出租方（盖章）：</p><p>经办人：</p><p>日期：</p></div><div><p>承租方（签章）：</p><p>联系电话：</p><p>日期：</p></div></div>`);
}

const NOTICE_TITLES = { expiry: '车位租约到期通知', recall: '车位收回通知', price: '车位租金调整通知', end: '车位租约终止通知' } as const;

/** What a notice says in one sentence. */
export function noticeWords({ kind, leaseNo, space, day, monthlyFen, newMonthlyFen, refundFen, heldFen, noticeDays, reason }: LeaseNoticeFacts): string {
  const lease = `贵方租用的 ${space} 车位（租约 ${leaseNo}）`;
  const settled = refundFen === 0 ? '没有需要退还的租金。' : `已出账而未使用的租金 ${money(refundFen)} 予以冲减${heldFen === 0 ? '' : `，其中已交的 ${money(heldFen)} 请到前台办理退还`}。`;
  if (kind === 'expiry') return `${lease}将于 ${addDays(day, -1)} 到期，次日起不再占用该车位。需要续租的，请到前台办理续租手续；到期没有续租的，车位另行出租。`;
  if (kind === 'price') return `${lease}的租金自 ${day} 起由每月 ${money(monthlyFen)} 调整为每月 ${money(newMonthlyFen ?? monthlyFen)}。此前已经出账的不变。`;
  if (kind === 'recall') return `因业主需要使用，${lease}按租约提前 ${String(noticeDays)} 天通知，自 ${day} 起收回，请在此之前将车辆移出。余下的租金不论约定一律按天退还：${settled}`;
  return `${lease}自 ${day} 起终止${reason === '' ? '' : `（${reason}）`}。${settled}`;
}

/** A notice of a lease; pure, every text is escaped. */
export function noticePage(notice: LeaseNoticeFacts): string {
  const { kind, noticeNo, on, label, lessee, deadline, note, officeName, officePhone } = notice;
  const who = lessee === '' || lessee === label ? label : `${label} ${lessee}`;
  const ask = deadline === null ? '' : `<p class="text">请在 <b>${deadline}</b> 以前答复。</p>`;
  return page(NOTICE_TITLES[kind], notice, noticeNo, on, `<p class="text to"><b>${escapeHtml(who)}</b>：</p><p class="text">${escapeHtml(noticeWords(notice))}</p>${ask}${note === '' ? '' : `<p class="text">${escapeHtml(note)}</p>`}
<p class="text">如有疑问，请到物业前台${officePhone === '' ? '' : `或拨打 ${escapeHtml(officePhone)}`}。</p><div class="seal">${escapeHtml(officeName)}（盖章）<br>${on}</div>`);
}

/** A company's month on paper: what it owed, each line, what it paid and what it owes; pure, every text is escaped. */
export function statementPage({ name, month, openingFen, lines, payments, chargedFen, paidFen, closingFen }: PrintedStatement, office: Office, on: string): string {
  const cell = (amount: number): string => `<td class="num led">${formatFen(amount).replace('-', '−')}</td>`;
  const charges = lines.map((line) => `<tr><td>${escapeHtml(line.leaseNo)}</td><td>${escapeHtml(line.space)}</td><td>${escapeHtml(line.itemName)}${line.plates.length === 0 ? '' : `<br><small>${escapeHtml(line.plates.join('、'))}</small>`}</td><td class="nw">${line.from} 至<br>${addDays(line.to, -1)}</td><td><small>${escapeHtml(line.windows)}</small></td>${line.monthlyFen === 0 ? '<td class="num led">—</td>' : cell(line.monthlyFen)}${cell(line.amountFen)}</tr>`);
  const paid = payments.map(({ receiptNo, receivedOn, method, amountFen }) => `<tr><td>${escapeHtml(receiptNo)}</td><td>${receivedOn}</td><td>${METHODS[method] ?? ''}</td>${cell(amountFen)}</tr>`);
  return page('停车费对账单', office, `${month}`, on, `<dl><div><dt>单位</dt><dd>${escapeHtml(name)}</dd></div><div><dt>账期</dt><dd>${month}</dd></div></dl>
<h2>本月收费</h2><table class="lines"><thead><tr><th>租约</th><th>车位</th><th>项目</th><th>起止</th><th>时段</th><th class="num led">月租</th><th class="num led">金额</th></tr></thead><tbody>${charges.join('') || '<tr><td class="soft" colspan="7">本月没有收费</td></tr>'}<tr class="sum"><td colspan="6">合计</td>${cell(chargedFen)}</tr></tbody></table>
<h2>本月付款</h2><table class="lines"><thead><tr><th>票号</th><th>日期</th><th>方式</th><th class="num led">金额</th></tr></thead><tbody>${paid.join('') || '<tr><td class="soft" colspan="4">本月没有付款</td></tr>'}<tr class="sum"><td colspan="3">合计</td>${cell(paidFen)}</tr></tbody></table>
<h2>欠款</h2><table class="lines"><tbody><tr><td>上月末${openingFen < 0 ? '预存' : '欠'}</td>${cell(Math.abs(openingFen))}</tr><tr><td>加：本月收费</td>${cell(chargedFen)}</tr><tr><td>减：本月付款</td>${cell(paidFen)}</tr><tr class="sum"><td>本月末${closingFen < 0 ? '预存' : '欠'}</td>${cell(Math.abs(closingFen))}</tr></tbody></table>
<div class="cap"><span>大写</span><b>${capitalAmount(Math.abs(closingFen))}</b><span>¥</span><b class="fig">${formatFen(Math.abs(closingFen))}</b></div><p class="under">可在物业前台交费，或按合同约定的账户转账，转账请注明单位名称和账期。</p><div class="seal">${escapeHtml(office.officeName)}（盖章）</div>`);
}

import { listContractsOfPeriod } from '../../../db/queries/cost-contracts.ts';
import { sumInstalmentsPaid } from '../../../db/queries/cost-sheets.ts';
import { countChargers, listParkingFacts, sumBilled } from '../../../db/queries/statement-facts.ts';
import { listSums } from '../../../db/queries/charging-sums.ts';
import { listTariffs } from '../../../db/queries/charging-tariffs.ts';
import { listPriceRows } from '../../../db/queries/parking-prices.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementLine } from '../../../shared/contract/statement-content.ts';
import { otherIncomeAccounts } from '../../../shared/domain/common-sources.ts';
import { carriedMonths } from '../../../shared/domain/parking-subsidy.ts';
import { addDays, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { CHARGING, COMMISSION, GRID_COST } from '../../../shared/domain/statement-accounts.ts';
import { monthsOf } from './balances.ts';
import { costPhrase, readCostWords, type CostWords } from './cost-words.ts';
import { bySection, SOURCES, sumLines } from './lines.ts';
import { counted, kwh, plainYuan, price, yuan } from './words/amounts.ts';
import type { ParkingWords } from './words/common-words.ts';
import { SECTION_NAMES, SOURCE_NAMES, sourceName } from './words/names.ts';

type Row = StatementContent['table'][number];
type Facts = Pick<Row, 'place' | 'party' | 'term' | 'standard'> & { billedFen: number | null };
/** What the sheet says beside the amounts: counts, terms and prices, no names. */
export type CommonFacts = { parking: ParkingWords; facts: ReadonlyMap<string, Facts>; resolutions: string; hasGridOf: ReadonlySet<string>; words: CostWords };

const NONE: Facts = { place: '', party: '', term: '', standard: '', billedFen: null };

export async function readCommonFacts(db: Db, { from, to }: { from: string; to: string }, lines: readonly StatementLine[]): Promise<CommonFacts> {
  const leases = await listParkingFacts(db, firstDay(from), lastDay(to));
  const [resident, daytime] = [leases.find(({ kind }) => kind === 'resident'), leases.find(({ kind }) => kind === 'daytime')];
  const prices = (await listPriceRows(db)).filter((one) => one.from <= lastDay(to));
  const now = prices.at(-1);
  // One price for all of the period, or none that a sentence could name.
  const only = now && (now.from <= firstDay(from) || prices.length === 1) ? now : undefined;
  const daytimeFen = sumLines(lines, (line) => line.source === 'parking-daytime' && line.section === 'income');
  const parking = { spaces: resident?.spaces ?? 0, residentFen: only?.residentFen ?? null, marketFen: only?.marketFen ?? null, carriedMonths: only ? carriedMonths(daytimeFen, only.marketFen - only.residentFen) : null };
  const billed = await sumBilled(db, monthsOf(from, to), 'common');
  const billedOf = (...items: string[]): number => billed.reduce((sum, { item, fen }) => (items.includes(item) ? sum + fen : sum), 0);
  const facts = new Map<string, Facts>([
    ['parking-resident', { ...NONE, place: resident ? `公共车位 ${counted(resident.spaces)} 个` : '', party: '住户', term: '按月签订', standard: only ? `${plainYuan(only.residentFen)}/个·月` : '按当月价', billedFen: billedOf('parking-resident') }],
    ['parking-subsidy', { ...NONE, place: '同上', party: '公共收益', term: from === to ? from : `${from} 至 ${to.slice(0, 4) === from.slice(0, 4) ? to.slice(5) : to}`, standard: only ? `市场价 ${plainYuan(only.marketFen)} − ${plainYuan(only.residentFen)} = ${plainYuan(only.marketFen - only.residentFen)}/个·月` : '市场价减住户价' }],
    ['parking-daytime', daytime ? { place: `公共车位 ${counted(daytime.spaces)} 个`, party: `企业 ${counted(daytime.payers)} 家`, term: `${daytime.from.slice(0, 7)} 起逐份签订`, standard: `${daytime.leastFen === daytime.mostFen ? plainYuan(daytime.mostFen) : `${plainYuan(daytime.leastFen)} 至 ${plainYuan(daytime.mostFen)}`}/个·月`, billedFen: billedOf('parking-daytime') } : { ...NONE, billedFen: billedOf('parking-daytime') }],
    ['parking-other', { ...NONE, place: '公共车位', party: '超时车辆', term: '按次', billedFen: billedOf('parking-other') }],
    ...await contractFacts(db, { from, to }, lines, billed.reduce((sum, { account, fen }) => (account === '2241.03' ? sum + fen : sum), 0)),
    ...await chargingFacts(db, from, to),
  ]);
  return { parking, facts, resolutions: daytime?.resolutions?.split(',').sort().join('、') ?? '', hasGridOf: new Set(lines.filter(({ account }) => account === GRID_COST).map(({ source }) => source)), words: await readCostWords(db, 'common', from, to) };
}

/** Advertising, cabinets and places by their contracts: what is due is their instalments, and what came in without one. `itemsFen`: billed on fee items of the fund. */
async function contractFacts(db: Db, { from, to }: { from: string; to: string }, lines: readonly StatementLine[], itemsFen: number): Promise<[string, Facts][]> {
  const contracts = await listContractsOfPeriod(db, from, to);
  const paid = new Map((await sumInstalmentsPaid(db, from, to)).map(({ account, fen }) => [account, fen]));
  return Object.entries(otherIncomeAccounts).map(([source, account]): [string, Facts] => {
    const own = contracts.filter((one) => one.source === source);
    const [first] = own;
    const each = (of: (contract: (typeof own)[number]) => string): string => [...new Set(own.map(of))].filter(Boolean).join('；');
    const billedFen = own.reduce((sum, contract) => sum + contract.billedFen, 0) + sumLines(lines, ({ line }) => line === account) - (paid.get(account) ?? 0) + (source === 'venue' ? itemsFen : 0);
    if (!first) return [source, { ...NONE, billedFen }];
    return [source, { place: each(({ place }) => place), party: `企业 ${counted(own.reduce((sum, { parties }) => sum + parties, 0))} 家，${own.map(({ code }) => code).join('、')}`, term: each((one) => `${one.from} 至 ${addDays(one.to, -1)}`), standard: each(({ standard }) => standard), billedFen }];
  });
}

async function chargingFacts(db: Db, from: string, to: string): Promise<[string, Facts][]> {
  const chargers = await countChargers(db, firstDay(from), lastDay(to));
  if (chargers.length === 0) return [];
  const sums = await listSums(db, 'kind', [{ from, to }], false);
  const used = new Set((await listSums(db, 'tariff', [{ from, to }], false)).map(({ key }) => Number(key)));
  const tariffs = (await listTariffs(db)).filter(({ tariffId }) => used.has(tariffId));
  return chargers.map(({ kind, devices, connectors }): [string, Facts] => {
    const own = sums.find(({ key }) => key === kind);
    const periods = tariffs.filter((tariff) => tariff.kind === kind && tariff.basis === 'energy').flatMap(({ variants }) => variants.flatMap((variant) => variant.periods));
    const [energy, service] = [[...new Set(periods.map(({ energyPrice }) => energyPrice))], [...new Set(periods.map(({ servicePrice }) => servicePrice))]];
    const standard = [energy.length === 1 ? `电费 ${price(energy[0] ?? 0)}/kWh` : energy.length > 1 ? '电费分时段' : '', service.length === 1 ? `服务费 ${price(service[0] ?? 0)}/kWh` : service.length > 1 ? '服务费分时段' : ''].filter(Boolean).join('，');
    const place = kind === 'ev' ? `${counted(devices)} 台` : `插座 ${counted(connectors)} 个`;
    return [kind === 'ev' ? 'charging-car' : 'charging-ebike', { place: `${place}，${counted(own?.sessions ?? 0)} 单，${kwh(own?.energy ?? 0)}`, party: '充电用户', term: '随用随付', standard, billedFen: (own?.energyFen ?? 0) + (own?.serviceFen ?? 0) + (own?.extraFen ?? 0) }];
  });
}

/** A row for each source that anything moved or was billed on, in the order of the sheet. */
export function commonTable(lines: readonly StatementLine[], { facts }: CommonFacts): Row[] {
  const inTable = lines.filter(bySection('income', 'tax', 'energy', 'direct'));
  const extra = [...new Set(inTable.map(({ source }) => source))].filter((source) => !SOURCES.includes(source));
  return [...SOURCES, ...extra].flatMap((source): Row[] => {
    const own = inTable.filter((line) => line.source === source);
    const { billedFen, ...words } = facts.get(source) ?? NONE;
    if (own.length === 0 && (billedFen ?? 0) === 0) return [];
    const [name, detail] = SOURCE_NAMES[source] ?? [source, ''];
    const sum = (section: StatementLine['section']): number => sumLines(own, bySection(section));
    const [receivedFen, taxFen, energyFen, directFen] = [sum('income'), sum('tax'), sum('energy'), sum('direct')];
    return [{ source, name, detail, ...words, notes: [], billedFen: billedFen ?? receivedFen, receivedFen, taxFen, energyFen, directFen, netFen: receivedFen - taxFen - energyFen - directFen, lines: own.map(({ line }) => line) }];
  });
}

type Cost = StatementContent['costs'][number];

/** What costs were spent on: taxes together, the grid's bills apart from other energy, platforms apart from other direct costs; sources that the same was bought for stand in one row. */
export function commonCosts(lines: readonly StatementLine[], { words }: Pick<CommonFacts, 'words'>): Cost[] {
  const row = (section: 'tax' | 'energy' | 'direct', what: string, own: readonly StatementLine[]): Cost[] => (own.length === 0 ? [] : [{ category: SECTION_NAMES[section], what, amountFen: sumLines(own, () => true), lines: own.map(({ line }) => line) }]);
  const of = (section: 'tax' | 'energy' | 'direct', wanted: (line: StatementLine) => boolean): StatementLine[] => lines.filter((line) => line.section === section && wanted(line));
  const byWords = (section: 'energy' | 'direct', taken: string, word: string): Cost[] => {
    const groups = new Map<string, string[]>();
    for (const source of SOURCES) {
      const own = of(section, (line) => line.source === source && line.account !== taken);
      if (own.length === 0) continue;
      const phrase = costPhrase(words, own.map(({ account }) => account));
      groups.set(phrase === '' ? source : phrase, [...(groups.get(phrase) ?? []), source]);
    }
    return [...groups].flatMap(([phrase, sources]) => row(section, SOURCES.includes(phrase) ? `${plainName(phrase)}${word}` : `${phrase}（${sources.map(plainName).join('、')}）`, of(section, (line) => sources.includes(line.source) && line.account !== taken)));
  };
  return [
    ...row('tax', '按实缴数', of('tax', () => true)),
    ...(['charging-car', 'charging-ebike'] as const).flatMap((source) => row('energy', `${sourceName(source)}购电（电网账单）`, of('energy', (line) => line.account === GRID_COST && line.source === source))),
    ...byWords('energy', GRID_COST, '用电'), ...row('direct', '充电平台服务费', of('direct', ({ account }) => account === COMMISSION)), ...byWords('direct', COMMISSION, '维护、保洁等'),
  ];
}

const plainName = (source: string): string => SOURCE_NAMES[source]?.[0] ?? source;

type Equation = StatementContent['equations'][number];

/** The two questions that owners ask, as sums that a calculator follows. */
export function commonEquations(lines: readonly StatementLine[], { hasGridOf }: CommonFacts): Equation[] {
  const [daytimeFen, subsidyFen] = [sumLines(lines, (line) => line.source === 'parking-daytime' && line.section === 'income'), sumLines(lines, bySection('subsidy'))];
  const chargedFen = sumLines(lines, ({ account }) => account === CHARGING.energy);
  const gridFen = sumLines(lines, ({ account }) => account === GRID_COST);
  const term = (name: string, sign: string, amountFen: number) => ({ name, sign, amountFen });
  const parking: Equation = {
    ask: '停车补贴从哪来？', answer: daytimeFen >= subsidyFen ? (daytimeFen === subsidyFen ? '从日间商用租金来，正好用完：' : '从日间商用租金来，还有剩余：') : '日间商用租金不够，差的由其他公共收益补：',
    terms: [term('日间商用实收', '', daytimeFen), term('停车补贴', '−', subsidyFen), term(daytimeFen >= subsidyFen ? '留在公共收益' : '由其他收益补', '=', daytimeFen - subsidyFen)],
  };
  const leftFen = chargedFen - gridFen;
  const charging: Equation = {
    ask: '充电电费加价了吗？', answer: hasGridOf.size === 0 ? '这一期还没有电网账单入账，暂不能比：' : leftFen < 0 ? '没有，付给电网的还更多，线损由服务费承担：' : leftFen === 0 ? '没有，收多少付多少：' : `收的比这一期入账的电网电费多 ${yuan(leftFen)} 元，要对照电网账单查：`,
    terms: [term('向用户收电费', '', chargedFen), term('付电网电费', '−', gridFen), term(leftFen < 0 ? '线损差额' : '差额', '=', leftFen)],
  };
  return [...(subsidyFen > 0 ? [parking] : []), ...(chargedFen !== 0 || gridFen !== 0 ? [charging] : [])];
}

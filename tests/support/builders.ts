import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFen } from '../../shared/domain/money.ts';
import type { CallInput, Output } from '../../shared/contract/index.ts';
import { paymentId, temporaryFolder, type TestCaller } from './open-office.ts';

export type RosterLine = {
  building?: string; unit?: string; room?: string; owner?: string; phone?: string; areaDm2?: number; handoverOn?: string; status?: '未售' | '空置' | '入住' | '出租';
  /** 0.0001 yuan per m² and month. */
  rateE4?: number; arrearsFen?: number; note?: string;
};

const HEADER = '楼栋,单元,房号,业主姓名,联系电话,建筑面积(㎡),交房日期,房屋状态,物业费单价(元/㎡·月),历史欠费,备注';
let files = 0;
let folder: string | undefined;

/** A name for a file that nobody else has. */
export function temporaryFile(extension: string): string {
  folder ??= temporaryFolder();
  files += 1;
  return join(folder, `${String(files)}.${extension}`);
}

/** Writes an owner workbook (as .csv) with these homes; answers its path. */
export function rosterFile(lines: readonly RosterLine[]): string {
  const file = temporaryFile('csv');
  const body = lines.map((line) => [
    line.building ?? '3', line.unit ?? '2', line.room ?? '501', line.owner ?? '王秀兰', line.phone ?? '13812342671', formatFen(line.areaDm2 ?? 10_000, { separators: false }),
    line.handoverOn ?? '', line.status ?? '入住', String((line.rateE4 ?? 15_000) / 10_000), formatFen(line.arrearsFen ?? 0, { separators: false }), line.note ?? '',
  ].join(','));
  writeFileSync(file, [HEADER, ...body, ''].join('\n'));
  return file;
}

export type GivenHome = { homeId: number; label: string };

/** Homes that the roster brought; the defaults are 3-2-501, 3-2-502 …, 100.00 m² at 1.50, occupied: 150.00 a month. */
export async function givenHomes(office: TestCaller, lines: readonly RosterLine[]): Promise<GivenHome[]> {
  const placed = lines.map((line, index) => ({ room: String(501 + index), ...line }));
  await office.get('roster.import', { file: rosterFile(placed), commit: true, onError: 'refuse' });
  const { items } = await office.get('homes.list', { limit: 1000 });
  return placed.map(({ building = '3', unit = '2', room }) => {
    const label = `${building}-${unit}-${room}`;
    const home = items.find((item) => item.label === label);
    if (!home) throw new Error(`no home ${label}`);
    return { homeId: home.homeId, label };
  });
}

/** One home. */
export async function givenHome(office: TestCaller, line: RosterLine = {}): Promise<GivenHome> {
  const [home] = await givenHomes(office, [line]);
  if (!home) throw new Error('no home');
  return home;
}

export type OpenBill = Output<'payments.listOpenBills'>['items'][number];

/** The open bills of a home, oldest first. */
export async function openBills(office: TestCaller, home: GivenHome): Promise<OpenBill[]> {
  return (await office.get('payments.listOpenBills', { homeId: home.homeId })).items;
}

/** A home of its own with one bill of this amount: what it owed when the books began. */
export async function givenBill(office: TestCaller, { amountFen, ...line }: RosterLine & { amountFen: number }): Promise<{ home: GivenHome; bill: OpenBill }> {
  const home = await givenHome(office, { ...line, arrearsFen: amountFen });
  const [bill] = await openBills(office, home);
  if (!bill) throw new Error('no bill');
  return { home, bill };
}

type PaymentInput = CallInput<'payments.register'>;

/** The input of a payment in cash today: one line for the bill, or none. */
export function pay(home: GivenHome, bill: { billId: number } | undefined, amountFen: number, change: Partial<PaymentInput> = {}): PaymentInput {
  return { paymentId: paymentId(), homeId: home.homeId, receivedOn: '2026-11-05', method: 'cash', amountFen, lines: bill ? [{ billId: bill.billId, amountFen }] : [], ...change };
}

/** A payment that was registered. */
export async function givenPayment(office: TestCaller, input: PaymentInput): Promise<PaymentInput & { receiptNo: string }> {
  const { receiptNo } = await office.get('payments.register', input);
  return { ...input, receiptNo };
}

/** The balance of an account over all funds. */
export async function balanceOf(office: TestCaller, account: string): Promise<number> {
  const { accounts } = await office.get('ledger.trialBalance', {});
  return accounts.filter((one) => one.account === account).reduce((sum, one) => sum + one.balanceFen, 0);
}

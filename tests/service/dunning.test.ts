import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../electron/context.ts';
import type { Book, PrintPort } from '../../electron/print/port-type.ts';
import { AppError } from '../../shared/errors.ts';
import { givenHome, givenHomes, openBills, pay, temporaryFile, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

/** A printer that keeps what it gets, sheet by sheet, and writes a file that says how many there were. */
function fakePrinter(): { print: PrintPort; books: Book[]; before: { print?: () => Promise<void> } } {
  const books: Book[] = [];
  const before: { print?: () => Promise<void> } = {};
  const print: PrintPort = {
    toPdf: () => Promise.reject(new Error('notices are a book')),
    toPrinter: () => Promise.resolve(),
    toBook: async (book, _page, file, { progress, checkCancelled }) => {
      await before.print?.();
      const sheets = book.chapters.reduce((sum, { sheets: own }) => sum + own.length, 0);
      book.chapters.forEach((_, done) => {
        progress(done, sheets);
        checkCancelled();
      });
      books.push(book);
      writeFileSync(file, String(sheets));
      return { bytes: 1, pages: sheets };
    },
    close: () => undefined,
  };
  return { print, books, before };
}

let office: TestOffice;
let printer: ReturnType<typeof fakePrinter>;
beforeEach(async () => {
  printer = fakePrinter();
  office = await openOffice({ ports: { print: printer.print } });
});
afterEach(() => office.close());

const issue = async (...months: string[]): Promise<void> => {
  for (const month of months) await office.get('fees.issueBills', { month, commit: true });
};
const create = (filter: object = {}, file?: string) => office.get('dunning.create', { filter, ...(file === undefined ? {} : { file }) });
const notices = async () => (await office.get('dunning.list', {})).items;

describe('making notices', () => {
  it('makes a numbered one for each home that owes overdue bills, and demands all of them', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { areaDm2: 5_000, owner: '李强' }, { status: '未售' }]);
    await issue('2026-09', '2026-10', '2026-11');
    expect(await create()).toEqual({ notices: 2, amountFen: 12_345 + 30_000 + 15_000, file: null, firstNo: 'CJ-2026-000001', lastNo: 'CJ-2026-000002' });
    expect(await notices()).toMatchObject([
      { noticeNo: 'CJ-2026-000002', label: '3-2-502', debtor: '李强', on: '2026-11-05', deadlineOn: '2026-11-20', amountFen: 15_000, openFen: 15_000, bills: 2, by: '陈经理', served: [] },
      { noticeNo: 'CJ-2026-000001', label: '3-2-501', debtor: '王秀兰', amountFen: 42_345, bills: 3 },
    ]);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('chooses homes by building, item, age, amount, limitation and number', async () => {
    const homes = await givenHomes(office, [{ arrearsFen: 12_345 }, { building: '4' }, { areaDm2: 5_000 }]);
    await issue('2026-10');
    const made = async (filter: object): Promise<[number, number]> => {
      const reply = await office.call('dunning.create', { filter });
      return reply.ok ? [reply.value.notices, reply.value.amountFen] : [0, 0];
    };
    expect(await made({ building: '4' })).toEqual([1, 15_000]);
    expect(await made({ item: 'opening' })).toEqual([1, 12_345]);
    // The home is chosen by what is old; what is demanded is all that is overdue.
    expect(await made({ bucket: 'd181-365' })).toEqual([1, 27_345]);
    expect(await made({ minFen: 15_000 })).toEqual([2, 42_345]);
    expect(await made({ homeIds: [homes[2]?.homeId ?? 0] })).toEqual([1, 7_500]);
    expect(await made({ lapsing: true })).toEqual([0, 0]);
    office.ctx.now = new Date('2028-12-01T02:00:00Z');
    expect(await made({ lapsing: true })).toEqual([1, 27_345]);
  });

  it('parts what a former owner kept from what the present one owes', async () => {
    const home = await givenHome(office, {});
    await issue('2026-08', '2026-09');
    await office.get('homes.transfer', { homeId: home.homeId, on: '2026-10-01', owners: [{ name: '孙丽', phone: '13700000009' }], arrears: 'seller', prepayment: 'buyer' });
    await issue('2026-10');
    expect(await create()).toMatchObject({ notices: 2, amountFen: 45_000 });
    expect((await notices()).map(({ debtor, former, amountFen }) => [debtor, former, amountFen])).toEqual([['孙丽', false, 15_000], ['王秀兰', true, 30_000]]);
  });

  it('says what the last one said unless told otherwise', async () => {
    await givenHome(office, { arrearsFen: 100 });
    expect(await office.get('dunning.defaults', {})).toMatchObject({ deadlineDays: 15, clause: expect.stringContaining('第九百四十四条') as string, howToPay: expect.stringContaining('汇悦新天地物业服务中心') as string });
    await office.get('dunning.create', { filter: {}, clause: '合同第六条', howToPay: '扫码', deadlineDays: 7 });
    expect(await office.get('dunning.defaults', {})).toEqual({ clause: '合同第六条', howToPay: '扫码', deadlineDays: 7 });
    await create();
    expect((await notices()).map(({ deadlineOn }) => deadlineOn)).toEqual(['2026-11-12', '2026-11-12']);
  });

  it('refuses when nobody owes anything overdue, and writes nothing', async () => {
    await givenHome(office, {});
    await issue('2026-11');
    await expectRefused(office, () => office.call('dunning.create', { filter: {} }), 'NOTHING_TO_DUN', {});
  });
});

describe('notices as one file', () => {
  it('have a bookmark for each home, and progress', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { owner: '李<强>', arrearsFen: 100 }]);
    const file = temporaryFile('pdf');
    const seen: Progress[] = [];
    const reply = await office.call('dunning.create', { filter: {}, file }, { onProgress: (progress) => seen.push(progress) });
    expect(reply).toMatchObject({ ok: true, value: { notices: 2, file } });
    expect(existsSync(file)).toBe(true);
    const [book] = printer.books;
    expect(book?.chapters.map(({ title }) => title)).toEqual(['3-2-501　王秀兰　CJ-2026-000001', '3-2-502　李<强>　CJ-2026-000002']);
    expect(seen).toContainEqual({ done: 1, total: 2, label: 'SHEETS' });
    const sheet = book?.chapters[1]?.sheets.join('') ?? '';
    for (const text of ['CJ-2026-000002', '李&lt;强&gt;', '1.00 元', '2026-11-20', '第九百四十四条', '0854-8230000', '人民币壹元整', '送达回执']) expect(sheet).toContain(text);
    expect(sheet).not.toContain('<强>');
  });

  it('leave nothing behind when the caller gives up, or the printer fails', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { arrearsFen: 100 }]);
    const file = temporaryFile('pdf');
    const controller = new AbortController();
    printer.before.print = () => Promise.resolve(controller.abort());
    await expectRefused(office, () => office.call('dunning.create', { filter: {}, file }, { signal: controller.signal }), 'CANCELLED', {});
    printer.before.print = () => Promise.reject(new AppError('PRINT_FAILED', { detail: 'no paper' }));
    await expectRefused(office, () => office.call('dunning.create', { filter: {}, file }), 'PRINT_FAILED', { detail: 'no paper' });
    expect(existsSync(file)).toBe(false);
    delete printer.before.print;
    expect(await create({}, file)).toMatchObject({ firstNo: 'CJ-2026-000001' });
  });

  it('are printed again under other numbers when someone else took theirs meanwhile', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { building: '4', arrearsFen: 100 }]);
    printer.before.print = async () => {
      delete printer.before.print;
      await create({ building: '4' });
    };
    expect(await create({}, temporaryFile('pdf'))).toMatchObject({ notices: 2, firstNo: 'CJ-2026-000002', lastNo: 'CJ-2026-000003' });
    expect(printer.books.map(({ chapters }) => chapters.map(({ title }) => title.slice(-14)))).toEqual([['CJ-2026-000001', 'CJ-2026-000002'], ['CJ-2026-000002', 'CJ-2026-000003']]);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('can be printed again as they were, whatever was paid since', async () => {
    const home = await givenHome(office, { arrearsFen: 12_345 });
    await create({}, temporaryFile('pdf'));
    await office.get('payments.register', pay(home, (await openBills(office, home))[0], 12_345));
    const file = temporaryFile('pdf');
    expect(await office.get('dunning.print', { noticeNos: ['CJ-2026-000001'], to: 'pdf', file })).toEqual({ file });
    expect(printer.books[1]).toEqual(printer.books[0]);
    expect(await notices()).toMatchObject([{ amountFen: 12_345, openFen: 0 }]);
    expect(await office.call('dunning.print', { noticeNos: ['CJ-2026-000009'], to: 'pdf', file })).toEqual(refusal('NO_SUCH_NOTICE', { noticeNo: 'CJ-2026-000009' }));
    expect(await office.call('dunning.print', { noticeNos: ['CJ-2026-000001'], to: 'pdf' })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });

  it('need the window', async () => {
    const terminal = await openOffice();
    await givenHome(terminal, { arrearsFen: 100 });
    await expectRefused(terminal, () => terminal.call('dunning.create', { filter: {}, file: temporaryFile('pdf') }), 'NEEDS_WINDOW', { endpoint: 'dunning.create' });
    expect(await terminal.get('dunning.create', { filter: {} })).toMatchObject({ notices: 1 });
    await terminal.close();
  });
});

describe('the log of service', () => {
  it('says how, when and by whom each notice was served, more than once where it was', async () => {
    await givenHomes(office, [{ arrearsFen: 12_345 }, { arrearsFen: 100 }]);
    await create();
    office.ctx.now = new Date('2026-11-08T02:00:00Z');
    expect(await office.get('dunning.recordService', { noticeNos: ['CJ-2026-000001', 'CJ-2026-000002'], way: 'door', servedOn: '2026-11-06' }, { as: 'office' })).toEqual({ served: 2 });
    await office.get('dunning.recordService', { noticeNos: ['CJ-2026-000001'], way: 'registered', servedOn: '2026-11-08', by: '中国邮政', note: 'XA123' });
    expect((await notices()).map(({ served }) => served)).toEqual([
      [{ way: 'door', on: '2026-11-06', by: '文书', note: '' }], [{ way: 'door', on: '2026-11-06', by: '文书', note: '' }, { way: 'registered', on: '2026-11-08', by: '中国邮政', note: 'XA123' }],
    ]);
    expect(await office.get('dunning.list', { unservedOnly: true })).toMatchObject({ items: [], total: 0 });
    expect((await office.get('arrears.list', {})).items.map(({ lastNoticeOn, lastServedOn }) => [lastNoticeOn, lastServedOn])).toEqual([['2026-11-05', '2026-11-08'], ['2026-11-05', '2026-11-06']]);
  });

  it('refuses a day in the future or before the notice, and a notice that there is not', async () => {
    await givenHome(office, { arrearsFen: 100 });
    await create();
    const serve = (change: object) => office.call('dunning.recordService', { noticeNos: ['CJ-2026-000001'], way: 'hand', servedOn: '2026-11-05', ...change });
    await expectRefused(office, () => serve({ servedOn: '2026-11-06' }), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
    await expectRefused(office, () => serve({ servedOn: '2026-11-04' }), 'SERVED_BEFORE_NOTICE', { noticeNo: 'CJ-2026-000001', on: '2026-11-05' });
    await expectRefused(office, () => serve({ noticeNos: ['CJ-2026-000001', 'CJ-2026-000002'] }), 'NO_SUCH_NOTICE', { noticeNo: 'CJ-2026-000002' });
  });
});

describe('the call list', () => {
  let homes: GivenHome[];
  beforeEach(async () => {
    homes = await givenHomes(office, [{ arrearsFen: 500 }, { arrearsFen: 12_345, owner: '李强' }, { arrearsFen: 900 }, {}]);
  });
  const log = (at: number, input: object) => office.call('dunning.logCall', { homeId: homes[at]?.homeId ?? 0, outcome: 'unreachable', ...input });
  const list = async (input: object = {}) => (await office.get('dunning.calls', input)).items.map(({ label, overdueFen, outcome, promisedOn, broken }) => [label, overdueFen, outcome, promisedOn, broken]);

  it('begins with promises that passed, then goes by what is overdue, and shows the last call', async () => {
    await log(0, { outcome: 'promised', promisedOn: '2026-11-07', note: '发工资后' });
    await log(2, { outcome: 'promised', promisedOn: '2026-11-20' });
    await log(1, {});
    expect(await list()).toEqual([['3-2-502', 12_345, 'unreachable', null, false], ['3-2-503', 900, 'promised', '2026-11-20', false], ['3-2-501', 500, 'promised', '2026-11-07', false]]);
    office.ctx.now = new Date('2026-11-08T02:00:00Z');
    expect(await list()).toEqual([['3-2-501', 500, 'promised', '2026-11-07', true], ['3-2-502', 12_345, 'unreachable', null, false], ['3-2-503', 900, 'promised', '2026-11-20', false]]);
    expect(await office.get('dunning.calls', { brokenOnly: true })).toMatchObject({ total: 1, overdueFen: 500, brokenHomes: 1, items: [{ debtor: '王秀兰', maskedPhone: '138****2671', note: '发工资后', by: '陈经理', calls: 1 }] });
    await log(0, { outcome: 'noted' });
    expect(await list({ brokenOnly: true })).toEqual([]);
    expect((await office.get('dunning.callsOfHome', { homeId: homes[0]?.homeId ?? 0 })).items.map(({ on, outcome }) => [on, outcome])).toEqual([['2026-11-08', 'noted'], ['2026-11-05', 'promised']]);
    expect((await office.get('arrears.list', {})).items.map(({ promisedOn }) => promisedOn)).toEqual([null, null, '2026-11-20']);
  });

  it('ends with the debt, and is read page by page', async () => {
    const page = await office.get('dunning.calls', { limit: 2 });
    expect(page).toMatchObject({ total: 3, overdueFen: 13_745, items: [{ label: '3-2-502' }, { label: '3-2-503' }], next: 2 });
    expect((await office.get('dunning.calls', { limit: 2, after: page.next })).items.map(({ label }) => label)).toEqual(['3-2-501']);
    const home = homes[1] as GivenHome;
    await office.get('payments.register', pay(home, (await openBills(office, home))[0], 12_345));
    expect(await list()).toEqual([['3-2-503', 900, null, null, false], ['3-2-501', 500, null, null, false]]);
  });

  it('refuses a promise without its day, a day without a promise, and one that has passed', async () => {
    await expectRefused(office, () => log(0, { outcome: 'promised' }), 'PROMISE_DATE_MISSING', { outcome: 'promised' });
    await expectRefused(office, () => log(0, { outcome: 'refused', promisedOn: '2026-11-20' }), 'PROMISE_DATE_MISSING', { outcome: 'refused' });
    await expectRefused(office, () => log(0, { outcome: 'promised', promisedOn: '2026-11-04' }), 'PROMISE_IN_PAST', { promisedOn: '2026-11-04', today: '2026-11-05' });
    await expectRefused(office, () => log(0, { homeId: 99 }), 'NO_SUCH_HOME', { homeId: 99 });
  });
});

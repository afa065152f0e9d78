import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import type { PrintPort } from '../../electron/print/port-type.ts';
import { countWorkdays } from '../../shared/domain/workdays.ts';
import { temporaryFile } from '../support/builders.ts';
import { closeThrough, reopenMonth } from '../support/closed-month.ts';
import { givenUndoneHistory } from '../support/history.ts';
import { expectNoNames } from '../support/no-names.ts';
import { expectRefused, openOffice, refusal, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let printed: { html: string; to: 'pdf' | 'printer' }[];
/** How many pages the layout takes, whatever it is told. */
let pages: number;

async function pdfOf(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < count; page += 1) pdf.addPage();
  return pdf.save();
}

beforeEach(async () => {
  [printed, pages] = [[], 1];
  const print: PrintPort = {
    toPdf: async (html, _page, file) => { printed.push({ html, to: 'pdf' }); writeFileSync(file, await pdfOf(pages)); return { bytes: 1 }; }, toBook: () => Promise.reject(new Error('a sheet is no book')),
    toPrinter: (html) => Promise.resolve(void printed.push({ html, to: 'printer' })), close: () => undefined,
  };
  office = await openOffice({ dataFolder: temporaryFolder(), ports: { print } });
  await givenUndoneHistory(office);
});
afterEach(() => office.close());

const prepare = async (): Promise<number> => (await office.get('statements.prepare', { kind: 'fees', from: '2026-09', to: '2026-10' })).statementId;
async function publish(): Promise<number> {
  await closeThrough(office.raw, '2026-10');
  const statementId = await prepare();
  await office.get('statements.publish', { statementId });
  return statementId;
}
const last = (): string => printed.at(-1)?.html ?? '';
const photo = (bytes: readonly number[], extension = 'jpg'): string => {
  const file = temporaryFile(extension);
  writeFileSync(file, Buffer.from(bytes));
  return file;
};
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9];

describe('statements.print', () => {
  it('marks a draft, says how many pages it takes on each, and names nobody', async () => {
    const statementId = await prepare();
    pages = 2;
    const file = temporaryFile('pdf');
    expect(await office.get('statements.print', { statementId, paper: 'a3', to: 'pdf', file }, { as: 'office' })).toEqual({ file, pages: 2, digest: null });
    expect(printed.map(({ html }) => /第 1 页，共 (\d) 页/.exec(html)?.[1])).toEqual(['1', '2']);
    expect(last()).toContain('<b>草稿（账期未结）</b>');
    await expectNoNames(office.raw, [last()]);
    await closeThrough(office.raw, '2026-10');
    await office.get('statements.print', { statementId: await prepare(), paper: 'a4', to: 'printer' });
    expect(last()).toContain('<b>草稿</b>');
    expect(printed.at(-1)?.to).toBe('printer');
  });

  it('keeps the bytes of the first print of what is published, and marks it once it no longer holds', async () => {
    const statementId = await publish();
    const [one, other] = [temporaryFile('pdf'), temporaryFile('pdf')];
    const first = await office.get('statements.print', { statementId, paper: 'a4', to: 'pdf', file: one });
    expect(last()).not.toContain('class="mark');
    const { head } = await office.get('statements.get', { statementId });
    expect(last()).toContain(head.code);
    const laidOut = printed.length;
    // Whatever the program or the settings become, the same bytes come out.
    await office.get('statements.setSettings', { phone: '999', postingDays: 5, holidays: [], profitCapPermyriad: null });
    pages = 3;
    expect(await office.get('statements.print', { statementId, paper: 'a4', to: 'pdf', file: other })).toEqual({ ...first, file: other });
    expect(readFileSync(other).equals(readFileSync(one))).toBe(true);
    expect(printed).toHaveLength(laidOut);
    await office.get('statements.print', { statementId, paper: 'a4', to: 'printer' });
    expect(last()).toBe(printed[laidOut - 1]?.html);
    await expect(run(office.raw, 'update statement_paper set pages = 2')).rejects.toThrow('APPEND_ONLY');
    await reopenMonth(office.raw, '2026-10', '2026-09');
    await office.get('statements.print', { statementId, paper: 'a4', to: 'printer' });
    expect(last()).toContain('<b>已作废（反结账）</b>');
    await closeThrough(office.raw, '2026-10');
    const second = await office.get('statements.prepare', { kind: 'fees', from: '2026-09', to: '2026-10' });
    await office.get('statements.publish', { statementId: second.statementId });
    expect(await office.get('statements.print', { statementId, paper: 'a4', to: 'printer' })).toMatchObject({ digest: first.digest });
    expect(last()).toContain('<b>已被第 2 版取代</b>');
  });

  it('is refused where it cannot be', async () => {
    const statementId = await prepare();
    expect(await office.call('statements.print', { statementId, paper: 'a4', to: 'pdf' })).toEqual(refusal('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] }));
    expect(await office.call('statements.print', { statementId: 99, paper: 'a4', to: 'printer' })).toEqual(refusal('NO_SUCH_STATEMENT', { statementId: 99 }));
    const other = await openOffice();
    expect(await other.call('statements.print', { statementId: 1, paper: 'a4', to: 'printer' })).toEqual(refusal('NEEDS_WINDOW', { endpoint: 'statements.print' }));
    await other.close();
  });
});

describe('the phone page', () => {
  it('is one of the frozen files, and names nobody', async () => {
    const statementId = await publish();
    const [one, other] = [temporaryFile('html'), temporaryFile('html')];
    await office.get('statements.export', { statementId, format: 'html', file: one });
    await office.get('statements.setSettings', { phone: '999', postingDays: 5, holidays: [], profitCapPermyriad: null });
    await office.get('statements.export', { statementId, format: 'html', file: other });
    const page = readFileSync(one, 'utf8');
    expect(readFileSync(other, 'utf8')).toBe(page);
    expect(page).not.toMatch(/https?:|<script/);
    await expectNoNames(office.raw, [page]);
  });
});

describe('the office’s own notes', () => {
  it('stand behind the computed ones of a draft and its later versions, not of what is published', async () => {
    const statementId = await prepare();
    const before = (await office.get('statements.get', { statementId })).content.notes;
    await office.get('statements.setNotes', { statementId, notes: ['电梯大修的钱另行公示。'] }, { as: 'office' });
    expect((await office.get('statements.get', { statementId })).content.notes).toEqual([...before, '电梯大修的钱另行公示。']);
    expect(await office.get('statements.listNotes', { statementId })).toEqual({ notes: ['电梯大修的钱另行公示。'] });
    await closeThrough(office.raw, '2026-10');
    await prepare();
    await office.get('statements.publish', { statementId });
    await expectRefused(office, () => office.call('statements.setNotes', { statementId, notes: [] }), 'STATEMENT_PUBLISHED', { number: 'GS-WY-2026-09~2026-10', version: 1 });
  });
});

describe('postings', () => {
  it('count the working days that a sheet hung, with its pictures kept once', async () => {
    const statementId = await publish();
    office.ctx.now = new Date('2026-12-01T02:00:00.000Z');
    await office.get('statements.setSettings', { phone: '1', postingDays: 10, holidays: ['2026-11-09'], profitCapPermyriad: null });
    const file = photo(JPEG);
    const { postingId, workdays } = await office.get('statements.addPosting', { statementId, place: '1 号楼大堂', from: '2026-11-06', until: '2026-11-30', file }, { as: 'office' });
    expect(workdays).toBe(countWorkdays('2026-11-06', '2026-12-01', ['2026-11-09']));
    await office.get('statements.addPhoto', { postingId, file });
    const { digest } = await office.get('statements.addPhoto', { postingId, file: photo(PNG, 'png') });
    expect(await office.get('statements.endPosting', { postingId, on: '2026-11-10' })).toEqual({ workdays: 2 });
    const { items, wanted } = await office.get('statements.listPostings', { statementId });
    expect(wanted).toBe(10);
    expect(items).toMatchObject([{ place: '1 号楼大堂', from: '2026-11-06', until: '2026-11-30', endedOn: '2026-11-10', workdays: 2 }]);
    expect(items[0]?.photos).toHaveLength(2);
    expect(await office.get('statements.getPhoto', { digest })).toEqual({ type: 'image/png', base64: Buffer.from(PNG).toString('base64') });
  });

  it('are refused by name, and nothing is written', async () => {
    const draft = await prepare();
    await expectRefused(office, () => office.call('statements.addPosting', { statementId: draft, place: '大门', from: '2026-11-05' }), 'STATEMENT_NOT_PUBLISHED', { number: 'GS-WY-2026-09~2026-10', version: 1 });
    const statementId = await publish();
    const add = (change: object) => () => office.call('statements.addPosting', { statementId, place: '大门', from: '2026-11-05', ...change });
    await expectRefused(office, add({ from: '2026-11-06' }), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
    await expectRefused(office, add({ from: '2026-11-04' }), 'POSTING_BEFORE_PUBLISHING', { from: '2026-11-04', publishedOn: '2026-11-05' });
    await expectRefused(office, add({ until: '2026-11-01' }), 'DATES_REVERSED', { from: '2026-11-05', to: '2026-11-01' });
    const text = photo([1, 2, 3, 4]);
    await expectRefused(office, add({ file: text }), 'PHOTO_NOT_IMAGE', { file: text });
    const large = temporaryFile('jpg');
    writeFileSync(large, Buffer.concat([Buffer.from(JPEG), Buffer.alloc(10 * 1024 * 1024)]));
    await expectRefused(office, add({ file: large }), 'PHOTO_TOO_LARGE', { file: large, bytes: 10 * 1024 * 1024 + JPEG.length, limitBytes: 10 * 1024 * 1024 });
    await expectRefused(office, add({ file: '/nowhere/a.jpg' }), 'FILE_NOT_FOUND', { file: '/nowhere/a.jpg' });
    const { postingId } = await office.get('statements.addPosting', { statementId, place: '大门', from: '2026-11-05' });
    await expectRefused(office, add({}), 'POSTING_TWICE', { place: '大门', from: '2026-11-05' });
    await expectRefused(office, () => office.call('statements.endPosting', { postingId, on: '2026-11-01' }), 'DATES_REVERSED', { from: '2026-11-05', to: '2026-11-01' });
    await office.get('statements.endPosting', { postingId, on: '2026-11-05' });
    await expectRefused(office, () => office.call('statements.endPosting', { postingId, on: '2026-11-05' }), 'POSTING_ENDED', { place: '大门', on: '2026-11-05' });
    await expectRefused(office, () => office.call('statements.addPhoto', { postingId: 9, file: photo(JPEG) }), 'NO_SUCH_POSTING', { postingId: 9 });
    expect(await office.call('statements.getPhoto', { digest: 'a'.repeat(64) })).toEqual(refusal('NO_SUCH_PHOTO', { digest: 'a'.repeat(64) }));
  });
});

describe('objections', () => {
  it('are kept once, answered once, and never stand on a sheet', async () => {
    const statementId = await publish();
    const objection = { objectionId: randomUUID(), statementId, on: '2026-11-05', what: '保洁费为什么涨了' };
    expect(await office.get('statements.addObjection', objection, { as: 'cashier' })).toEqual({ open: 1 });
    expect(await office.get('statements.addObjection', objection, { as: 'cashier' })).toEqual({ open: 1 });
    await expectRefused(office, () => office.call('statements.answerObjection', { objectionId: objection.objectionId, answer: '换了承包方', on: '2026-11-04' }), 'DATES_REVERSED', { from: '2026-11-05', to: '2026-11-04' });
    expect(await office.get('statements.answerObjection', { objectionId: objection.objectionId, answer: '换了承包方', on: '2026-11-05' })).toEqual({ open: 0 });
    await expectRefused(office, () => office.call('statements.answerObjection', { objectionId: objection.objectionId, answer: '又', on: '2026-11-05' }), 'OBJECTION_ANSWERED', { on: '2026-11-05', by: '陈经理' });
    expect((await office.get('statements.listObjections', { statementId })).items).toMatchObject([{ what: '保洁费为什么涨了', answer: '换了承包方', answeredOn: '2026-11-05', by: '刘晓燕' }]);
    await office.get('statements.print', { statementId, paper: 'a4', to: 'printer' });
    expect(last()).not.toContain('保洁费为什么涨了');
    const nobody = randomUUID();
    await expectRefused(office, () => office.call('statements.answerObjection', { objectionId: nobody, answer: '又', on: '2026-11-05' }), 'NO_SUCH_OBJECTION', { objectionId: nobody });
  });
});

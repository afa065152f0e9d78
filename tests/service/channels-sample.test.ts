import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { readTables } from '../../electron/files/read-table.ts';
import type { Output } from '../../shared/contract/index.ts';
import { expectSound } from '../support/channel-desk.ts';
import { allTables, expectRefused, openOffice, temporaryFolder, type TestOffice } from '../support/open-office.ts';

type Files = Output<'estate.writeSampleFiles'>;
let office: TestOffice;
let made: Files;
beforeAll(async () => {
  office = await openOffice({ estate: false });
  await office.get('estate.createSample', { homes: 200, years: 1, seed: 7, until: '2026-10', password: 'sample-7' }, { as: null });
  made = await office.get('estate.writeSampleFiles', { folder: temporaryFolder() });
  return () => office.close();
});

const fileOf = (channel: string) => made.files.find((one) => one.channel === channel)?.file ?? '';

describe('the sample’s channel files', () => {
  it('are of the last month that has payments, and say what is wrong in them', () => {
    expect(made.month).toBe('2026-10');
    expect(made.files.map(({ channel, faults }) => [channel, faults.map((fault) => fault.split(' ')[0])])).toEqual([['wechat', ['MISSING_IN_FILE', 'AMOUNT_DIFFERS', 'REFUND_UNKNOWN', 'NOT_REGISTERED']], ['alipay', ['MISSING_IN_FILE', 'NOT_REGISTERED']], ['bank', ['NOT_REGISTERED', 'BANK_FEE']]]);
  });

  it('are the same again, and change nothing in the books', async () => {
    const before = await allTables(office.raw);
    const again = await office.get('estate.writeSampleFiles', { folder: temporaryFolder(), month: '2026-10' });
    for (const [index, { channel, file }] of made.files.entries()) {
      const other = again.files[index]?.file ?? '';
      if (channel === 'bank') expect(await readTables(other)).toEqual(await readTables(file));
      else expect(readFileSync(other)).toEqual(readFileSync(file));
    }
    const after = await allTables(office.raw);
    expect({ ...after, audit: [] }).toEqual({ ...before, audit: [] });
    await expectRefused(office, () => office.call('estate.writeSampleFiles', { folder: join(fileOf('wechat'), 'x') }), 'FILE_NOT_WRITABLE');
  });

  it('are spelt as the channels spell them', () => {
    const wechat = readFileSync(fileOf('wechat'), 'utf8');
    expect(wechat.startsWith('\ufeff交易时间,公众账号ID,商户号')).toBe(true);
    expect(wechat.split('\r\n')[1]).toMatch(/^`2026-10-\d\d \d\d:\d\d:\d\d,`wx\w+,`\d+,`0,`,`4200\d{24},`WY\d+,`\w+,`NATIVE,`SUCCESS,/);
    const alipay = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(fileOf('alipay')));
    expect(alipay.split('\r\n').slice(0, 3)).toEqual(['#支付宝业务明细查询', '#账号：[20886310077291450156]', '#起始日期：[2026年10月01日 00:00:00]   终止日期：[2026年11月01日 00:00:00]']);
    expect(alipay).toMatch(/\n2026\d{24}\t,WY\d+\t,交易\t,物业费,/);
  });

  it('reconcile but for their faults, and the bank’s transfers settle the days that have none', async () => {
    const answers = [];
    for (const { channel, file } of made.files) answers.push(await office.get('channels.import', { file, channel, commit: true }));
    const [wechat, alipay, bank] = answers;
    expect(answers.map(({ channel, lines, matched, exceptions }) => [channel, lines, matched + exceptions.length])).toEqual(made.files.map(({ channel, lines }) => [channel, lines, lines]));
    expect(wechat?.exceptions.map(({ reason }) => reason).sort()).toEqual(['AMOUNT_DIFFERS', 'NOT_REGISTERED', 'REFUND_UNKNOWN']);
    expect(alipay?.exceptions.map(({ reason }) => reason)).toEqual(['NOT_REGISTERED']);
    expect(wechat?.missing.map(({ entries }) => entries[0]?.no).sort()).toEqual(made.files[0]?.faults.flatMap((fault) => (/^(?:MISSING_IN_FILE|AMOUNT_DIFFERS) (.*)/.exec(fault)?.[1] ?? [])).sort());
    const reasons = bank?.exceptions.map(({ reason }) => reason) ?? [];
    const waiting = reasons.filter((reason) => reason === 'NOT_SETTLED').length;
    expect(reasons.filter((reason) => reason !== 'NOT_SETTLED')).toEqual(['NOT_REGISTERED', 'BANK_FEE']);
    // Each of the four faulty lines keeps the transfer of its day waiting; some days have two.
    expect(waiting).toBeGreaterThan(1);
    expect(waiting).toBeLessThanOrEqual(4);
    expect(await rows(office.raw, `select count(*) as transfers from channel_line where kind = 'transfer'`)).toEqual([{ transfers: waiting + (bank?.settled ?? 0) }]);
    await expectSound(office);
  });

  it('come out even when each fault is decided on', async () => {
    for (;;) {
      const { items } = await office.get('channels.list', { state: 'exception' });
      const next = items.find(({ lineId, reason }) => lineId !== null && reason !== 'NOT_SETTLED');
      if (!next) break;
      await office.get('channels.resolve', { lineId: next.lineId ?? 0, action: next.reason === 'REFUND_UNKNOWN' ? 'refund' : next.reason === 'BANK_FEE' ? 'fee' : 'hold' });
    }
    const { items } = await office.get('channels.list', { state: 'exception' });
    expect(items.map(({ reason, channel }) => `${channel} ${reason ?? ''}`).sort()).toEqual(['alipay MISSING_IN_FILE', 'wechat MISSING_IN_FILE', 'wechat MISSING_IN_FILE']);
    expect(await rows(office.raw, `select count(*) as open from channel_line where state = 'exception'`)).toEqual([{ open: 0 }]);
    await expectSound(office);
  });
});

import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanceOf, givenHome, givenHomes, openBills } from '../support/builders.ts';
import { bankFile, channelDesk, expectSound, reasonsOf, wechatFile, wechatNo, type ChannelDesk } from '../support/channel-desk.ts';
import { alipayBill, bankStatement, channelFile, wechatBill, type FileLine } from '../support/channel-files.ts';
import { expectRefused, openOffice, paymentId, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let desk: ChannelDesk;
beforeEach(async () => {
  office = await openOffice();
  desk = channelDesk(office);
});
afterEach(async () => {
  await expectSound(office);
  await office.close();
});

describe('importing a channel’s file', () => {
  it('matches by number, then by amount and day, and names the rest', async () => {
    await desk.paid(15_000, wechatNo(1));
    await desk.paid(20_000, undefined);
    await desk.paid(30_000, wechatNo(3));
    await desk.paid(7_000, wechatNo(9));
    const file = wechatFile([
      { on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }, { on: '2026-10-03', no: wechatNo(2), amountFen: 20_000, feeFen: 120 }, { on: '2026-10-03', no: wechatNo(3), amountFen: 31_000, feeFen: 186 }, { on: '2026-10-03', no: wechatNo(4), amountFen: 15_000, feeFen: 90 },
      { on: '2026-10-03', no: wechatNo(1), amountFen: -1_000, refundNo: 'R1' },
    ]);
    const answer = await desk.taken('wechat', file);
    expect(answer).toMatchObject({ fileId: 1, channel: 'wechat', from: '2026-10-03', to: '2026-10-03', lines: 5, matched: 2, grossFen: 81_000, refundFen: 1_000, feeFen: 486, netFen: 79_514 });
    expect(reasonsOf(answer)).toEqual(['4 AMOUNT_DIFFERS', '5 NOT_REGISTERED', '6 REFUND_UNKNOWN']);
    expect(answer.exceptions[0]).toMatchObject({ transactionNo: wechatNo(3), on: '2026-10-03', amountFen: 31_000, kind: 'payment' });
    expect(answer.missing.map(({ amountFen, reason, lineId }) => [amountFen, reason, lineId])).toEqual([[30_000, 'MISSING_IN_FILE', null], [7_000, 'MISSING_IN_FILE', null]]);
    const { items, total } = await office.get('channels.list', { channel: 'wechat', month: '2026-10' });
    expect(total).toBe(7);
    expect(items.find(({ row }) => row === 3)).toMatchObject({ state: 'matched', entries: [{ amountFen: 20_000, no: 'SJ-2026-000002' }] });
  });

  it('without commit answers the same and writes nothing', async () => {
    await desk.paid(15_000, wechatNo(1));
    await desk.taken('bank', bankFile([{ on: '2026-10-04', amountFen: 14_910, party: '财付通支付科技有限公司' }]));
    const file = wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }, { on: '2026-10-02', no: wechatNo(2), amountFen: 100 }]);
    const before = await office.get('ledger.trialBalance', {});
    const shown = await office.get('channels.import', { file, channel: 'wechat', commit: false });
    expect(shown).toMatchObject({ fileId: null, lines: 2, matched: 1, settled: 1 });
    expect(await office.get('ledger.trialBalance', {})).toEqual(before);
    expect((await office.get('channels.list', { channel: 'wechat' })).total).toBe(0);
    expect(await desk.taken('wechat', file)).toEqual({ ...shown, fileId: 2 });
  });

  it('takes Alipay’s file in GB18030 and deposits as well as payments', async () => {
    const home = await givenHome(office);
    await office.get('deposits.take', { depositId: paymentId(), homeId: home.homeId, amountFen: 200_000, receivedOn: '2026-10-03', method: 'alipay', transactionNo: '2026100322001400000000000001' });
    const answer = await desk.taken('alipay', channelFile('alipay', alipayBill([{ on: '2026-10-03', no: '2026100322001400000000000001', amountFen: 200_000, feeFen: 1_200 }])));
    expect(answer).toMatchObject({ from: '2026-10-01', to: '2026-10-31', lines: 1, matched: 1, exceptions: [], missing: [] });
  });

  it('knows what was paid ahead for charging, and what went back of it', async () => {
    const { accountId } = await office.get('charging.openAccount', { cardNo: 'E-1', holder: '王师傅' });
    await office.get('charging.topUp', { topUpId: paymentId(), accountId, amountFen: 5_000, receivedOn: '2026-10-03', method: 'alipay', transactionNo: '2026100322001400000000000009' });
    const answer = await desk.taken('alipay', channelFile('alipay', alipayBill([{ on: '2026-10-03', no: '2026100322001400000000000009', amountFen: 5_000, feeFen: 30 }])));
    expect(answer).toMatchObject({ lines: 1, matched: 1, exceptions: [], missing: [] });
    expect((await office.get('channels.list', { channel: 'alipay', state: 'matched' })).items[0]?.entries).toMatchObject([{ no: 'CZ-2026-000001', amountFen: 5_000 }]);
  });

  it('matches transfers, a card terminal’s day and refunds in a bank’s statement, and remembers its columns', async () => {
    await desk.paid(15_000, 'T-77', { method: 'transfer' });
    await desk.paid(4_000, undefined, { method: 'card' });
    const second = await desk.paid(6_000, undefined, { method: 'card' });
    const answer = await office.get('channels.import', {
      file: bankFile([{ on: '2026-10-03', amountFen: 15_000, party: '王秀兰', serial: 'B1' }, { on: '2026-10-04', amountFen: 10_000, party: '银联商务支付股份有限公司', summary: 'POS', serial: 'B2' }, { on: '2026-10-04', amountFen: -500, summary: '账户管理费', serial: 'B3' }]), channel: 'bank', commit: true, profile: '建行基本户',
    });
    expect(answer).toMatchObject({ lines: 3, matched: 2, profile: '建行基本户' });
    expect(reasonsOf(answer)).toEqual(['5 BANK_FEE']);
    expect((await office.get('channels.list', { channel: 'bank', state: 'matched' })).items[1]?.entries.map(({ amountFen }) => amountFen)).toEqual([4_000, 6_000]);
    expect(await office.get('channels.profiles', {})).toMatchObject({ items: [{ name: '建行基本户', files: 1, mapping: { date: '交易日期', serial: '交易流水号' } }] });
    await office.get('payments.refund', { paymentId: second.paymentId, amountFen: 1_000, reason: '多收' });
    const next = bankFile([{ on: '2026-11-05', amountFen: -1_000, party: '王秀兰', summary: '退款', serial: 'B9' }]);
    expect(await office.get('channels.inspect', { file: next })).toMatchObject({ channel: 'bank', profile: '建行基本户', missing: [] });
    expect(await desk.taken('bank', next)).toMatchObject({ matched: 1, profile: '建行基本户', exceptions: [] });
  });

  it('lets a mapping name the columns that cannot be guessed', async () => {
    await desk.paid(15_000, 'T-77', { method: 'transfer' });
    const file = channelFile('bank', '入账时刻,数目,往来\n2026-10-03,150.00,王秀兰\n');
    expect(await office.get('channels.inspect', { file })).toMatchObject({ channel: null, headers: ['入账时刻', '数目', '往来'], sample: [['2026-10-03', '150.00', '王秀兰']] });
    await expectRefused(office, () => desk.take('bank', file), 'CHANNEL_COLUMNS_MISSING');
    expect(await office.get('channels.import', { file, channel: 'bank', commit: true, mapping: { date: '入账时刻', amount: '数目', counterparty: '往来' }, profile: '小银行' })).toMatchObject({ matched: 1, profile: '小银行' });
    expect(await desk.taken('bank', channelFile('bank', '入账时刻,数目,往来\n2026-10-04,1.00,李\n'))).toMatchObject({ lines: 1, profile: '小银行' });
  });
});

describe('a file is refused whole', () => {
  const good: FileLine[] = [{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }, { on: '2026-10-04', no: wechatNo(2), amountFen: 16_000, feeFen: 96 }];

  it('that was imported before, or has a line that was', async () => {
    const file = wechatFile(good);
    await desk.taken('wechat', file);
    await expectRefused(office, () => desk.take('wechat', file), 'CHANNEL_FILE_SEEN');
    const [, second] = good;
    await expectRefused(office, () => desk.take('wechat', wechatFile([{ on: '2026-10-05', no: wechatNo(3), amountFen: 100 }, second ?? { on: '', no: '', amountFen: 0 }])), 'CHANNEL_LINE_SEEN', { row: 3, transactionNo: wechatNo(2), file: expect.any(String) as string });
  });

  it('that is truncated, of another channel, or of no channel', async () => {
    await expectRefused(office, () => desk.take('wechat', channelFile('wechat', wechatBill(good).replace(/总交易单数[^]*$/, ''))), 'CHANNEL_FILE_TRUNCATED');
    await expectRefused(office, () => desk.take('alipay', channelFile('alipay', alipayBill(good).slice(0, -160))), 'CHANNEL_FILE_TRUNCATED');
    await expectRefused(office, () => desk.take('bank', channelFile('bank', bankStatement([{ on: '2026-10-03', amountFen: 1 }, { on: '2026-10-04', amountFen: 2 }, { on: '2026-10-05', amountFen: 3 }]).replace(/^2026-10-04.*\n/m, ''))), 'CHANNEL_FILE_TRUNCATED');
    await expectRefused(office, () => desk.take('alipay', wechatFile(good)), 'CHANNEL_FILE_WRONG_CHANNEL', { channel: 'alipay', found: 'wechat' });
    await expectRefused(office, () => desk.take('wechat', channelFile('wechat', 'a,b\n1,2')), 'CHANNEL_COLUMNS_MISSING');
    await expectRefused(office, () => desk.take('wechat', channelFile('wechat', wechatBill([]))), 'CHANNEL_FILE_EMPTY');
  });

  it('cut at any byte: none is taken in part', async () => {
    const bytes = Buffer.from(wechatBill(good));
    for (let length = bytes.indexOf('`2026-10-03'); length < bytes.lastIndexOf('`'); length += 5) {
      const file = channelFile('wechat', '');
      writeFileSync(file, bytes.subarray(0, length));
      expect(await desk.take('wechat', file), String(length)).toMatchObject({ ok: false, code: 'CHANNEL_FILE_TRUNCATED' });
    }
  });

  it('of another month, of the future, or of before the books', async () => {
    await expectRefused(office, () => desk.take('wechat', wechatFile(good), { month: '2026-09' }), 'CHANNEL_FILE_WRONG_MONTH', { month: '2026-09', row: 2, on: '2026-10-03' });
    await expectRefused(office, () => desk.take('wechat', wechatFile([{ on: '2026-12-01', no: wechatNo(1), amountFen: 1 }])), 'CHANNEL_FILE_WRONG_MONTH', { month: '2026-11', row: 2, on: '2026-12-01' });
    await expectRefused(office, () => desk.take('wechat', wechatFile([{ on: '2025-12-31', no: wechatNo(1), amountFen: 1 }])), 'CHANNEL_FILE_WRONG_MONTH');
    expect(await desk.take('wechat', wechatFile(good), { month: '2026-10' })).toMatchObject({ ok: true, value: { from: '2026-10-01', to: '2026-10-31' } });
  });

  it('for a cashier or an auditor', async () => {
    for (const as of ['cashier', 'auditor'] as const) expect(await office.call('channels.import', { file: wechatFile(good), channel: 'wechat', commit: false }, { as })).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('deciding on an exception', () => {
  it('registers unknown money as a home’s payment with the channel’s number', async () => {
    const [home] = await givenHomes(office, [{ arrearsFen: 20_000 }]);
    if (!home) throw new Error('no home');
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    expect(await office.get('channels.candidates', { lineId })).toMatchObject({ entries: [], homes: [] });
    const done = await office.get('channels.resolve', { lineId, action: 'register', homeId: home.homeId });
    expect(done).toMatchObject({ state: 'matched', receiptNo: 'SJ-2026-000001', left: 0 });
    expect((await openBills(office, home))[0]).toMatchObject({ openFen: 5_000 });
    expect((await office.get('payments.list', {})).items[0]).toMatchObject({ receivedOn: '2026-10-03', method: 'wechat', amountFen: 15_000 });
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'register', homeId: home.homeId }), 'CHANNEL_LINE_RESOLVED', { lineId });
  });

  it('offers the homes that owe just that, or whose people the bank names', async () => {
    const homes = await givenHomes(office, [{ arrearsFen: 15_000, owner: '李强' }, { arrearsFen: 9_900, owner: '王秀兰' }]);
    await desk.taken('bank', bankFile([{ on: '2026-10-03', amountFen: 15_000, party: '王秀兰' }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    expect((await office.get('channels.candidates', { lineId })).homes.map(({ homeId, openFen }) => [homeId, openFen])).toEqual([[homes[1]?.homeId, 9_900], [homes[0]?.homeId, 15_000]]);
    await office.get('channels.resolve', { lineId, action: 'register', homeId: homes[0]?.homeId ?? 0 });
    expect((await office.get('payments.list', {})).items[0]).toMatchObject({ method: 'transfer' });
  });

  it('matches with a chosen payment, of its own channel, its amount, and only once', async () => {
    const same = [await desk.paid(15_000, undefined), await desk.paid(15_000, undefined), await desk.paid(15_000, undefined)];
    await desk.paid(14_000, undefined);
    const cash = await desk.paid(15_000, undefined, { method: 'cash' });
    await desk.taken('wechat', wechatFile([1, 2, 3].map((index) => ({ on: '2026-10-03', no: wechatNo(index), amountFen: 15_000 }))));
    const { lineId } = await desk.exceptionOf('AMBIGUOUS');
    const { entries } = await office.get('channels.candidates', { lineId });
    expect(entries.map(({ amountFen, sameAmount }) => [amountFen, sameAmount])).toEqual([[15_000, true], [15_000, true], [15_000, true], [14_000, false]]);
    const other = entries[3]?.entryId ?? 0;
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'match', entryIds: [other] }), 'MATCH_AMOUNT_DIFFERS', { lineFen: 15_000, entriesFen: 14_000 });
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'match', paymentId: cash.paymentId }), 'ENTRY_OF_OTHER_CHANNEL');
    expect(await office.get('channels.resolve', { lineId, action: 'match', paymentId: same[0]?.paymentId }, { as: 'office' })).toMatchObject({ state: 'matched' });
    const second = await desk.exceptionOf('AMBIGUOUS');
    await expectRefused(office, () => office.call('channels.resolve', { lineId: second.lineId, action: 'match', paymentId: same[0]?.paymentId }), 'ENTRY_ALREADY_MATCHED');
    // With one line and one payment left, the third needs nobody.
    await office.get('channels.resolve', { lineId: second.lineId, action: 'match', paymentId: same[1]?.paymentId });
    expect((await office.get('channels.list', { state: 'exception' })).items.map(({ reason }) => reason)).toEqual(['MISSING_IN_FILE']);
  });

  it('reverses a receipt of another amount and issues it again for what came', async () => {
    const wrong = await desk.paid(14_000, wechatNo(1));
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000 }]));
    const { lineId } = await desk.exceptionOf('AMOUNT_DIFFERS');
    expect((await office.get('channels.candidates', { lineId })).payment).toMatchObject({ receiptNo: wrong.receiptNo, amountFen: 14_000 });
    expect(await office.get('channels.resolve', { lineId, action: 'reissue' })).toMatchObject({ state: 'matched', receiptNo: 'SJ-2026-000002', left: 0 });
    expect((await office.get('payments.list', {})).items.map(({ amountFen, reversalKind }) => [amountFen, reversalKind])).toEqual([[15_000, null], [14_000, 'reversal']]);
    expect(await balanceOf(office, '1012.01')).toBe(15_000);
    expect((await office.get('channels.list', { state: 'exception' })).total).toBe(0);
  });

  it('finds a receipt that was wrong and issued again, when it is asked to match anew', async () => {
    const wrong = await desk.paid(14_000, wechatNo(1));
    expect(reasonsOf(await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000 }])))).toEqual(['2 AMOUNT_DIFFERS']);
    await office.get('payments.reverse', { paymentId: wrong.paymentId, reason: '金额错' });
    await office.get('payments.register', { ...wrong, paymentId: paymentId(), amountFen: 15_000, lines: wrong.lines.map((line) => ({ ...line, amountFen: 15_000 })) });
    expect(await office.get('channels.rematch', {})).toEqual({ matched: 1, settled: 0, left: 0 });
    expect((await office.get('channels.list', { state: 'exception' })).total).toBe(0);
  });

  it('refunds in the books what the channel gave back', async () => {
    const payment = await desk.paid(15_000, wechatNo(1));
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }, { on: '2026-10-05', no: wechatNo(1), amountFen: -4_000, feeFen: -24, refundNo: 'R1' }]));
    const { lineId } = await desk.exceptionOf('REFUND_UNKNOWN');
    expect((await office.get('channels.candidates', { lineId })).payment).toMatchObject({ receiptNo: payment.receiptNo, amountFen: 15_000 });
    expect(await office.get('channels.resolve', { lineId, action: 'refund', reason: '渠道已退' })).toMatchObject({ state: 'matched', receiptNo: 'TK-2026-000001', left: 0 });
    expect(await balanceOf(office, '1012.01')).toBe(11_000);
  });

  it('takes a voided receipt and the channel’s refund of it as both ours, in one file or a later one', async () => {
    const payment = await desk.paid(15_000, wechatNo(1));
    await office.get('payments.reverse', { paymentId: payment.paymentId, reason: '收错' });
    expect(reasonsOf(await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }])))).toEqual(['2 PAYMENT_UNDONE']);
    expect(await desk.taken('wechat', wechatFile([{ on: '2026-10-06', no: wechatNo(1), amountFen: -15_000, feeFen: -90, refundNo: 'R1' }]))).toMatchObject({ matched: 1, exceptions: [] });
    expect((await office.get('channels.list', { state: 'exception' })).total).toBe(0);
    expect((await office.get('channels.summary', { month: '2026-10' })).items[0]).toMatchObject({ dueFen: 0 });
  });

  it('lists a receipt that was undone after its money had come as money that stayed', async () => {
    const payment = await desk.paid(15_000, wechatNo(1), { receivedOn: '2026-11-05' });
    await desk.taken('wechat', wechatFile([{ on: '2026-11-05', no: wechatNo(1), amountFen: 15_000 }]));
    await office.get('payments.void', { paymentId: payment.paymentId, reason: '错' });
    expect((await office.get('channels.list', { state: 'exception' })).items).toMatchObject([{ lineId: null, kind: 'refund', amountFen: -15_000, reason: 'MISSING_IN_FILE' }]);
  });

  it('holds what nobody can explain, and releases it when its payer is found', async () => {
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 90 }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    await office.get('channels.resolve', { lineId, action: 'hold' });
    expect(await balanceOf(office, '2241.09')).toBe(-15_000);
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'hold' }), 'ACTION_NOT_FOR_LINE');
    const home = await givenHome(office, { arrearsFen: 15_000 });
    await office.get('channels.resolve', { lineId, action: 'register', homeId: home.homeId });
    expect(await balanceOf(office, '2241.09')).toBe(0);
    expect(await balanceOf(office, '1012.01')).toBe(15_000);
  });

  it('ignores with a reason, and takes any decision back with one', async () => {
    await desk.paid(15_000, wechatNo(1));
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000 }, { on: '2026-10-03', no: wechatNo(2), amountFen: 1 }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    expect(await office.call('channels.resolve', { lineId, action: 'ignore' })).toEqual(refusal('BAD_INPUT', { issues: [{ path: 'reason', rule: 'too_small' }] }));
    await office.get('channels.resolve', { lineId, action: 'ignore', reason: '测试一分钱' });
    expect((await office.get('channels.list', { state: 'ignored' })).items[0]).toMatchObject({ decision: '测试一分钱' });
    await office.get('channels.resolve', { lineId, action: 'reopen', reason: '要退' });
    await office.get('channels.resolve', { lineId, action: 'hold' });
    await office.get('channels.resolve', { lineId, action: 'reopen', reason: '再看' });
    expect(await balanceOf(office, '2241.09')).toBe(0);
    const [matched] = (await office.get('channels.list', { state: 'matched' })).items;
    await office.get('channels.resolve', { lineId: matched?.lineId ?? 0, action: 'reopen', reason: '对错了' });
    expect((await office.get('channels.list', { state: 'exception' })).items.map(({ reason }) => reason)).toEqual(['NOT_REGISTERED', 'NOT_REGISTERED', 'MISSING_IN_FILE']);
  });

  it('books the bank’s charge and interest to 5603, and what a card terminal kept', async () => {
    await desk.paid(10_000, undefined, { method: 'card' });
    await desk.taken('bank', bankFile([{ on: '2026-10-04', amountFen: 9_940, party: '拉卡拉支付', serial: '1' }, { on: '2026-10-20', amountFen: -500, summary: '账户管理费', serial: '2' }, { on: '2026-10-21', amountFen: 77, summary: '结息', serial: '3' }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    const { entries } = await office.get('channels.candidates', { lineId });
    await office.get('channels.resolve', { lineId, action: 'match', entryIds: entries.map(({ entryId }) => entryId), feeFen: 60 });
    for (const row of [4, 5]) {
      const { items } = await office.get('channels.list', { state: 'exception' });
      await office.get('channels.resolve', { lineId: items.find((item) => item.row === row)?.lineId ?? 0, action: 'fee' });
    }
    expect(await balanceOf(office, '5603')).toBe(60 + 500 - 77);
    expect(await balanceOf(office, '1002.01')).toBe(9_940 - 500 + 77);
  });

  it('leaves money to the manager', async () => {
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000 }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'hold' }, { as: 'office' }), 'ROLE_NOT_ALLOWED', { role: 'office', allowed: ['manager'] });
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'fee' }), 'ACTION_NOT_FOR_LINE', { action: 'fee', kind: 'payment' });
    await expectRefused(office, () => office.call('channels.resolve', { lineId: 999, action: 'hold' }), 'NO_SUCH_CHANNEL_LINE', { lineId: 999 });
  });
});

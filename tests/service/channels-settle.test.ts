import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows, run } from '../../db/sql.ts';
import { balanceOf, givenHome } from '../support/builders.ts';
import { bankFile, channelDesk, expectSound, reasonsOf, wechatFile, wechatNo, type ChannelDesk } from '../support/channel-desk.ts';
import type { FileLine } from '../support/channel-files.ts';
import { expectRefused, openOffice, paymentId, type TestOffice } from '../support/open-office.ts';

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

describe('settling', () => {
  const day = (date: number, index: number, amountFen: number): FileLine => ({ on: `2026-10-0${date}`, no: wechatNo(index), amountFen, feeFen: amountFen / 100 });

  async function twoDays() {
    const first = await desk.paid(15_000, wechatNo(1));
    const home = await givenHome(office, { room: '999' });
    await office.get('deposits.take', { depositId: paymentId(), homeId: home.homeId, amountFen: 200_000, receivedOn: '2026-10-03', method: 'wechat', transactionNo: wechatNo(2) });
    await desk.paid(30_000, wechatNo(3), { receivedOn: '2026-10-04' });
    await desk.taken('wechat', wechatFile([day(3, 1, 15_000), day(3, 2, 200_000), day(4, 3, 30_000)]));
    return first;
  }
  const funds = async (account: string) => Object.fromEntries((await office.get('ledger.trialBalance', {})).accounts.filter((one) => one.account === account).map(({ fund, balanceFen }) => [fund, balanceFen]));

  it('moves each fund’s money to the bank when the bank’s file shows it, and the fee is the company’s', async () => {
    await twoDays();
    const answer = await desk.taken('bank', bankFile([{ on: '2026-10-04', amountFen: 212_850, party: '财付通支付科技有限公司', summary: '商户结算', serial: 'S1' }]));
    expect(answer).toMatchObject({ lines: 1, matched: 1, settled: 1, exceptions: [] });
    expect(await funds('1012.01')).toEqual({ property: 30_000, deposit: 0 });
    expect(await funds('1002.01')).toEqual({ property: 12_850, deposit: 200_000 });
    expect(await funds('5603')).toEqual({ property: 2_150 });
    expect((await office.get('channels.settlements', {})).items).toMatchObject([{ channel: 'wechat', from: '2026-10-03', through: '2026-10-03', on: '2026-10-04', grossFen: 215_000, refundFen: 0, feeFen: 2_150, netFen: 212_850, undone: null, lineId: expect.any(Number) as number }]);
    expect((await office.get('channels.summary', { month: '2026-10' })).items[0]).toMatchObject({ takenFen: 245_000, fileFen: 245_000, settledFen: 215_000, bankedFen: 212_850, inTransitFen: 30_000, balanceFen: 30_000, dueFen: 29_700, dueThrough: '2026-10-04', funds: [{ fund: 'property', amountFen: 30_000 }] });
    expect((await office.get('channels.list', { state: 'unsettled' })).items.map(({ amountFen }) => amountFen)).toEqual([30_000]);
  });

  it('happens when the file comes after the bank’s, too, and waits for exceptions', async () => {
    await desk.paid(15_000, wechatNo(1));
    expect(reasonsOf(await desk.taken('bank', bankFile([{ on: '2026-10-04', amountFen: 14_850 + 9_900, party: '财付通支付科技有限公司' }])))).toEqual(['3 NOT_SETTLED']);
    expect(await desk.taken('wechat', wechatFile([day(3, 1, 15_000), day(3, 2, 10_000)]))).toMatchObject({ settled: 0 });
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    expect(await office.get('channels.resolve', { lineId, action: 'hold' })).toMatchObject({ settled: 1 });
    expect(await funds('1012.01')).toEqual({ property: 0 });
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'reopen', reason: '看看' }), 'CHANNEL_LINE_SETTLED', { lineId });
  });

  it('is put right between the funds when held money that was settled finds its payer', async () => {
    await desk.taken('wechat', wechatFile([day(3, 1, 20_000)]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    await office.get('channels.resolve', { lineId, action: 'hold' });
    const { settlementId } = await office.get('channels.settle', { channel: 'wechat', through: '2026-10-03', netFen: 19_800, on: '2026-10-04' });
    const home = await givenHome(office);
    const depositId = paymentId();
    await office.get('deposits.take', { depositId, homeId: home.homeId, amountFen: 20_000, receivedOn: '2026-10-03', method: 'wechat', transactionNo: wechatNo(1) });
    const { entries } = await office.get('channels.candidates', { lineId });
    await office.get('channels.resolve', { lineId, action: 'match', entryIds: [entries[0]?.entryId ?? 0] });
    expect([await funds('1012.01'), await funds('1002.01'), await balanceOf(office, '2241.09')]).toEqual([{ property: 0, deposit: 0 }, { property: -200, deposit: 20_000 }, 0]);
    await office.get('channels.undoSettlement', { settlementId, reason: '重来' });
    expect([await funds('1012.01'), await funds('1002.01')]).toEqual([{ property: 0, deposit: 20_000 }, { property: 0, deposit: 0 }]);
  });

  it('by hand is refused unless it is to the fen, and can be undone and done again', async () => {
    await twoDays();
    await expectRefused(office, () => office.call('channels.settle', { channel: 'wechat', through: '2026-10-04', netFen: 1, on: '2026-10-05' }), 'SETTLEMENT_DIFFERS', { expectedFen: 242_550 });
    await expectRefused(office, () => office.call('channels.settle', { channel: 'alipay', through: '2026-10-04', netFen: 1, on: '2026-10-05' }), 'NOTHING_TO_SETTLE', { channel: 'alipay', through: '2026-10-04' });
    await expectRefused(office, () => office.call('channels.settle', { channel: 'wechat', through: '2026-10-04', netFen: 242_550, on: '2026-12-05' }), 'DATE_IN_FUTURE');
    const before = await office.get('ledger.trialBalance', {});
    const { settlementId, lines } = await office.get('channels.settle', { channel: 'wechat', through: '2026-10-04', netFen: 242_550, on: '2026-10-05' });
    expect(lines).toBe(3);
    expect(await balanceOf(office, '1012.01')).toBe(0);
    await office.get('channels.undoSettlement', { settlementId, reason: '记错账户' });
    expect((await office.get('ledger.trialBalance', {})).accounts.filter(({ balanceFen }) => balanceFen !== 0)).toEqual(before.accounts);
    await expectRefused(office, () => office.call('channels.undoSettlement', { settlementId, reason: '再' }), 'SETTLEMENT_ALREADY_UNDONE', { settlementId });
    await office.get('channels.settle', { channel: 'wechat', through: '2026-10-04', netFen: 242_550, on: '2026-10-05' });
    expect(await desk.taken('bank', bankFile([{ on: '2026-10-05', amountFen: 242_550, party: '财付通支付科技有限公司' }]))).toMatchObject({ matched: 1, settled: 1, exceptions: [] });
    expect((await office.get('channels.settlements', {})).items).toHaveLength(2);
  });

  it('is verified: a line that is made another entry’s is found', async () => {
    await twoDays();
    await office.get('channels.settle', { channel: 'wechat', through: '2026-10-04', netFen: 242_550, on: '2026-10-05' });
    const pairs = await rows<{ entryId: number; lineId: number }>(office.raw, 'select entry_id as entryId, line_id as lineId from channel_match order by line_id');
    const [first, second] = pairs;
    const swap = async (one: number | undefined, other: number | undefined) => {
      await run(office.raw, 'delete from channel_match where line_id in (?, ?)', [first?.lineId ?? 0, second?.lineId ?? 0]);
      await run(office.raw, 'insert into channel_match (entry_id, line_id) values (?, ?), (?, ?)', [one ?? 0, first?.lineId ?? 0, other ?? 0, second?.lineId ?? 0]);
    };
    await swap(second?.entryId, first?.entryId);
    expect((await office.get('ledger.verify', {})).problems.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(['CHANNEL 15000 ≠ 200000', 'CHANNEL 200000 ≠ 15000']);
    await swap(first?.entryId, second?.entryId);
  });

  it('refuses days with exceptions; a bank’s transfer can be told its days', async () => {
    await twoDays();
    await desk.taken('bank', bankFile([{ on: '2026-10-06', amountFen: 242_550, party: '财付通支付科技有限公司' }]));
    const [settlement] = (await office.get('channels.settlements', {})).items;
    await office.get('channels.undoSettlement', { settlementId: settlement?.settlementId ?? 0, reason: '看看' });
    const { lineId } = await desk.exceptionOf('NOT_SETTLED');
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'settle', through: '2026-10-03' }), 'SETTLEMENT_DIFFERS', { expectedFen: 212_850 });
    await office.get('channels.resolve', { lineId, action: 'settle' });
    expect(await balanceOf(office, '1012.01')).toBe(0);
    await desk.taken('wechat', wechatFile([day(5, 7, 100)]));
    await expectRefused(office, () => office.call('channels.settle', { channel: 'wechat', through: '2026-10-05', netFen: 99, on: '2026-10-06' }), 'SETTLEMENT_HAS_EXCEPTIONS', { lines: 1 });
  });
});

import { expect } from 'vitest';
import type { CallInput, Output } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/errors.ts';
import { givenBill, givenPayment, pay } from './builders.ts';
import { bankStatement, channelFile, wechatBill, type BankLine, type FileLine } from './channel-files.ts';
import type { TestOffice } from './open-office.ts';

type Channel = CallInput<'channels.import'>['channel'];

/** A number of WeChat's own form. */
export const wechatNo = (index: number): string => `42000000002026100300000000${String(index).padStart(2, '0')}`;
export const wechatFile = (lines: FileLine[]): string => channelFile('wechat', wechatBill(lines));
export const bankFile = (lines: BankLine[]): string => channelFile('bank', bankStatement(lines));
/** Row and reason of each exception. */
export const reasonsOf = ({ exceptions }: Output<'channels.import'>): string[] => exceptions.map(({ row, reason }) => `${row} ${reason ?? ''}`);

/** The desk of a test about channels. */
export type ChannelDesk = {
  take: (channel: Channel, file: string, change?: Partial<CallInput<'channels.import'>>) => Promise<Reply<Output<'channels.import'>>>;
  taken: (channel: Channel, file: string) => Promise<Output<'channels.import'>>;
  /** A payment by WeChat of 3 October for a home of its own. */
  paid: (amountFen: number, transactionNo: string | undefined, change?: Partial<CallInput<'payments.register'>>) => Promise<CallInput<'payments.register'> & { receiptNo: string }>;
  /** The first line that is an exception for this reason. */
  exceptionOf: (reason: string) => Promise<{ lineId: number }>;
};

export function channelDesk(office: TestOffice): ChannelDesk {
  let rooms = 600;
  return {
    take: (channel, file, change = {}) => office.call('channels.import', { file, channel, commit: true, ...change }),
    taken: (channel, file) => office.get('channels.import', { file, channel, commit: true }),
    paid: async (amountFen, transactionNo, change = {}) => {
      rooms += 1;
      const { home, bill } = await givenBill(office, { room: String(rooms), amountFen: Math.max(amountFen, 50_000) });
      return givenPayment(office, pay(home, bill, amountFen, { receivedOn: '2026-10-03', method: 'wechat', ...(transactionNo === undefined ? {} : { transactionNo }), ...change }));
    },
    exceptionOf: async (reason) => {
      const { items } = await office.get('channels.list', { state: 'exception' });
      const lineId = items.find((item) => item.reason === reason)?.lineId;
      if (typeof lineId !== 'number') throw new Error(`no ${reason} in ${items.map((item) => item.reason).join()}`);
      return { lineId };
    },
  };
}

/** The books are sound, and what is in transit is what the accounts of the channels hold. */
export async function expectSound(office: TestOffice): Promise<void> {
  expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  expect(await office.get('ledger.trialBalance', {})).toMatchObject({ sumFen: 0 });
  for (const month of ['2026-10', '2026-11']) for (const { channel, differenceFen } of (await office.get('channels.summary', { month })).items) expect(differenceFen, `${channel} ${month}`).toBe(0);
  expect(office.bugs).toEqual([]);
}

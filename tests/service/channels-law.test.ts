import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import type { Output } from '../../shared/contract/index.ts';
import { givenHomes, openBills, pay, type GivenHome } from '../support/builders.ts';
import { channelFile, wechatBill, type FileLine } from '../support/channel-files.ts';
import { openOffice, paymentId, type TestOffice } from '../support/open-office.ts';

/** What the desk did, what the channel says of it, and what somebody decides on what is left. */
const deed = fc.record({
  day: fc.integer({ min: 1, max: 3 }), amount: fc.constantFrom(10_000, 20_000, 30_000), numbered: fc.boolean(), deposit: fc.boolean(), undone: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
  said: fc.constantFrom('as it was', 'as it was', 'as it was', 'not at all', 'otherwise', 'and given back'),
});
const stranger = fc.record({ day: fc.integer({ min: 1, max: 3 }), amount: fc.constantFrom(10_000, 20_000, 777) });
const choice = fc.constantFrom('hold', 'register', 'reissue', 'ignore', 'match', 'refund');
const history = fc.record({ deeds: fc.array(deed, { minLength: 1, maxLength: 9 }), strangers: fc.array(stranger, { maxLength: 3 }), choices: fc.array(choice, { minLength: 12, maxLength: 12 }), undoes: fc.boolean() });
type History = (typeof history) extends fc.Arbitrary<infer Value> ? Value : never;

const on = (day: number) => `2026-10-0${day}`;
const numberOf = (index: number, day: number) => `4200000000202610${String(day).padStart(2, '0')}${String(index).padStart(10, '0')}`;

/** Plays the desk; answers the lines that the channel's file will have. */
async function playDesk(office: TestOffice, homes: readonly GivenHome[], { deeds, strangers }: History): Promise<FileLine[]> {
  const lines: FileLine[] = strangers.map(({ day, amount }, index) => ({ on: on(day), no: numberOf(900 + index, day), amountFen: amount, feeFen: 6 }));
  for (const [index, { day, amount, numbered, deposit, undone, said }] of deeds.entries()) {
    const home = homes[index % homes.length] as GivenHome;
    const no = numberOf(index, day);
    const money = { receivedOn: on(day), method: 'wechat' as const, ...(numbered ? { transactionNo: no } : {}) };
    if (deposit) await office.get('deposits.take', { depositId: paymentId(), homeId: home.homeId, amountFen: amount, ...money });
    else {
      const [bill] = await openBills(office, home);
      const input = pay(home, bill, amount, money);
      await office.get('payments.register', input);
      if (undone) await office.get('payments.reverse', { paymentId: input.paymentId, reason: '错' });
    }
    if (said === 'not at all') continue;
    const amountFen = said === 'otherwise' ? amount + 5 : amount;
    lines.push({ on: on(day), no, amountFen, feeFen: amountFen / 5_000 | 0 });
    if (said === 'and given back') lines.push({ on: on(day + 1), no, amountFen: -amountFen, refundNo: `R${index}` });
  }
  return lines;
}

/** Decides on every exception, by the first choice that is not refused. */
async function decideAll(office: TestOffice, homes: readonly GivenHome[], choices: readonly string[]): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const { items } = await office.get('channels.list', { channel: 'wechat', state: 'exception' });
    const lineId = items.find((item) => item.lineId !== null)?.lineId;
    if (typeof lineId !== 'number') return;
    for (const action of [choices[turn % choices.length], 'match', 'hold', 'ignore'] as const) {
      const { entries } = await office.get('channels.candidates', { lineId });
      const entryIds = entries.slice(0, 1).map(({ entryId }) => entryId);
      const reply = await office.call('channels.resolve', { lineId, action: action as 'hold', entryIds, homeId: homes[turn % homes.length]?.homeId ?? 0, reason: '试' });
      if (reply.ok) break;
      expect(reply.code).not.toBe('INTERNAL');
    }
  }
}

function check({ lines, matched, exceptions }: Output<'channels.import'>): void {
  expect(matched + exceptions.length).toBe(lines);
}

async function checkTransit(office: TestOffice): Promise<void> {
  const settled = new Set((await rows<{ id: number }>(office.raw, 'select m.entry_id as id from channel_match m join channel_line l using (line_id) where l.settlement_id is not null')).map(({ id }) => id));
  const moved = await rows<{ id: number; fund: string; fen: number }>(office.raw, `select p.entry_id as id, p.fund, p.amount_fen as fen from posting p join entry e using (entry_id) where p.account = '1012.01' and not exists (select 1 from channel_settlement_entry s where s.entry_id in (e.entry_id, e.reverses))`);
  const expected = new Map<string, number>();
  for (const { id, fund, fen } of moved) if (!settled.has(id)) expected.set(fund, (expected.get(fund) ?? 0) + fen);
  const { accounts } = await office.get('ledger.trialBalance', {});
  const found = new Map(accounts.filter(({ account, balanceFen }) => account === '1012.01' && balanceFen !== 0).map(({ fund, balanceFen }) => [fund as string, balanceFen as number]));
  expect(found).toEqual(new Map([...expected].filter(([, fen]) => fen !== 0)));
}

it('any desk, file and decisions: every line is matched or an exception, nothing twice, and 1012 keeps what is unsettled, fund by fund', async () => {
  await fc.assert(fc.asyncProperty(history, async (story) => {
    const office = await openOffice();
    try {
      const homes = await givenHomes(office, [{ arrearsFen: 500_000 }, { arrearsFen: 500_000 }, { arrearsFen: 500_000 }]);
      const lines = await playDesk(office, homes, story);
      if (lines.length === 0) return;
      check(await office.get('channels.import', { file: channelFile('wechat', wechatBill(lines)), channel: 'wechat', commit: true }));
      await decideAll(office, homes, story.choices);
      expect(await rows(office.raw, 'select entry_id from channel_match group by entry_id having count(*) > 1')).toEqual([]);
      expect(await rows(office.raw, `select l.line_id from channel_line l left join channel_match m using (line_id) left join posting p on p.entry_id = m.entry_id and p.account = '1012.01' where l.state in ('matched', 'held') group by l.line_id having coalesce(sum(p.amount_fen), 0) <> l.amount_fen`)).toEqual([]);
      const [summary] = (await office.get('channels.summary', { month: '2026-10' })).items;
      expect(summary?.exceptions).toBe(0);
      if (summary && summary.dueThrough !== null && summary.dueFen !== 0) await office.get('channels.settle', { channel: 'wechat', through: '2026-10-05', netFen: summary.dueFen, on: '2026-10-06' });
      await checkTransit(office);
      const [settlement] = (await office.get('channels.settlements', {})).items;
      if (story.undoes && settlement) await office.get('channels.undoSettlement', { settlementId: settlement.settlementId, reason: '重来' });
      await checkTransit(office);
      for (const month of ['2026-10', '2026-11']) expect((await office.get('channels.summary', { month })).items.map(({ differenceFen }) => differenceFen)).toEqual([0, 0, 0]);
      expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
      expect(office.bugs).toEqual([]);
    } finally {
      await office.close();
    }
  }), { numRuns: 40 });
});

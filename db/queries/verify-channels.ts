import { channelAccounts } from '../../shared/domain/channel-types.ts';
import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const ACCOUNT = `case l.channel ${Object.entries(channelAccounts).map(([channel, account]) => `when '${channel}' then '${account}'`).join(' ')} end`;

/** Lines whose entries moved another sum than the file says, and settlements that moved another sum of a fund than their lines. One pass over the matches. */
export async function wrongChannels(db: Db): Promise<Problem[]> {
  const lines = await rows<Problem>(db, `with moved as (select l.line_id, sum(p.amount_fen) as fen from channel_line l join channel_match m using (line_id) join posting p using (entry_id) where p.account = ${ACCOUNT} group by l.line_id)
    select 'CHANNEL' as kind, f.name || ' ' || l.row as subject, l.amount_fen || ' ≠ ' || coalesce(v.fen, 0) as detail from channel_line l join channel_file f using (file_id) left join moved v using (line_id)
    where l.state in ('matched', 'held') and (l.channel = 'bank' or l.kind in ('payment', 'refund', 'out')) and l.amount_fen <> coalesce(v.fen, 0) limit 100`);
  const settlements = await rows<Problem>(db, `with standing as (select s.settlement_id, s.channel, case s.channel when 'wechat' then '1012.01' else '1012.02' end as account from channel_settlement s where not exists (select 1 from channel_settlement_undo u where u.settlement_id = s.settlement_id)),
      sums as (select s.settlement_id, p.fund, p.amount_fen as fen from standing s join channel_settlement_entry e using (settlement_id) join posting p using (entry_id) where p.account = s.account
        union all select s.settlement_id, p.fund, p.amount_fen from standing s join channel_line l on l.settlement_id = s.settlement_id join channel_match m using (line_id) join posting p using (entry_id) where p.account = s.account)
    select 'CHANNEL' as kind, settlement_id || ' ' || fund as subject, cast(sum(fen) as text) as detail from sums group by settlement_id, fund having sum(fen) <> 0 limit 100`);
  return [...lines, ...settlements];
}

/** How chargers were used, by month: hours of the week, length, power, reasons of stopping; made of the sessions that there are. */
export const chargingUse = {
  name: '0015-charging-use',
  sql: `
-- Kept with the sessions, in the month a session ended; verify compares it with them. Keys by dim:
-- heat: kind|weekday (Monday is 1)|hour: seconds in use within that hour, sessions and their energy where they started.
-- length: kind|lower bound in minutes. power: kind|lower bound of the average in W. stop: device|reason, cut to 40 characters.
create table charging_use (
  dim text not null check (dim in ('heat', 'length', 'power', 'stop')),
  month text not null check (length(month) = 7),
  key text not null,
  sessions integer not null check (sessions >= 0),
  seconds integer not null check (seconds >= 0),
  energy integer not null check (energy >= 0),
  primary key (dim, month, key)
) strict, without rowid;

insert into charging_use (dim, month, key, sessions, seconds, energy)
with recursive run (kind, month, energy, started, ended, at) as (
  select d.kind, strftime('%Y-%m', s.ended_at + 28800, 'unixepoch'), s.energy, s.started_at + 28800, s.ended_at + 28800, (s.started_at + 28800) / 3600 * 3600 from charging_session s join charging_device d using (device_id)
  union all select kind, month, energy, started, ended, at + 3600 from run where at + 3600 < ended)
select 'heat', month, kind || '|' || ((at / 86400 + 3) % 7 + 1) || '|' || substr('0' || (at / 3600 % 24), -2), sum(at <= started), sum(min(ended, at + 3600) - max(started, at)), sum(case when at <= started then energy else 0 end) from run group by 2, 3;

insert into charging_use (dim, month, key, sessions, seconds, energy)
select 'length', strftime('%Y-%m', s.ended_at + 28800, 'unixepoch'), d.kind || '|' || (select max(value) from json_each('[0,30,60,120,180,240,360,480,720]') where value * 60 <= s.ended_at - s.started_at), count(*), sum(s.ended_at - s.started_at), sum(s.energy)
from charging_session s join charging_device d using (device_id) group by 2, 3;

insert into charging_use (dim, month, key, sessions, seconds, energy)
select 'power', strftime('%Y-%m', s.ended_at + 28800, 'unixepoch'),
  d.kind || '|' || (select max(value) from json_each(case d.kind when 'ev' then '[0,3000,7000,15000,30000,60000,120000]' else '[0,100,200,300,500,800]' end) where value <= s.energy * 360 / (s.ended_at - s.started_at)), count(*), sum(s.ended_at - s.started_at), sum(s.energy)
from charging_session s join charging_device d using (device_id) group by 2, 3;

insert into charging_use (dim, month, key, sessions, seconds, energy)
select 'stop', strftime('%Y-%m', s.ended_at + 28800, 'unixepoch'), s.device_id || '|' || substr(s.stop_reason, 1, 40), count(*), sum(s.ended_at - s.started_at), sum(s.energy)
from charging_session s group by 2, 3;
`,
};

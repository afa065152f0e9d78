/** What WeChat, Alipay and the bank say in their files, which entry of ours each line is, and when their money reached the bank. */
export const channels = {
  name: '0006-channels',
  sql: `
create table channel_profile (
  profile_id integer primary key,
  name text not null unique check (length(name) > 0),
  headers text not null unique,
  mapping text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table channel_file (
  file_id integer primary key,
  channel text not null check (channel in ('wechat', 'alipay', 'bank')),
  name text not null,
  digest text not null unique check (length(digest) = 64),
  profile_id integer references channel_profile,
  from_on text not null check (length(from_on) = 10),
  to_on text not null check (to_on >= from_on),
  lines integer not null check (lines >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index channel_file_days on channel_file (channel, from_on, to_on);

create table channel_settlement (
  settlement_id integer primary key,
  channel text not null check (channel in ('wechat', 'alipay')),
  from_on text not null,
  through_on text not null check (through_on >= from_on),
  gross_fen integer not null,
  refund_fen integer not null check (refund_fen >= 0),
  fee_fen integer not null,
  net_fen integer not null check (net_fen = gross_fen - refund_fen - fee_fen),
  on_date text not null check (on_date >= through_on),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index channel_settlement_on on channel_settlement (channel, on_date);

-- The settlement's own entry, and those that later moved it between funds when held money found its payer.
create table channel_settlement_entry (
  entry_id integer primary key references entry,
  settlement_id integer not null references channel_settlement
) strict;
create index channel_settlement_entry_of on channel_settlement_entry (settlement_id);

create table channel_settlement_undo (
  settlement_id integer primary key references channel_settlement,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table channel_line (
  line_id integer primary key,
  file_id integer not null references channel_file,
  channel text not null check (channel in ('wechat', 'alipay', 'bank')),
  row integer not null check (row > 0),
  kind text not null check (kind in ('payment', 'refund', 'fee', 'transfer', 'out')),
  on_date text not null check (length(on_date) = 10),
  clock text not null,
  transaction_no text not null,
  order_no text not null,
  refund_no text not null,
  amount_fen integer not null,
  fee_fen integer not null,
  counterparty text not null,
  note text not null,
  balance_fen integer,
  via text check (via in ('wechat', 'alipay', 'card')),
  failed integer not null check (failed in (0, 1)),
  line_key text not null,
  state text not null check (state in ('matched', 'exception', 'held', 'ignored')),
  reason text not null check ((state = 'exception') = (reason <> '')),
  hands_off integer not null default 0 check (hands_off in (0, 1)),
  settlement_id integer references channel_settlement,
  unique (channel, line_key)
) strict;
create index channel_line_day on channel_line (channel, on_date, line_id);
create index channel_line_file on channel_line (file_id, row);
create index channel_line_number on channel_line (transaction_no) where transaction_no <> '';
create index channel_line_exception on channel_line (channel, on_date) where state = 'exception';
create index channel_line_settlement on channel_line (settlement_id) where settlement_id is not null;

-- Every settlement that a line was ever part of: what was in transit on a past day is known from these.
create table channel_settlement_line (
  line_id integer not null references channel_line,
  settlement_id integer not null references channel_settlement,
  primary key (line_id, settlement_id)
) strict, without rowid;
create index channel_settlement_line_of on channel_settlement_line (settlement_id);

-- An entry that moved a channel's money is one line at most.
create table channel_match (
  entry_id integer primary key references entry,
  line_id integer not null references channel_line
) strict;
create index channel_match_line on channel_match (line_id);

create table channel_resolution (
  resolution_id integer primary key,
  line_id integer not null references channel_line,
  action text not null,
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index channel_resolution_line on channel_resolution (line_id);

-- What a file said stands; only what became of the line changes.
create trigger channel_line_stands before update on channel_line
when new.line_id <> old.line_id or new.file_id <> old.file_id or new.channel <> old.channel or new.row <> old.row or new.kind <> old.kind or new.on_date <> old.on_date or new.clock <> old.clock
  or new.transaction_no <> old.transaction_no or new.order_no <> old.order_no or new.refund_no <> old.refund_no or new.amount_fen <> old.amount_fen or new.fee_fen <> old.fee_fen
  or new.counterparty <> old.counterparty or new.note <> old.note or new.balance_fen is not old.balance_fen or new.via is not old.via or new.failed <> old.failed or new.line_key <> old.line_key
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger channel_line_no_delete before delete on channel_line begin select raise(abort, 'APPEND_ONLY'); end;
create trigger channel_match_no_update before update on channel_match begin select raise(abort, 'APPEND_ONLY'); end;

${['channel_file', 'channel_settlement', 'channel_settlement_entry', 'channel_settlement_line', 'channel_settlement_undo', 'channel_resolution']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}

insert into account (account, name) values ('2241.09', '其他应付款—待查款项');
`,
};

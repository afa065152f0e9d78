const APPEND_ONLY = ['charging_change', 'charging_settlement', 'charging_settlement_line', 'charging_settlement_undo', 'charging_settlement_decision'];

/** What a session is put right by, and what platforms paid of their days. */
export const chargingSettlements = {
  name: '0017-charging-settlements',
  sql: `
-- A session stands; what is put right or given back is added to it, on the day that it is decided. All amounts are differences.
create table charging_change (
  change_id integer primary key,
  session_id integer not null references charging_session,
  kind text not null check (kind in ('correction', 'refund')),
  /* Made by the form of a refund, so that a call sent twice gives back once. */
  refund_id text unique,
  on_date text not null check (length(on_date) = 10),
  platform_id integer not null references charging_platform,
  energy integer not null,
  energy_fen integer not null,
  service_fen integer not null,
  extra_fen integer not null,
  /* [code, energy, energyFen, serviceFen] of each period that differs. */
  lines text not null check (json_valid(lines)),
  /* The bill as it is since: {startedAt, endedAt, energy, method, lines, extras, billedFen}. */
  facts text not null check (json_valid(facts)),
  reason text not null check (length(reason) > 0),
  /* Null where no amount differs. */
  entry_id integer unique references entry,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (kind = 'refund' or refund_id is null),
  check (kind = 'correction' or (energy = 0 and energy_fen <= 0 and service_fen <= 0 and extra_fen <= 0 and energy_fen + service_fen + extra_fen < 0)),
  check ((entry_id is null) = (energy_fen = 0 and service_fen = 0 and extra_fen = 0))
) strict;
create index charging_change_session on charging_change (session_id, change_id);
create index charging_change_day on charging_change (platform_id, on_date);

-- What a platform paid at once, of one day or of many.
create table charging_settlement (
  settlement_id integer primary key,
  platform_id integer not null references charging_platform,
  paid_on text not null check (length(paid_on) = 10),
  reference text not null,
  source text not null check (source in ('file', 'desk')),
  file text not null,
  /* The digest of the file; it may bring several payments. */
  digest text not null check (length(digest) in (0, 64)),
  gross_fen integer not null,
  commission_fen integer not null,
  /* Null for a payment that came to nothing. */
  entry_id integer unique references entry,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index charging_settlement_digest on charging_settlement (digest) where digest <> '';

create table charging_settlement_line (
  settlement_id integer not null references charging_settlement,
  on_date text not null check (length(on_date) = 10),
  platform_id integer not null references charging_platform,
  gross_fen integer not null,
  commission_fen integer not null,
  primary key (settlement_id, on_date)
) strict, without rowid;
create index charging_settlement_line_day on charging_settlement_line (platform_id, on_date);

-- A settlement entered by mistake: its entry is reversed, and its days wait again.
create table charging_settlement_undo (
  settlement_id integer primary key references charging_settlement,
  reason text not null check (length(reason) > 0),
  entry_id integer unique references entry,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

-- What was left of a day and written off; positive is what the platform paid too little.
create table charging_settlement_decision (
  decision_id integer primary key,
  platform_id integer not null references charging_platform,
  on_date text not null check (length(on_date) = 10),
  amount_fen integer not null check (amount_fen <> 0),
  reason text not null check (length(reason) > 0),
  entry_id integer not null unique references entry,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index charging_settlement_decision_day on charging_settlement_decision (platform_id, on_date);

${APPEND_ONLY.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}

insert into account (account, name) values
  ('2241.03.14', '其他应付款—公共收益—充电结算差异'), ('2241.03.18', '其他应付款—公共收益—充电平台手续费');
`,
};

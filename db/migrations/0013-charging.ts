/** Chargers, what a kilowatt-hour costs, and what each session came to: files of platforms, days of income, meters. */
export const charging = {
  name: '0013-charging',
  sql: `
create table charging_platform (
  platform_id integer primary key,
  name text not null unique check (length(name) > 0),
  at text not null
) strict;

create table charging_profile (
  platform_id integer primary key references charging_platform,
  kind text not null check (kind in ('ev', 'ebike')),
  mapping text not null check (json_valid(mapping)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table charging_meter (
  meter_id integer primary key,
  code text not null unique check (length(code) > 0),
  place text not null,
  at text not null
) strict;

create table charging_device (
  device_id integer primary key,
  code text not null unique check (length(code) > 0),
  sort_key text not null,
  kind text not null check (kind in ('ev', 'ebike')),
  connectors integer not null check (connectors between 1 and 1000),
  rated_w integer not null check (rated_w between 1 and 2000000),
  place text not null,
  platform_id integer references charging_platform,
  meter_id integer references charging_meter,
  from_on text check (length(from_on) = 10),
  to_on text check (to_on > from_on),
  stops_when_full integer not null default 1 check (stops_when_full in (0, 1)),
  fire_note text not null,
  at text not null
) strict;
create index charging_device_order on charging_device (sort_key);

create table charging_tariff (
  tariff_id integer primary key,
  name text not null check (length(name) > 0),
  version integer not null check (version > 0),
  kind text not null check (kind in ('ev', 'ebike')),
  from_on text not null check (length(from_on) = 10),
  basis text not null check (basis in ('energy', 'hour', 'power')),
  minimum_fen integer not null check (minimum_fen >= 0),
  cap_fen integer check (cap_fen >= minimum_fen),
  start_fen integer not null check (start_fen >= 0),
  idle_fen integer not null check (idle_fen >= 0),
  idle_grace_minutes integer not null check (idle_grace_minutes >= 0),
  parking_fen integer not null check (parking_fen >= 0),
  parking_free_minutes integer not null check (parking_free_minutes >= 0),
  variants text not null check (json_valid(variants)),
  tiers text not null check (json_valid(tiers)),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  unique (name, version)
) strict;

-- Which tariff a device has from a day on, by its own or by its kind's latest line.
create table charging_assignment (
  assignment_id integer primary key,
  tariff text not null,
  device_id integer references charging_device,
  kind text check (kind in ('ev', 'ebike')),
  from_on text not null check (length(from_on) = 10),
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((device_id is null) <> (kind is null))
) strict;

-- What came in together: a file, a decision on its work list, or a session typed at the desk. It seals its sessions, as an entry does its postings.
create table charging_batch (
  batch_id integer primary key,
  platform_id integer not null references charging_platform,
  source text not null check (source in ('file', 'review', 'desk')),
  name text not null,
  digest text unique check (length(digest) = 64),
  line_count integer not null check (line_count >= 0),
  accepted integer not null check (accepted >= 0),
  repeats integer not null check (repeats >= 0),
  review integer not null check (review >= 0),
  from_on text not null,
  to_on text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (accepted + repeats + review = line_count)
) strict;

-- Instants are seconds since 1970, UTC; energy is 0.0001 kWh. A session belongs to the local day it ended on.
create table charging_session (
  session_id integer primary key,
  batch_id integer not null references charging_batch deferrable initially deferred,
  row integer not null,
  platform_id integer not null references charging_platform,
  order_no text not null check (length(order_no) > 0),
  device_id integer not null references charging_device,
  connector integer not null check (connector > 0),
  started_at integer not null,
  ended_at integer not null check (ended_at > started_at and ended_at - started_at <= 604800),
  energy integer not null check (energy > 0),
  tariff_id integer not null references charging_tariff,
  method text not null check (method in ('reported', 'metered', 'uniform', 'prorata')),
  energy_fen integer not null check (energy_fen >= 0),
  service_fen integer not null check (service_fen >= 0),
  extra_fen integer not null check (extra_fen >= 0),
  /* Lines of the bill: [code, energy, energyFen, serviceFen, energyPrice, servicePrice] each, and [kind, minutes, fen] of extras. */
  lines text not null,
  extras text not null,
  /* The platform's own figures; null where it has none. */
  their_energy_fen integer,
  their_service_fen integer,
  their_fen integer,
  prepaid_fen integer,
  refund_fen integer,
  customer text not null,
  phone_tail text not null,
  plate text not null,
  card_no text not null,
  paid_by text not null,
  stop_reason text not null
) strict;
create unique index charging_session_order on charging_session (platform_id, order_no);
create index charging_session_device on charging_session (device_id, connector, started_at, ended_at);
create index charging_session_ended on charging_session (ended_at);
create index charging_session_phone on charging_session (phone_tail, ended_at) where phone_tail <> '';
create index charging_session_plate on charging_session (plate, ended_at) where plate <> '';
create index charging_session_differs on charging_session (ended_at) where their_fen <> energy_fen + service_fen + extra_fen;

-- Two sessions on one connector at once: both stand, and somebody looks.
create table charging_overlap (
  session_id integer primary key references charging_session,
  other_id integer not null references charging_session
) strict;

-- The entry of a platform's day; a file that comes late makes its own.
create table charging_booking (
  batch_id integer not null references charging_batch deferrable initially deferred,
  on_date text not null check (length(on_date) = 10),
  platform_id integer not null references charging_platform,
  sessions integer not null check (sessions > 0),
  energy integer not null check (energy > 0),
  energy_fen integer not null,
  service_fen integer not null,
  extra_fen integer not null,
  /* Null for a day that came to nothing. */
  entry_id integer unique references entry,
  primary key (batch_id, on_date)
) strict, without rowid;
create index charging_booking_day on charging_booking (platform_id, on_date);

-- Lines that could not be taken as they stand, until somebody decides.
create table charging_review (
  review_id integer primary key,
  batch_id integer not null references charging_batch deferrable initially deferred,
  platform_id integer not null references charging_platform,
  row integer not null check (row > 0),
  order_no text not null,
  reason text not null,
  value text not null,
  /* The line's cells by column, as they were written. */
  cells text not null check (json_valid(cells)),
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected')),
  session_id integer unique references charging_session,
  note text not null default '',
  user_id integer references user,
  user_name text not null default '',
  decided_at text,
  check ((state = 'accepted') = (session_id is not null)),
  check ((state = 'open') = (decided_at is null))
) strict;
create index charging_review_order on charging_review (platform_id, order_no);
create index charging_review_open on charging_review (review_id) where state = 'open';
create index charging_review_batch on charging_review (batch_id, review_id);

-- Sums of days (YYYY-MM-DD) and months (YYYY-MM) for the charts; verify compares them with the rows.
create table charging_sum (
  dim text not null check (dim in ('kind', 'device', 'tariff', 'period', 'hour')),
  bucket text not null check (length(bucket) in (7, 10)),
  key text not null,
  sessions integer not null,
  energy integer not null,
  energy_fen integer not null,
  service_fen integer not null,
  extra_fen integer not null,
  seconds integer not null,
  primary key (dim, bucket, key)
) strict, without rowid;

${['charging_tariff', 'charging_assignment', 'charging_batch', 'charging_overlap', 'charging_booking'].flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
create trigger charging_session_no_update before update on charging_session begin select raise(abort, 'APPEND_ONLY'); end;
-- While a file is read a line may turn out to contradict an earlier one: both stay out.
create trigger charging_session_no_delete before delete on charging_session when exists (select 1 from charging_batch b where b.batch_id = old.batch_id)
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger charging_session_sealed before insert on charging_session when exists (select 1 from charging_batch b where b.batch_id = new.batch_id)
begin select raise(abort, 'BATCH_SEALED'); end;
create trigger charging_review_no_delete before delete on charging_review begin select raise(abort, 'APPEND_ONLY'); end;
create trigger charging_review_stands before update on charging_review
when old.state <> 'open' or new.review_id <> old.review_id or new.batch_id <> old.batch_id or new.platform_id <> old.platform_id or new.row <> old.row or new.order_no <> old.order_no or new.reason <> old.reason or new.value <> old.value or new.cells <> old.cells
begin select raise(abort, 'APPEND_ONLY'); end;
-- A code may not change what it stands for, and places in service only end.
create trigger charging_device_stands before update on charging_device when new.device_id <> old.device_id or new.code <> old.code or new.kind <> old.kind begin select raise(abort, 'APPEND_ONLY'); end;
create trigger charging_device_no_delete before delete on charging_device begin select raise(abort, 'APPEND_ONLY'); end;

insert into account (account, name) values
  ('1122.01', '应收账款—充电平台'),
  ('2241.03.11', '其他应付款—公共收益—充电电费'), ('2241.03.12', '其他应付款—公共收益—充电服务费'), ('2241.03.13', '其他应付款—公共收益—充电占位与停车');

`,
};

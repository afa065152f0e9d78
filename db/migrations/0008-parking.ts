/** Parking: spaces, leases of residents and companies, their prices and charges, and the accounts of the subsidy. */
export const parking = {
  name: '0008-parking',
  sql: `
-- A company owes and pays as a home does: its account is a row of home, told apart by payer.
alter table home add column payer text not null default 'home' check (payer in ('home', 'company'));
create index home_company on home (home_id) where payer = 'company';
create view dwelling as select * from home where payer = 'home';

create table company (
  home_id integer primary key references home,
  name text not null unique check (length(name) > 0),
  contact text not null,
  phone text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table parking_space (
  space_id integer primary key,
  code text not null unique check (length(code) > 0),
  zone text not null check (length(zone) > 0),
  floor text not null,
  kind text not null check (kind in ('standard', 'wide', 'charging', 'disabled')),
  title text not null check (title in ('owner', 'developer', 'common', 'civil-defence')),
  owner_home_id integer references home check (owner_home_id is null or title = 'owner'),
  plan_row integer,
  plan_column integer,
  sort_key text not null unique,
  note text not null,
  check ((plan_row is null) = (plan_column is null))
) strict;
create index parking_space_zone on parking_space (zone, sort_key);

create table parking_block (
  block_id integer primary key,
  space_id integer not null references parking_space,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index parking_block_space on parking_block (space_id, from_on);

create table parking_price (
  price_id integer primary key,
  from_on text not null unique check (length(from_on) = 10),
  market_fen integer not null check (market_fen >= 0),
  resident_fen integer not null check (resident_fen between 0 and market_fen),
  resolution_no text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table lease (
  lease_id integer primary key,
  lease_no text not null unique,
  kind text not null check (kind in ('resident', 'daytime')),
  home_id integer not null references home,
  contract_no text not null,
  from_on text not null check (length(from_on) = 10),
  /* The agreed end; an end that came earlier closes the spans. */
  to_on text check (to_on > from_on),
  proration text not null check (proration in ('days', 'whole')),
  cycle text not null check (cycle in ('month', 'quarter', 'year')),
  deposit_fen integer not null check (deposit_fen >= 0),
  /* Windows as agreed, JSON [{weekdays, from, to}]; null: all hours. */
  windows text,
  resolution_no text not null,
  resolution_on text,
  resolution_to text,
  consent text not null,
  overstay_fen integer not null check (overstay_fen >= 0),
  notice_days integer not null check (notice_days between 0 and 365),
  note text not null,
  state text not null check (state in ('draft', 'signed', 'ended')),
  signed_on text,
  ended_on text,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((state = 'draft') = (signed_on is null)),
  check ((state = 'ended') = (ended_on is not null))
) strict;
create index lease_home on lease (home_id);
create index lease_contract on lease (contract_no) where contract_no <> '';

-- What a lease holds in a week, in minutes from Monday 00:00, half-open, sorted and apart; all hours are one row 0 to 10080.
create table lease_window (
  lease_id integer not null references lease,
  from_minute integer not null check (from_minute >= 0),
  to_minute integer not null check (to_minute > from_minute and to_minute <= 10080),
  primary key (lease_id, from_minute)
) strict, without rowid;

-- Where and at what price a signed lease holds, day by day: a move, a new price or a suspension ends a span. Half-open; an empty span holds nothing.
create table lease_span (
  span_id integer primary key,
  lease_id integer not null references lease,
  space_id integer not null references parking_space,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  monthly_fen integer not null check (monthly_fen >= 0)
) strict;
create index lease_span_space on lease_span (space_id, to_on, from_on, lease_id);
create index lease_span_lease on lease_span (lease_id, from_on);
create index lease_span_ends on lease_span (to_on) where to_on is not null;

create table lease_plate (
  lease_id integer not null references lease,
  plate text not null,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  primary key (plate, lease_id, from_on)
) strict, without rowid;
create index lease_plate_lease on lease_plate (lease_id);

-- The life of a lease, step by step; details is JSON of what changed.
create table lease_event (
  event_id integer primary key,
  lease_id integer not null references lease,
  kind text not null check (kind in ('drafted', 'signed', 'priced', 'moved', 'suspended', 'resumed', 'renewed', 'plates', 'recalled', 'ended', 'dropped')),
  on_date text not null,
  details text not null,
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index lease_event_lease on lease_event (lease_id, event_id);

create table lease_deposit (
  deposit_no integer primary key references deposit,
  lease_id integer not null references lease
) strict;
create index lease_deposit_lease on lease_deposit (lease_id);

-- A bill of a lease and the days it charges; subsidy_fen was posted by subsidy_entry_id.
create table parking_charge (
  bill_id integer primary key references bill deferrable initially deferred,
  lease_id integer not null references lease,
  from_on text not null,
  to_on text not null check (to_on > from_on),
  subsidy_fen integer not null check (subsidy_fen >= 0),
  subsidy_entry_id integer references entry deferrable initially deferred,
  check ((subsidy_fen = 0) = (subsidy_entry_id is null))
) strict;
create index parking_charge_lease on parking_charge (lease_id, from_on);

-- How each month's part of it came about, frozen: days of [from_on, to_on) at monthly_fen, and at market_fen.
create table parking_charge_part (
  bill_id integer not null references parking_charge,
  line integer not null check (line > 0),
  space_id integer not null references parking_space,
  from_on text not null,
  to_on text not null check (to_on > from_on),
  monthly_fen integer not null,
  market_fen integer,
  amount_fen integer not null check (amount_fen >= 0),
  subsidy_fen integer not null check (subsidy_fen >= 0),
  primary key (bill_id, line)
) strict, without rowid;

-- The subsidy of a cancelled charge, taken back by its own entry.
create table parking_subsidy_return (
  bill_id integer primary key references parking_charge,
  entry_id integer not null references entry deferrable initially deferred
) strict;

${['parking_price', 'lease_window', 'lease_event', 'lease_deposit', 'parking_charge', 'parking_charge_part', 'parking_subsidy_return']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
${['lease', 'lease_span', 'lease_plate', 'parking_block', 'company', 'parking_space']
  .map((table) => `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)
  .join('\n')}
-- A span's end may move, nothing else of it; a lease keeps who, what kind and from when.
create trigger lease_span_stands before update on lease_span
when new.lease_id <> old.lease_id or new.space_id <> old.space_id or new.from_on <> old.from_on or new.monthly_fen <> old.monthly_fen
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger lease_stands before update on lease
when new.lease_no <> old.lease_no or new.kind <> old.kind or new.home_id <> old.home_id or new.from_on <> old.from_on or new.windows is not old.windows or old.state = 'ended' or (old.state = 'signed' and new.state = 'draft')
begin select raise(abort, 'APPEND_ONLY'); end;

insert into account (account, name) values
  ('2241.03.01', '其他应付款—公共收益—停车（业主月租）'), ('2241.03.02', '其他应付款—公共收益—停车（日间商用）'),
  ('2241.03.03', '其他应付款—公共收益—停车（其他）'), ('2241.03.09', '其他应付款—公共收益—停车补贴');

insert into fee_item (code, name, fund, account) values
  ('parking-resident', '停车费（业主月租）', 'common', '2241.03.01'), ('parking-daytime', '停车费（日间商用）', 'common', '2241.03.02'),
  ('parking-other', '停车费（超时）', 'common', '2241.03.03'), ('parking-agency', '停车费（代收）', 'agency', '2241.02');
insert into fee_version (fee_item_id, from_on, basis, cycle, vacancy, late_fee, created_at)
  select fee_item_id, '1900-01-01', 'once', 'none', 0, 1, '1970-01-01T00:00:00.000Z' from fee_item where code like 'parking-%';
`,
};

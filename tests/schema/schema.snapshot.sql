CREATE TABLE account (
  account text primary key,
  name text not null
) strict, without rowid;

CREATE TABLE account_month (
  account text not null references account,
  fund text not null,
  month text not null check (length(month) = 7),
  amount_fen integer not null,
  primary key (account, fund, month)
) strict, without rowid;

CREATE TABLE attachment (
  digest text primary key check (length(digest) = 64),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  /* Of the file that came first. */
  name text not null,
  bytes blob not null check (length(bytes) between 1 and 10485760),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE audit (
  audit_id integer primary key,
  at text not null,
  user_id integer references user,
  endpoint text not null,
  input text not null
) strict;

CREATE TABLE bank_balance (
  bank_balance_id integer primary key,
  month text not null check (length(month) = 7),
  account text not null references account,
  balance_fen integer not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE barrier_file (
  file_id integer primary key,
  name text not null,
  digest text not null unique check (length(digest) = 64),
  shape text not null check (shape in ('stays', 'passages')),
  /* The days that the file speaks for, both included; '' when it has no time that can be read. */
  from_on text not null check (length(from_on) in (0, 10)),
  to_on text not null check (to_on >= from_on),
  line_count integer not null check (line_count > 0),
  repeats integer not null check (repeats between 0 and line_count),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE barrier_finding (
  finding_id integer primary key,
  file_id integer not null references barrier_file,
  stay_id integer references barrier_stay,
  kind text not null check (kind in ('no-lease', 'overstay', 'outside-lease', 'unused')),
  plate text not null,
  lease_id integer references lease,
  space_id integer references parking_space,
  /* Of a registered car without a lease. */
  home_id integer references home,
  on_date text not null check (length(on_date) = 10),
  minutes integer not null check (minutes >= 0),
  proposed_fen integer not null check (proposed_fen >= 0),
  state text not null default 'open' check (state in ('open', 'charged', 'dismissed')),
  bill_id integer unique references bill,
  charged_fen integer not null default 0 check (charged_fen >= 0),
  reason text not null default '',
  user_id integer references user,
  user_name text not null default '',
  decided_at text,
  check ((kind = 'unused') = (stay_id is null)),
  check ((kind = 'no-lease') = (lease_id is null)),
  check ((state = 'charged') = (bill_id is not null)),
  check ((state = 'open') = (decided_at is null))
) strict;

CREATE TABLE barrier_stay (
  stay_id integer primary key,
  file_id integer not null references barrier_file,
  row integer not null check (row > 0),
  out_row integer check (out_row <> row),
  plate text not null,
  in_at text check (length(in_at) = 19),
  out_at text check (length(out_at) = 19),
  lane text not null,
  fault text check (fault in ('NO_PLATE', 'PLATE_UNREADABLE', 'TIME_UNREADABLE', 'DIRECTION_UNREADABLE', 'EXIT_BEFORE_ENTRY', 'EXIT_LOST', 'ENTRY_LOST', 'STAYS_OVERLAP', 'CLOCK_SET_BACK', 'TOO_LONG', 'IN_FUTURE')),
  value text not null,
  /* A line that could not be read, as it was written: it is a repeat when it comes again. */
  raw text not null,
  /* The lease that its plate was on. */
  lease_id integer references lease,
  /* The stay that a lost exit or entry became part of when a later file brought the rest. */
  joined_to integer references barrier_stay,
  check (fault is not null or (in_at is not null and out_at is not null and out_at >= in_at)),
  check (joined_to is null or fault in ('EXIT_LOST', 'ENTRY_LOST'))
) strict;

CREATE TABLE bill (
  bill_id integer primary key,
  home_id integer not null references home,
  fee_item_id integer not null references fee_item,
  month text not null,
  version integer not null default 0,
  from_on text not null,
  to_on text not null,
  area_dm2 integer,
  rate_e4 integer,
  share_numerator integer not null check (share_numerator > 0),
  share_denominator integer not null check (share_denominator >= share_numerator),
  amount_fen integer not null check (amount_fen > 0),
  due_on text not null,
  entry_id integer not null references entry deferrable initially deferred, basis text not null default 'area' check (basis in ('area', 'home', 'meter', 'pool', 'once', 'opening', 'late')), fee_version_id integer references fee_version, months integer not null default 1 check (months > 0), quantity_e4 integer check (quantity_e4 >= 0), note text not null default '',
  unique (month, fee_item_id, home_id, version),
  check (from_on <= to_on)
) strict;

CREATE TABLE bill_cancel (
  bill_id integer primary key references bill,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  payment_no integer references payment,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null references entry deferrable initially deferred
) strict;

CREATE TABLE board_visit (
  visit_id integer primary key,
  user_id integer not null references user,
  at text not null,
  entry_id integer not null check (entry_id >= 0)
) strict;

CREATE TABLE channel_file (
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

CREATE TABLE channel_line (
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

CREATE TABLE channel_match (
  entry_id integer primary key references entry,
  line_id integer not null references channel_line
) strict;

CREATE TABLE channel_profile (
  profile_id integer primary key,
  name text not null unique check (length(name) > 0),
  headers text not null unique,
  mapping text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE channel_resolution (
  resolution_id integer primary key,
  line_id integer not null references channel_line,
  action text not null,
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE channel_settlement (
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

CREATE TABLE channel_settlement_entry (
  entry_id integer primary key references entry,
  settlement_id integer not null references channel_settlement
) strict;

CREATE TABLE channel_settlement_line (
  line_id integer not null references channel_line,
  settlement_id integer not null references channel_settlement,
  primary key (line_id, settlement_id)
) strict, without rowid;

CREATE TABLE channel_settlement_undo (
  settlement_id integer primary key references channel_settlement,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_account (
  account_id integer primary key,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_adjustment (
  change_id integer primary key references charging_change,
  session_id integer not null references charging_charge,
  amount_fen integer not null,
  discount_fen integer not null
) strict;

CREATE TABLE charging_assignment (
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

CREATE TABLE charging_batch (
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

CREATE TABLE charging_billed (
  session_id integer not null references charging_charge,
  bill_id integer not null references bill,
  part text not null check (part in ('energy', 'service', 'extra')),
  primary key (session_id, bill_id)
) strict, without rowid;

CREATE TABLE charging_booking (
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

CREATE TABLE charging_card (
  card_no text primary key check (length(card_no) > 0),
  account_id integer not null references charging_account,
  ended_on text check (length(ended_on) = 10),
  note text not null default '',
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_change (
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

CREATE TABLE charging_charge (
  session_id integer primary key references charging_session,
  account_id integer references charging_account,
  home_id integer references home,
  amount_fen integer not null check (amount_fen >= 0),
  discount_fen integer not null check (discount_fen >= 0),
  check ((account_id is null) <> (home_id is null)),
  check (home_id is null or discount_fen = 0)
) strict;

CREATE TABLE charging_cover (
  session_id integer not null references charging_charge,
  plan_id integer not null references charging_plan,
  energy integer not null check (energy > 0),
  discount_fen integer not null check (discount_fen >= 0),
  primary key (session_id, plan_id)
) strict, without rowid;

CREATE TABLE charging_device (
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

CREATE TABLE charging_grid_bill (
  month text not null check (length(month) = 7),
  version integer not null check (version > 0),
  period text not null,
  energy integer not null check (energy >= 0),
  cost_fen integer not null check (cost_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  primary key (month, version, period)
) strict, without rowid;

CREATE TABLE charging_grid_entry (
  month text not null check (length(month) = 7),
  version integer not null check (version > 0),
  /* Null for a bill of nothing. */
  entry_id integer unique references entry,
  primary key (month, version)
) strict, without rowid;

CREATE TABLE charging_grid_price (
  version integer primary key check (version > 0),
  from_on text not null check (length(from_on) = 10),
  variants text not null check (json_valid(variants)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_holder (
  account_id integer primary key references charging_account,
  holder text not null check (length(holder) > 0),
  phone text not null,
  home_id integer references home
) strict;

CREATE TABLE charging_meter (
  meter_id integer primary key,
  code text not null unique check (length(code) > 0),
  place text not null,
  at text not null
) strict;

CREATE TABLE charging_overlap (
  session_id integer primary key references charging_session,
  other_id integer not null references charging_session
) strict;

CREATE TABLE charging_payback (
  payback_no integer primary key,
  /* Made by the form: one for all parts. */
  payback_id text not null,
  topup_no integer not null references charging_topup,
  /* A void takes back a wrong top-up of the same day, before the close. */
  kind text not null check (kind in ('payback', 'void')),
  amount_fen integer not null check (amount_fen > 0),
  on_date text not null check (length(on_date) = 10),
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  reason text not null check (length(reason) > 0),
  payee text not null,
  return_no text not null unique,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null unique references entry,
  unique (payback_id, topup_no)
) strict;

CREATE TABLE charging_plan (
  plan_id integer primary key,
  form_id text not null unique,
  account_id integer not null references charging_account,
  product_id integer not null references charging_product,
  from_on text not null check (length(from_on) = 10),
  /* The day after the last; null until a quota is ended. */
  to_on text check (to_on >= from_on),
  price_fen integer not null check (price_fen >= 0),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  /* Null when it cost nothing. */
  entry_id integer unique references entry
) strict;

CREATE TABLE charging_platform (
  platform_id integer primary key,
  name text not null unique check (length(name) > 0),
  at text not null
, collects text not null default 'platform' check (collects in ('platform', 'office'))) strict;

CREATE TABLE charging_product (
  product_id integer primary key,
  name text not null unique check (length(name) > 0),
  kind text not null check (kind in ('card', 'quota')),
  price_fen integer not null check (price_fen >= 0),
  /* 0.0001 kWh; null without a limit. */
  energy integer check (energy > 0),
  days integer check (days > 0),
  covers text not null check (covers in ('service', 'all')),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((kind = 'card') = (days is not null)),
  check (kind = 'card' or (price_fen = 0 and energy is not null))
) strict;

CREATE TABLE charging_profile (
  platform_id integer primary key references charging_platform,
  kind text not null check (kind in ('ev', 'ebike')),
  mapping text not null check (json_valid(mapping)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_reading (
  reading_id integer primary key,
  meter_id integer not null references charging_meter,
  /* '' for the register of all periods together. */
  period text not null,
  /* Seconds since 1970, UTC. */
  read_at integer not null,
  /* What the register showed, in 0.0001 kWh. */
  energy integer not null check (energy >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  unique (meter_id, period, read_at)
) strict;

CREATE TABLE charging_review (
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

CREATE TABLE charging_session (
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

CREATE TABLE charging_settlement (
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

CREATE TABLE charging_settlement_decision (
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

CREATE TABLE charging_settlement_line (
  settlement_id integer not null references charging_settlement,
  on_date text not null check (length(on_date) = 10),
  platform_id integer not null references charging_platform,
  gross_fen integer not null,
  commission_fen integer not null,
  primary key (settlement_id, on_date)
) strict, without rowid;

CREATE TABLE charging_settlement_undo (
  settlement_id integer primary key references charging_settlement,
  reason text not null check (length(reason) > 0),
  entry_id integer unique references entry,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE charging_sum (
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

CREATE TABLE charging_tariff (
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

CREATE TABLE charging_topup (
  topup_no integer primary key,
  topup_id text not null unique,
  account_id integer not null references charging_account,
  amount_fen integer not null check (amount_fen > 0),
  received_on text not null check (length(received_on) = 10),
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  transaction_no text check (length(transaction_no) > 0),
  payer text not null,
  /* As printed. */
  card_no text not null,
  label text not null,
  receipt_no text not null unique,
  office_name text not null,
  office_phone text not null,
  cashier text not null,
  user_id integer references user,
  registered_at text not null,
  registered_on text not null,
  entry_id integer not null unique references entry
) strict;

CREATE TABLE charging_use (
  dim text not null check (dim in ('heat', 'length', 'power', 'stop')),
  month text not null check (length(month) = 7),
  key text not null,
  sessions integer not null check (sessions >= 0),
  seconds integer not null check (seconds >= 0),
  energy integer not null check (energy >= 0),
  primary key (dim, month, key)
) strict, without rowid;

CREATE TABLE company (
  home_id integer primary key references home,
  name text not null unique check (length(name) > 0),
  contact text not null,
  phone text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE cost_attachment (
  cost_id text not null references cost_voucher,
  digest text not null references attachment,
  place integer not null check (place > 0),
  /* What the file was called this time. */
  name text not null,
  primary key (cost_id, digest)
) strict, without rowid;

CREATE TABLE cost_contract (
  contract_id integer primary key,
  form_id text not null unique,
  code text not null unique,
  title text not null,
  counterparty text not null,
  direction text not null check (direction in ('cost', 'income')),
  fund text not null check (fund in ('property', 'common')),
  account text not null references account,
  /* As a word: fee.cleaning, parking-resident.energy, advertising, other; '' where the kind says it. */
  target text not null,
  from_on text not null check (length(from_on) = 10),
  /* The first day after it. */
  to_on text not null check (length(to_on) = 10),
  place text not null,
  standard text not null,
  total_fen integer not null check (total_fen > 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (from_on < to_on)
) strict;

CREATE TABLE cost_contract_attachment (
  contract_id integer not null references cost_contract,
  digest text not null references attachment,
  place integer not null check (place > 0),
  primary key (contract_id, digest)
) strict, without rowid;

CREATE TABLE cost_decision (
  cost_id text not null references cost_voucher,
  kind text not null check (kind in ('approve', 'reject', 'reverse')),
  entry_id integer unique references entry,
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  primary key (cost_id, kind),
  check ((kind = 'reject') = (entry_id is null)),
  check (kind = 'approve' or length(reason) > 0)
) strict, without rowid;

CREATE TABLE cost_instalment (
  instalment_id integer primary key,
  contract_id integer not null references cost_contract,
  no integer not null check (no > 0),
  due_on text not null check (length(due_on) = 10),
  amount_fen integer not null check (amount_fen > 0),
  unique (contract_id, no)
) strict;

CREATE TABLE cost_line (
  cost_id text not null references cost_voucher,
  line integer not null check (line > 0),
  item integer not null check (item > 0),
  account text not null references account,
  /* As a word: fee.cleaning, parking-resident.energy, advertising, other; '' where the kind says it. */
  target text not null,
  share integer not null check (share > 0),
  what text not null,
  post text not null,
  headcount integer not null check (headcount >= 0),
  amount_fen integer not null check (amount_fen > 0),
  primary key (cost_id, line)
) strict, without rowid;

CREATE TABLE cost_setting (
  version integer primary key,
  evidence_above_fen integer not null check (evidence_above_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE cost_voucher (
  cost_id text primary key,
  cost_no text not null unique,
  kind text not null check (kind in ('purchase', 'payroll', 'income', 'interest', 'maintenance', 'transfer')),
  fund text not null check (fund in ('property', 'common')),
  paid_on text not null check (length(paid_on) = 10),
  /* Where the money left or came; what a transfer fills is to_account. */
  account text not null references account,
  to_account text references account,
  payee text not null,
  what text not null,
  invoice_no text not null,
  resolution_no text not null,
  resolution_on text,
  amount_fen integer not null check (amount_fen > 0),
  instalment_id integer references cost_instalment,
  /* What was sent, to tell a retry from another voucher under the same id. */
  form text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((kind = 'transfer') = (to_account is not null)),
  check (kind <> 'maintenance' or (length(resolution_no) > 0 and length(resolution_on) = 10))
) strict, without rowid;

CREATE TABLE day_close (
  on_date text primary key check (length(on_date) = 10),
  report_no text not null unique,
  to_entry integer not null check (to_entry >= 0),
  user_id integer not null references user,
  user_name text not null,
  witness text not null,
  closed_at text not null,
  total_fen integer not null,
  over_short_fen integer not null,
  banked_fen integer not null check (banked_fen >= 0),
  report text not null
) strict;

CREATE TABLE day_close_shift (
  shift_id integer primary key references shift,
  on_date text not null references day_close
) strict;

CREATE TABLE day_close_user (
  on_date text not null references day_close,
  user_id integer not null references user,
  from_entry integer not null check (from_entry >= 0),
  to_entry integer not null check (to_entry > from_entry),
  primary key (on_date, user_id)
) strict, without rowid;

CREATE TABLE deposit (
  deposit_no integer primary key,
  deposit_id text not null unique,
  home_id integer not null references home,
  kind text not null check (kind in ('renovation', 'card', 'other')),
  amount_fen integer not null check (amount_fen > 0),
  received_on text not null,
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  transaction_no text,
  payer text not null,
  note text not null,
  receipt_no text not null unique,
  label text not null,
  office_name text not null,
  office_phone text not null,
  cashier text not null,
  user_id integer references user,
  registered_at text not null,
  registered_on text not null,
  entry_id integer not null unique references entry
) strict;

CREATE TABLE deposit_return (
  return_id integer primary key,
  deposit_no integer not null references deposit,
  return_no text not null unique,
  returned_fen integer not null check (returned_fen >= 0),
  retained_fen integer not null check (retained_fen >= 0),
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  reason text not null,
  on_date text not null,
  payee text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null unique references entry,
  check (returned_fen + retained_fen > 0)
) strict;

CREATE VIEW document_move as select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, b.entry_id as entry_id, b.amount_fen as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, 0 as collected_fen
    from bill b join entry e on e.entry_id = b.entry_id join home h on h.home_id = b.home_id where 1
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(c.on_date, 1, 7) as on_month, c.entry_id as entry_id, 0 as billed_fen, b.amount_fen as cancelled_fen, -coalesce((select sum(r.amount_fen) from reduction r where r.bill_id = c.bill_id and r.entry_id < c.entry_id), 0) as reduced_fen, coalesce((select sum(l.amount_fen) from payment_reversal v join payment_line l on l.payment_no = v.payment_no where l.bill_id = c.bill_id and v.entry_id < c.entry_id), 0)
      + coalesce((select sum(l.amount_fen) from refund_line l join refund f on f.refund_id = l.refund_id where l.bill_id = c.bill_id and f.entry_id < c.entry_id), 0)
      - coalesce((select sum(l.amount_fen) from payment_line l join payment p on p.payment_no = l.payment_no where l.bill_id = c.bill_id and p.entry_id < c.entry_id), 0)
      - coalesce((select sum(u.amount_fen) from prepayment_use u where u.bill_id = c.bill_id and u.entry_id < c.entry_id), 0) as collected_fen
    from bill_cancel c join bill b on b.bill_id = c.bill_id join home h on h.home_id = b.home_id where 1
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(r.on_date, 1, 7) as on_month, r.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, r.amount_fen as reduced_fen, 0 as collected_fen
    from reduction r join bill b on b.bill_id = r.bill_id join home h on h.home_id = b.home_id where 1 and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < r.entry_id)
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(p.received_on, 1, 7) as on_month, p.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, l.amount_fen as collected_fen
    from payment_line l join payment p on p.payment_no = l.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where 1 and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < p.entry_id)
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(v.on_date, 1, 7) as on_month, v.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from payment_reversal v join payment_line l on l.payment_no = v.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where 1 and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < v.entry_id)
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(f.on_date, 1, 7) as on_month, f.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from refund_line l join refund f on f.refund_id = l.refund_id join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where 1 and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < f.entry_id)
union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, u.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, u.amount_fen as collected_fen
    from prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id join home h on h.home_id = b.home_id where 1 and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < u.entry_id);

CREATE TABLE document_tally (
  fee_item_id integer not null references fee_item,
  month text not null,
  building text not null,
  on_month text not null,
  billed_fen integer not null,
  cancelled_fen integer not null,
  reduced_fen integer not null,
  collected_fen integer not null,
  primary key (fee_item_id, month, building, on_month)
) strict, without rowid;

CREATE TABLE dunning_call (
  call_id integer primary key,
  home_id integer not null references home,
  on_date text not null,
  outcome text not null check (outcome in ('promised', 'noted', 'disputed', 'refused', 'unreachable', 'wrong-number')),
  promised_on text check (promised_on >= on_date),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((outcome = 'promised') = (promised_on is not null))
) strict;

CREATE TABLE dunning_line (
  notice_id integer not null references dunning_notice,
  line integer not null,
  bill_id integer not null references bill,
  open_fen integer not null check (open_fen > 0),
  primary key (notice_id, line)
) strict, without rowid;

CREATE TABLE dunning_notice (
  notice_id integer primary key,
  notice_no text not null unique,
  home_id integer not null references home,
  label text not null,
  debtor text not null,
  former integer not null check (former in (0, 1)),
  payer text not null,
  on_date text not null,
  deadline_on text not null check (deadline_on >= on_date),
  amount_fen integer not null check (amount_fen > 0),
  clause text not null,
  how_to_pay text not null,
  office_name text not null,
  office_phone text not null,
  estate_name text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE dunning_service (
  service_id integer primary key,
  notice_id integer not null references dunning_notice,
  way text not null check (way in ('hand', 'door', 'registered', 'wechat', 'phone')),
  served_on text not null,
  served_by text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE VIEW dwelling as select * from home where payer = 'home';

CREATE TABLE entry (
  entry_id integer primary key,
  on_date text not null check (length(on_date) = 10),
  posted_at text not null,
  kind text not null,
  memo text not null,
  user_id integer references user,
  reverses integer unique references entry,
  previous_hash text not null,
  hash text not null unique
) strict;

CREATE TABLE estate (
  estate_id integer primary key check (estate_id = 1),
  name text not null check (length(name) > 0),
  opens_on text not null check (length(opens_on) = 10),
  office_name text not null,
  phone text not null,
  first_month_rule text not null check (first_month_rule in ('full', 'half', 'days')),
  due_day integer not null check (due_day between 1 and 28),
  idle_minutes integer not null check (idle_minutes between 0 and 240),
  created_at text not null
, late_fee_rate_e6 integer not null default 0 check (late_fee_rate_e6 between 0 and 100000), late_fee_grace_days integer not null default 0 check (late_fee_grace_days between 0 and 365), late_fee_cap_permille integer not null default 1000 check (late_fee_cap_permille between 0 and 10000), collection_target_permille integer not null default 0 check (collection_target_permille between 0 and 1000)) strict;

CREATE TABLE fee_item (
  fee_item_id integer primary key,
  code text not null unique,
  name text not null,
  fund text not null check (fund in ('property', 'common', 'agency', 'deposit', 'maintenance')),
  account text not null references account
) strict;

CREATE TABLE fee_rate (
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  rate_e4 integer not null check (rate_e4 > 0),
  primary key (fee_item_id, home_id, from_on)
) strict, without rowid;

CREATE TABLE fee_scope_rate (
  fee_version_id integer not null references fee_version,
  scope text not null check (scope in ('building', 'type', 'home')),
  key text not null check (length(key) > 0),
  rate_e4 integer not null check (rate_e4 > 0),
  primary key (fee_version_id, scope, key)
) strict, without rowid;

CREATE TABLE fee_version (
  fee_version_id integer primary key,
  fee_item_id integer not null references fee_item,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on > from_on),
  basis text not null check (basis in ('area', 'home', 'meter', 'pool', 'once')),
  rate_e4 integer check (rate_e4 > 0),
  cycle text not null check (cycle in ('month', 'quarter', 'half-year', 'year', 'handover-year', 'none')),
  first_rule text check (first_rule in ('full', 'half', 'days')),
  split text check (split in ('area', 'homes', 'quantity')),
  split_item_id integer references fee_item,
  unit text not null default '',
  vacancy integer not null default 0 check (vacancy in (0, 1)),
  late_fee integer not null default 0 check (late_fee in (0, 1)),
  user_id integer references user,
  created_at text not null,
  unique (fee_item_id, from_on)
) strict;

CREATE TABLE home (
  home_id integer primary key,
  building text not null check (length(building) > 0),
  unit text not null check (length(unit) > 0),
  room text not null check (length(room) > 0),
  floor text not null,
  label text not null unique,
  compact text not null,
  sort_key text not null unique,
  area_dm2 integer not null check (area_dm2 > 0),
  status text not null check (status in ('unsold', 'vacant', 'occupied', 'let')),
  handover_on text check (length(handover_on) = 10),
  note text not null
, home_type text not null default 'residence' check (home_type in ('residence', 'villa', 'shop', 'office', 'garage', 'other')), merged_into integer references home check (merged_into <> home_id), merged_on text check (length(merged_on) = 10 and (merged_on is null) = (merged_into is null)), payer text not null default 'home' check (payer in ('home', 'company'))) strict;

CREATE TABLE home_merge (
  merge_id integer primary key,
  into_id integer not null references home,
  on_date text not null,
  homes text not null,
  area_before_dm2 integer not null check (area_before_dm2 > 0),
  area_after_dm2 integer not null check (area_after_dm2 > 0),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE home_status (
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  status text not null check (status in ('unsold', 'vacant', 'occupied', 'let')),
  note text not null default '',
  user_id integer references user,
  user_name text not null default '',
  at text,
  primary key (home_id, from_on)
) strict, without rowid;

CREATE TABLE home_transfer (
  transfer_id integer primary key,
  home_id integer not null references home,
  on_date text not null check (length(on_date) = 10),
  from_names text not null,
  to_names text not null check (length(to_names) > 0),
  arrears text not null check (arrears in ('seller', 'buyer')),
  prepayment text not null check (prepayment in ('buyer', 'refund')),
  open_fen integer not null check (open_fen >= 0),
  prepaid_fen integer not null check (prepaid_fen >= 0),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE home_transfer_person (
  transfer_id integer not null references home_transfer,
  side text not null check (side in ('seller', 'buyer')),
  person_id integer not null references person,
  primary key (transfer_id, side, person_id)
) strict, without rowid;

CREATE TABLE late_charge (
  bill_id integer primary key references bill,
  of_bill_id integer not null references bill,
  payment_no integer references payment deferrable initially deferred,
  from_on text not null,
  to_on text not null check (to_on >= from_on),
  principal_fen integer not null check (principal_fen > 0),
  days integer not null check (days > 0),
  rate_e6 integer not null check (rate_e6 > 0)
) strict;

CREATE TABLE lease (
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

CREATE TABLE lease_deposit (
  deposit_no integer primary key references deposit,
  lease_id integer not null references lease
) strict;

CREATE TABLE lease_event (
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

CREATE TABLE lease_notice (
  notice_id integer primary key,
  notice_no text not null unique,
  lease_id integer not null references lease,
  kind text not null check (kind in ('expiry', 'recall', 'price', 'end')),
  on_date text not null check (length(on_date) = 10),
  /* What the paper says, frozen as JSON. */
  facts text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE lease_plate (
  lease_id integer not null references lease,
  plate text not null,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  primary key (plate, lease_id, from_on)
) strict, without rowid;

CREATE TABLE lease_span (
  span_id integer primary key,
  lease_id integer not null references lease,
  space_id integer not null references parking_space,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  monthly_fen integer not null check (monthly_fen >= 0)
) strict;

CREATE TABLE lease_window (
  lease_id integer not null references lease,
  from_minute integer not null check (from_minute >= 0),
  to_minute integer not null check (to_minute > from_minute and to_minute <= 10080),
  primary key (lease_id, from_minute)
) strict, without rowid;

CREATE VIEW ledger_move as select bill_id, home_id, fee_item_id, month, due_on, building, on_month, entry_id, case what when 'billed' then amount_fen else 0 end as billed_fen,
  case what when 'cancelled' then -amount_fen else 0 end as cancelled_fen, case what when 'reduced' then -amount_fen else 0 end as reduced_fen, case what when 'collected' then -amount_fen else 0 end as collected_fen
  from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(p.on_date, 1, 7) as on_month, p.entry_id, p.amount_fen, case when e.kind in ('bill', 'opening', 'late-fee') then 'billed' when e.kind = 'reduction' then 'reduced' when e.kind = 'cancel' then (select case when q.account = '2203' then 'collected' when q.account like '5001.9%' then 'reduced' else 'cancelled' end from posting q where q.entry_id = p.entry_id and q.line = p.line + 2 * (p.line % 2) - 1) else 'collected' end as what
  from posting p join entry e on e.entry_id = p.entry_id join bill b on b.bill_id = p.bill_id join home h on h.home_id = b.home_id where +p.account = '1122' and p.bill_id is not null);

CREATE TABLE ledger_tally (
  fee_item_id integer not null references fee_item,
  month text not null,
  building text not null,
  on_month text not null,
  billed_fen integer not null,
  cancelled_fen integer not null,
  reduced_fen integer not null,
  collected_fen integer not null,
  primary key (fee_item_id, month, building, on_month)
) strict, without rowid;

CREATE TABLE market_agreement (
  agreement_id integer not null check (agreement_id > 0),
  version integer not null check (version > 0),
  shopkeeper text not null,
  place text not null,
  /* 0.01 m². */
  area_dm2 integer not null check (area_dm2 >= 0),
  from_on text not null check (length(from_on) = 10),
  to_on text not null check (length(to_on) = 10),
  rent_fen integer not null check (rent_fen = 0),
  /* What the place would be let for, a month. */
  imputed_fen integer not null check (imputed_fen >= 0),
  source text not null,
  resolution_no text not null,
  resolution_on text check (length(resolution_on) = 10),
  duties text not null check (json_valid(duties)),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (from_on < to_on),
  primary key (agreement_id, version)
) strict, without rowid;

CREATE TABLE market_answer (
  complaint_id integer primary key references market_complaint,
  answer text not null check (length(answer) > 0),
  on_day text not null check (length(on_day) = 10),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_complaint (
  complaint_id integer primary key,
  on_day text not null check (length(on_day) = 10),
  complaint text not null check (length(complaint) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_delivery (
  delivery_id integer primary key,
  form_id text unique,
  supplier_id integer not null references market_supplier,
  product_id integer not null references market_product,
  on_day text not null check (length(on_day) = 10),
  grams integer not null check (grams > 0),
  /* Of a kg. */
  price_fen integer not null check (price_fen >= 0),
  paid_fen integer not null check (paid_fen >= 0),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_file (
  file_id integer primary key,
  name text not null,
  digest text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_inspection (
  inspection_id integer primary key,
  on_day text not null check (length(on_day) = 10),
  kind text not null check (kind in ('price', 'hygiene')),
  passed integer not null check (passed in (0, 1)),
  inspector text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_product (
  product_id integer primary key,
  name text not null unique check (length(name) > 0),
  at text not null
) strict;

CREATE TABLE market_reference (
  product_id integer not null references market_product,
  from_on text not null check (length(from_on) = 10),
  version integer not null check (version > 0),
  reference_fen integer not null check (reference_fen > 0),
  shop_fen integer check (shop_fen > 0),
  source text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  primary key (product_id, from_on, version)
) strict, without rowid;

CREATE TABLE market_rule (
  rule_id integer primary key,
  allowed_permille integer not null check (allowed_permille between 0 and 500),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_sale (
  sale_id integer primary key,
  /* Of a form's line, or of a scale's row; it comes once. */
  sale_key text unique,
  file_id integer references market_file,
  product_id integer not null references market_product,
  on_day text not null check (length(on_day) = 10),
  grams integer not null check (grams > 0),
  price_fen integer not null check (price_fen >= 0),
  amount_fen integer not null check (amount_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_supplier (
  supplier_id integer primary key,
  name text not null check (length(name) > 0),
  village text not null check (length(village) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  unique (village, name)
) strict;

CREATE TABLE market_supplier_phone (
  phone_id integer primary key,
  supplier_id integer not null references market_supplier,
  phone text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE market_void (
  kind text not null check (kind in ('agreement', 'delivery', 'sale', 'waste', 'inspection', 'complaint')),
  row_id integer not null,
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  primary key (kind, row_id)
) strict, without rowid;

CREATE TABLE market_waste (
  waste_id integer primary key,
  form_id text unique,
  product_id integer not null references market_product,
  on_day text not null check (length(on_day) = 10),
  grams integer not null check (grams > 0),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE meter (
  meter_id integer primary key,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  meter_no text not null,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on)
) strict;

CREATE TABLE meter_bill (
  bill_id integer primary key references bill,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  from_place integer not null,
  to_place integer not null check (to_place > from_place),
  from_reading integer not null references reading,
  to_reading integer not null references reading
) strict;

CREATE TABLE occupancy (
  home_id integer not null references home,
  person_id integer not null references person,
  role text not null check (role in ('owner', 'tenant')),
  from_on text not null,
  to_on text, pays integer not null default 0 check (pays in (0, 1)),
  primary key (home_id, person_id, role, from_on)
) strict, without rowid;

CREATE TABLE open_bill (
  bill_id integer primary key references bill deferrable initially deferred,
  home_id integer not null references home,
  fee_item_id integer not null references fee_item,
  month text not null,
  due_on text not null,
  ledger_fen integer not null default 0,
  document_fen integer not null default 0
) strict;

CREATE TABLE parking_block (
  block_id integer primary key,
  space_id integer not null references parking_space,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE parking_charge (
  bill_id integer primary key references bill deferrable initially deferred,
  lease_id integer not null references lease,
  from_on text not null,
  to_on text not null check (to_on > from_on),
  subsidy_fen integer not null check (subsidy_fen >= 0),
  subsidy_entry_id integer references entry deferrable initially deferred,
  check ((subsidy_fen = 0) = (subsidy_entry_id is null))
) strict;

CREATE TABLE parking_charge_part (
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

CREATE TABLE parking_decision (
  decision_id integer primary key,
  -- Its prices; they are a version of parking_price.
  from_on text not null unique references parking_price (from_on),
  market_fen integer not null check (market_fen >= 0),
  resident_fen integer not null check (resident_fen between 0 and market_fen),
  daytime_fen integer not null check (daytime_fen >= 0),
  -- Share of the common spaces let by day, in millionths.
  share_e6 integer not null check (share_e6 between 0 and 1000000),
  resolution_no text not null check (length(resolution_no) > 0),
  resolution_on text check (length(resolution_on) = 10),
  note text not null,
  -- What the year was computed on.
  common_spaces integer not null check (common_spaces >= 0),
  resident_leases integer not null check (resident_leases >= 0),
  year_daytime_fen integer not null check (year_daytime_fen >= 0),
  year_subsidy_fen integer not null check (year_subsidy_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE parking_price (
  price_id integer primary key,
  from_on text not null unique check (length(from_on) = 10),
  market_fen integer not null check (market_fen >= 0),
  resident_fen integer not null check (resident_fen between 0 and market_fen),
  resolution_no text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE parking_space (
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

CREATE TABLE parking_subsidy_return (
  bill_id integer primary key references parking_charge,
  entry_id integer not null references entry deferrable initially deferred
) strict;

CREATE TABLE payment (
  payment_no integer primary key,
  payment_id text not null unique,
  home_id integer not null references home,
  received_on text not null,
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  transaction_no text,
  amount_fen integer not null check (amount_fen > 0),
  prepaid_fen integer not null check (prepaid_fen between 0 and amount_fen),
  prepaid_from text,
  prepaid_to text,
  prepaid_rate_e4 integer,
  tendered_fen integer check (tendered_fen >= amount_fen),
  payer text not null,
  payer_role text not null check (payer_role in ('owner', 'tenant', 'other')),
  note text not null,
  receipt_no text not null unique,
  label text not null,
  area_dm2 integer not null,
  office_name text not null,
  office_phone text not null,
  cashier text not null,
  user_id integer references user,
  registered_at text not null,
  registered_on text not null,
  entry_id integer not null unique references entry
, bonus_fen integer not null default 0 check (bonus_fen >= 0), promotion_id integer references promotion) strict;

CREATE TABLE payment_invoice (
  payment_no integer primary key references payment,
  invoice_no text not null unique check (length(invoice_no) > 0),
  invoiced_on text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE payment_line (
  payment_no integer not null references payment,
  line integer not null,
  bill_id integer not null references bill,
  amount_fen integer not null check (amount_fen > 0),
  paid_before_fen integer not null check (paid_before_fen >= 0),
  primary key (payment_no, line)
) strict, without rowid;

CREATE TABLE payment_reversal (
  payment_no integer primary key references payment,
  reversal_no text not null unique,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null unique references entry
, kind text not null default 'reversal' check (kind in ('void', 'reversal', 'refund'))) strict;

CREATE TABLE period_event (
  event_id integer primary key,
  kind text not null check (kind in ('close', 'reopen')),
  month text not null check (length(month) = 7),
  /* The last closed month from now on; null when none is. */
  closed_through text check (length(closed_through) = 7),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (kind = 'close' or length(reason) > 0)
) strict;

CREATE TABLE person (
  person_id integer primary key,
  name text not null,
  phone text not null,
  phone_tail text not null,
  initials text not null,
  unique (name, phone)
) strict;

CREATE TABLE pool (
  fee_item_id integer not null references fee_item,
  month text not null,
  amount_fen integer not null check (amount_fen > 0),
  note text not null,
  user_id integer references user,
  at text not null,
  primary key (fee_item_id, month)
) strict, without rowid;

CREATE TABLE posting (
  entry_id integer not null references entry deferrable initially deferred,
  line integer not null check (line > 0),
  on_date text not null,
  account text not null references account,
  fund text not null check (fund in ('property', 'common', 'agency', 'deposit', 'maintenance')),
  home_id integer references home,
  bill_id integer references bill deferrable initially deferred,
  amount_fen integer not null check (amount_fen <> 0),
  primary key (entry_id, line)
) strict, without rowid;

CREATE TABLE prepayment_use (
  entry_id integer not null references entry deferrable initially deferred,
  bill_id integer not null references bill,
  home_id integer not null references home,
  fund text not null,
  amount_fen integer not null check (amount_fen <> 0),
  primary key (entry_id, bill_id)
) strict, without rowid;

CREATE TABLE promotion (
  promotion_id integer primary key,
  name text not null check (length(name) > 0),
  from_on text not null check (length(from_on) = 10),
  to_on text not null check (to_on > from_on),
  months integer not null check (months between 1 and 12),
  bonus_days integer not null check (bonus_days between 1 and 366),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE reading (
  reading_id integer primary key,
  meter_id integer not null references meter,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  place integer not null check (place <= reading_id),
  read_on text not null check (length(read_on) = 10),
  value_e4 integer not null check (value_e4 >= 0),
  kind text not null check (kind in ('base', 'normal', 'final')),
  replaces integer unique references reading,
  source text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (replaces is not null or place = reading_id)
) strict;

CREATE TABLE receipt_print (
  print_id integer primary key,
  payment_no integer not null references payment,
  at text not null,
  user_id integer references user,
  paper text not null
) strict;

CREATE TABLE receipt_series (
  series text not null,
  year integer not null,
  last_no integer not null check (last_no > 0),
  primary key (series, year)
) strict, without rowid;

CREATE TABLE reduction (
  reduction_id integer primary key,
  bill_id integer not null references bill,
  kind text not null check (kind in ('vacancy', 'waiver')),
  source_id integer not null,
  amount_fen integer not null check (amount_fen > 0),
  on_date text not null,
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null references entry deferrable initially deferred
) strict;

CREATE TABLE refund (
  refund_id integer primary key,
  refund_no text not null unique,
  payment_no integer references payment,
  home_id integer not null references home,
  method text not null check (method in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  amount_fen integer not null check (amount_fen > 0),
  prepaid_fen integer not null check (prepaid_fen between 0 and amount_fen),
  bonus_fen integer not null default 0 check (bonus_fen >= 0),
  on_date text not null,
  reason text not null check (length(reason) > 0),
  payee text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null unique references entry
) strict;

CREATE TABLE refund_line (
  refund_id integer not null references refund,
  line integer not null,
  bill_id integer not null references bill,
  amount_fen integer not null check (amount_fen > 0),
  primary key (refund_id, line)
) strict, without rowid;

CREATE TABLE shift (
  shift_id integer primary key,
  user_id integer not null references user,
  user_name text not null,
  opened_at text not null,
  opened_on text not null,
  float_fen integer not null check (float_fen >= 0),
  from_entry integer not null check (from_entry >= 0),
  to_entry integer check (to_entry >= from_entry),
  closed_at text,
  closed_on text,
  report_no text unique,
  expected_fen integer,
  counted_fen integer check (counted_fen >= 0),
  banked_fen integer check (banked_fen >= 0),
  total_fen integer,
  witness text,
  report text,
  check ((closed_at is null) = (to_entry is null) and (closed_at is null) = (closed_on is null) and (closed_at is null) = (report_no is null)
    and (closed_at is null) = (expected_fen is null) and (closed_at is null) = (counted_fen is null) and (closed_at is null) = (banked_fen is null)
    and (closed_at is null) = (total_fen is null) and (closed_at is null) = (witness is null) and (closed_at is null) = (report is null))
) strict;

CREATE TABLE statement (
  statement_id integer primary key,
  kind text not null check (kind in ('common', 'fees')),
  from_month text not null check (length(from_month) = 7),
  to_month text not null check (length(to_month) = 7 and to_month >= from_month),
  number text not null check (length(number) > 0),
  version integer not null check (version > 0),
  /* Canonical JSON. */
  content text not null check (json_valid(content)),
  /* The last entry that it counts, and the weights by which shared amounts were split between kinds of charger. */
  last_entry integer not null,
  basis text not null check (json_valid(basis)),
  prepared_at text not null,
  prepared_on text not null check (length(prepared_on) = 10),
  user_id integer references user,
  user_name text not null,
  reviewed_at text,
  reviewer_id integer references user,
  reviewer_name text,
  published_at text,
  publisher_id integer references user,
  publisher_name text,
  digest text check (length(digest) = 64),
  code text unique check (length(code) = 14),
  /* The last event of a month that had happened: a later reopening supersedes it. */
  last_event integer,
  unique (kind, from_month, to_month, version),
  check ((published_at is null) = (digest is null) and (published_at is null) = (code is null) and (published_at is null) = (last_event is null)),
  check ((reviewed_at is null) = (reviewer_name is null))
) strict;

CREATE TABLE statement_file (
  statement_id integer not null references statement,
  format text not null check (format in ('xlsx', 'json', 'html')),
  bytes blob not null,
  digest text not null check (length(digest) = 64),
  primary key (statement_id, format)
) strict;

CREATE TABLE statement_note (
  note_id integer primary key,
  kind text not null check (kind in ('common', 'fees')),
  from_month text not null check (length(from_month) = 7),
  to_month text not null check (length(to_month) = 7 and to_month >= from_month),
  /* A JSON array of texts, in their order. */
  notes text not null check (json_valid(notes)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE statement_objection (
  /* Made by the form, so that a call sent twice is kept once. */
  objection_id text primary key,
  statement_id integer not null references statement,
  on_date text not null check (length(on_date) = 10),
  what text not null check (length(what) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE statement_objection_answer (
  objection_id text primary key references statement_objection,
  on_date text not null check (length(on_date) = 10),
  answer text not null check (length(answer) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE statement_paper (
  statement_id integer not null references statement,
  paper text not null check (paper in ('a4', 'a3')),
  page text not null check (length(page) > 0),
  pages integer not null check (pages > 0),
  pdf blob not null,
  /* SHA-256 of the PDF, hex. */
  digest text not null check (length(digest) = 64),
  at text not null,
  primary key (statement_id, paper)
) strict;

CREATE TABLE statement_photo (
  digest text primary key check (length(digest) = 64),
  type text not null check (type in ('image/jpeg', 'image/png')),
  bytes blob not null
) strict;

CREATE TABLE statement_posting (
  posting_id integer primary key,
  statement_id integer not null references statement,
  place text not null check (length(place) > 0),
  from_date text not null check (length(from_date) = 10),
  until_date text not null check (length(until_date) = 10 and until_date >= from_date),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE statement_posting_end (
  posting_id integer primary key references statement_posting,
  on_date text not null check (length(on_date) = 10),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE statement_posting_photo (
  posting_id integer not null references statement_posting,
  digest text not null references statement_photo,
  at text not null,
  primary key (posting_id, digest)
) strict;

CREATE TABLE statement_setting (
  version integer primary key check (version > 0),
  profit_cap_permyriad integer check (profit_cap_permyriad between 0 and 10000),
  phone text not null check (length(phone) > 0),
  posting_days integer not null check (posting_days between 1 and 365),
  holidays text not null check (json_valid(holidays)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE user (
  user_id integer primary key,
  name text not null unique,
  role text not null check (role in ('manager', 'cashier', 'office', 'auditor')),
  password_hash text not null,
  active integer not null check (active in (0, 1)),
  failures integer not null default 0 check (failures >= 0),
  blocked_until text,
  created_at text not null
) strict;

CREATE TABLE vacancy (
  vacancy_id integer primary key,
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  to_on text not null check (to_on > from_on),
  off_permille integer not null check (off_permille between 1 and 1000),
  reason text not null check (length(reason) > 0),
  requested_by integer references user,
  requested_name text not null,
  requested_at text not null,
  state text not null check (state in ('pending', 'approved', 'rejected')),
  decided_by integer references user,
  decided_name text,
  decided_at text,
  decision_note text not null default ''
) strict;

CREATE TABLE vehicle (
  vehicle_id integer primary key,
  plate text not null check (length(plate) > 0),
  energy text not null check (energy in ('blue', 'green')),
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

CREATE TABLE visitor_voucher (
  voucher_id integer primary key,
  voucher_no text not null unique,
  home_id integer not null references home,
  hours integer not null check (hours between 1 and 168),
  valid_from text not null check (length(valid_from) = 10),
  /* The last day on which it can be used. */
  valid_through text not null check (valid_through >= valid_from),
  /* '' fits every car. */
  plate text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  used_plate text,
  used_on text,
  used_at text,
  used_by text,
  withdrawn_reason text check (length(withdrawn_reason) > 0),
  withdrawn_by text,
  withdrawn_at text,
  check ((used_at is null) = (used_plate is null) and (used_at is null) = (used_on is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (used_at is null or withdrawn_at is null)
) strict;

CREATE TABLE waiver (
  waiver_id integer primary key,
  bill_id integer not null references bill,
  amount_fen integer not null check (amount_fen > 0),
  reason text not null check (length(reason) > 0),
  requested_by integer references user,
  requested_name text not null,
  requested_at text not null,
  state text not null check (state in ('pending', 'approved', 'rejected')),
  decided_by integer references user,
  decided_name text,
  decided_at text,
  decision_note text not null default ''
) strict;

CREATE INDEX bank_balance_month on bank_balance (month, account, bank_balance_id);

CREATE INDEX barrier_finding_day on barrier_finding (on_date, finding_id);

CREATE INDEX barrier_finding_lease on barrier_finding (lease_id, on_date) where lease_id is not null;

CREATE INDEX barrier_finding_open on barrier_finding (kind, on_date) where state = 'open';

CREATE INDEX barrier_finding_stay on barrier_finding (stay_id) where stay_id is not null;

CREATE INDEX barrier_stay_day on barrier_stay (in_at, lease_id) where lease_id is not null;

CREATE INDEX barrier_stay_fault on barrier_stay (file_id, stay_id) where fault is not null and joined_to is null;

CREATE INDEX barrier_stay_file on barrier_stay (file_id, row);

CREATE INDEX barrier_stay_lease on barrier_stay (lease_id, in_at) where lease_id is not null;

CREATE INDEX barrier_stay_plate on barrier_stay (plate, coalesce(in_at, out_at));

CREATE INDEX barrier_stay_raw on barrier_stay (raw) where raw <> '';

CREATE INDEX bill_entry on bill (entry_id);

CREATE INDEX bill_home on bill (home_id, from_on);

CREATE INDEX board_visit_user on board_visit (user_id, visit_id, entry_id, at);

CREATE INDEX channel_file_days on channel_file (channel, from_on, to_on);

CREATE INDEX channel_line_day on channel_line (channel, on_date, line_id);

CREATE INDEX channel_line_exception on channel_line (channel, on_date) where state = 'exception';

CREATE INDEX channel_line_file on channel_line (file_id, row);

CREATE INDEX channel_line_number on channel_line (transaction_no) where transaction_no <> '';

CREATE INDEX channel_line_settlement on channel_line (settlement_id) where settlement_id is not null;

CREATE INDEX channel_match_line on channel_match (line_id);

CREATE INDEX channel_resolution_line on channel_resolution (line_id);

CREATE INDEX channel_settlement_on on channel_settlement (channel, on_date);

CREATE INDEX channel_settlement_entry_of on channel_settlement_entry (settlement_id);

CREATE INDEX channel_settlement_line_of on channel_settlement_line (settlement_id);

CREATE INDEX charging_adjustment_session on charging_adjustment (session_id);

CREATE INDEX charging_billed_bill on charging_billed (bill_id);

CREATE INDEX charging_booking_day on charging_booking (platform_id, on_date);

CREATE INDEX charging_card_account on charging_card (account_id);

CREATE INDEX charging_change_day on charging_change (platform_id, on_date);

CREATE INDEX charging_change_session on charging_change (session_id, change_id);

CREATE INDEX charging_charge_account on charging_charge (account_id, session_id) where account_id is not null;

CREATE INDEX charging_charge_home on charging_charge (home_id, session_id) where home_id is not null;

CREATE INDEX charging_cover_plan on charging_cover (plan_id);

CREATE INDEX charging_device_order on charging_device (sort_key);

CREATE INDEX charging_holder_home on charging_holder (home_id) where home_id is not null;

CREATE INDEX charging_payback_on on charging_payback (on_date);

CREATE INDEX charging_payback_topup on charging_payback (topup_no);

CREATE INDEX charging_plan_account on charging_plan (account_id, from_on);

CREATE INDEX charging_review_batch on charging_review (batch_id, review_id);

CREATE INDEX charging_review_open on charging_review (review_id) where state = 'open';

CREATE INDEX charging_review_order on charging_review (platform_id, order_no);

CREATE INDEX charging_session_device on charging_session (device_id, connector, started_at, ended_at);

CREATE INDEX charging_session_differs on charging_session (ended_at) where their_fen <> energy_fen + service_fen + extra_fen;

CREATE INDEX charging_session_ended on charging_session (ended_at);

CREATE UNIQUE INDEX charging_session_order on charging_session (platform_id, order_no);

CREATE INDEX charging_session_phone on charging_session (phone_tail, ended_at) where phone_tail <> '';

CREATE INDEX charging_session_plate on charging_session (plate, ended_at) where plate <> '';

CREATE INDEX charging_settlement_digest on charging_settlement (digest) where digest <> '';

CREATE INDEX charging_settlement_decision_day on charging_settlement_decision (platform_id, on_date);

CREATE INDEX charging_settlement_line_day on charging_settlement_line (platform_id, on_date);

CREATE INDEX charging_topup_account on charging_topup (account_id);

CREATE INDEX charging_topup_registered_on on charging_topup (registered_on);

CREATE INDEX charging_topup_transaction_no on charging_topup (transaction_no) where transaction_no is not null;

CREATE INDEX cost_contract_term on cost_contract (direction, from_on);

CREATE UNIQUE INDEX cost_decided on cost_decision (cost_id) where kind <> 'reverse';

CREATE INDEX cost_voucher_day on cost_voucher (paid_on, cost_no);

CREATE INDEX cost_voucher_instalment on cost_voucher (instalment_id) where instalment_id is not null;

CREATE INDEX day_close_shift_on on day_close_shift (on_date);

CREATE INDEX day_close_user_user on day_close_user (user_id, to_entry);

CREATE INDEX deposit_home on deposit (home_id);

CREATE INDEX deposit_registered_on on deposit (registered_on);

CREATE INDEX deposit_transaction_no on deposit (transaction_no) where transaction_no is not null;

CREATE INDEX deposit_return_deposit on deposit_return (deposit_no);

CREATE INDEX deposit_return_on_date on deposit_return (on_date);

CREATE INDEX dunning_call_home on dunning_call (home_id, call_id);

CREATE INDEX dunning_line_bill on dunning_line (bill_id);

CREATE INDEX dunning_notice_home on dunning_notice (home_id, notice_id);

CREATE INDEX dunning_service_notice on dunning_service (notice_id, served_on);

CREATE INDEX entry_cancels on entry (entry_id) where kind = 'cancel';

CREATE INDEX entry_on_date on entry (on_date);

CREATE INDEX home_compact on home (compact);

CREATE INDEX home_company on home (home_id) where payer = 'company';

CREATE INDEX home_merged_into on home (merged_into) where merged_into is not null;

CREATE INDEX home_room on home (room);

CREATE INDEX home_merge_into on home_merge (into_id, on_date);

CREATE INDEX home_transfer_home on home_transfer (home_id, on_date);

CREATE INDEX late_charge_of on late_charge (of_bill_id);

CREATE INDEX late_charge_payment on late_charge (payment_no) where payment_no is not null;

CREATE INDEX lease_contract on lease (contract_no) where contract_no <> '';

CREATE INDEX lease_home on lease (home_id);

CREATE INDEX lease_deposit_lease on lease_deposit (lease_id);

CREATE INDEX lease_event_lease on lease_event (lease_id, event_id);

CREATE INDEX lease_notice_lease on lease_notice (lease_id, notice_id);

CREATE INDEX lease_plate_lease on lease_plate (lease_id);

CREATE INDEX lease_span_ends on lease_span (to_on) where to_on is not null;

CREATE INDEX lease_span_lease on lease_span (lease_id, from_on);

CREATE INDEX lease_span_space on lease_span (space_id, to_on, from_on, lease_id);

CREATE INDEX market_delivery_day on market_delivery (on_day, delivery_id);

CREATE INDEX market_delivery_product on market_delivery (product_id, on_day);

CREATE INDEX market_delivery_supplier on market_delivery (supplier_id, on_day);

CREATE INDEX market_file_digest on market_file (digest);

CREATE INDEX market_inspection_day on market_inspection (on_day, inspection_id);

CREATE INDEX market_sale_day on market_sale (on_day, sale_id);

CREATE INDEX market_sale_product on market_sale (product_id, on_day);

CREATE INDEX market_supplier_phone_supplier on market_supplier_phone (supplier_id, phone_id);

CREATE INDEX market_waste_product on market_waste (product_id, on_day);

CREATE INDEX meter_home on meter (home_id, fee_item_id);

CREATE UNIQUE INDEX meter_living on meter (fee_item_id, home_id) where to_on is null;

CREATE INDEX meter_bill_home on meter_bill (fee_item_id, home_id, to_place);

CREATE INDEX occupancy_person on occupancy (person_id);

CREATE INDEX open_bill_home on open_bill (home_id, due_on, ledger_fen, fee_item_id);

CREATE INDEX parking_block_space on parking_block (space_id, from_on);

CREATE INDEX parking_charge_lease on parking_charge (lease_id, from_on);

CREATE INDEX parking_space_zone on parking_space (zone, sort_key);

CREATE INDEX payment_home on payment (home_id, payment_no);

CREATE INDEX payment_registered_on on payment (registered_on, payment_no);

CREATE INDEX payment_transaction_no on payment (transaction_no) where transaction_no is not null;

CREATE INDEX payment_line_bill on payment_line (bill_id);

CREATE INDEX payment_reversal_on_date on payment_reversal (on_date);

CREATE INDEX person_initials on person (initials);

CREATE INDEX person_phone_tail on person (phone_tail);

CREATE INDEX person_phones on person (phone) where instr(phone, '/') > 0;

CREATE INDEX posting_account on posting (account, fund, on_date, entry_id, line, amount_fen);

CREATE INDEX posting_bill on posting (bill_id, account, amount_fen) where bill_id is not null;

CREATE INDEX posting_home on posting (home_id, account, amount_fen) where home_id is not null;

CREATE INDEX prepayment_use_bill on prepayment_use (bill_id, amount_fen);

CREATE INDEX prepayment_use_home on prepayment_use (home_id);

CREATE INDEX reading_home on reading (fee_item_id, home_id, place);

CREATE INDEX receipt_print_payment on receipt_print (payment_no);

CREATE INDEX reduction_bill on reduction (bill_id);

CREATE INDEX refund_home on refund (home_id);

CREATE INDEX refund_on_date on refund (on_date);

CREATE INDEX refund_payment on refund (payment_no) where payment_no is not null;

CREATE INDEX refund_line_bill on refund_line (bill_id);

CREATE UNIQUE INDEX shift_open on shift (user_id) where closed_at is null;

CREATE INDEX shift_user on shift (user_id, to_entry);

CREATE UNIQUE INDEX statement_draft on statement (kind, from_month, to_month) where published_at is null;

CREATE INDEX statement_number on statement (number, version);

CREATE INDEX statement_note_period on statement_note (kind, from_month, to_month, note_id);

CREATE INDEX statement_objection_statement on statement_objection (statement_id, on_date);

CREATE INDEX statement_posting_statement on statement_posting (statement_id, posting_id);

CREATE INDEX vacancy_home on vacancy (home_id, state, from_on);

CREATE INDEX vacancy_state on vacancy (state, vacancy_id);

CREATE INDEX vehicle_home on vehicle (home_id);

CREATE INDEX vehicle_plate on vehicle (plate, from_on);

CREATE UNIQUE INDEX vehicle_present on vehicle (plate) where to_on is null;

CREATE INDEX visitor_voucher_home on visitor_voucher (home_id, voucher_id);

CREATE INDEX visitor_voucher_used on visitor_voucher (used_plate, used_on) where used_at is not null;

CREATE INDEX waiver_bill on waiver (bill_id);

CREATE INDEX waiver_state on waiver (state, waiver_id);

CREATE TRIGGER account_month_no_delete before delete on account_month begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER attachment_no_delete before delete on attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER attachment_no_update before update on attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER audit_no_delete before delete on audit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER audit_no_update before update on audit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bank_balance_no_delete before delete on bank_balance begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bank_balance_no_update before update on bank_balance begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_file_no_delete before delete on barrier_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_file_no_update before update on barrier_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_finding_no_delete before delete on barrier_finding begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_finding_stands before update on barrier_finding
when new.finding_id <> old.finding_id or new.file_id <> old.file_id or new.stay_id is not old.stay_id or new.kind <> old.kind or new.plate <> old.plate or new.lease_id is not old.lease_id or new.space_id is not old.space_id
  or new.home_id is not old.home_id or new.on_date <> old.on_date or new.minutes <> old.minutes or new.proposed_fen <> old.proposed_fen or old.state = 'dismissed'
  or (old.state = 'charged' and (new.state <> 'open' or not exists (select 1 from bill_cancel c where c.bill_id = old.bill_id)))
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_stay_no_delete before delete on barrier_stay begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_stay_stands before update on barrier_stay
when old.joined_to is not null or new.joined_to is null or new.stay_id <> old.stay_id or new.file_id <> old.file_id or new.row <> old.row or new.out_row is not old.out_row or new.plate <> old.plate
  or new.in_at is not old.in_at or new.out_at is not old.out_at or new.lane <> old.lane or new.fault is not old.fault or new.value <> old.value or new.raw <> old.raw or new.lease_id is not old.lease_id
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bill_moves_bills after insert on bill when exists (select 1 from entry where entry_id = new.entry_id) begin
  insert into ledger_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select * from ledger_move where bill_id = new.bill_id) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, ledger_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select * from ledger_move where bill_id = new.bill_id) where true group by bill_id
    on conflict (bill_id) do update set ledger_fen = ledger_fen + excluded.ledger_fen;
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, b.entry_id as entry_id, b.amount_fen as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, 0 as collected_fen
    from bill b join entry e on e.entry_id = b.entry_id join home h on h.home_id = b.home_id where b.bill_id = new.bill_id) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, b.entry_id as entry_id, b.amount_fen as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, 0 as collected_fen
    from bill b join entry e on e.entry_id = b.entry_id join home h on h.home_id = b.home_id where b.bill_id = new.bill_id) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
end;

CREATE TRIGGER bill_no_delete before delete on bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bill_no_update before update on bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER barrier_finding_reopens after insert on bill_cancel
begin
  update barrier_finding set state = 'open', bill_id = null, charged_fen = 0, reason = '', user_id = null, user_name = '', decided_at = null where bill_id = new.bill_id;
end;

CREATE TRIGGER bill_cancel_moves_bills after insert on bill_cancel begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(c.on_date, 1, 7) as on_month, c.entry_id as entry_id, 0 as billed_fen, b.amount_fen as cancelled_fen, -coalesce((select sum(r.amount_fen) from reduction r where r.bill_id = c.bill_id and r.entry_id < c.entry_id), 0) as reduced_fen, coalesce((select sum(l.amount_fen) from payment_reversal v join payment_line l on l.payment_no = v.payment_no where l.bill_id = c.bill_id and v.entry_id < c.entry_id), 0)
      + coalesce((select sum(l.amount_fen) from refund_line l join refund f on f.refund_id = l.refund_id where l.bill_id = c.bill_id and f.entry_id < c.entry_id), 0)
      - coalesce((select sum(l.amount_fen) from payment_line l join payment p on p.payment_no = l.payment_no where l.bill_id = c.bill_id and p.entry_id < c.entry_id), 0)
      - coalesce((select sum(u.amount_fen) from prepayment_use u where u.bill_id = c.bill_id and u.entry_id < c.entry_id), 0) as collected_fen
    from bill_cancel c join bill b on b.bill_id = c.bill_id join home h on h.home_id = b.home_id where c.bill_id = new.bill_id) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(c.on_date, 1, 7) as on_month, c.entry_id as entry_id, 0 as billed_fen, b.amount_fen as cancelled_fen, -coalesce((select sum(r.amount_fen) from reduction r where r.bill_id = c.bill_id and r.entry_id < c.entry_id), 0) as reduced_fen, coalesce((select sum(l.amount_fen) from payment_reversal v join payment_line l on l.payment_no = v.payment_no where l.bill_id = c.bill_id and v.entry_id < c.entry_id), 0)
      + coalesce((select sum(l.amount_fen) from refund_line l join refund f on f.refund_id = l.refund_id where l.bill_id = c.bill_id and f.entry_id < c.entry_id), 0)
      - coalesce((select sum(l.amount_fen) from payment_line l join payment p on p.payment_no = l.payment_no where l.bill_id = c.bill_id and p.entry_id < c.entry_id), 0)
      - coalesce((select sum(u.amount_fen) from prepayment_use u where u.bill_id = c.bill_id and u.entry_id < c.entry_id), 0) as collected_fen
    from bill_cancel c join bill b on b.bill_id = c.bill_id join home h on h.home_id = b.home_id where c.bill_id = new.bill_id) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (new.bill_id);
end;

CREATE TRIGGER bill_cancel_no_delete before delete on bill_cancel begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bill_cancel_no_update before update on bill_cancel begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER board_visit_no_delete before delete on board_visit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER board_visit_no_update before update on board_visit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_file_no_delete before delete on channel_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_file_no_update before update on channel_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_line_no_delete before delete on channel_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_line_stands before update on channel_line
when new.line_id <> old.line_id or new.file_id <> old.file_id or new.channel <> old.channel or new.row <> old.row or new.kind <> old.kind or new.on_date <> old.on_date or new.clock <> old.clock
  or new.transaction_no <> old.transaction_no or new.order_no <> old.order_no or new.refund_no <> old.refund_no or new.amount_fen <> old.amount_fen or new.fee_fen <> old.fee_fen
  or new.counterparty <> old.counterparty or new.note <> old.note or new.balance_fen is not old.balance_fen or new.via is not old.via or new.failed <> old.failed or new.line_key <> old.line_key
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_match_no_update before update on channel_match begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_resolution_no_delete before delete on channel_resolution begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_resolution_no_update before update on channel_resolution begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_no_delete before delete on channel_settlement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_no_update before update on channel_settlement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_entry_no_delete before delete on channel_settlement_entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_entry_no_update before update on channel_settlement_entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_line_no_delete before delete on channel_settlement_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_line_no_update before update on channel_settlement_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_undo_no_delete before delete on channel_settlement_undo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER channel_settlement_undo_no_update before update on channel_settlement_undo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_account_no_delete before delete on charging_account begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_account_no_update before update on charging_account begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_adjustment_no_delete before delete on charging_adjustment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_adjustment_no_update before update on charging_adjustment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_assignment_no_delete before delete on charging_assignment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_assignment_no_update before update on charging_assignment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_batch_no_delete before delete on charging_batch begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_batch_no_update before update on charging_batch begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_billed_no_delete before delete on charging_billed begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_billed_no_update before update on charging_billed begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_booking_no_delete before delete on charging_booking begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_booking_no_update before update on charging_booking begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_card_no_delete before delete on charging_card begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_card_stands before update on charging_card when old.ended_on is not null or new.card_no <> old.card_no or new.account_id <> old.account_id begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_change_no_delete before delete on charging_change begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_change_no_update before update on charging_change begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_charge_no_delete before delete on charging_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_charge_no_update before update on charging_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_cover_no_delete before delete on charging_cover begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_cover_no_update before update on charging_cover begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_device_no_delete before delete on charging_device begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_device_stands before update on charging_device when new.device_id <> old.device_id or new.code <> old.code or new.kind <> old.kind begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_bill_no_delete before delete on charging_grid_bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_bill_no_update before update on charging_grid_bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_entry_no_delete before delete on charging_grid_entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_entry_no_update before update on charging_grid_entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_price_no_delete before delete on charging_grid_price begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_grid_price_no_update before update on charging_grid_price begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_holder_no_delete before delete on charging_holder begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_overlap_no_delete before delete on charging_overlap begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_overlap_no_update before update on charging_overlap begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_payback_no_delete before delete on charging_payback begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_payback_no_update before update on charging_payback begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_plan_no_delete before delete on charging_plan begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_plan_stands before update on charging_plan
when old.to_on is not null or new.account_id <> old.account_id or new.product_id <> old.product_id or new.from_on <> old.from_on or new.price_fen <> old.price_fen or new.entry_id is not old.entry_id begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_platform_stands before update on charging_platform
when new.name <> old.name or (new.collects <> old.collects and exists (select 1 from charging_session s where s.platform_id = old.platform_id)) begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_product_no_delete before delete on charging_product begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_product_no_update before update on charging_product begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_reading_no_delete before delete on charging_reading begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_reading_no_update before update on charging_reading begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_review_no_delete before delete on charging_review begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_review_stands before update on charging_review
when old.state <> 'open' or new.review_id <> old.review_id or new.batch_id <> old.batch_id or new.platform_id <> old.platform_id or new.row <> old.row or new.order_no <> old.order_no or new.reason <> old.reason or new.value <> old.value or new.cells <> old.cells
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_session_no_delete before delete on charging_session when exists (select 1 from charging_batch b where b.batch_id = old.batch_id)
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_session_no_update before update on charging_session begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_session_sealed before insert on charging_session when exists (select 1 from charging_batch b where b.batch_id = new.batch_id)
begin select raise(abort, 'BATCH_SEALED'); end;

CREATE TRIGGER charging_settlement_no_delete before delete on charging_settlement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_no_update before update on charging_settlement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_decision_no_delete before delete on charging_settlement_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_decision_no_update before update on charging_settlement_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_line_no_delete before delete on charging_settlement_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_line_no_update before update on charging_settlement_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_undo_no_delete before delete on charging_settlement_undo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_settlement_undo_no_update before update on charging_settlement_undo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_tariff_no_delete before delete on charging_tariff begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_tariff_no_update before update on charging_tariff begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_topup_no_delete before delete on charging_topup begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER charging_topup_no_update before update on charging_topup begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER company_no_delete before delete on company begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_attachment_no_delete before delete on cost_attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_attachment_no_update before update on cost_attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_contract_no_delete before delete on cost_contract begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_contract_no_update before update on cost_contract begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_contract_attachment_no_delete before delete on cost_contract_attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_contract_attachment_no_update before update on cost_contract_attachment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_decision_no_delete before delete on cost_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_decision_no_update before update on cost_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_instalment_no_delete before delete on cost_instalment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_instalment_no_update before update on cost_instalment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_line_no_delete before delete on cost_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_line_no_update before update on cost_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_setting_no_delete before delete on cost_setting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_setting_no_update before update on cost_setting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_voucher_no_delete before delete on cost_voucher begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER cost_voucher_no_update before update on cost_voucher begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_no_delete before delete on day_close begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_no_update before update on day_close begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_shift_no_delete before delete on day_close_shift begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_shift_no_update before update on day_close_shift begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_user_no_delete before delete on day_close_user begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER day_close_user_no_update before update on day_close_user begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER deposit_no_delete before delete on deposit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER deposit_no_update before update on deposit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER deposit_return_no_delete before delete on deposit_return begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER deposit_return_no_update before update on deposit_return begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_call_no_delete before delete on dunning_call begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_call_no_update before update on dunning_call begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_line_no_delete before delete on dunning_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_line_no_update before update on dunning_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_notice_no_delete before delete on dunning_notice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_notice_no_update before update on dunning_notice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_service_no_delete before delete on dunning_service begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER dunning_service_no_update before update on dunning_service begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER entry_balances before insert on entry begin
  select raise(abort, 'ENTRY_EMPTY') where not exists (select 1 from posting where entry_id = new.entry_id);
  select raise(abort, 'ENTRY_NOT_BALANCED')
    where exists (select 1 from posting where entry_id = new.entry_id group by fund having sum(amount_fen) <> 0);
  select raise(abort, 'ENTRY_DATES_DIFFER')
    where exists (select 1 from posting where entry_id = new.entry_id and on_date <> new.on_date);
end;

CREATE TRIGGER entry_in_closed_month before insert on entry when substr(new.on_date, 1, 7) <= (select closed_through from period_event order by event_id desc limit 1) begin select raise(abort, 'PERIOD_CLOSED'); end;

CREATE TRIGGER entry_moves_accounts after insert on entry begin insert into account_month (account, fund, month, amount_fen) select account, fund, substr(on_date, 1, 7), sum(amount_fen) from posting where entry_id = new.entry_id group by 1, 2, 3 on conflict (account, fund, month) do update set amount_fen = amount_fen + excluded.amount_fen; end;

CREATE TRIGGER entry_moves_bills after insert on entry begin
  insert into ledger_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select * from ledger_move where entry_id = new.entry_id) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, ledger_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select * from ledger_move where entry_id = new.entry_id) where true group by bill_id
    on conflict (bill_id) do update set ledger_fen = ledger_fen + excluded.ledger_fen;
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, b.entry_id as entry_id, b.amount_fen as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, 0 as collected_fen
    from bill b join entry e on e.entry_id = b.entry_id join home h on h.home_id = b.home_id where b.entry_id = new.entry_id) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, b.entry_id as entry_id, b.amount_fen as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, 0 as collected_fen
    from bill b join entry e on e.entry_id = b.entry_id join home h on h.home_id = b.home_id where b.entry_id = new.entry_id) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, u.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, u.amount_fen as collected_fen
    from prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id join home h on h.home_id = b.home_id where u.entry_id = new.entry_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < u.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, u.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, u.amount_fen as collected_fen
    from prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id join home h on h.home_id = b.home_id where u.entry_id = new.entry_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < u.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where new.kind not in ('bill', 'opening') and ledger_fen = 0 and document_fen = 0 and bill_id in (select bill_id from posting where entry_id = new.entry_id and account = '1122');
end;

CREATE TRIGGER entry_no_delete before delete on entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER entry_no_update before update on entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER fee_scope_rate_no_delete before delete on fee_scope_rate begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER fee_scope_rate_no_update before update on fee_scope_rate begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER fee_version_no_delete before delete on fee_version begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER fee_version_no_update before update on fee_version begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_status_begins after insert on home begin
  insert into home_status (home_id, from_on, status) values (new.home_id, '1900-01-01', new.status);
end;

CREATE TRIGGER home_merge_no_delete before delete on home_merge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_merge_no_update before update on home_merge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_status_keeps_day before update of home_id, from_on on home_status begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_status_no_delete before delete on home_status begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_transfer_no_delete before delete on home_transfer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_transfer_no_update before update on home_transfer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_transfer_person_no_delete before delete on home_transfer_person begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER home_transfer_person_no_update before update on home_transfer_person begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER late_charge_no_delete before delete on late_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER late_charge_no_update before update on late_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_no_delete before delete on lease begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_stands before update on lease
when new.lease_no <> old.lease_no or new.kind <> old.kind or new.home_id <> old.home_id or new.from_on <> old.from_on or new.windows is not old.windows or old.state = 'ended' or (old.state = 'signed' and new.state = 'draft')
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_deposit_no_delete before delete on lease_deposit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_deposit_no_update before update on lease_deposit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_event_no_delete before delete on lease_event begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_event_no_update before update on lease_event begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_notice_no_delete before delete on lease_notice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_notice_no_update before update on lease_notice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_plate_no_delete before delete on lease_plate begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_span_no_delete before delete on lease_span begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_span_stands before update on lease_span
when new.lease_id <> old.lease_id or new.space_id <> old.space_id or new.from_on <> old.from_on or new.monthly_fen <> old.monthly_fen
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_window_no_delete before delete on lease_window begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER lease_window_no_update before update on lease_window begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_agreement_no_delete before delete on market_agreement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_agreement_no_update before update on market_agreement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_answer_no_delete before delete on market_answer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_answer_no_update before update on market_answer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_complaint_no_delete before delete on market_complaint begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_complaint_no_update before update on market_complaint begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_delivery_no_delete before delete on market_delivery begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_delivery_no_update before update on market_delivery begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_file_no_delete before delete on market_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_file_no_update before update on market_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_inspection_no_delete before delete on market_inspection begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_inspection_no_update before update on market_inspection begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_product_no_delete before delete on market_product begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_product_no_update before update on market_product begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_reference_no_delete before delete on market_reference begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_reference_no_update before update on market_reference begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_rule_no_delete before delete on market_rule begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_rule_no_update before update on market_rule begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_sale_no_delete before delete on market_sale begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_sale_no_update before update on market_sale begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_supplier_no_delete before delete on market_supplier begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_supplier_no_update before update on market_supplier begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_supplier_phone_no_delete before delete on market_supplier_phone begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_supplier_phone_no_update before update on market_supplier_phone begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_void_no_delete before delete on market_void begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_void_no_update before update on market_void begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_waste_no_delete before delete on market_waste begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER market_waste_no_update before update on market_waste begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER meter_ends_once before update on meter
when old.to_on is not null or new.meter_id <> old.meter_id or new.fee_item_id <> old.fee_item_id or new.home_id <> old.home_id or new.from_on <> old.from_on
  or (old.meter_no <> '' and new.meter_no <> old.meter_no)
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER meter_no_delete before delete on meter begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER meter_bill_no_delete before delete on meter_bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER meter_bill_no_update before update on meter_bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_block_no_delete before delete on parking_block begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_charge_no_delete before delete on parking_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_charge_no_update before update on parking_charge begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_charge_part_no_delete before delete on parking_charge_part begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_charge_part_no_update before update on parking_charge_part begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_decision_no_delete before delete on parking_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_decision_no_update before update on parking_decision begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_price_no_delete before delete on parking_price begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_price_no_update before update on parking_price begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_space_no_delete before delete on parking_space begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_subsidy_return_no_delete before delete on parking_subsidy_return begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER parking_subsidy_return_no_update before update on parking_subsidy_return begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_no_delete before delete on payment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_no_update before update on payment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_invoice_no_delete before delete on payment_invoice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_invoice_no_update before update on payment_invoice begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_line_moves_bills after insert on payment_line begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(p.received_on, 1, 7) as on_month, p.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, l.amount_fen as collected_fen
    from payment_line l join payment p on p.payment_no = l.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where l.payment_no = new.payment_no and l.line = new.line and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < p.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(p.received_on, 1, 7) as on_month, p.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, l.amount_fen as collected_fen
    from payment_line l join payment p on p.payment_no = l.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where l.payment_no = new.payment_no and l.line = new.line and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < p.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (new.bill_id);
end;

CREATE TRIGGER payment_line_no_delete before delete on payment_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_line_no_update before update on payment_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_reversal_moves_bills after insert on payment_reversal begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(v.on_date, 1, 7) as on_month, v.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from payment_reversal v join payment_line l on l.payment_no = v.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where v.payment_no = new.payment_no and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < v.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(v.on_date, 1, 7) as on_month, v.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from payment_reversal v join payment_line l on l.payment_no = v.payment_no join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where v.payment_no = new.payment_no and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < v.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (select bill_id from payment_line where payment_no = new.payment_no);
end;

CREATE TRIGGER payment_reversal_no_delete before delete on payment_reversal begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_reversal_no_update before update on payment_reversal begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER period_event_no_delete before delete on period_event begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER period_event_no_update before update on period_event begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_no_delete before delete on posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_no_update before update on posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_sealed before insert on posting
when exists (select 1 from entry where entry_id = new.entry_id)
begin select raise(abort, 'ENTRY_SEALED'); end;

CREATE TRIGGER prepayment_use_moves_bills after insert on prepayment_use begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, u.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, u.amount_fen as collected_fen
    from prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id join home h on h.home_id = b.home_id where u.entry_id = new.entry_id and u.bill_id = new.bill_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < u.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(e.on_date, 1, 7) as on_month, u.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, u.amount_fen as collected_fen
    from prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id join home h on h.home_id = b.home_id where u.entry_id = new.entry_id and u.bill_id = new.bill_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < u.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (new.bill_id);
end;

CREATE TRIGGER prepayment_use_no_delete before delete on prepayment_use begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER prepayment_use_no_update before update on prepayment_use begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER promotion_no_delete before delete on promotion begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER promotion_no_update before update on promotion begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER reading_no_delete before delete on reading begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER reading_no_update before update on reading begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_print_no_delete before delete on receipt_print begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_print_no_update before update on receipt_print begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_series_no_delete before delete on receipt_series begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_series_runs before update on receipt_series when new.last_no <= old.last_no
begin select raise(abort, 'RECEIPT_NO_REUSED'); end;

CREATE TRIGGER reduction_moves_bills after insert on reduction begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(r.on_date, 1, 7) as on_month, r.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, r.amount_fen as reduced_fen, 0 as collected_fen
    from reduction r join bill b on b.bill_id = r.bill_id join home h on h.home_id = b.home_id where r.reduction_id = new.reduction_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < r.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(r.on_date, 1, 7) as on_month, r.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, r.amount_fen as reduced_fen, 0 as collected_fen
    from reduction r join bill b on b.bill_id = r.bill_id join home h on h.home_id = b.home_id where r.reduction_id = new.reduction_id and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < r.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (new.bill_id);
end;

CREATE TRIGGER reduction_no_delete before delete on reduction begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER reduction_no_update before update on reduction begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER refund_no_delete before delete on refund begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER refund_no_update before update on refund begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER refund_line_moves_bills after insert on refund_line begin
  insert into document_tally (fee_item_id, month, building, on_month, billed_fen, cancelled_fen, reduced_fen, collected_fen) select fee_item_id, month, building, on_month, sum(billed_fen), sum(cancelled_fen), sum(reduced_fen), sum(collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(f.on_date, 1, 7) as on_month, f.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from refund_line l join refund f on f.refund_id = l.refund_id join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where l.refund_id = new.refund_id and l.line = new.line and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < f.entry_id)) where true group by fee_item_id, month, building, on_month
    on conflict (fee_item_id, month, building, on_month) do update set billed_fen = billed_fen + excluded.billed_fen, cancelled_fen = cancelled_fen + excluded.cancelled_fen, reduced_fen = reduced_fen + excluded.reduced_fen, collected_fen = collected_fen + excluded.collected_fen;
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, document_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) from (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building, substr(f.on_date, 1, 7) as on_month, f.entry_id as entry_id, 0 as billed_fen, 0 as cancelled_fen, 0 as reduced_fen, -l.amount_fen as collected_fen
    from refund_line l join refund f on f.refund_id = l.refund_id join bill b on b.bill_id = l.bill_id join home h on h.home_id = b.home_id where l.refund_id = new.refund_id and l.line = new.line and not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < f.entry_id)) where true group by bill_id
    on conflict (bill_id) do update set document_fen = document_fen + excluded.document_fen;
  delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (new.bill_id);
end;

CREATE TRIGGER refund_line_no_delete before delete on refund_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER refund_line_no_update before update on refund_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER shift_closed_once before update on shift
when old.closed_at is not null or new.closed_at is null or new.user_id <> old.user_id or new.user_name <> old.user_name
  or new.opened_at <> old.opened_at or new.opened_on <> old.opened_on or new.float_fen <> old.float_fen or new.from_entry <> old.from_entry
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER shift_no_delete before delete on shift begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_no_delete before delete on statement begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_stands before update on statement when old.published_at is not null or new.kind <> old.kind or new.from_month <> old.from_month or new.to_month <> old.to_month or new.number <> old.number or new.version <> old.version
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_file_no_delete before delete on statement_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_file_no_update before update on statement_file begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_note_no_delete before delete on statement_note begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_note_no_update before update on statement_note begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_objection_no_delete before delete on statement_objection begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_objection_no_update before update on statement_objection begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_objection_answer_no_delete before delete on statement_objection_answer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_objection_answer_no_update before update on statement_objection_answer begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_paper_no_delete before delete on statement_paper begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_paper_no_update before update on statement_paper begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_photo_no_delete before delete on statement_photo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_photo_no_update before update on statement_photo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_no_delete before delete on statement_posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_no_update before update on statement_posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_end_no_delete before delete on statement_posting_end begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_end_no_update before update on statement_posting_end begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_photo_no_delete before delete on statement_posting_photo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_posting_photo_no_update before update on statement_posting_photo begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_setting_no_delete before delete on statement_setting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER statement_setting_no_update before update on statement_setting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER vacancy_decided_once before update on vacancy when old.state <> 'pending' begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER vacancy_no_delete before delete on vacancy begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER vehicle_no_delete before delete on vehicle begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER vehicle_stands before update on vehicle
when new.vehicle_id <> old.vehicle_id or new.plate <> old.plate or new.home_id <> old.home_id or new.from_on <> old.from_on
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER visitor_voucher_no_delete before delete on visitor_voucher begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER visitor_voucher_once before update on visitor_voucher
when new.voucher_id <> old.voucher_id or new.voucher_no <> old.voucher_no or new.home_id <> old.home_id or new.hours <> old.hours or new.valid_from <> old.valid_from or new.valid_through <> old.valid_through or new.plate <> old.plate
  or old.used_at is not null or old.withdrawn_at is not null
begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER waiver_decided_once before update on waiver when old.state <> 'pending' begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER waiver_no_delete before delete on waiver begin select raise(abort, 'APPEND_ONLY'); end;

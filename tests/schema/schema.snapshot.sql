CREATE TABLE account (
  account text primary key,
  name text not null
) strict, without rowid;

CREATE TABLE audit (
  audit_id integer primary key,
  at text not null,
  user_id integer references user,
  endpoint text not null,
  input text not null
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
  entry_id integer not null references entry deferrable initially deferred,
  unique (month, fee_item_id, home_id, version),
  check (from_on <= to_on)
) strict;

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
) strict;

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
) strict;

CREATE TABLE occupancy (
  home_id integer not null references home,
  person_id integer not null references person,
  role text not null check (role in ('owner', 'tenant')),
  from_on text not null,
  to_on text,
  primary key (home_id, person_id, role, from_on)
) strict, without rowid;

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
) strict;

CREATE TABLE person (
  person_id integer primary key,
  name text not null,
  phone text not null,
  phone_tail text not null,
  initials text not null,
  unique (name, phone)
) strict;

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

CREATE INDEX bill_entry on bill (entry_id);

CREATE INDEX bill_home on bill (home_id, from_on);

CREATE INDEX entry_on_date on entry (on_date);

CREATE INDEX home_compact on home (compact);

CREATE INDEX home_room on home (room);

CREATE INDEX occupancy_person on occupancy (person_id);

CREATE INDEX payment_home on payment (home_id, payment_no);

CREATE INDEX payment_registered_on on payment (registered_on, payment_no);

CREATE INDEX payment_transaction_no on payment (transaction_no) where transaction_no is not null;

CREATE INDEX payment_line_bill on payment_line (bill_id);

CREATE INDEX person_initials on person (initials);

CREATE INDEX person_phone_tail on person (phone_tail);

CREATE INDEX person_phones on person (phone) where instr(phone, '/') > 0;

CREATE INDEX posting_account on posting (account, fund, on_date, entry_id, line, amount_fen);

CREATE INDEX posting_bill on posting (bill_id, account, amount_fen) where bill_id is not null;

CREATE INDEX posting_home on posting (home_id, account, amount_fen) where home_id is not null;

CREATE INDEX receipt_print_payment on receipt_print (payment_no);

CREATE TRIGGER audit_no_delete before delete on audit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER audit_no_update before update on audit begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bill_no_delete before delete on bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER bill_no_update before update on bill begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER entry_balances before insert on entry begin
  select raise(abort, 'ENTRY_EMPTY') where not exists (select 1 from posting where entry_id = new.entry_id);
  select raise(abort, 'ENTRY_NOT_BALANCED')
    where exists (select 1 from posting where entry_id = new.entry_id group by fund having sum(amount_fen) <> 0);
  select raise(abort, 'ENTRY_DATES_DIFFER')
    where exists (select 1 from posting where entry_id = new.entry_id and on_date <> new.on_date);
end;

CREATE TRIGGER entry_no_delete before delete on entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER entry_no_update before update on entry begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_no_delete before delete on payment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_no_update before update on payment begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_line_no_delete before delete on payment_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_line_no_update before update on payment_line begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_reversal_no_delete before delete on payment_reversal begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER payment_reversal_no_update before update on payment_reversal begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_no_delete before delete on posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_no_update before update on posting begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER posting_sealed before insert on posting
when exists (select 1 from entry where entry_id = new.entry_id)
begin select raise(abort, 'ENTRY_SEALED'); end;

CREATE TRIGGER receipt_print_no_delete before delete on receipt_print begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_print_no_update before update on receipt_print begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_series_no_delete before delete on receipt_series begin select raise(abort, 'APPEND_ONLY'); end;

CREATE TRIGGER receipt_series_runs before update on receipt_series when new.last_no <= old.last_no
begin select raise(abort, 'RECEIPT_NO_REUSED'); end;

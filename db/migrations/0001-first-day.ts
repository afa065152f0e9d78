/** Tables of the first day: estate, users, homes, fee items, bills, payments, journal. */
export const firstDay = {
  name: '0001-first-day',
  sql: `
create table estate (
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

create table user (
  user_id integer primary key,
  name text not null unique,
  role text not null check (role in ('manager', 'cashier', 'office', 'auditor')),
  password_hash text not null,
  active integer not null check (active in (0, 1)),
  failures integer not null default 0 check (failures >= 0),
  blocked_until text,
  created_at text not null
) strict;

create table audit (
  audit_id integer primary key,
  at text not null,
  user_id integer references user,
  endpoint text not null,
  input text not null
) strict;

create table home (
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
create index home_compact on home (compact);
create index home_room on home (room);

create table person (
  person_id integer primary key,
  name text not null,
  phone text not null,
  phone_tail text not null,
  initials text not null,
  unique (name, phone)
) strict;
create index person_phone_tail on person (phone_tail);
create index person_initials on person (initials);
create index person_phones on person (phone) where instr(phone, '/') > 0;

create table occupancy (
  home_id integer not null references home,
  person_id integer not null references person,
  role text not null check (role in ('owner', 'tenant')),
  from_on text not null,
  to_on text,
  primary key (home_id, person_id, role, from_on)
) strict, without rowid;
create index occupancy_person on occupancy (person_id);

create table account (
  account text primary key,
  name text not null
) strict, without rowid;

create table fee_item (
  fee_item_id integer primary key,
  code text not null unique,
  name text not null,
  fund text not null check (fund in ('property', 'common', 'agency', 'deposit', 'maintenance')),
  account text not null references account
) strict;

create table fee_rate (
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  rate_e4 integer not null check (rate_e4 > 0),
  primary key (fee_item_id, home_id, from_on)
) strict, without rowid;

create table entry (
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
create index entry_on_date on entry (on_date);

create table posting (
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
create index posting_account on posting (account, fund, on_date, entry_id, line, amount_fen);
create index posting_home on posting (home_id, account, amount_fen) where home_id is not null;
create index posting_bill on posting (bill_id, account, amount_fen) where bill_id is not null;

create table bill (
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
create index bill_home on bill (home_id, from_on);
create index bill_entry on bill (entry_id);

create table receipt_series (
  series text not null,
  year integer not null,
  last_no integer not null check (last_no > 0),
  primary key (series, year)
) strict, without rowid;

create table payment (
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
create index payment_home on payment (home_id, payment_no);
create index payment_registered_on on payment (registered_on, payment_no);
create index payment_transaction_no on payment (transaction_no) where transaction_no is not null;

create table payment_line (
  payment_no integer not null references payment,
  line integer not null,
  bill_id integer not null references bill,
  amount_fen integer not null check (amount_fen > 0),
  paid_before_fen integer not null check (paid_before_fen >= 0),
  primary key (payment_no, line)
) strict, without rowid;
create index payment_line_bill on payment_line (bill_id);

create table payment_reversal (
  payment_no integer primary key references payment,
  reversal_no text not null unique,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null unique references entry
) strict;

create table receipt_print (
  print_id integer primary key,
  payment_no integer not null references payment,
  at text not null,
  user_id integer references user,
  paper text not null
) strict;
create index receipt_print_payment on receipt_print (payment_no);

-- An entry is sealed by its own row: postings come first, the entry closes them, and then nothing moves.
create trigger posting_sealed before insert on posting
when exists (select 1 from entry where entry_id = new.entry_id)
begin select raise(abort, 'ENTRY_SEALED'); end;

create trigger entry_balances before insert on entry begin
  select raise(abort, 'ENTRY_EMPTY') where not exists (select 1 from posting where entry_id = new.entry_id);
  select raise(abort, 'ENTRY_NOT_BALANCED')
    where exists (select 1 from posting where entry_id = new.entry_id group by fund having sum(amount_fen) <> 0);
  select raise(abort, 'ENTRY_DATES_DIFFER')
    where exists (select 1 from posting where entry_id = new.entry_id and on_date <> new.on_date);
end;

${['entry', 'posting', 'bill', 'payment', 'payment_line', 'payment_reversal', 'receipt_print', 'audit']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}

create trigger receipt_series_runs before update on receipt_series when new.last_no <= old.last_no
begin select raise(abort, 'RECEIPT_NO_REUSED'); end;
create trigger receipt_series_no_delete before delete on receipt_series begin select raise(abort, 'APPEND_ONLY'); end;

insert into account (account, name) values
  ('1001', '库存现金'), ('1002', '银行存款'), ('1002.01', '银行存款—基本户'), ('1002.02', '银行存款—公共收益专户'),
  ('1012', '其他货币资金'), ('1012.01', '其他货币资金—微信'), ('1012.02', '其他货币资金—支付宝'),
  ('1122', '应收账款'), ('2203', '预收账款'), ('2241', '其他应付款'), ('2241.01', '其他应付款—押金'),
  ('2241.02', '其他应付款—代收代付'), ('2241.03', '其他应付款—公共收益'), ('3999', '期初平衡'),
  ('5001', '主营业务收入'), ('5051', '其他业务收入'), ('5301', '营业外收入'),
  ('5401', '主营业务成本'), ('5402', '其他业务成本'), ('5711', '营业外支出');

insert into fee_item (fee_item_id, code, name, fund, account) values
  (1, 'property', '物业费', 'property', '5001'),
  (2, 'opening', '期初欠费', 'property', '3999');
`,
};

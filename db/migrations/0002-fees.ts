/** Fees, complete: item versions, reductions, late fees, pools, undo of every kind, deposits, invoice marks. */
export const feesComplete = {
  name: '0002-fees',
  sql: `
alter table estate add column late_fee_rate_e6 integer not null default 0 check (late_fee_rate_e6 between 0 and 100000);
alter table estate add column late_fee_grace_days integer not null default 0 check (late_fee_grace_days between 0 and 365);
alter table estate add column late_fee_cap_permille integer not null default 1000 check (late_fee_cap_permille between 0 and 10000);

create table fee_version (
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

create table fee_scope_rate (
  fee_version_id integer not null references fee_version,
  scope text not null check (scope in ('building', 'type', 'home')),
  key text not null check (length(key) > 0),
  rate_e4 integer not null check (rate_e4 > 0),
  primary key (fee_version_id, scope, key)
) strict, without rowid;

alter table bill add column basis text not null default 'area' check (basis in ('area', 'home', 'meter', 'pool', 'once', 'opening', 'late'));
alter table bill add column fee_version_id integer references fee_version;
alter table bill add column months integer not null default 1 check (months > 0);
alter table bill add column quantity_e4 integer check (quantity_e4 >= 0);
alter table bill add column note text not null default '';

create table bill_cancel (
  bill_id integer primary key references bill,
  on_date text not null,
  reason text not null check (length(reason) > 0),
  payment_no integer references payment,
  user_id integer references user,
  user_name text not null,
  at text not null,
  entry_id integer not null references entry deferrable initially deferred
) strict;

create table pool (
  fee_item_id integer not null references fee_item,
  month text not null,
  amount_fen integer not null check (amount_fen > 0),
  note text not null,
  user_id integer references user,
  at text not null,
  primary key (fee_item_id, month)
) strict, without rowid;

create table reduction (
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
create index reduction_bill on reduction (bill_id);

create table waiver (
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
create index waiver_state on waiver (state, waiver_id);
create index waiver_bill on waiver (bill_id);

create table vacancy (
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
create index vacancy_home on vacancy (home_id, state, from_on);
create index vacancy_state on vacancy (state, vacancy_id);

create table promotion (
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

alter table payment add column bonus_fen integer not null default 0 check (bonus_fen >= 0);
alter table payment add column promotion_id integer references promotion;
alter table payment_reversal add column kind text not null default 'reversal' check (kind in ('void', 'reversal', 'refund'));
create index payment_reversal_on_date on payment_reversal (on_date);

create table late_charge (
  bill_id integer primary key references bill,
  of_bill_id integer not null references bill,
  payment_no integer references payment deferrable initially deferred,
  from_on text not null,
  to_on text not null check (to_on >= from_on),
  principal_fen integer not null check (principal_fen > 0),
  days integer not null check (days > 0),
  rate_e6 integer not null check (rate_e6 > 0)
) strict;
create index late_charge_of on late_charge (of_bill_id);
create index late_charge_payment on late_charge (payment_no) where payment_no is not null;

create table refund (
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
create index refund_payment on refund (payment_no) where payment_no is not null;
create index refund_home on refund (home_id);
create index refund_on_date on refund (on_date);

create table refund_line (
  refund_id integer not null references refund,
  line integer not null,
  bill_id integer not null references bill,
  amount_fen integer not null check (amount_fen > 0),
  primary key (refund_id, line)
) strict, without rowid;
create index refund_line_bill on refund_line (bill_id);

create table prepayment_use (
  entry_id integer not null references entry deferrable initially deferred,
  bill_id integer not null references bill,
  home_id integer not null references home,
  fund text not null,
  amount_fen integer not null check (amount_fen <> 0),
  primary key (entry_id, bill_id)
) strict, without rowid;
create index prepayment_use_bill on prepayment_use (bill_id, amount_fen);
create index prepayment_use_home on prepayment_use (home_id);
insert into prepayment_use (entry_id, bill_id, home_id, fund, amount_fen)
  select p.entry_id, p.bill_id, p.home_id, p.fund, -sum(p.amount_fen) from entry e join posting p using (entry_id)
  where e.kind in ('prepayment-use', 'prepayment-return') and p.account = '1122' and p.bill_id is not null
  group by p.entry_id, p.bill_id having sum(p.amount_fen) <> 0;

create table deposit (
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
create index deposit_home on deposit (home_id);
create index deposit_registered_on on deposit (registered_on);
create index deposit_transaction_no on deposit (transaction_no) where transaction_no is not null;

create table deposit_return (
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
create index deposit_return_deposit on deposit_return (deposit_no);
create index deposit_return_on_date on deposit_return (on_date);

create table payment_invoice (
  payment_no integer primary key references payment,
  invoice_no text not null unique check (length(invoice_no) > 0),
  invoiced_on text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

${['bill_cancel', 'reduction', 'late_charge', 'refund', 'refund_line', 'prepayment_use', 'deposit', 'deposit_return', 'payment_invoice', 'promotion', 'fee_version', 'fee_scope_rate']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
${['waiver', 'vacancy']
  .map((table) => `create trigger ${table}_decided_once before update on ${table} when old.state <> 'pending' begin select raise(abort, 'APPEND_ONLY'); end;
create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)
  .join('\n')}

insert into account (account, name) values
  ('5001.91', '主营业务收入—空置优惠'), ('5001.92', '主营业务收入—减免'), ('5001.93', '主营业务收入—预缴优惠'), ('5603', '财务费用');

insert into fee_item (fee_item_id, code, name, fund, account) values (3, 'late', '违约金', 'property', '5301');
insert into fee_version (fee_version_id, fee_item_id, from_on, basis, cycle, vacancy, late_fee, created_at)
  values (1, 1, '1900-01-01', 'area', 'month', 1, 1, '1970-01-01T00:00:00.000Z');

drop trigger bill_no_update;
update bill set basis = case fee_item_id when 2 then 'opening' else 'area' end, fee_version_id = case fee_item_id when 1 then 1 end;
create trigger bill_no_update before update on bill begin select raise(abort, 'APPEND_ONLY'); end;
`,
};

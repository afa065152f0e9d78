const kept = ['charging_account', 'charging_topup', 'charging_payback', 'charging_product', 'charging_charge', 'charging_cover', 'charging_billed', 'charging_adjustment'];

/** Money paid ahead for e-bikes: accounts and their cards, free quotas and monthly cards, and sessions that the office bills itself. */
export const chargingAccounts = {
  name: '0018-charging-accounts',
  sql: `
-- Whom users pay: the platform, which owes us, or the office, which has their money already or bills their homes.
alter table charging_platform add column collects text not null default 'platform' check (collects in ('platform', 'office'));

create table charging_account (
  account_id integer primary key,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

-- Whose account it is, as it was written last.
create table charging_holder (
  account_id integer primary key references charging_account,
  holder text not null check (length(holder) > 0),
  phone text not null,
  home_id integer references home
) strict;
create index charging_holder_home on charging_holder (home_id) where home_id is not null;

-- A lost card is ended and another one carries the account on.
create table charging_card (
  card_no text primary key check (length(card_no) > 0),
  account_id integer not null references charging_account,
  ended_on text check (length(ended_on) = 10),
  note text not null default '',
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index charging_card_account on charging_card (account_id);

create table charging_topup (
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
create index charging_topup_account on charging_topup (account_id);
create index charging_topup_transaction_no on charging_topup (transaction_no) where transaction_no is not null;
create index charging_topup_registered_on on charging_topup (registered_on);

-- What goes back of a top-up, the way it came.
create table charging_payback (
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
create index charging_payback_topup on charging_payback (topup_no);
create index charging_payback_on on charging_payback (on_date);

-- A monthly card is bought from the balance and covers energy for some days; a free quota is granted and covers energy of each month.
create table charging_product (
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

create table charging_plan (
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
create index charging_plan_account on charging_plan (account_id, from_on);

-- Who pays a session that the office bills: an account, at once, or a home, by a bill. Amounts are those after what plans cover.
create table charging_charge (
  session_id integer primary key references charging_session,
  account_id integer references charging_account,
  home_id integer references home,
  amount_fen integer not null check (amount_fen >= 0),
  discount_fen integer not null check (discount_fen >= 0),
  check ((account_id is null) <> (home_id is null)),
  check (home_id is null or discount_fen = 0)
) strict;
create index charging_charge_account on charging_charge (account_id, session_id) where account_id is not null;
create index charging_charge_home on charging_charge (home_id, session_id) where home_id is not null;

create table charging_cover (
  session_id integer not null references charging_charge,
  plan_id integer not null references charging_plan,
  energy integer not null check (energy > 0),
  discount_fen integer not null check (discount_fen >= 0),
  primary key (session_id, plan_id)
) strict, without rowid;
create index charging_cover_plan on charging_cover (plan_id);

-- The bills that a home's sessions went into; energy charge, service fee and extras are bills of their own. A cancelled bill leaves its part to be billed again.
create table charging_billed (
  session_id integer not null references charging_charge,
  bill_id integer not null references bill,
  part text not null check (part in ('energy', 'service', 'extra')),
  primary key (session_id, bill_id)
) strict, without rowid;
create index charging_billed_bill on charging_billed (bill_id);

-- What a correction or refund of such a session gave back (below zero) or took: of the account or the home, and of what plans had taken off.
create table charging_adjustment (
  change_id integer primary key references charging_change,
  session_id integer not null references charging_charge,
  amount_fen integer not null,
  discount_fen integer not null
) strict;
create index charging_adjustment_session on charging_adjustment (session_id);

${kept.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
${['charging_card', 'charging_plan', 'charging_holder'].map((table) => `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
create trigger charging_card_stands before update on charging_card when old.ended_on is not null or new.card_no <> old.card_no or new.account_id <> old.account_id begin select raise(abort, 'APPEND_ONLY'); end;
create trigger charging_plan_stands before update on charging_plan
when old.to_on is not null or new.account_id <> old.account_id or new.product_id <> old.product_id or new.from_on <> old.from_on or new.price_fen <> old.price_fen or new.entry_id is not old.entry_id begin select raise(abort, 'APPEND_ONLY'); end;
create trigger charging_platform_stands before update on charging_platform
when new.name <> old.name or (new.collects <> old.collects and exists (select 1 from charging_session s where s.platform_id = old.platform_id)) begin select raise(abort, 'APPEND_ONLY'); end;

insert into account (account, name) values
  ('1122.02', '应收账款—充电待出账'), ('2203.01', '预收账款—充电预存'),
  ('2241.03.16', '其他应付款—公共收益—充电月卡'), ('2241.03.17', '其他应付款—公共收益—充电优惠');

insert into fee_item (code, name, fund, account) values
  ('charging-energy', '充电电费', 'common', '1122.02'), ('charging-service', '充电服务费', 'common', '1122.02'), ('charging-extra', '充电占位与停车', 'common', '1122.02');
insert into fee_version (fee_item_id, from_on, basis, cycle, vacancy, late_fee, created_at)
  select fee_item_id, '1900-01-01', 'once', 'none', 0, 1, '1970-01-01T00:00:00.000Z' from fee_item where code like 'charging-%';
`,
};

/** The rent-free shop: its agreement, growers, deliveries, sales, reference prices, checks and complaints. Nothing of it is in the journal: no money passes through the office. */
const kept = ['market_rule', 'market_agreement', 'market_supplier', 'market_supplier_phone', 'market_product', 'market_reference', 'market_delivery', 'market_waste', 'market_file', 'market_sale', 'market_inspection', 'market_complaint', 'market_answer', 'market_void'];
const by = `user_id integer references user,
  user_name text not null,
  at text not null`;

export const market = {
  name: '0020-market',
  sql: `
-- The last row holds: how much more than was delivered may be sold, in permille, because a scale is kind and greens are wet.
create table market_rule (
  rule_id integer primary key,
  allowed_permille integer not null check (allowed_permille between 0 and 500),
  ${by}
) strict;

-- The last version of an agreement holds. Days are half-open.
create table market_agreement (
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
  ${by},
  check (from_on < to_on),
  primary key (agreement_id, version)
) strict, without rowid;

create table market_supplier (
  supplier_id integer primary key,
  name text not null check (length(name) > 0),
  village text not null check (length(village) > 0),
  ${by},
  unique (village, name)
) strict;
-- The last one holds.
create table market_supplier_phone (
  phone_id integer primary key,
  supplier_id integer not null references market_supplier,
  phone text not null,
  ${by}
) strict;
create index market_supplier_phone_supplier on market_supplier_phone (supplier_id, phone_id);

create table market_product (
  product_id integer primary key,
  name text not null unique check (length(name) > 0),
  at text not null
) strict;

-- Fen per kg, from a day on until the next; of the same day the last version holds. The shop's own price is on the board until it sells at another.
create table market_reference (
  product_id integer not null references market_product,
  from_on text not null check (length(from_on) = 10),
  version integer not null check (version > 0),
  reference_fen integer not null check (reference_fen > 0),
  shop_fen integer check (shop_fen > 0),
  source text not null,
  ${by},
  primary key (product_id, from_on, version)
) strict, without rowid;

create table market_delivery (
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
  ${by}
) strict;
create index market_delivery_day on market_delivery (on_day, delivery_id);
create index market_delivery_product on market_delivery (product_id, on_day);
create index market_delivery_supplier on market_delivery (supplier_id, on_day);

create table market_waste (
  waste_id integer primary key,
  form_id text unique,
  product_id integer not null references market_product,
  on_day text not null check (length(on_day) = 10),
  grams integer not null check (grams > 0),
  reason text not null,
  ${by}
) strict;
create index market_waste_product on market_waste (product_id, on_day);

create table market_file (
  file_id integer primary key,
  name text not null,
  digest text not null,
  ${by}
) strict;
create index market_file_digest on market_file (digest);

create table market_sale (
  sale_id integer primary key,
  /* Of a form's line, or of a scale's row; it comes once. */
  sale_key text unique,
  file_id integer references market_file,
  product_id integer not null references market_product,
  on_day text not null check (length(on_day) = 10),
  grams integer not null check (grams > 0),
  price_fen integer not null check (price_fen >= 0),
  amount_fen integer not null check (amount_fen >= 0),
  ${by}
) strict;
create index market_sale_day on market_sale (on_day, sale_id);
create index market_sale_product on market_sale (product_id, on_day);

create table market_inspection (
  inspection_id integer primary key,
  on_day text not null check (length(on_day) = 10),
  kind text not null check (kind in ('price', 'hygiene')),
  passed integer not null check (passed in (0, 1)),
  inspector text not null,
  note text not null,
  ${by}
) strict;
create index market_inspection_day on market_inspection (on_day, inspection_id);

create table market_complaint (
  complaint_id integer primary key,
  on_day text not null check (length(on_day) = 10),
  complaint text not null check (length(complaint) > 0),
  ${by}
) strict;
create table market_answer (
  complaint_id integer primary key references market_complaint,
  answer text not null check (length(answer) > 0),
  on_day text not null check (length(on_day) = 10),
  ${by}
) strict;

-- What was entered by mistake counts no more, and stays.
create table market_void (
  kind text not null check (kind in ('agreement', 'delivery', 'sale', 'waste', 'inspection', 'complaint')),
  row_id integer not null,
  reason text not null check (length(reason) > 0),
  ${by},
  primary key (kind, row_id)
) strict, without rowid;

${kept.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

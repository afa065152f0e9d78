/** Costs and other common income: vouchers with their lines, decisions and attachments; contracts with their instalments. */
const kept = ['attachment', 'cost_contract', 'cost_contract_attachment', 'cost_instalment', 'cost_voucher', 'cost_line', 'cost_attachment', 'cost_decision', 'cost_setting'];

export const costs = {
  name: '0021-costs',
  sql: `
-- Photos and PDFs, each once, within the books so that a backup has them.
create table attachment (
  digest text primary key check (length(digest) = 64),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  /* Of the file that came first. */
  name text not null,
  bytes blob not null check (length(bytes) between 1 and 10485760),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table cost_contract (
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
create index cost_contract_term on cost_contract (direction, from_on);

create table cost_contract_attachment (
  contract_id integer not null references cost_contract,
  digest text not null references attachment,
  place integer not null check (place > 0),
  primary key (contract_id, digest)
) strict, without rowid;

create table cost_instalment (
  instalment_id integer primary key,
  contract_id integer not null references cost_contract,
  no integer not null check (no > 0),
  due_on text not null check (length(due_on) = 10),
  amount_fen integer not null check (amount_fen > 0),
  unique (contract_id, no)
) strict;

create table cost_voucher (
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
create index cost_voucher_day on cost_voucher (paid_on, cost_no);
create index cost_voucher_instalment on cost_voucher (instalment_id) where instalment_id is not null;

-- What a voucher stands against, one account a line; several lines of one item are its shares.
create table cost_line (
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

create table cost_attachment (
  cost_id text not null references cost_voucher,
  digest text not null references attachment,
  place integer not null check (place > 0),
  /* What the file was called this time. */
  name text not null,
  primary key (cost_id, digest)
) strict, without rowid;

create table cost_decision (
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
create unique index cost_decided on cost_decision (cost_id) where kind <> 'reverse';

-- From which amount on a cost needs a photo or PDF; the last row holds.
create table cost_setting (
  version integer primary key,
  evidence_above_fen integer not null check (evidence_above_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

${kept.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

const KEPT = ['statement_note', 'statement_paper', 'statement_photo', 'statement_posting', 'statement_posting_photo', 'statement_posting_end', 'statement_objection', 'statement_objection_answer'];

/** Statements on the wall: what was printed, where and how long it hung, what people objected and were answered. */
export const statementPostings = {
  name: '0024-statement-postings',
  sql: `
-- What the office itself adds to the notes of a period's sheets; the last row holds, and a published sheet has its own copy.
create table statement_note (
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
create index statement_note_period on statement_note (kind, from_month, to_month, note_id);

-- A published sheet as it was first printed: its page, and the PDF of it, byte for byte.
create table statement_paper (
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

-- Pictures by their digest, each kept once.
create table statement_photo (
  digest text primary key check (length(digest) = 64),
  type text not null check (type in ('image/jpeg', 'image/png')),
  bytes blob not null
) strict;

-- A sheet that hangs somewhere; until_date is the last day that it is meant to.
create table statement_posting (
  posting_id integer primary key,
  statement_id integer not null references statement,
  place text not null check (length(place) > 0),
  from_date text not null check (length(from_date) = 10),
  until_date text not null check (length(until_date) = 10 and until_date >= from_date),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index statement_posting_statement on statement_posting (statement_id, posting_id);

create table statement_posting_photo (
  posting_id integer not null references statement_posting,
  digest text not null references statement_photo,
  at text not null,
  primary key (posting_id, digest)
) strict;

-- The last day that it hung.
create table statement_posting_end (
  posting_id integer primary key references statement_posting,
  on_date text not null check (length(on_date) = 10),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create table statement_objection (
  /* Made by the form, so that a call sent twice is kept once. */
  objection_id text primary key,
  statement_id integer not null references statement,
  on_date text not null check (length(on_date) = 10),
  what text not null check (length(what) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index statement_objection_statement on statement_objection (statement_id, on_date);

create table statement_objection_answer (
  objection_id text primary key references statement_objection,
  on_date text not null check (length(on_date) = 10),
  answer text not null check (length(answer) > 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

${KEPT.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

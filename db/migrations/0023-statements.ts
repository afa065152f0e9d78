const kept = ['statement_file', 'statement_setting'];

/** Transparency statements: drafts, and what was published, byte for byte. */
export const statements = {
  name: '0023-statements',
  sql: `
-- A draft is computed again as often as one likes; published, nothing of it moves. Superseded is what a newer version or a reopened month makes of it, and is not kept.
create table statement (
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
create unique index statement_draft on statement (kind, from_month, to_month) where published_at is null;
create index statement_number on statement (number, version);

create table statement_file (
  statement_id integer not null references statement,
  format text not null check (format in ('xlsx', 'json', 'html')),
  bytes blob not null,
  digest text not null check (length(digest) = 64),
  primary key (statement_id, format)
) strict;

-- The last row holds.
create table statement_setting (
  version integer primary key check (version > 0),
  profit_cap_permyriad integer check (profit_cap_permyriad between 0 and 10000),
  phone text not null check (length(phone) > 0),
  posting_days integer not null check (posting_days between 1 and 365),
  holidays text not null check (json_valid(holidays)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

create trigger statement_no_delete before delete on statement begin select raise(abort, 'APPEND_ONLY'); end;
create trigger statement_stands before update on statement when old.published_at is not null or new.kind <> old.kind or new.from_month <> old.from_month or new.to_month <> old.to_month or new.number <> old.number or new.version <> old.version
begin select raise(abort, 'APPEND_ONLY'); end;
${kept.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

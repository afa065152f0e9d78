/** Shifts of the cash drawer and days: what they cover, and their frozen reports. */
export const shifts = {
  name: '0005-shifts',
  sql: `
create table shift (
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
create unique index shift_open on shift (user_id) where closed_at is null;
create index shift_user on shift (user_id, to_entry);

create table day_close (
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

create table day_close_shift (
  shift_id integer primary key references shift,
  on_date text not null references day_close
) strict;
create index day_close_shift_on on day_close_shift (on_date);

-- Entries that a day counted of a user who closed no shift in it.
create table day_close_user (
  on_date text not null references day_close,
  user_id integer not null references user,
  from_entry integer not null check (from_entry >= 0),
  to_entry integer not null check (to_entry > from_entry),
  primary key (on_date, user_id)
) strict, without rowid;
create index day_close_user_user on day_close_user (user_id, to_entry);

-- A shift is opened, closed once, and then stands.
create trigger shift_closed_once before update on shift
when old.closed_at is not null or new.closed_at is null or new.user_id <> old.user_id or new.user_name <> old.user_name
  or new.opened_at <> old.opened_at or new.opened_on <> old.opened_on or new.float_fen <> old.float_fen or new.from_entry <> old.from_entry
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger shift_no_delete before delete on shift begin select raise(abort, 'APPEND_ONLY'); end;

${['day_close', 'day_close_shift', 'day_close_user']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
`,
};

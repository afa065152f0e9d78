/** What a barrier system's files say: every line as a stay or a fault, and what the desk is asked to decide on. */
export const barrier = {
  name: '0009-barrier',
  sql: `
create table barrier_file (
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

-- A line, or an entry and its exit in two lines (row and out_row). Times are the barrier's own: local, without zone.
create table barrier_stay (
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
create index barrier_stay_plate on barrier_stay (plate, coalesce(in_at, out_at));
create index barrier_stay_file on barrier_stay (file_id, row);
create index barrier_stay_lease on barrier_stay (lease_id, in_at) where lease_id is not null;
create index barrier_stay_day on barrier_stay (in_at, lease_id) where lease_id is not null;
create index barrier_stay_fault on barrier_stay (file_id, stay_id) where fault is not null and joined_to is null;
create index barrier_stay_raw on barrier_stay (raw) where raw <> '';

create table barrier_finding (
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
create index barrier_finding_day on barrier_finding (on_date, finding_id);
create index barrier_finding_open on barrier_finding (kind, on_date) where state = 'open';
create index barrier_finding_lease on barrier_finding (lease_id, on_date) where lease_id is not null;
create index barrier_finding_stay on barrier_finding (stay_id) where stay_id is not null;

${['update', 'delete'].map((verb) => `create trigger barrier_file_no_${verb} before ${verb} on barrier_file begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
${['barrier_stay', 'barrier_finding'].map((table) => `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
-- What a file said stands; a lost exit may find its stay, once.
create trigger barrier_stay_stands before update on barrier_stay
when old.joined_to is not null or new.joined_to is null or new.stay_id <> old.stay_id or new.file_id <> old.file_id or new.row <> old.row or new.out_row is not old.out_row or new.plate <> old.plate
  or new.in_at is not old.in_at or new.out_at is not old.out_at or new.lane <> old.lane or new.fault is not old.fault or new.value <> old.value or new.raw <> old.raw or new.lease_id is not old.lease_id
begin select raise(abort, 'APPEND_ONLY'); end;
-- What was found stands; it is decided once, and again only when the bill that it became was cancelled.
create trigger barrier_finding_stands before update on barrier_finding
when new.finding_id <> old.finding_id or new.file_id <> old.file_id or new.stay_id is not old.stay_id or new.kind <> old.kind or new.plate <> old.plate or new.lease_id is not old.lease_id or new.space_id is not old.space_id
  or new.home_id is not old.home_id or new.on_date <> old.on_date or new.minutes <> old.minutes or new.proposed_fen <> old.proposed_fen or old.state = 'dismissed'
  or (old.state = 'charged' and (new.state <> 'open' or not exists (select 1 from bill_cancel c where c.bill_id = old.bill_id)))
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger barrier_finding_reopens after insert on bill_cancel
begin
  update barrier_finding set state = 'open', bill_id = null, charged_fen = 0, reason = '', user_id = null, user_name = '', decided_at = null where bill_id = new.bill_id;
end;
`,
};

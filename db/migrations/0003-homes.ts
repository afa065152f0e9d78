/** Homes change hands: dated statuses, types, tenants who pay, transfers, merges. */
export const homesChangeHands = {
  name: '0003-homes',
  sql: `
create table home_status (
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  status text not null check (status in ('unsold', 'vacant', 'occupied', 'let')),
  note text not null default '',
  user_id integer references user,
  user_name text not null default '',
  at text,
  primary key (home_id, from_on)
) strict, without rowid;
insert into home_status (home_id, from_on, status) select home_id, '1900-01-01', status from home;
create trigger home_status_begins after insert on home begin
  insert into home_status (home_id, from_on, status) values (new.home_id, '1900-01-01', new.status);
end;
create trigger home_status_keeps_day before update of home_id, from_on on home_status begin select raise(abort, 'APPEND_ONLY'); end;
create trigger home_status_no_delete before delete on home_status begin select raise(abort, 'APPEND_ONLY'); end;

alter table home add column home_type text not null default 'residence' check (home_type in ('residence', 'villa', 'shop', 'office', 'garage', 'other'));
alter table home add column merged_into integer references home check (merged_into <> home_id);
alter table home add column merged_on text check (length(merged_on) = 10 and (merged_on is null) = (merged_into is null));
create index home_merged_into on home (merged_into) where merged_into is not null;
alter table occupancy add column pays integer not null default 0 check (pays in (0, 1));

create table home_merge (
  merge_id integer primary key,
  into_id integer not null references home,
  on_date text not null,
  homes text not null,
  area_before_dm2 integer not null check (area_before_dm2 > 0),
  area_after_dm2 integer not null check (area_after_dm2 > 0),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index home_merge_into on home_merge (into_id, on_date);

create table home_transfer (
  transfer_id integer primary key,
  home_id integer not null references home,
  on_date text not null check (length(on_date) = 10),
  from_names text not null,
  to_names text not null check (length(to_names) > 0),
  arrears text not null check (arrears in ('seller', 'buyer')),
  prepayment text not null check (prepayment in ('buyer', 'refund')),
  open_fen integer not null check (open_fen >= 0),
  prepaid_fen integer not null check (prepaid_fen >= 0),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index home_transfer_home on home_transfer (home_id, on_date);

create table home_transfer_person (
  transfer_id integer not null references home_transfer,
  side text not null check (side in ('seller', 'buyer')),
  person_id integer not null references person,
  primary key (transfer_id, side, person_id)
) strict, without rowid;

${['home_merge', 'home_transfer', 'home_transfer_person']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
`,
};

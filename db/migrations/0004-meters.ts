/** Meters of homes, their readings, and the readings that each metered bill was based on. */
export const meters = {
  name: '0004-meters',
  sql: `
create table meter (
  meter_id integer primary key,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  meter_no text not null,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on)
) strict;
create unique index meter_living on meter (fee_item_id, home_id) where to_on is null;
create index meter_home on meter (home_id, fee_item_id);

create table reading (
  reading_id integer primary key,
  meter_id integer not null references meter,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  place integer not null check (place <= reading_id),
  read_on text not null check (length(read_on) = 10),
  value_e4 integer not null check (value_e4 >= 0),
  kind text not null check (kind in ('base', 'normal', 'final')),
  replaces integer unique references reading,
  source text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (replaces is not null or place = reading_id)
) strict;
create index reading_home on reading (fee_item_id, home_id, place);

create table meter_bill (
  bill_id integer primary key references bill,
  fee_item_id integer not null references fee_item,
  home_id integer not null references home,
  from_place integer not null,
  to_place integer not null check (to_place > from_place),
  from_reading integer not null references reading,
  to_reading integer not null references reading
) strict;
create index meter_bill_home on meter_bill (fee_item_id, home_id, to_place);

create trigger meter_ends_once before update on meter
when old.to_on is not null or new.meter_id <> old.meter_id or new.fee_item_id <> old.fee_item_id or new.home_id <> old.home_id or new.from_on <> old.from_on
  or (old.meter_no <> '' and new.meter_no <> old.meter_no)
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger meter_no_delete before delete on meter begin select raise(abort, 'APPEND_ONLY'); end;
${['reading', 'meter_bill']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
`,
};

/** Cars of homes and companies, and vouchers for those of their visitors. */
export const vehicles = {
  name: '0010-vehicles',
  sql: `
-- Whose car it is from a day on; one account at a time. Half-open.
create table vehicle (
  vehicle_id integer primary key,
  plate text not null check (length(plate) > 0),
  energy text not null check (energy in ('blue', 'green')),
  home_id integer not null references home,
  from_on text not null check (length(from_on) = 10),
  to_on text check (to_on >= from_on),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create unique index vehicle_present on vehicle (plate) where to_on is null;
create index vehicle_plate on vehicle (plate, from_on);
create index vehicle_home on vehicle (home_id);

create table visitor_voucher (
  voucher_id integer primary key,
  voucher_no text not null unique,
  home_id integer not null references home,
  hours integer not null check (hours between 1 and 168),
  valid_from text not null check (length(valid_from) = 10),
  /* The last day on which it can be used. */
  valid_through text not null check (valid_through >= valid_from),
  /* '' fits every car. */
  plate text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  used_plate text,
  used_on text,
  used_at text,
  used_by text,
  withdrawn_reason text check (length(withdrawn_reason) > 0),
  withdrawn_by text,
  withdrawn_at text,
  check ((used_at is null) = (used_plate is null) and (used_at is null) = (used_on is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (used_at is null or withdrawn_at is null)
) strict;
create index visitor_voucher_home on visitor_voucher (home_id, voucher_id);
create index visitor_voucher_used on visitor_voucher (used_plate, used_on) where used_at is not null;

${['vehicle', 'visitor_voucher'].map((table) => `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
create trigger vehicle_stands before update on vehicle
when new.vehicle_id <> old.vehicle_id or new.plate <> old.plate or new.home_id <> old.home_id or new.from_on <> old.from_on
begin select raise(abort, 'APPEND_ONLY'); end;
create trigger visitor_voucher_once before update on visitor_voucher
when new.voucher_id <> old.voucher_id or new.voucher_no <> old.voucher_no or new.home_id <> old.home_id or new.hours <> old.hours or new.valid_from <> old.valid_from or new.valid_through <> old.valid_through or new.plate <> old.plate
  or old.used_at is not null or old.withdrawn_at is not null
begin select raise(abort, 'APPEND_ONLY'); end;
`,
};

/** What the sub-meters of chargers showed, and what the grid charged for a month. */
export const chargingMeters = {
  name: '0014-charging-meters',
  sql: `
create table charging_reading (
  reading_id integer primary key,
  meter_id integer not null references charging_meter,
  /* '' for the register of all periods together. */
  period text not null,
  /* Seconds since 1970, UTC. */
  read_at integer not null,
  /* What the register showed, in 0.0001 kWh. */
  energy integer not null check (energy >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  unique (meter_id, period, read_at)
) strict;

-- A month's bill again replaces the one before: the last version counts, all stay.
create table charging_grid_bill (
  month text not null check (length(month) = 7),
  version integer not null check (version > 0),
  period text not null,
  energy integer not null check (energy >= 0),
  cost_fen integer not null check (cost_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null,
  primary key (month, version, period)
) strict, without rowid;

${['charging_reading', 'charging_grid_bill'].flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

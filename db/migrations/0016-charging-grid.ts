/** What the grid charges: each version of a month's bill with its entry, and the grid's prices of a kWh by versions. */
export const chargingGrid = {
  name: '0016-charging-grid',
  sql: `
-- Bills that were entered before this table are in no entry, until they are entered again.
create table charging_grid_entry (
  month text not null check (length(month) = 7),
  version integer not null check (version > 0),
  /* Null for a bill of nothing. */
  entry_id integer unique references entry,
  primary key (month, version)
) strict, without rowid;

create table charging_grid_price (
  version integer primary key check (version > 0),
  from_on text not null check (length(from_on) = 10),
  variants text not null check (json_valid(variants)),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;

${['charging_grid_entry', 'charging_grid_price'].flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}

insert into account (account, name) values ('2241.03.19', '其他应付款—公共收益—充电用电成本');
`,
};

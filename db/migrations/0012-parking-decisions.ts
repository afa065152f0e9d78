/** Decisions of the owners on parking prices, with the year that each was decided on. */
export const parkingDecisions = {
  name: '0012-parking-decisions',
  sql: `
create table parking_decision (
  decision_id integer primary key,
  -- Its prices; they are a version of parking_price.
  from_on text not null unique references parking_price (from_on),
  market_fen integer not null check (market_fen >= 0),
  resident_fen integer not null check (resident_fen between 0 and market_fen),
  daytime_fen integer not null check (daytime_fen >= 0),
  -- Share of the common spaces let by day, in millionths.
  share_e6 integer not null check (share_e6 between 0 and 1000000),
  resolution_no text not null check (length(resolution_no) > 0),
  resolution_on text check (length(resolution_on) = 10),
  note text not null,
  -- What the year was computed on.
  common_spaces integer not null check (common_spaces >= 0),
  resident_leases integer not null check (resident_leases >= 0),
  year_daytime_fen integer not null check (year_daytime_fen >= 0),
  year_subsidy_fen integer not null check (year_subsidy_fen >= 0),
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
${['update', 'delete'].map((verb) => `create trigger parking_decision_no_${verb} before ${verb} on parking_decision begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
`,
};

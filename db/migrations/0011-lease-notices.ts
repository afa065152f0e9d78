/** Notices of leases: what was written is kept as it was. */
export const leaseNotices = {
  name: '0011-lease-notices',
  sql: `
create table lease_notice (
  notice_id integer primary key,
  notice_no text not null unique,
  lease_id integer not null references lease,
  kind text not null check (kind in ('expiry', 'recall', 'price', 'end')),
  on_date text not null check (length(on_date) = 10),
  /* What the paper says, frozen as JSON. */
  facts text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index lease_notice_lease on lease_notice (lease_id, notice_id);
create trigger lease_notice_no_update before update on lease_notice begin select raise(abort, 'APPEND_ONLY'); end;
create trigger lease_notice_no_delete before delete on lease_notice begin select raise(abort, 'APPEND_ONLY'); end;
`,
};

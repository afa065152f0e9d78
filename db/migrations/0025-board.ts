/** The manager's board: who saw it last and through which entry, what accounts moved each month, and the collection rate that the office aims at. */
export const board = {
  name: '0025-board',
  sql: `
-- In permille; 0: no target is set.
alter table estate add column collection_target_permille integer not null default 0 check (collection_target_permille between 0 and 1000);

-- A user's last row tells through which entry he has seen the books.
create table board_visit (
  visit_id integer primary key,
  user_id integer not null references user,
  at text not null,
  entry_id integer not null check (entry_id >= 0)
) strict;
create index board_visit_user on board_visit (user_id, visit_id, entry_id, at);

-- Kept when an entry is sealed; ledger.verify compares it with the postings. Balances of five years are read from some thousand rows.
create table account_month (
  account text not null references account,
  fund text not null,
  month text not null check (length(month) = 7),
  amount_fen integer not null,
  primary key (account, fund, month)
) strict, without rowid;
insert into account_month (account, fund, month, amount_fen) select account, fund, substr(on_date, 1, 7), sum(amount_fen) from posting group by 1, 2, 3;

create trigger entry_moves_accounts after insert on entry begin insert into account_month (account, fund, month, amount_fen) select account, fund, substr(on_date, 1, 7), sum(amount_fen) from posting where entry_id = new.entry_id group by 1, 2, 3 on conflict (account, fund, month) do update set amount_fen = amount_fen + excluded.amount_fen; end;
${['update', 'delete'].map((verb) => `create trigger board_visit_no_${verb} before ${verb} on board_visit begin select raise(abort, 'APPEND_ONLY'); end;`).join('\n')}
create trigger account_month_no_delete before delete on account_month begin select raise(abort, 'APPEND_ONLY'); end;
`,
};

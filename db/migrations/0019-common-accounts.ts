/** Accounts of costs and of other common income, months that are closed, and what the bank says each month. */
const sources = [
  ['41', '停车（业主月租）'], ['42', '停车（日间商用）'], ['43', '停车（其他）'], ['44', '汽车充电'], ['45', '电动自行车充电'], ['46', '广告'], ['47', '通信机柜'], ['48', '场地与其他'],
] as const;
const columns = [['01', '税费'], ['02', '能耗'], ['03', '直接成本']] as const;
const costAccounts = sources.flatMap(([source, name]) => columns.map(([column, word]) => `('2241.03.${source}.${column}', '其他应付款—公共收益—${name}—${word}')`));
const nine = ['人员费用', '公共设施运行维护', '清洁卫生', '绿化养护', '秩序维护', '办公费用', '固定资产折旧', '公众责任保险', '其他约定费用'].map((name, index) => `('5401.0${index + 1}', '主营业务成本—${name}')`);
const kept = ['period_event', 'bank_balance'];

export const commonAccounts = {
  name: '0019-common-accounts',
  sql: `
insert into account (account, name) values
  ('2241.03.21', '其他应付款—公共收益—广告'), ('2241.03.22', '其他应付款—公共收益—通信机柜'), ('2241.03.23', '其他应付款—公共收益—场地与其他'),
  ${costAccounts.join(',\n  ')},
  ('2241.03.71', '其他应付款—公共收益—专户利息'), ('2241.03.72', '其他应付款—公共收益—转维修资金'), ('2241.03.73', '其他应付款—公共收益—其他支出'),
  ${nine.join(',\n  ')};

-- Months are closed in order, so one month says it all: no entry is dated in it or before. The last row holds.
create table period_event (
  event_id integer primary key,
  kind text not null check (kind in ('close', 'reopen')),
  month text not null check (length(month) = 7),
  /* The last closed month from now on; null when none is. */
  closed_through text check (length(closed_through) = 7),
  reason text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check (kind = 'close' or length(reason) > 0)
) strict;

-- What the statement of a bank account says at the end of a month, as it was entered last.
create table bank_balance (
  bank_balance_id integer primary key,
  month text not null check (length(month) = 7),
  account text not null references account,
  balance_fen integer not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index bank_balance_month on bank_balance (month, account, bank_balance_id);

create trigger entry_in_closed_month before insert on entry when substr(new.on_date, 1, 7) <= (select closed_through from period_event order by event_id desc limit 1) begin select raise(abort, 'PERIOD_CLOSED'); end;
${kept.flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`)).join('\n')}
`,
};

/**
 * What happened to bills, seen twice and apart: by the documents and by the ledger. Each view has a row for each
 * document or posting. Since a pass over six million bills takes longer than anybody waits, triggers keep their sums in
 * the same transaction: by item, month of the bill, building and month of the happening in `document_tally` and
 * `ledger_tally`, and what each bill owes, by both, in `open_bill`. `ledger.verify` compares all three with the rows.
 */
const FIGURES = ['billed_fen', 'cancelled_fen', 'reduced_fen', 'collected_fen'] as const;
type Figure = (typeof FIGURES)[number];
type Move = { from: string; on: string; where?: string; entry: string } & Partial<Record<Figure, string>>;

const HOME = 'join home h on h.home_id = b.home_id';
/** A document that comes after its bill was cancelled moves nothing: the bill's money is the home's prepayment by then. */
const LIVING = (entry: string) => `not exists (select 1 from bill_cancel k where k.bill_id = b.bill_id and k.entry_id < ${entry})`;
const before = (sum: string) => `coalesce((select sum(${sum}), 0)`;

/** What each kind of document does to a bill. A cancellation takes off what was reduced and collected before it. */
const DOCUMENTS = {
  bill: { from: `bill b join entry e on e.entry_id = b.entry_id ${HOME}`, on: 'e.on_date', entry: 'b.entry_id', billed_fen: 'b.amount_fen' },
  bill_cancel: {
    from: `bill_cancel c join bill b on b.bill_id = c.bill_id ${HOME}`, on: 'c.on_date', entry: 'c.entry_id', cancelled_fen: 'b.amount_fen',
    reduced_fen: `-${before('r.amount_fen) from reduction r where r.bill_id = c.bill_id and r.entry_id < c.entry_id')}`,
    collected_fen: `${before('l.amount_fen) from payment_reversal v join payment_line l on l.payment_no = v.payment_no where l.bill_id = c.bill_id and v.entry_id < c.entry_id')}
      + ${before('l.amount_fen) from refund_line l join refund f on f.refund_id = l.refund_id where l.bill_id = c.bill_id and f.entry_id < c.entry_id')}
      - ${before('l.amount_fen) from payment_line l join payment p on p.payment_no = l.payment_no where l.bill_id = c.bill_id and p.entry_id < c.entry_id')}
      - ${before('u.amount_fen) from prepayment_use u where u.bill_id = c.bill_id and u.entry_id < c.entry_id')}`,
  },
  reduction: { from: `reduction r join bill b on b.bill_id = r.bill_id ${HOME}`, on: 'r.on_date', where: LIVING('r.entry_id'), entry: 'r.entry_id', reduced_fen: 'r.amount_fen' },
  payment_line: { from: `payment_line l join payment p on p.payment_no = l.payment_no join bill b on b.bill_id = l.bill_id ${HOME}`, on: 'p.received_on', where: LIVING('p.entry_id'), entry: 'p.entry_id', collected_fen: 'l.amount_fen' },
  payment_reversal: { from: `payment_reversal v join payment_line l on l.payment_no = v.payment_no join bill b on b.bill_id = l.bill_id ${HOME}`, on: 'v.on_date', where: LIVING('v.entry_id'), entry: 'v.entry_id', collected_fen: '-l.amount_fen' },
  refund_line: { from: `refund_line l join refund f on f.refund_id = l.refund_id join bill b on b.bill_id = l.bill_id ${HOME}`, on: 'f.on_date', where: LIVING('f.entry_id'), entry: 'f.entry_id', collected_fen: '-l.amount_fen' },
  prepayment_use: { from: `prepayment_use u join entry e on e.entry_id = u.entry_id join bill b on b.bill_id = u.bill_id ${HOME}`, on: 'e.on_date', where: LIVING('u.entry_id'), entry: 'u.entry_id', collected_fen: 'u.amount_fen' },
} satisfies Record<string, Move>;

/**
 * What a posting to 1122 does to its bill, by the kind of its entry. An entry that cancels is made of pairs: the other
 * line of the pair tells the bill's mirror from that of a reduction and from money that becomes prepayment or returns.
 */
const PAIR = 'when e.kind = \'cancel\' then (select case when q.account = \'2203\' then \'collected\' when q.account like \'5001.9%\' then \'reduced\' else \'cancelled\' end from posting q where q.entry_id = p.entry_id and q.line = p.line + 2 * (p.line % 2) - 1)';
const WHAT = `case when e.kind in ('bill', 'opening', 'late-fee') then 'billed' when e.kind = 'reduction' then 'reduced' ${PAIR} else 'collected' end`;

const PLACE = 'b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, h.building';
const rowsOf = (move: Move, condition = '1') => `select ${PLACE}, substr(${move.on}, 1, 7) as on_month, ${move.entry} as entry_id, ${FIGURES.map((figure) => `${move[figure] ?? '0'} as ${figure}`).join(', ')}
    from ${move.from} where ${condition}${move.where ? ` and ${move.where}` : ''}`;
const documentView = Object.values(DOCUMENTS).map((move) => rowsOf(move)).join('\nunion all ');
const ledgerView = `select bill_id, home_id, fee_item_id, month, due_on, building, on_month, entry_id, case what when 'billed' then amount_fen else 0 end as billed_fen,
  ${FIGURES.slice(1).map((figure) => `case what when '${figure.slice(0, -4)}' then -amount_fen else 0 end as ${figure}`).join(', ')}
  from (select ${PLACE}, substr(p.on_date, 1, 7) as on_month, p.entry_id, p.amount_fen, ${WHAT} as what
  from posting p join entry e on e.entry_id = p.entry_id join bill b on b.bill_id = p.bill_id ${HOME} where +p.account = '1122' and p.bill_id is not null)`;

type Side = 'document' | 'ledger';
const KEY = 'fee_item_id, month, building, on_month';
const LEFT = 'billed_fen - cancelled_fen - reduced_fen - collected_fen';
/** Adds rows of a view to both sums of its side. */
const addSums = (side: Side, rows: string) => `insert into ${side}_tally (${KEY}, ${FIGURES.join(', ')}) select ${KEY}, ${FIGURES.map((figure) => `sum(${figure})`).join(', ')} from (${rows}) where true group by ${KEY}
    on conflict (${KEY}) do update set ${FIGURES.map((figure) => `${figure} = ${figure} + excluded.${figure}`).join(', ')};
  insert into open_bill (bill_id, home_id, fee_item_id, month, due_on, ${side}_fen) select bill_id, home_id, fee_item_id, month, due_on, sum(${LEFT}) from (${rows}) where true group by bill_id
    on conflict (bill_id) do update set ${side}_fen = ${side}_fen + excluded.${side}_fen`;
const dropSettled = (bills: string) => `delete from open_bill where ledger_fen = 0 and document_fen = 0 and bill_id in (${bills})`;

type Table = keyof typeof DOCUMENTS;
const addDocuments = (table: Table, condition: string) => addSums('document', rowsOf(DOCUMENTS[table], condition));
const addPostings = (condition: string) => addSums('ledger', `select * from ledger_move where ${condition}`);
const onDocument = (table: Table, condition: string, bills: string) => `create trigger ${table}_moves_bills after insert on ${table} begin
  ${addDocuments(table, condition)};
  ${dropSettled(bills)};
end;`;

const tally = (side: Side) => `create table ${side}_tally (
  fee_item_id integer not null references fee_item,
  month text not null,
  building text not null,
  on_month text not null,
  billed_fen integer not null,
  cancelled_fen integer not null,
  reduced_fen integer not null,
  collected_fen integer not null,
  primary key (fee_item_id, month, building, on_month)
) strict, without rowid;`;

/** Arrears: what is open, what was collected, demands and calls. */
export const arrears = {
  name: '0007-arrears',
  sql: `
create table open_bill (
  bill_id integer primary key references bill deferrable initially deferred,
  home_id integer not null references home,
  fee_item_id integer not null references fee_item,
  month text not null,
  due_on text not null,
  ledger_fen integer not null default 0,
  document_fen integer not null default 0
) strict;
create index open_bill_home on open_bill (home_id, due_on, ledger_fen, fee_item_id);
create index entry_cancels on entry (entry_id) where kind = 'cancel';

create view document_move as ${documentView};
create view ledger_move as ${ledgerView};
${tally('document')}
${tally('ledger')}

${addSums('document', 'select * from document_move')};
${addSums('ledger', 'select * from ledger_move')};
delete from open_bill where ledger_fen = 0 and document_fen = 0;

-- An entry is sealed by its own row, and then its postings count; documents that were written before it count with it.
create trigger entry_moves_bills after insert on entry begin
  ${addPostings('entry_id = new.entry_id')};
  ${addDocuments('bill', 'b.entry_id = new.entry_id')};
  ${addDocuments('prepayment_use', 'u.entry_id = new.entry_id')};
  delete from open_bill where new.kind not in ('bill', 'opening') and ledger_fen = 0 and document_fen = 0 and bill_id in (select bill_id from posting where entry_id = new.entry_id and account = '1122');
end;
create trigger bill_moves_bills after insert on bill when exists (select 1 from entry where entry_id = new.entry_id) begin
  ${addPostings('bill_id = new.bill_id')};
  ${addDocuments('bill', 'b.bill_id = new.bill_id')};
end;
${onDocument('bill_cancel', 'c.bill_id = new.bill_id', 'new.bill_id')}
${onDocument('reduction', 'r.reduction_id = new.reduction_id', 'new.bill_id')}
${onDocument('payment_line', 'l.payment_no = new.payment_no and l.line = new.line', 'new.bill_id')}
${onDocument('payment_reversal', 'v.payment_no = new.payment_no', 'select bill_id from payment_line where payment_no = new.payment_no')}
${onDocument('refund_line', 'l.refund_id = new.refund_id and l.line = new.line', 'new.bill_id')}
${onDocument('prepayment_use', 'u.entry_id = new.entry_id and u.bill_id = new.bill_id', 'new.bill_id')}

create table dunning_notice (
  notice_id integer primary key,
  notice_no text not null unique,
  home_id integer not null references home,
  label text not null,
  debtor text not null,
  former integer not null check (former in (0, 1)),
  payer text not null,
  on_date text not null,
  deadline_on text not null check (deadline_on >= on_date),
  amount_fen integer not null check (amount_fen > 0),
  clause text not null,
  how_to_pay text not null,
  office_name text not null,
  office_phone text not null,
  estate_name text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index dunning_notice_home on dunning_notice (home_id, notice_id);

create table dunning_line (
  notice_id integer not null references dunning_notice,
  line integer not null,
  bill_id integer not null references bill,
  open_fen integer not null check (open_fen > 0),
  primary key (notice_id, line)
) strict, without rowid;
create index dunning_line_bill on dunning_line (bill_id);

create table dunning_service (
  service_id integer primary key,
  notice_id integer not null references dunning_notice,
  way text not null check (way in ('hand', 'door', 'registered', 'wechat', 'phone')),
  served_on text not null,
  served_by text not null,
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null
) strict;
create index dunning_service_notice on dunning_service (notice_id, served_on);

create table dunning_call (
  call_id integer primary key,
  home_id integer not null references home,
  on_date text not null,
  outcome text not null check (outcome in ('promised', 'noted', 'disputed', 'refused', 'unreachable', 'wrong-number')),
  promised_on text check (promised_on >= on_date),
  note text not null,
  user_id integer references user,
  user_name text not null,
  at text not null,
  check ((outcome = 'promised') = (promised_on is not null))
) strict;
create index dunning_call_home on dunning_call (home_id, call_id);
${['dunning_notice', 'dunning_line', 'dunning_service', 'dunning_call']
  .flatMap((table) => ['update', 'delete'].map((verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, 'APPEND_ONLY'); end;`))
  .join('\n')}
`,
};

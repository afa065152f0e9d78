import { row, rows, run, type Db } from '../sql.ts';

type By = { userId: number; by: string; at: string };
export type Period = { kind: 'common' | 'fees'; from: string; to: string };

/** The office's own notes of a period as they hold; index statement_note_period. */
export async function listOwnNotes(db: Db, { kind, from, to }: Period): Promise<string[]> {
  const found = await row<{ notes: string }>(db, 'select notes from statement_note where kind = ? and from_month = ? and to_month = ? order by note_id desc limit 1', [kind, from, to]);
  return found ? (JSON.parse(found.notes) as string[]) : [];
}

export async function insertNotes(db: Db, { kind, from, to }: Period, notes: readonly string[], { userId, by, at }: By): Promise<void> {
  await run(db, 'insert into statement_note (kind, from_month, to_month, notes, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)', [kind, from, to, JSON.stringify(notes), userId, by, at]);
}

export type KeptPaper = { page: string; pages: number; pdf: Uint8Array; digest: string };

/** A published sheet as it was first printed; primary key. */
export function findPaper(db: Db, statementId: number, paper: string): Promise<KeptPaper | undefined> {
  return row(db, 'select page, pages, pdf, digest from statement_paper where statement_id = ? and paper = ?', [statementId, paper]);
}

/** The first print stays: one that comes at the same time changes nothing. Bytes go in as hex, which every driver's bindings carry. */
export async function insertPaper(db: Db, statementId: number, paper: string, { page, pages, pdf, digest }: KeptPaper, at: string): Promise<void> {
  await run(db, 'insert into statement_paper (statement_id, paper, page, pages, pdf, digest, at) values (?, ?, ?, ?, unhex(?), ?, ?) on conflict do nothing', [statementId, paper, page, pages, Buffer.from(pdf).toString('hex'), digest, at]);
}

export async function insertPhoto(db: Db, digest: string, type: string, bytes: Uint8Array): Promise<void> {
  await run(db, 'insert into statement_photo (digest, type, bytes) values (?, ?, unhex(?)) on conflict do nothing', [digest, type, Buffer.from(bytes).toString('hex')]);
}

export async function insertPostingPhoto(db: Db, postingId: number, digest: string, at: string): Promise<void> {
  await run(db, 'insert into statement_posting_photo (posting_id, digest, at) values (?, ?, ?) on conflict do nothing', [postingId, digest, at]);
}

export function findPhoto(db: Db, digest: string): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  return row(db, 'select type, bytes from statement_photo where digest = ?', [digest]);
}

export type PostingRow = { postingId: number; statementId: number; number: string; version: number; place: string; from: string; until: string; endedOn: string | null; reason: string; photos: string; by: string; at: string };

const POSTING = `select p.posting_id as postingId, p.statement_id as statementId, s.number, s.version, p.place, p.from_date as "from", p.until_date as until, e.on_date as endedOn, coalesce(e.reason, '') as reason,
  coalesce((select group_concat(f.digest, ' ') from statement_posting_photo f where f.posting_id = p.posting_id), '') as photos, p.user_name as "by", p.at from statement_posting p join statement s using (statement_id) left join statement_posting_end e using (posting_id)`;

/** Postings of a sheet, or of all, the latest first; a few each quarter. Index statement_posting_statement. */
export function listPostingRows(db: Db, statementId: number | undefined): Promise<PostingRow[]> {
  return statementId === undefined ? rows(db, `${POSTING} order by p.posting_id desc`) : rows(db, `${POSTING} where p.statement_id = ? order by p.posting_id desc`, [statementId]);
}

export function findPosting(db: Db, postingId: number): Promise<PostingRow | undefined> {
  return row(db, `${POSTING} where p.posting_id = ?`, [postingId]);
}

export async function insertPosting(db: Db, { statementId, place, from, until }: Pick<PostingRow, 'statementId' | 'place' | 'from' | 'until'>, { userId, by, at }: By): Promise<number> {
  return (await row<{ id: number }>(db, 'insert into statement_posting (statement_id, place, from_date, until_date, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?) returning posting_id as id', [statementId, place, from, until, userId, by, at]))?.id ?? 0;
}

export async function insertPostingEnd(db: Db, postingId: number, on: string, reason: string, { userId, by, at }: By): Promise<void> {
  await run(db, 'insert into statement_posting_end (posting_id, on_date, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [postingId, on, reason, userId, by, at]);
}

export type ObjectionRow = { objectionId: string; statementId: number; number: string; version: number; on: string; what: string; by: string; answer: string | null; answeredOn: string | null; answeredBy: string | null };

const OBJECTION = `select o.objection_id as objectionId, o.statement_id as statementId, s.number, s.version, o.on_date as "on", o.what, o.user_name as "by", a.answer, a.on_date as answeredOn, a.user_name as answeredBy
  from statement_objection o join statement s using (statement_id) left join statement_objection_answer a using (objection_id)`;

/** Objections to a sheet, or to all, the latest first. Index statement_objection_statement. */
export function listObjectionRows(db: Db, statementId: number | undefined): Promise<ObjectionRow[]> {
  return statementId === undefined ? rows(db, `${OBJECTION} order by o.on_date desc, o.at desc, o.objection_id`) : rows(db, `${OBJECTION} where o.statement_id = ? order by o.on_date desc, o.at desc, o.objection_id`, [statementId]);
}

export function findObjection(db: Db, objectionId: string): Promise<ObjectionRow | undefined> {
  return row(db, `${OBJECTION} where o.objection_id = ?`, [objectionId]);
}

export async function insertObjection(db: Db, { objectionId, statementId, on, what }: Pick<ObjectionRow, 'objectionId' | 'statementId' | 'on' | 'what'>, { userId, by, at }: By): Promise<void> {
  await run(db, 'insert into statement_objection (objection_id, statement_id, on_date, what, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)', [objectionId, statementId, on, what, userId, by, at]);
}

export async function insertAnswer(db: Db, objectionId: string, answer: string, on: string, { userId, by, at }: By): Promise<void> {
  await run(db, 'insert into statement_objection_answer (objection_id, on_date, answer, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [objectionId, on, answer, userId, by, at]);
}

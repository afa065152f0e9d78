import { z } from 'zod';
import { command, count, everyRole, filePath, host, id, isoDate, query, word } from './define.ts';

const by = { by: z.string(), /** An instant. */ at: z.string() };
export const statementPapers = ['a4', 'a3'] as const;
/** The office's own note; it stands behind the computed ones. Never a name, a phone, a plate or a home. */
const note = word(300);

const posting = z.object({
  postingId: id, statementId: id, number: z.string(), version: z.int(), place: z.string(), from: z.string(), /** The last day that it is meant to hang. */ until: z.string(), /** The last day that it hung; null while it hangs. */ endedOn: z.string().nullable(), reason: z.string(),
  /** That it hung by today, without weekends and days off. */ workdays: count, photos: z.array(z.string()), ...by,
});
export type StatementPosting = z.infer<typeof posting>;
const objection = z.object({ objectionId: z.uuid(), statementId: id, number: z.string(), version: z.int(), on: z.string(), what: z.string(), by: z.string(), answer: z.string().nullable(), answeredOn: z.string().nullable(), answeredBy: z.string().nullable() });
export type StatementObjection = z.infer<typeof objection>;

export const statementPostings = {
  /**
   * Puts a sheet on A4 or A3, or saves it as PDF. A draft is marked 草稿; a published sheet is frozen when it is first printed: the same page and the same bytes ever after, with a mark across it once it was superseded.
   * `digest`: SHA-256 of the frozen PDF, hex; null for a draft. Refused: NO_SUCH_STATEMENT, NEEDS_WINDOW, BAD_INPUT (no file), FILE_NOT_WRITABLE, DISK_FULL, PRINT_FAILED, CANCELLED.
   */
  'statements.print': host({
    roles: ['manager', 'office', 'cashier'], input: z.object({ statementId: id, paper: z.enum(statementPapers), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable(), pages: count, digest: z.string().nullable() }),
  }),
  /** Replaces the office's own notes of a draft's months and prepares the draft anew with them. Refused: NO_SUCH_STATEMENT, STATEMENT_PUBLISHED. */
  'statements.setNotes': command({ roles: ['manager', 'office'], input: z.object({ statementId: id, notes: z.array(note).max(20) }), output: z.object({ notes: z.array(z.string()) }) }),
  /** The office's own notes of a statement's months. Refused: NO_SUCH_STATEMENT. */
  'statements.listNotes': query({ roles: everyRole, input: z.object({ statementId: id }), output: z.object({ notes: z.array(z.string()) }) }),
  /**
   * Keeps that a published sheet was put up; `file` is a picture of it (JPEG or PNG, at most 10 MB). Without `until`, as long as the sheet itself says.
   * Refused: NO_SUCH_STATEMENT, STATEMENT_NOT_PUBLISHED, DATE_IN_FUTURE, DATES_REVERSED, POSTING_BEFORE_PUBLISHING, POSTING_TWICE (it hangs there), and those of a picture.
   */
  'statements.addPosting': command({ roles: ['manager', 'office'], input: z.object({ statementId: id, place: word(60), from: isoDate, until: isoDate.optional(), file: filePath.optional() }), output: z.object({ postingId: id, workdays: count }) }),
  /** Adds a picture to a posting; the same one again changes nothing. Refused: NO_SUCH_POSTING, PHOTO_TOO_LARGE, PHOTO_NOT_IMAGE, FILE_NOT_FOUND. */
  'statements.addPhoto': command({ roles: ['manager', 'office'], input: z.object({ postingId: id, file: filePath }), output: z.object({ digest: z.string() }) }),
  /** A sheet was taken down; `on` is the last day that it hung. Refused: NO_SUCH_POSTING, POSTING_ENDED, DATE_IN_FUTURE, DATES_REVERSED. */
  'statements.endPosting': command({ roles: ['manager', 'office'], input: z.object({ postingId: id, on: isoDate, reason: z.string().trim().max(200).default('') }), output: z.object({ workdays: count }) }),
  /** Where a sheet hangs and hung, the latest first; of every sheet without `statementId`. `wanted`: working days that sheets must hang. */
  'statements.listPostings': query({ roles: everyRole, input: z.object({ statementId: id.optional() }), output: z.object({ items: z.array(posting), wanted: count }) }),
  /** A picture as text in base 64. Refused: NO_SUCH_PHOTO. */
  'statements.getPhoto': query({ roles: everyRole, input: z.object({ digest: z.string().length(64) }), output: z.object({ type: z.string(), base64: z.string() }) }),
  /** Keeps what somebody objected to a published sheet; not who. The same id again is the same objection. Refused: NO_SUCH_STATEMENT, STATEMENT_NOT_PUBLISHED, DATE_IN_FUTURE. */
  'statements.addObjection': command({ roles: ['manager', 'office', 'cashier'], input: z.object({ objectionId: z.uuid(), statementId: id, on: isoDate, what: word(1000) }), output: z.object({ open: count }) }),
  /** Refused: NO_SUCH_OBJECTION, OBJECTION_ANSWERED, DATE_IN_FUTURE, DATES_REVERSED. */
  'statements.answerObjection': command({ roles: ['manager', 'office'], input: z.object({ objectionId: z.uuid(), answer: word(1000), on: isoDate }), output: z.object({ open: count }) }),
  /** Objections with their answers, the latest first; `open` counts those without. */
  'statements.listObjections': query({ roles: everyRole, input: z.object({ statementId: id.optional() }), output: z.object({ items: z.array(objection), open: count }) }),
};

import { z } from 'zod';
import { command, count, everyRole, filePath, host, id, isoDate, isoMonth, pageLimit, query } from './define.ts';

/** expiry: it ends soon; recall: an owner needs the space; price: a new price; end: it ended early. */
export const leaseNoticeKind = z.enum(['expiry', 'recall', 'price', 'end']);
export type LeaseNoticeKind = z.infer<typeof leaseNoticeKind>;

export const parkingPapers = {
  /** A numbered notice of a lease (TZ), its words frozen. Refused: NO_SUCH_LEASE, NOTICE_NOT_DUE (nothing of the kind to tell). */
  'parking.makeNotice': command({ roles: ['manager', 'office'], input: z.object({ leaseId: id, kind: leaseNoticeKind, deadline: isoDate.optional(), note: z.string().trim().max(300).default('') }), output: z.object({ noticeNo: z.string() }) }),
  'parking.listNotices': query({ roles: everyRole, input: z.object({ leaseId: id.optional(), kind: leaseNoticeKind.optional(), limit: pageLimit.default(200), after: z.int().optional() }), output: z.object({ items: z.array(z.object({ noticeId: id, noticeNo: z.string(), kind: leaseNoticeKind, leaseId: id, leaseNo: z.string(), label: z.string(), on: z.string(), by: z.string() })), total: count, next: z.int().optional() }) }),
  /** Contract of a lease, a notice, or a company's statement: on paper, or as a PDF. */
  'parking.print': host({
    roles: ['manager', 'cashier', 'office'],
    input: z.object({ what: z.discriminatedUnion('kind', [z.object({ kind: z.literal('lease'), leaseId: id }), z.object({ kind: z.literal('notice'), noticeNo: z.string() }), z.object({ kind: z.literal('statement'), companyId: id, month: isoMonth })]), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable() }),
  }),
};

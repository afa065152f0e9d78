import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import type { StatementFormat } from '../../../shared/contract/statements.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { qrText } from '../../../shared/domain/statement-code.ts';
import { phonePage } from '../../print/statement-phone.ts';
import type { LineEntry } from './drill.ts';
import { statementWorkbook } from './workbook.ts';

/** What a file of a statement is made of; `entries` are those behind its lines, by day. */
export type Printed = { head: StatementHead; content: StatementContent; entries: readonly (LineEntry & { kind: string })[] };

/** Every format has its maker; at publishing each is called once and what it made is frozen. */
export const makers: Readonly<Record<StatementFormat, (printed: Printed) => Promise<Uint8Array>>> = {
  xlsx: statementWorkbook,
  json: ({ head, content }) => Promise.resolve(Buffer.from(`${canonicalJson({ content, digest: head.digest, head })}\n`, 'utf8')),
  html: ({ head, content }) => Promise.resolve(Buffer.from(phonePage(content, head, head.digest === null ? null : qrText({ ...head, digest: head.digest })), 'utf8')),
};

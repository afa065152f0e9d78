import { createHash } from 'node:crypto';
import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const digestOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const differs = (subject: string, kept: string, found: string): Problem[] => (kept === found ? [] : [{ kind: 'STATEMENT', subject, detail: `${found.slice(0, 12)} ≠ ${kept.slice(0, 12)}` }]);

/** Published statements and their files whose content does not give the digest that stands on paper. One pass over them; they are few. */
export async function wrongStatements(db: Db): Promise<Problem[]> {
  const contents = await rows<{ subject: string; content: string; digest: string }>(db, `select number || ' v' || version as subject, content, digest from statement where published_at is not null order by statement_id`);
  const files = await rows<{ subject: string; bytes: Buffer; digest: string }>(db, `select s.number || ' v' || s.version || ' ' || f.format as subject, f.bytes, f.digest from statement_file f join statement s using (statement_id) order by f.statement_id`);
  return [...contents.flatMap(({ subject, content, digest }) => differs(subject, digest, digestOf(content))), ...files.flatMap(({ subject, bytes, digest }) => differs(subject, digest, digestOf(bytes)))];
}

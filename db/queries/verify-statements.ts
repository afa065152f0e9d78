import { createHash } from 'node:crypto';
import { statementFormats } from '../../shared/contract/statements.ts';
import { codeOf } from '../../shared/domain/statement-code.ts';
import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const digestOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const problem = (subject: string, detail: string): Problem => ({ kind: 'STATEMENT', subject, detail });
const differs = (subject: string, kept: string, found: string): Problem[] => (kept === found ? [] : [problem(subject, `${found.slice(0, 12)} ≠ ${kept.slice(0, 12)}`)]);

type Published = { statementId: number; subject: string; content: string; digest: string; code: string };
type File = { statementId: number; format: string; bytes: Buffer; digest: string };

/** Published statements whose content does not give the digest and the code that stand on paper, and files that are gone or do not give theirs. One pass over them; they are few. */
export async function wrongStatements(db: Db): Promise<Problem[]> {
  const published = await rows<Published>(db, `select statement_id as statementId, number || ' v' || version as subject, content, digest, code from statement where published_at is not null order by statement_id`);
  const files = await rows<File>(db, 'select statement_id as statementId, format, bytes, digest from statement_file');
  return published.flatMap(({ statementId, subject, content, digest, code }) => {
    const actual = digestOf(content);
    const wrong = differs(subject, digest, actual);
    // A digest that was forged with its content does not give the code that was printed.
    const whole = wrong.length > 0 ? wrong : differs(subject, code, codeOf(code, actual));
    return [...whole, ...statementFormats.flatMap((format) => {
      const file = files.find((one) => one.statementId === statementId && one.format === format);
      return file ? differs(`${subject} ${format}`, file.digest, digestOf(file.bytes)) : [problem(`${subject} ${format}`, '—')];
    })];
  });
}

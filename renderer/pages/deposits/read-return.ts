import { parseYuan } from '../../../shared/domain/money.ts';

/**
 * Reads what is retained of a deposit and what is given back, in fen. An empty amount to give back is all that is
 * held and not retained. The problem names the field that is unreadable or asks for more than is held.
 * @example readReturn({ returnedText: '', retainedText: '500' }, 200_000) // { returnedFen: 150_000, retainedFen: 50_000, problem: undefined }
 */
export function readReturn({ returnedText, retainedText }: { returnedText: string; retainedText: string }, heldFen: number): { returnedFen: number; retainedFen: number; problem: 'returned' | 'retained' | undefined } {
  const retained = retainedText.trim() === '' ? 0 : parseYuan(retainedText);
  if (retained === undefined || retained < 0 || retained > heldFen) return { returnedFen: 0, retainedFen: 0, problem: 'retained' };
  const returned = returnedText.trim() === '' ? heldFen - retained : parseYuan(returnedText);
  if (returned === undefined || returned < 0 || returned > heldFen - retained || returned + retained === 0) return { returnedFen: 0, retainedFen: retained, problem: 'returned' };
  return { returnedFen: returned, retainedFen: retained, problem: undefined };
}

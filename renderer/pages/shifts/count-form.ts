import { noteFaces, sumNotes, type NoteCount } from '../../../shared/domain/shift.ts';
import { parseYuan } from '../../../shared/domain/money.ts';

export type Face = (typeof noteFaces)[number];
/** What is typed while the drawer is counted. */
export type CountDraft = { pieces: Record<Face, string>; totalText: string; bankedText: string; slipNo: string; witness: string; note: string };

export const emptyCount: CountDraft = { pieces: { 10000: '', 5000: '', 2000: '', 1000: '', 500: '', 100: '', 50: '', 10: '' }, totalText: '', bankedText: '', slipNo: '', witness: '', note: '' };

/** Pieces of a face: undefined for what is no count; nothing typed is none. */
export function readPieces(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return 0;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

export type Counted = {
  /** By face, where anything was counted so. */
  notes: NoteCount[];
  byNotes: boolean;
  /** Undefined before anything was counted, or while something cannot be read. */
  countedFen: number | undefined;
  bankedFen: number | undefined;
  unreadable: 'pieces' | 'total' | 'banked' | undefined;
};

/** What the draft comes to, in fen. Faces that were counted outweigh a sum that was typed. */
export function readCount({ pieces, totalText, bankedText }: CountDraft): Counted {
  const read = noteFaces.map((faceFen) => ({ faceFen, pieces: readPieces(pieces[faceFen]) }));
  const byNotes = noteFaces.some((face) => pieces[face].trim() !== '');
  const notes = read.map((note) => ({ ...note, pieces: note.pieces ?? 0 })).filter((note) => note.pieces > 0);
  const badPieces = read.some((note) => note.pieces === undefined);
  const totalFen = byNotes ? (badPieces ? undefined : sumNotes(notes)) : amountOf(totalText);
  const bankedFen = bankedText.trim() === '' ? 0 : amountOf(bankedText);
  const badTotal = !byNotes && totalText.trim() !== '' && totalFen === undefined;
  return { notes, byNotes, countedFen: totalFen, bankedFen, unreadable: badPieces ? 'pieces' : badTotal ? 'total' : bankedFen === undefined ? 'banked' : undefined };
}

/** Yuan as fen; undefined for nothing, a negative or what is no amount. */
export function amountOf(text: string): number | undefined {
  const fen = parseYuan(text);
  return fen === undefined || fen < 0 ? undefined : fen;
}

/** Codes on published sheets: Crockford's base 32, which has no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PLACES = 3;
const DIGEST_PLACES = 8;

/** What a person typed, as the alphabet has it: O is 0, I and L are 1, spaces and dashes do not count. */
export function readCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s\-–—_]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** The first bits of a digest (hex), five for each character. */
function charactersOf(digest: string, count: number): string {
  const bits = [...digest].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return Array.from({ length: count }, (_, place) => ALPHABET[Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)] ?? '0').join('');
}

/** Finds any one wrong character, as each weighs an odd number. */
function checkOf(characters: string): string {
  const sum = [...characters].reduce((total, character, place) => total + ALPHABET.indexOf(character) * (2 * place + 3), 0);
  return ALPHABET[sum % ALPHABET.length] ?? '0';
}

/** The first part of a code: which statement; `numberDigest` is the digest of its number and version (and of a count, where two would share a part). */
export function codeHead(numberDigest: string): string {
  const own = charactersOf(numberDigest, PLACES);
  return own + checkOf(own);
}

/**
 * Twelve characters: which statement, and what it says.
 * @example statementCode(codeHead('00…'), '00…') // '0000-0000-0000'
 */
export function statementCode(head: string, contentDigest: string): string {
  const tail = charactersOf(contentDigest, DIGEST_PLACES);
  return `${head}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** What a code must be where its statement says what this digest is of. */
export const codeOf = (code: string, contentDigest: string): string => statementCode(code.slice(0, PLACES + 1), contentDigest);

/** A code's first part and the rest; undefined where it is none, or mistyped in its first part. */
export function splitCode(text: string): { head: string; rest: string } | undefined {
  const plain = readCode(text);
  if (plain.length !== PLACES + 1 + DIGEST_PLACES || [...plain].some((character) => !ALPHABET.includes(character))) return undefined;
  const head = plain.slice(0, PLACES + 1);
  return checkOf(head.slice(0, PLACES)) === head.at(-1) ? { head, rest: plain.slice(PLACES + 1) } : undefined;
}

export type QrFacts = { number: string; version: number; from: string; to: string; digest: string };

/** What the QR code on a sheet says. */
export function qrText({ number, version, from, to, digest }: QrFacts): string {
  return ['MB1', number, String(version), from, to, digest].join('|');
}

/** What a QR code says; undefined where it is none of ours. */
export function readQr(text: string): QrFacts | undefined {
  const [mark, number = '', version = '', from = '', to = '', digest = ''] = text.trim().split('|');
  return mark === 'MB1' && /^\d{1,6}$/.test(version) && /^[0-9a-f]{64}$/i.test(digest) ? { number, version: Number(version), from, to, digest: digest.toLowerCase() } : undefined;
}

/** The number of a statement: by quarter, month or year, else by its months. */
export function statementNumber(kind: 'common' | 'fees', from: string, to: string): string {
  const head = kind === 'common' ? 'GS-GY' : 'GS-WY';
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5)), Number(to.slice(5))];
  if (from === to) return `${head}-${from}`;
  if (to.slice(0, 4) === year && first === 1 && last === 12) return `${head}-${year}`;
  if (to.slice(0, 4) === year && last === first + 2 && first % 3 === 1) return `${head}-${year}Q${String(last / 3)}`;
  return `${head}-${from}~${to}`;
}

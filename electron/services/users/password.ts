import { AppError } from '../../../shared/errors.ts';

/**
 * argon2id (RFC 9106) at OWASP's first choice: 19 MiB, two passes, one lane. It runs on a thread of its own,
 * so that the window is drawn meanwhile.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const MINIMUM_PASSWORD = 6;

/** Hashes a password as a PHC string, its cost and a salt of its own inside. Throws PASSWORD_TOO_SHORT. */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < MINIMUM_PASSWORD) throw new AppError('PASSWORD_TOO_SHORT', { minimum: MINIMUM_PASSWORD });
  // Loaded at the first sign-in only: a native library.
  const { hash } = await import('@node-rs/argon2');
  return hash(plain(password), COST);
}

/** True when the password is the hashed one, at the cost it was hashed with. Anything that is no hash fits no password. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  if (!stored.startsWith('$argon2id$')) return false;
  const { verify } = await import('@node-rs/argon2');
  return verify(stored, plain(password));
}

/** A password typed full-width, or with composed or decomposed letters, is the same password. */
function plain(password: string): string {
  return password.normalize('NFKC');
}

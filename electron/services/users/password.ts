import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';

/** scrypt (RFC 7914) of Node's own crypto: memory-hard, 16 MiB and five passes, the quickest of OWASP's equals of N=2^17 here. */
const COST = { N: 16_384, r: 8, p: 5 };
const MAX_MEMORY = 64 * 1024 * 1024;
export const MINIMUM_PASSWORD = 6;

/** Hashes a password as `scrypt$N$r$p$salt$hash`. Throws PASSWORD_TOO_SHORT. */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < MINIMUM_PASSWORD) throw new AppError('PASSWORD_TOO_SHORT', { minimum: MINIMUM_PASSWORD });
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** True when the password is the hashed one; compares in constant time. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt = '', expected = ''] = stored.split('$');
  const hash = await derive(password, Buffer.from(salt, 'base64'), { N: Number(n), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(expected, 'base64');
  return hash.length === wanted.length && timingSafeEqual(hash, wanted);
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { ...cost, maxmem: MAX_MEMORY }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

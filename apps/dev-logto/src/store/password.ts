import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

// Cheap on purpose: it guards nothing but a development server on loopback.
const derive = (password: string, salt: Buffer) => scryptSync(password, salt, 32, { N: 1024 });

/** `salt.hash`, both base64url. */
export function digestOf(password: string): string {
  const salt = randomBytes(12);
  return `${salt.toString('base64url')}.${derive(password, salt).toString('base64url')}`;
}

/** Whether the password is the one of the digest; nobody's is, without a digest or with one made elsewhere. */
export function matches(password: string, digest: string | null): boolean {
  const [salt, hash] = digest?.split('.') ?? [];
  if (!salt || !hash || Buffer.byteLength(hash, 'base64url') !== 32) return false;
  return timingSafeEqual(derive(password, Buffer.from(salt, 'base64url')), Buffer.from(hash, 'base64url'));
}

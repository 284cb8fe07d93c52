import { createHmac, timingSafeEqual } from 'node:crypto';

/** Request header with the HMAC-SHA-256 (hex) of the raw body (recorded: webhooks.json). */
export const SIGNATURE_HEADER = 'logto-signature-sha-256';

/**
 * @param body as it came, byte for byte
 * @param signature what the header says
 * @returns whether the body was signed with the key; compared in constant time
 */
export function isSigned(body: Buffer, signature: unknown, signingKey: string): boolean {
  const expected = createHmac('sha256', signingKey).update(body).digest();
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
}

import { createHmac } from 'node:crypto';

/** `logto-signature-sha-256`: the HMAC-SHA-256 of the body as sent, in hex, with the hook's signing key. */
export function signatureOf(body: string, signingKey: string): string {
  return createHmac('sha256', signingKey).update(body).digest('hex');
}

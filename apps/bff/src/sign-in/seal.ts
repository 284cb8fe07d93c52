import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** Of the portal: the first one signs and seals, all of them verify and open. */
export type Secrets = readonly [string, ...string[]];

/** Bytes, as NIST SP 800-38D recommends them. */
const IV = 12;
const TAG = 16;

/**
 * Makes a text unreadable and unchangeable (AES-256-GCM, NIST SP 800-38D) without the secret. Each name has a key of its
 * own (HKDF, RFC 5869), so a text that is moved to another name does not open.
 */
export function seal(text: string, [secret]: Secrets, name: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, keyOf(secret, name), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** @returns the text; nothing when it was sealed with none of these secrets, or for another name */
export function openSealed(sealed: string, secrets: Secrets, name: string): string | undefined {
  for (const secret of secrets) {
    const text = openWith(secret, sealed, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

function openWith(secret: string, sealed: string, name: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV + TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, keyOf(secret, name), bytes.subarray(0, IV), {
    authTagLength: TAG,
  });
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

function keyOf(secret: string, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `org-portal session ${name}`, 32));
}

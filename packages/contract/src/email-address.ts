/** Longest address that SMTP can carry (RFC 5321, 4.5.3.1, with erratum 1690). */
export const MAX_EMAIL_LENGTH = 254;

const LOCAL = "[a-z0-9_'+-]+(?:\\.[a-z0-9_'+-]+)*";
const DOMAIN = '(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}';
const EMAIL = new RegExp(`^${LOCAL}@${DOMAIN}$`, 'i');

/**
 * @returns whether Logto would take `text` as an e-mail address: it checks with zod 3, which is stricter than
 * RFC 5322 (no quotes, no comments, no dot at an end, ASCII only)
 */
export function isEmailAddress(text: string): boolean {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
}

/**
 * The form in which the portal compares and sends addresses. Logto's check for a pending duplicate minds the
 * case (recording 05), so two spellings of one address must not reach it. Only ASCII has two cases here: elsewhere
 * letters of two people become one (`K`, the Kelvin sign, and `k`).
 */
export function normalizeEmailAddress(text: string): string {
  return text.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

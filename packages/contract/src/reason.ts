/**
 * Request header with the reason that staff give for a change, percent-encoded UTF-8 (`encodeURIComponent`),
 * because header values are Latin-1 and reasons are not.
 */
export const REASON_HEADER = 'portal-reason';
export const MIN_REASON_LENGTH = 10;
export const MAX_REASON_LENGTH = 500;

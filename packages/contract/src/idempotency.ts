/**
 * Request header that names one wish for a change, so that a repeated request does not make it twice
 * (draft-ietf-httpapi-idempotency-key-header).
 */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @returns whether the method is safe: it asks for no change (RFC 9110, 9.2.1) */
export const isRead = (method: string): boolean => READS.has(method);

/**
 * @param value a `Retry-After` header: seconds or an HTTP date (RFC 9110, section 10.2.3)
 * @returns whole seconds from `now` (milliseconds), never negative; undefined when there is no readable value
 */
export function retryAfterSeconds(value: string | null, now = Date.now()): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

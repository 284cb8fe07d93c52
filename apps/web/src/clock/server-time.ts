/** Replies come within this time, and their date is in whole seconds; a smaller difference says nothing. */
const TOLERANCE_MS = 5_000;

/** How far the server's clock is ahead of this computer's. */
let ahead = 0;

/**
 * Learns the server's time from a reply, since a computer's own clock may be hours off.
 * @param date the header `Date` (RFC 9110, 6.6.1); null: the reply has none
 */
export function learnServerTime(date: string | null): void {
  const told = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const difference = told - Date.now();
  ahead = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
}

/** @returns milliseconds, by the server's clock as far as it is known: what is due, or expires, is counted from this */
export const serverNow = (): number => Date.now() + ahead;

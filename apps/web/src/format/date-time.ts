/** Seconds in a unit, and how many of it there must be at the least: "in 7 days" says more than "next week". */
const UNITS: { unit: Intl.RelativeTimeFormatUnit; length: number; least: number }[] = [
  { unit: 'year', length: 31_536_000, least: 1 },
  { unit: 'month', length: 2_592_000, least: 1 },
  { unit: 'week', length: 604_800, least: 2 },
  { unit: 'day', length: 86_400, least: 1 },
  { unit: 'hour', length: 3_600, least: 1 },
  { unit: 'minute', length: 60, least: 1 },
];

/** Share of a unit that may lack: what was to be a week a moment ago is a week still. */
const TOLERANCE = 0.01;

/**
 * @param instant RFC 3339
 * @param now milliseconds
 * @returns as in "3 days ago" or "in 2 hours", to the nearest; undefined within a minute
 */
export function relativeTime(instant: string, now: number, language: string): string | undefined {
  const seconds = (Date.parse(instant) - now) / 1000;
  const found = UNITS.find(({ length, least }) => Math.abs(seconds) > (least - TOLERANCE) * length);
  if (!found) return undefined;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return format.format(Math.round(seconds / found.length), found.unit);
}

/**
 * @param timeZone IANA name; the browser's own by default
 * @returns date and time to the second, with the zone
 */
export function exactTime(instant: string, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
    ...(timeZone && { timeZone }),
  }).format(new Date(instant));
}

/** @returns the day, as in "Dec 2, 2026", where the person is */
export function dayOf(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(instant));
}

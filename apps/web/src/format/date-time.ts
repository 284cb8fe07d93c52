const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * @param instant RFC 3339
 * @param now milliseconds
 * @returns as in "3 days ago" or "in 2 hours", in the largest unit that has passed; undefined within a minute
 */
export function relativeTime(instant: string, now: number, language: string): string | undefined {
  const seconds = (Date.parse(instant) - now) / 1000;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  if (!unit || !length) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / length),
    unit,
  );
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

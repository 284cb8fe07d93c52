/** Presets of the time filter → days, today included. */
export const TIME_PRESETS = { today: 1, week: 7, month: 30 } as const;
export type TimePreset = keyof typeof TIME_PRESETS;

/** As the address and the API have it: RFC 3339; `from` is included, `to` is not; empty: open. */
export interface TimeRange {
  from: string;
  to: string;
}

/** @returns whole days where the person is, up to now */
export function presetRange(preset: TimePreset, now: Date): TimeRange {
  return daysRange(addDays(now, 1 - TIME_PRESETS[preset]), undefined);
}

/** @returns from the start of the first day to the end of the last, where the person is */
export function daysRange(first: Date | undefined, last: Date | undefined): TimeRange {
  return { from: first ? instant(addDays(first, 0)) : '', to: last ? instant(addDays(last, 1)) : '' };
}

/** @returns the first and the last day of a range; undefined: open, or no time at all */
export function daysOf({ from, to }: TimeRange): { first: Date | undefined; last: Date | undefined } {
  const end = readTime(to);
  return { first: readTime(from), last: end && new Date(end.getTime() - 1) };
}

/** @returns the preset that the range is today, or that it is none */
export function timeChoice(range: TimeRange, now: Date): TimePreset | 'any' | 'custom' {
  if (!range.from && !range.to) return 'any';
  const presets = Object.keys(TIME_PRESETS) as TimePreset[];
  const found = presets.find((preset) => {
    const { from, to } = presetRange(preset, now);
    return from === range.from && to === range.to;
  });
  return found ?? 'custom';
}

/** Midnight `days` later, by the calendar: a day need not have 24 hours. */
function addDays(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}

const instant = (date: Date) => date.toISOString().replace('.000Z', 'Z');

function readTime(text: string): Date | undefined {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}

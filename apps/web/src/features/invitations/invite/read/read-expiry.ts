import type { Expiry } from '../expiry.ts';

/** An expiry that nobody can make sense of, as it was written. */
export interface Unreadable {
  unreadable: string;
}

const DAYS = /^(\d{1,4})\s*(?:d|days?|天|日)?$/i;
const YEAR_FIRST = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?$/;
/** Excel's dates are days since 1899-12-30; these are the years 2009 to 2119. */
const EXCEL_DAY = /^[4-7]\d{4}$/;

/**
 * Reads how long an invitation is to be valid: `14`, `14 days`, `14天`, or a last day: `2026-12-31`, `2026/12/31`,
 * `2026年12月31日`, `31.12.2026`, `12/31/2026`, or the number by which Excel keeps a day. Of day and month with slashes in
 * an order that cannot be told it makes nothing: a guess would be wrong half of the time.
 */
export function readExpiry(text: string): Expiry | Unreadable {
  const written = text.normalize('NFKC').trim();
  const days = DAYS.exec(written);
  if (days) return { days: Number(days[1]) };
  if (EXCEL_DAY.test(written)) return day(1899, 12, 30 + Number(written)) ?? { unreadable: text };
  const yearFirst = YEAR_FIRST.exec(written);
  if (yearFirst) return exactDay(yearFirst[1], yearFirst[2], yearFirst[3]) ?? { unreadable: text };
  const yearLast = YEAR_LAST.exec(written);
  return (yearLast && dayOfYearLast(yearLast)) ?? { unreadable: text };
}

function dayOfYearLast([, first, mark, second, year]: RegExpExecArray): Expiry | undefined {
  if (mark === '.' || Number(first) > 12 || first === second) return exactDay(year, second, first);
  return Number(second) > 12 ? exactDay(year, first, second) : undefined;
}

/** @returns nothing for a day that there is not, such as 31 February */
function exactDay(year = '', month = '', date = ''): Expiry | undefined {
  const found = day(Number(year), Number(month), Number(date));
  return found?.lastDay.getMonth() === Number(month) - 1 ? found : undefined;
}

function day(year: number, month: number, date: number): { lastDay: Date } | undefined {
  const lastDay = new Date(year, month - 1, date);
  return Number.isNaN(lastDay.getTime()) || date < 1 ? undefined : { lastDay };
}

import { MAX_EXPIRY_DAYS } from '@org-portal/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { expiryInstant, isPossibleLastDay } from '../../src/features/invitations/invite/expiry.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

function inZone<Result>(name: string, run: () => Result): Result {
  process.env['TZ'] = name;
  return run();
}

describe('expiryInstant', () => {
  it('counts days of 24 hours, also across a change of the clocks', () => {
    const now = Date.parse('2026-03-28T12:00:00Z');
    expect(inZone('Europe/Berlin', () => expiryInstant({ days: 1 }, now))).toBe('2026-03-29T12:00:00.000Z');
    expect(inZone('Europe/Berlin', () => expiryInstant({ days: 30 }, now))).toBe('2026-04-27T12:00:00.000Z');
  });

  it.each([
    ['UTC', '2026-11-22T23:59:59.999Z'],
    ['Asia/Shanghai', '2026-11-22T15:59:59.999Z'],
    ['America/Los_Angeles', '2026-11-23T07:59:59.999Z'],
    ['Asia/Kolkata', '2026-11-22T18:29:59.999Z'],
    ['Pacific/Kiritimati', '2026-11-22T09:59:59.999Z'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59:59.999Z'],
  ])('lasts to the end of the day in %s', (name, end) => {
    expect(inZone(name, () => expiryInstant({ lastDay: new Date(2026, 10, 22, 15, 30) }, 0))).toBe(end);
  });

  it.each([
    ['a day of 23 hours', 'Europe/Berlin', [2026, 2, 29], '2026-03-29T21:59:59.999Z'],
    ['a day of 25 hours', 'Europe/Berlin', [2026, 9, 25], '2026-10-25T22:59:59.999Z'],
    ['a day before one without a midnight', 'Africa/Cairo', [2026, 3, 23], '2026-04-23T21:59:59.999Z'],
    ['a day that has its last hour twice', 'Africa/Cairo', [2026, 9, 29], '2026-10-29T21:59:59.999Z'],
    ['the last day of a year', 'Asia/Tokyo', [2026, 11, 31], '2026-12-31T14:59:59.999Z'],
  ] as const)('lasts to the end of %s', (_, name, [year, month, day], end) => {
    expect(inZone(name, () => expiryInstant({ lastDay: new Date(year, month, day, 12) }, 0))).toBe(end);
  });
});

describe('isPossibleLastDay', () => {
  const now = Date.parse('2026-11-22T20:00:00Z');
  const day = (plus: number) => new Date(2026, 10, 22 + plus);

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Europe/Berlin'])(
    'goes from today to the longest life, in %s',
    (name) =>
      inZone(name, () => {
        const today = new Date(now).getDate() - 22;
        expect(isPossibleLastDay(day(today - 1), now)).toBe(false);
        expect(isPossibleLastDay(day(today), now)).toBe(true);
        expect(isPossibleLastDay(day(today + MAX_EXPIRY_DAYS - 1), now)).toBe(true);
        expect(isPossibleLastDay(day(today + MAX_EXPIRY_DAYS), now)).toBe(false);
      }),
  );
});

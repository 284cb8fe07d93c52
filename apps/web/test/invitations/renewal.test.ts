import { expect, it } from 'vitest';
import { isRenewalDue, isRenewedByResending, renewedUntil } from '../../src/invitation/renewal.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-22T12:00:00Z');
const lasting = (hours: number, status: 'Pending' | 'Expired' | 'Accepted' = 'Pending') => ({
  status,
  createdAt: new Date(start).toISOString(),
  expiresAt: new Date(start + hours * HOUR).toISOString(),
});

it.each([
  [168, 143, false],
  [168, 144, true],
  [48, 23, false],
  [48, 24, true],
  // Of a day, and less: not at once, though sending it again renews it.
  [24, 0, false],
  [24, 11, false],
  [24, 12, true],
  [4, 1, false],
  [4, 2, true],
])('valid for %i hours, after %i of them renewing is due: %s', (life, age, isDue) => {
  expect(isRenewalDue(lasting(life), start + age * HOUR)).toBe(isDue);
});

it('is due of what has expired, and never of what was answered', () => {
  expect(isRenewalDue(lasting(168, 'Expired'), start + 200 * HOUR)).toBe(true);
  expect(isRenewalDue(lasting(168, 'Accepted'), start + 200 * HOUR)).toBe(false);
});

it('is what sending again does within a day of the end', () => {
  expect([0, 1].map((age) => isRenewedByResending(lasting(25), start + age * HOUR))).toEqual([false, true]);
  expect(isRenewedByResending(lasting(24, 'Expired'), start + 30 * HOUR)).toBe(true);
  expect(isRenewedByResending(lasting(24, 'Accepted'), start + 30 * HOUR)).toBe(false);
});

it.each([
  [168, 168],
  [3, 24],
  [24 * 500, 24 * 365],
])('one of %i hours is renewed for %i', (life, next) => {
  expect(Date.parse(renewedUntil(lasting(life), start))).toBe(start + next * HOUR);
});

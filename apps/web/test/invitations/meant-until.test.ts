import { expect, it } from 'vitest';
import { meantUntil } from '../../src/features/invitation-queue/meant-until.ts';

const tried = { time: '2026-11-22T12:00:00.000Z' };
const until = (end: string, now: string) => meantUntil(tried, end, Date.parse(now));

it('is the end that was chosen, as long as a day is left', () => {
  expect(until('2026-11-29T12:00:00.000Z', '2026-11-28T12:00:00Z')).toBe('2026-11-29T12:00:00.000Z');
});

it('is as long from now on where that is over, or about to be', () => {
  expect(until('2026-11-29T12:00:00.000Z', '2026-11-28T12:00:01Z')).toBe('2026-12-05T12:00:01.000Z');
  expect(until('2026-11-29T12:00:00.000Z', '2026-12-10T12:00:00Z')).toBe('2026-12-17T12:00:00.000Z');
  expect(until('2026-11-22T13:00:00.000Z', '2026-11-23T12:00:00Z')).toBe('2026-11-24T12:00:00.000Z');
});

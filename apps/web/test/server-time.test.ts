import { afterEach, expect, it, vi } from 'vitest';
import { learnServerTime, serverNow } from '../src/clock/server-time.ts';

const SERVER = Date.parse('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  learnServerTime(new Date().toUTCString());
});

/** Has a reply arrive while this computer's clock is so far ahead of the server's. */
function replyWith(ahead: number): void {
  vi.useFakeTimers({ now: SERVER + ahead });
  learnServerTime('Sun, 01 Mar 2026 12:00:00 GMT');
}

it.each([
  ['13 hours slow', -13 * HOUR],
  ['40 days fast', 40 * 24 * HOUR],
])('with a clock that is %s, time is the server’s', (_, ahead) => {
  replyWith(ahead);
  expect(serverNow()).toBe(SERVER);
  vi.advanceTimersByTime(HOUR);
  expect(serverNow()).toBe(SERVER + HOUR);
});

it('a reply that took some seconds does not move the clock', () => {
  replyWith(4_000);
  expect(serverNow()).toBe(SERVER + 4_000);
});

it.each([null, 'soon'])('a reply with the date %j changes nothing', (date) => {
  replyWith(HOUR);
  learnServerTime(date);
  expect(serverNow()).toBe(SERVER);
});

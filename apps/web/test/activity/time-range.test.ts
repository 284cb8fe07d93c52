import { afterEach, describe, expect, it } from 'vitest';
import {
  daysOf,
  daysRange,
  presetRange,
  timeChoice,
} from '../../src/features/activity/filters/time-range.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the presets', () => {
  it('are whole days where the person is', () => {
    process.env['TZ'] = 'Asia/Shanghai';
    const now = new Date('2026-11-22T18:30:00Z');
    expect(presetRange('today', now)).toEqual({ from: '2026-11-22T16:00:00Z', to: '' });
    expect(presetRange('week', now)).toEqual({ from: '2026-11-16T16:00:00Z', to: '' });
  });

  it('count days by the calendar when the clocks change', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const now = new Date('2026-10-27T12:00:00Z');
    expect(presetRange('week', now).from).toBe('2026-10-20T22:00:00Z');
  });

  it('are known again in an address, until the day is over', () => {
    process.env['TZ'] = 'UTC';
    const now = new Date('2026-11-22T18:30:00Z');
    expect(timeChoice(presetRange('month', now), now)).toBe('month');
    expect(timeChoice(presetRange('month', now), new Date('2026-11-23T00:30:00Z'))).toBe('custom');
    expect(timeChoice({ from: '', to: '' }, now)).toBe('any');
  });
});

describe('other days', () => {
  it('run from the start of the first to the end of the last', () => {
    process.env['TZ'] = 'America/New_York';
    const range = daysRange(new Date(2026, 9, 31, 15), new Date(2026, 10, 1, 9));
    expect(range).toEqual({ from: '2026-10-31T04:00:00Z', to: '2026-11-02T05:00:00Z' });
    const { first, last } = daysOf(range);
    expect([first?.getDate(), last?.getDate()]).toEqual([31, 1]);
  });

  it('may be open at either end; what is no time is open', () => {
    expect(daysRange(undefined, undefined)).toEqual({ from: '', to: '' });
    expect(daysOf({ from: 'soon', to: '' })).toEqual({ first: undefined, last: undefined });
  });
});

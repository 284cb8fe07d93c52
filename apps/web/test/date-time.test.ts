import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime } from '../src/format/date-time.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-22T11:59:30Z', undefined, undefined],
    ['2026-11-22T11:55:00Z', '5 minutes ago', '5分钟前'],
    ['2026-11-29T11:59:58Z', 'in 7 days', '7天后'],
    ['2026-11-06T12:00:00Z', '2 weeks ago', '2周前'],
    ['2026-11-22T12:29:58Z', 'in 30 minutes', '30分钟后'],
    ['2026-11-21T11:00:00Z', 'yesterday', '昨天'],
    ['2026-11-24T13:00:00Z', 'in 2 days', '后天'],
    ['2026-11-08T12:00:00Z', '2 weeks ago', '2周前'],
    ['2024-10-01T12:00:00Z', '2 years ago', '2年前'],
  ])('says %s as %s and %s', (instant, english, chinese) => {
    expect(relativeTime(instant, NOW, 'en')).toBe(english);
    expect(relativeTime(instant, NOW, 'zh-CN')).toBe(chinese);
  });
});

it('says the exact time with its zone', () => {
  expect(exactTime('2026-11-22T11:55:00Z', 'en', 'Asia/Shanghai')).toBe(
    'November 22, 2026 at 7:55:00 PM GMT+8',
  );
});

/*
 * The sliding log of sliding-log.ts, in Redis. Time is Redis's own, so that the instances' clocks do not matter. A member
 * of KEYS[1] is a request; its score is when it stops counting. KEYS[2] is when the next paced request is due; KEYS[3]
 * holds the instances, by when they were last heard of. Numbers come back rounded up.
 */

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000`;

/** ARGV: request, total, window, milliseconds that a request may be under way, 1 if paced, interval, credit. */
export const TAKE = `${NOW}
local total, window, longest = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local interval, credit = tonumber(ARGV[6]), tonumber(ARGV[7])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local over = redis.call('ZCARD', KEYS[1]) - total
if over >= 0 then
  local first = redis.call('ZRANGE', KEYS[1], over, over, 'WITHSCORES')
  return { 0, math.ceil(math.min(first[2] - now, window)) }
end
local due = tonumber(redis.call('GET', KEYS[2]) or 0)
if ARGV[5] == '1' and due > now then return { 0, math.ceil(due - now) } end
due = math.min(math.max(due, now - credit) + interval, now + credit)
redis.call('SET', KEYS[2], string.format('%.3f', due), 'PX', math.ceil(2 * credit))
redis.call('ZADD', KEYS[1], now + longest + window, ARGV[1])
redis.call('PEXPIRE', KEYS[1], longest + window)
return { 1, 0 }`;

/** ARGV: request, window. */
export const SETTLE = `${NOW}
return redis.call('ZADD', KEYS[1], 'XX', now + ARGV[2], ARGV[1])`;

/** ARGV: request. */
export const GIVE_BACK = `return redis.call('ZREM', KEYS[1], ARGV[1])`;

/** ARGV: instance, milliseconds after which a silent instance is gone. @returns instances, requests that count */
export const BEAT = `${NOW}
redis.call('ZADD', KEYS[3], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
return { redis.call('ZCARD', KEYS[3]), redis.call('ZCOUNT', KEYS[1], now, '+inf') }`;

/** ARGV: instance. */
export const LEAVE = `return redis.call('ZREM', KEYS[3], ARGV[1])`;

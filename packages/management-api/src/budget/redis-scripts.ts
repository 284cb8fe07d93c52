/*
 * The sliding log of sliding-log.ts, in Redis. Time is Redis's own, so that the instances' clocks do not matter. A member
 * of KEYS[1] is a request; its score is when it stops counting. KEYS[2] holds what was taken lately, by when; KEYS[3] the
 * instances, by when they were last heard of. Numbers come back rounded up.
 */

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000`;

/** ARGV: request, total, pace, window, span of the pace, milliseconds that a request may be under way. */
export const TAKE = `${NOW}
local total, pace, window, span = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - span)
local used = redis.call('ZCARD', KEYS[1])
if used >= total then
  local first = redis.call('ZRANGE', KEYS[1], used - total, used - total, 'WITHSCORES')
  return { 0, math.ceil(math.min(first[2] - now, window)) }
end
local recent = redis.call('ZCARD', KEYS[2])
if recent >= pace then
  local first = redis.call('ZRANGE', KEYS[2], recent - pace, recent - pace, 'WITHSCORES')
  return { 0, math.ceil(first[2] + span - now) }
end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[6]) + window, ARGV[1])
redis.call('ZADD', KEYS[2], now, ARGV[1])
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[6]) + window)
redis.call('PEXPIRE', KEYS[2], math.ceil(span))
return { 1, 0 }`;

/** ARGV: request, window. */
export const SETTLE = `${NOW}
return redis.call('ZADD', KEYS[1], 'XX', now + ARGV[2], ARGV[1])`;

/** ARGV: request. */
export const GIVE_BACK = `
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('ZREM', KEYS[1], ARGV[1])`;

/** ARGV: instance, milliseconds after which a silent instance is gone. @returns instances, requests that count */
export const BEAT = `${NOW}
redis.call('ZADD', KEYS[3], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
return { redis.call('ZCARD', KEYS[3]), redis.call('ZCOUNT', KEYS[1], now, '+inf') }`;

/** ARGV: instance. */
export const LEAVE = `return redis.call('ZREM', KEYS[3], ARGV[1])`;

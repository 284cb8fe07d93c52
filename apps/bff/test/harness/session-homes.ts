import type { RunningRedis } from './redis.ts';

/** Where sessions may live, as settings: what holds for them holds in both. */
export const sessionHomes = (redis: RunningRedis): [string, Record<string, string>][] => [
  ['in the process', {}],
  ['in Redis', { REDIS_URL: redis.url }],
];

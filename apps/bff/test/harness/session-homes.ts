import { inject, test } from 'vitest';
import { startRedis } from './redis.ts';

/** @returns where sessions may live, as settings: what holds for them holds in both. Without Redis, in the process */
export async function sessionHomes(): Promise<[string, Record<string, string>][]> {
  const inProcess: [string, Record<string, string>] = ['in the process', {}];
  if (inject('redis') === undefined) {
    test.skip('sessions in Redis');
    return [inProcess];
  }
  return [inProcess, ['in Redis', { REDIS_URL: (await startRedis()).url }]];
}

import { describe, inject } from 'vitest';
import { startService, type Service } from './service.ts';

const program = inject('redis');

/** `describe` for what needs Redis; skipped where there is none. */
export const describeWithRedis = describe.skipIf(program === undefined);

/** Starts an empty Redis for one test file. */
export async function startRedis(): Promise<Service> {
  if (program === undefined) throw new Error('Redis was not found');
  return startService('redis', program);
}

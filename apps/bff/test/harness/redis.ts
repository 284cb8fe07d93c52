import { describe, inject } from 'vitest';
import { startService, type Service } from './service.ts';

const program = inject('redis');

/** `describe` for what needs Redis; skipped where there is none. */
export const describeWithRedis = describe.skipIf(program === undefined);

export interface RunningRedis extends Service {
  /** It keeps its connections and answers nothing, until `wake`. */
  freeze(): void;
  wake(): void;
}

/** Starts an empty Redis for one test or test file. */
export async function startRedis(): Promise<RunningRedis> {
  if (program === undefined) throw new Error('Redis was not found');
  const service = await startService('redis', program);
  return {
    ...service,
    freeze: () => void process.kill(service.pid(), 'SIGSTOP'),
    wake: () => void process.kill(service.pid(), 'SIGCONT'),
  };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { inject, onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../../scripts/services/redis.mjs', import.meta.url));

export const hasRedis = inject('redis') !== undefined;

/** A real Redis of its own for one test, and clients of it. */
export async function startRedis() {
  const child = fork(PROGRAM, [inject('redis')!]);
  onTestFinished(async () => {
    const exit = once(child, 'exit');
    child.disconnect();
    await exit;
  });
  const told = async () => ((await once(child, 'message')) as [{ url: string; pid: number }])[0];
  const { url, pid } = await told();
  let redis = pid;
  const tell = async (what: 'stop' | 'start') => {
    const answer = told();
    child.send(what);
    redis = (await answer).pid;
  };
  return {
    /** Ends it; what it held is lost. */
    stop: () => tell('stop'),
    /** On the same port as before. */
    start: () => tell('start'),
    /** It keeps its connections and answers nothing, until `wake`. */
    freeze: () => process.kill(redis, 'SIGSTOP'),
    wake: () => process.kill(redis, 'SIGCONT'),
    connect: async () => {
      const client = new Redis(url, {
        lazyConnect: true,
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        retryStrategy: () => 50,
      });
      client.on('error', () => undefined);
      await client.connect();
      onTestFinished(() => client.disconnect());
      return client;
    },
  };
}

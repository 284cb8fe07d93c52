import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterwards } from './afterwards.ts';
import { freePort } from './free-port.ts';

export interface RunningRedis {
  url: string;
  /** Ends it; what it held is lost. */
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  /** It keeps its connections and answers nothing, until `wake`. */
  freeze(): void;
  wake(): void;
}

/** A real Redis of its own, without persistence, for one test file. */
export async function startRedis(): Promise<RunningRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;

  const start = async () => {
    if (server) return;
    const options = { bind: '127.0.0.1', port, dir, save: '', appendonly: 'no' };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    server = child;
    const isReady = (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        if (line.includes('Ready to accept connections')) return;
      }
      throw new Error('redis-server did not start');
    })();
    await Promise.race([isReady, once(child, 'error').then(([error]) => Promise.reject(error as Error))]);
    child.stdout.resume();
  };
  const stop = async () => {
    if (!server) return;
    const exit = once(server, 'exit');
    server.kill('SIGCONT');
    server.kill('SIGKILL');
    await exit;
    server = undefined;
  };

  await start();
  afterwards(async () => {
    await stop();
    await rm(dir, { recursive: true });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    freeze: () => server?.kill('SIGSTOP'),
    wake: () => server?.kill('SIGCONT'),
  };
}

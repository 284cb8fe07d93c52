import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterwards } from './afterwards.ts';

/** A server of a test's, or a test file's, own. */
export interface Service {
  url: string;
  /** Its process now. */
  pid(): number;
  /** Ends it at once, as a crash would; it can be started again. */
  stop(): Promise<void>;
  /** On the same port; PostgreSQL on the same data, Redis empty. */
  start(): Promise<void>;
}

interface Told {
  url: string;
  pid: number;
}

/**
 * Starts a server; it ends after the test or the test file, or with this process however that ends.
 * @param name of its file in scripts/services
 * @param env of its process
 * @param isForAll it ends with this process only, for all test files that it runs
 * @throws Error when it does not start; it has said why on the terminal
 */
export async function startService(
  name: 'postgres' | 'redis',
  programs: string,
  isForAll = false,
  env: Record<string, string> = {},
): Promise<Service> {
  const file = fileURLToPath(new URL(`../../../../scripts/services/${name}.mjs`, import.meta.url));
  const child = fork(file, [programs], { execArgv: [], env: { ...process.env, ...env } });
  const exit = once(child, 'exit');
  const told = async (): Promise<Told> => {
    const [message] = (await Promise.race([once(child, 'message'), exit.then(() => [])])) as [Told?];
    if (!message) throw new Error(`${name} ended by itself`);
    return message;
  };
  if (!isForAll)
    afterwards(async () => {
      if (child.connected) child.disconnect();
      await exit;
    });
  let now = await told();
  if (isForAll) {
    child.unref();
    child.channel?.unref();
  }
  const { url } = now;
  const ask = async (what: 'start' | 'stop') => {
    child.send(what);
    now = await told();
  };
  return { url, pid: () => now.pid, stop: () => ask('stop'), start: () => ask('start') };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { findPostgres, findRedis } from '../scripts/services/find.mjs';
import { inRoot } from '../scripts/root.mjs';

const FIND = { postgres: findPostgres, redis: findRedis };

/**
 * Starts an empty PostgreSQL or Redis while something is done with it.
 * @template T
 * @param {keyof typeof FIND} name
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T | undefined>} undefined where there is no such program
 */
export async function withService(name, work) {
  const programs = FIND[name](process.env);
  if (programs === undefined) return undefined;
  const child = fork(inRoot(`scripts/services/${name}.mjs`), [programs], { execArgv: [] });
  const exit = once(child, 'exit');
  try {
    const [told] = await Promise.race([once(child, 'message'), exit.then(() => [])]);
    if (!told) throw new Error(`${name} did not start`);
    return await work(told.url);
  } finally {
    if (child.connected) child.disconnect();
    await exit;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';

const UP_WITHIN_MS = 30_000;

/**
 * @typedef {object} Server
 * @property {number | undefined} pid
 * @property {(signal: NodeJS.Signals) => Promise<void>} end returns once it is gone
 */

/**
 * Starts a server and waits until it says that it is up.
 * @param {string} program
 * @param {string[]} args
 * @param {{ isUp: RegExp, stdin?: string, cwd: string, uid?: number, gid?: number }} options
 *   isUp: what it then prints; stdin: what it is given to read
 * @returns {Promise<Server>}
 * @throws {Error} with all that it printed, when it ends instead, or takes too long
 */
export async function startServer(program, args, { isUp, stdin = '', ...options }) {
  const child = spawn(program, args, { ...options, stdio: 'pipe' });
  child.stdin.on('error', () => {}); // it may be gone already, which `exit` tells
  child.stdin.end(stdin);
  const exit = once(child, 'exit').catch((error) => [error]);
  let output = '';
  const up = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (isUp.test(output)) resolve(true);
      });
    }
  });
  const tooLate = new Promise((resolve) => setTimeout(resolve, UP_WITHIN_MS, false).unref());
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    child.kill(signal);
    await exit;
  };
  if (await Promise.race([up, exit.then(() => false), tooLate])) return { pid: child.pid, end };
  await end('SIGKILL');
  throw new Error(`${program} did not start:\n${output}`);
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { inRoot } from '../root.mjs';

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 15_000;
const INTERRUPTION_ARRIVES_WITHIN_MS = 200;

/**
 * @typedef {object} App
 * @property {string} origin where it listens, such as `http://localhost:3000`
 * @property {Promise<never>} unexpectedEnd rejects with a Failure when it ends without having been asked to
 * @property {(question: string) => Promise<any>} ask sends the app a question; resolves with its message of that type
 * @property {() => Promise<void>} stop asks it to end, and kills it if it does not
 */

/**
 * Starts one of our apps and waits until it listens. The app sends `{ type: 'ready', origin }` over IPC, and
 * ends by itself when the channel closes, so it cannot outlive this process.
 * @param {{ title: string, entry: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 *   title: what a person calls it; entry: its main file in the repository
 * @returns {Promise<App>}
 * @throws {Failure} if it ends, or says nothing for a minute; or the signal's reason
 */
export async function startApp({ title, entry, env, signal }) {
  signal.throwIfAborted();
  const child = fork(inRoot(entry), [], {
    env,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const stop = async () => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await exit;
    clearTimeout(timer);
  };
  const unexpectedEnd = exit.then(async ([code, killedBy]) => {
    await delay(INTERRUPTION_ARRIVES_WITHIN_MS); // Ctrl-C reaches the app too, perhaps before it reaches us
    throw new Failure(`${title} ended unexpectedly (${killedBy ?? `exit code ${code}`}).`, {
      exitCode: code || 1,
    });
  });
  unexpectedEnd.catch(() => {});
  try {
    const origin = await Promise.race([
      readyOrigin(child),
      failedStart(title, exit),
      tooLate(title),
      aborted(signal),
    ]);
    return { origin, unexpectedEnd, stop, ask: (question) => ask(child, question) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
const readyOrigin = async (child) => (await messageOf(child, 'ready')).origin;

/** @param {import('node:child_process').ChildProcess} child @param {string} question */
function ask(child, question) {
  const answer = messageOf(child, question);
  if (child.connected) child.send(question);
  return answer;
}

/** @param {import('node:child_process').ChildProcess} child @param {string} type @returns {Promise<any>} */
function messageOf(child, type) {
  return new Promise((resolve) => {
    child.on('message', (/** @type {any} */ message) => {
      if (message?.type === type) resolve(message);
    });
  });
}

/**
 * An app that cannot start says why and exits with 1: there is nothing to add. Only a killed one says nothing.
 * @param {string} title @param {Promise<any[]>} exit @returns {Promise<never>}
 */
async function failedStart(title, exit) {
  const [code, killedBy] = await exit;
  throw new Failure(killedBy ? `${title} was ended by ${killedBy} while it started.` : '', {
    exitCode: code || 1,
  });
}

/** @param {string} title @returns {Promise<never>} */
async function tooLate(title) {
  await delay(READY_WITHIN_MS, undefined, { ref: false });
  throw new Failure(`${title} did not start within ${READY_WITHIN_MS / 1000} s.`);
}

/** @param {AbortSignal} signal @returns {Promise<never>} rejects with its reason once it aborts */
export function aborted(signal) {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/root.mjs';

/**
 * @typedef {object} LogtoOfMembers an embedded Logto whose big organization has a given number of members
 * @property {number} startMs from starting the process until it listens
 * @property {(query: string) => Promise<number>} members asks for members of the big organization; answers how many
 *   milliseconds it took until the whole answer was there
 * @property {() => Promise<number>} peakMb the most memory that the process has had so far
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the built embedded Logto on a free port.
 * @param {number} members
 * @param {AbortSignal} signal
 * @returns {Promise<LogtoOfMembers>}
 */
export async function logtoOfMembers(members, signal) {
  const started = performance.now();
  const env = { PATH: process.env['PATH'], DEV_LOGTO_PORT: '0', DEV_LOGTO_MEMBERS: String(members) };
  const child = fork(inRoot('bench/logto-child.mjs'), [], { env, execArgv: [], signal });
  child.on('error', () => {}); // an abort; whoever waits is told by the signal
  const exit = once(child, 'exit');
  const { origin } = await message(child, 'ready', signal);
  const startMs = performance.now() - started;
  const ask = await asker(origin);
  return {
    startMs,
    members: ask,
    peakMb: async () => {
      child.send('memory');
      return (await message(child, 'memory', signal)).peakKb / 1024;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await exit;
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child @param {string} type @param {AbortSignal} signal */
async function message(child, type, signal) {
  for await (const [received] of on(child, 'message', { signal, close: ['exit'] })) {
    if (received.type === type) return received;
  }
  throw new Error('the embedded Logto ended while it was measured');
}

/** @param {string} origin */
async function asker(origin) {
  const { demo } = await seed('demo');
  const { m2mApplication, managementApiResource } = await seed('applications');
  const token = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${m2mApplication.id}:${m2mApplication.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: managementApiResource,
      scope: 'all',
    }),
  });
  const { access_token } = /** @type {{ access_token: string }} */ (await token.json());
  const headers = { authorization: `Bearer ${access_token}` };
  /** @param {string} query */
  return async (query) => {
    const asked = performance.now();
    const answer = await fetch(`${origin}/api/organizations/${demo.organizations.halden}/users?${query}`, {
      headers,
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`members?${query}: ${answer.status}`);
    return performance.now() - asked;
  };
}

/** @param {string} name of one of the seed's own modules */
const seed = (name) => import(pathToFileURL(inRoot(`apps/dev-logto/dist/seed/${name}.js`)).href);

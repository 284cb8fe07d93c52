import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/root.mjs';
import { start } from './process.mjs';

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
  const env = { DEV_LOGTO_PORT: '0', DEV_LOGTO_MEMBERS: String(members) };
  const { origin, startMs, usage, stop } = await start('../apps/dev-logto/dist/main.js', env, signal);
  const ask = await asker(origin);
  return { startMs, members: ask, peakMb: async () => (await usage()).peakMb, stop };
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

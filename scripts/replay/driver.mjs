import { runnerImport } from 'vite';
import { inRoot } from '../root.mjs';

/**
 * @typedef {{ id: string, secret: string }} Credentials
 * @typedef {object} Whole the Logto to replay against
 * @property {string} endpoint
 * @property {string} resource of its Management API
 * @property {Credentials} m2m an application with the Management API role
 * @property {Credentials} [noScope] one without; it is made and deleted if none is given
 *
 * @typedef {object} Played how one scenario went
 * @property {string} scenario
 * @property {number} steps
 * @property {{ place: number, step: { name: string, method: string, path: string }, lines: string[] }[]} different
 *
 * @typedef {object} Driver the replay of apps/dev-logto's tests, which knows nothing of apps/dev-logto
 * @property {(whole: Whole, run: string, tell: (played: Played) => void) => Promise<Played[]>} replayAll
 * @property {new (message: string) => Error} TargetRefused
 */

/** Loads the driver, which is TypeScript and is not built. @returns {Promise<Driver>} */
export async function loadDriver() {
  const file = inRoot('apps/dev-logto/test/replay/replay-all.ts');
  const { module } = await runnerImport(file, { configFile: false, root: inRoot('apps/dev-logto') });
  return /** @type {Driver} */ (module);
}

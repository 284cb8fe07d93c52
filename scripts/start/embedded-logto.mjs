import { pathToFileURL } from 'node:url';
import { startApp } from '../process/app.mjs';
import { inRoot } from '../root.mjs';

/**
 * @typedef {object} EmbeddedLogto what a built apps/dev-logto knows of itself
 * @property {{ id: string, name: string, email: string, does: string }[]} people who may be signed in with one
 *   click, and what each may do; none without demo data
 * @property {string} password everybody's
 * @property {Record<string, string>} applications settings of the BFF that name the applications in it
 */

/**
 * Starts the embedded Logto.
 * @param {number} port
 * @param {NodeJS.ProcessEnv} env
 * @param {string} portal the portal's address, to which sign-in may lead back
 * @param {AbortSignal} signal
 * @returns {Promise<import('../process/app.mjs').App & EmbeddedLogto>}
 */
export async function startLogto(port, env, portal, signal) {
  const known = await describeLogto(env);
  const app = await startApp({
    title: 'The embedded Logto',
    entry: 'apps/dev-logto/dist/main.js',
    env: { ...env, DEV_LOGTO_PORT: String(port), PORTAL_URL: portal },
    signal,
  });
  return { ...app, ...known };
}

/**
 * Reads the seed's own modules, so that this process does not load the whole of dev-logto.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<EmbeddedLogto>}
 */
async function describeLogto(env) {
  const { demoAccounts, demoPassword } = await seed('demo');
  const { portalWebhook } = await seed('portal-webhook');
  const { managementApiResource, m2mApplication, portalApplication } = await seed('applications');
  return {
    people: env['DEV_LOGTO_SEED'] === 'none' ? [] : demoAccounts,
    password: demoPassword,
    applications: {
      LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
      LOGTO_M2M_ID: m2mApplication.id,
      LOGTO_M2M_SECRET: m2mApplication.secret,
      LOGTO_APP_ID: portalApplication.id,
      LOGTO_APP_SECRET: portalApplication.secret,
      LOGTO_WEBHOOK_SIGNING_KEY: portalWebhook.signingKey,
    },
  };
}

/** @param {string} name */
const seed = (name) => import(pathToFileURL(inRoot(`apps/dev-logto/dist/seed/${name}.js`)).href);

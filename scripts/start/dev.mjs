import { setTimeout as delay } from 'node:timers/promises';
import { createServer } from 'vite';
import { Failure } from '../failure.mjs';
import { aborted } from '../process/app.mjs';
import { freePort } from '../process/free-port.mjs';
import { run } from '../process/run.mjs';
import { inRoot, tool } from '../root.mjs';
import { startLogto } from './embedded-logto.mjs';
import { embeddedSettings, portalUrl, withPortalData } from './settings.mjs';
import { welcome } from './welcome.mjs';

/** What the BFF serves besides the web app. */
const BFF_PATHS = ['/api', '/auth', '/webhooks', '/healthz', '/readyz'];
const READY_WITHIN_MS = 60_000;

/**
 * Runs Vite, which serves the web app from its sources and passes the rest on to the BFF; the BFF from its sources,
 * restarted when one of them changes (by `tsx`: Node 20 runs no TypeScript); and the built embedded Logto, unless a real
 * one is set. All at the portal's one address, so that cookies, sign-in and the check of `Origin` work as in production.
 * @param {Awaited<ReturnType<typeof import('./portal.mjs').plan>>} planned
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<never>} throws the signal's reason, or a Failure if a part ends by itself
 */
export async function runDev({ port, logtoPort }, env, signal) {
  const url = portalUrl(env, port);
  const bffPort = await freePort();
  const logto = logtoPort === undefined ? undefined : await startLogto(logtoPort, env, url, signal);
  const settings = logto ? embeddedSettings(env, { ...logto, port: bffPort }) : env;
  const bff = `http://127.0.0.1:${bffPort}`;
  const vite = await createServer({
    root: inRoot('apps/web'),
    server: { port, strictPort: true, proxy: Object.fromEntries(BFF_PATHS.map((path) => [path, bff])) },
  });
  const ended = run(
    tool('tsx'),
    ['watch', '--clear-screen=false', '--conditions=org-portal-source', inRoot('apps/bff/src/main.ts')],
    {
      env: withPortalData({ ...settings, PORT: String(bffPort), PORTAL_URL: url, HOST: '127.0.0.1' }),
      isShown: true,
      signal,
    },
  ).then(() => Promise.reject(new Failure('The BFF ended unexpectedly.')));
  ended.catch(() => {});
  try {
    await vite.listen();
    await Promise.race([ready(`${bff}/healthz`), ended, aborted(signal)]);
    console.log(welcome('Org Portal (development)', url, logto));
    return await Promise.race([ended, aborted(signal), ...(logto ? [logto.unexpectedEnd] : [])]);
  } finally {
    await vite.close();
    await ended.catch(() => {});
    await logto?.stop();
  }
}

/** Returns once the BFF answers. @param {string} url @throws {Failure} if it does not within a minute */
async function ready(url) {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; await delay(100))
    if (
      await fetch(url)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return;
  throw new Failure('The BFF did not start. Its message is above.');
}

import { Failure } from '../failure.mjs';
import { aborted, startApp } from '../process/app.mjs';
import { startLogto } from './embedded-logto.mjs';
import { assertPortIsFree, portFrom } from './port.mjs';
import { embeddedSettings, hasRealLogto, portalUrl, withPortalData } from './settings.mjs';
import { notReady, welcome } from './welcome.mjs';

/**
 * Finds out what to start, and that it can be.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ port: number, logtoPort: number | undefined }>} logtoPort: none with a real Logto
 * @throws {Failure} if a port is no port, in use, or chosen twice
 */
export async function plan(env) {
  const port = portFrom(env, 'PORT', 3000);
  const logtoPort = hasRealLogto(env) ? undefined : portFrom(env, 'DEV_LOGTO_PORT', 3401);
  if (port === logtoPort)
    throw new Failure(`PORT and DEV_LOGTO_PORT are both ${port}; choose two different ports.`);
  await assertPortIsFree(port, 'PORT', env['HOST']);
  if (logtoPort !== undefined) await assertPortIsFree(logtoPort, 'DEV_LOGTO_PORT');
  return { port, logtoPort };
}

/**
 * Runs the portal, with the embedded Logto unless a real one is set, until the signal aborts.
 * @param {Awaited<ReturnType<typeof plan>>} planned
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<never>} throws the signal's reason, or a Failure if a part ends by itself
 */
export async function runPortal({ port, logtoPort }, env, signal) {
  const url = portalUrl(env, port);
  /** @type {import('../process/app.mjs').App[]} */
  const running = [];
  try {
    const logto = logtoPort === undefined ? undefined : await startLogto(logtoPort, env, url, signal);
    if (logto) running.unshift(logto);
    const settings = logto ? embeddedSettings(env, { port, ...logto }) : { ...env, PORTAL_URL: url };
    const bff = await startBff(withPortalData(settings), signal);
    running.unshift(bff);
    const ends = Promise.race([aborted(signal), ...running.map((app) => app.unexpectedEnd)]);
    const { faults } = await Promise.race([bff.ask('setup-faults'), ends]);
    console.log(faults.length > 0 ? notReady(url, faults) : welcome('Org Portal', url, logto));
    return await ends;
  } finally {
    for (const app of running) await app.stop();
  }
}

/**
 * Starts the built BFF.
 * @param {NodeJS.ProcessEnv} env its settings
 * @param {AbortSignal} signal
 */
export function startBff(env, signal) {
  return startApp({ title: 'The portal', entry: 'apps/bff/dist/main.js', env, signal });
}

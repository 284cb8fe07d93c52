import { freePort } from '../scripts/process/free-port.mjs';
import { startLogto } from '../scripts/start/embedded-logto.mjs';
import { startBff } from '../scripts/start/portal.mjs';
import { newPortalData } from '../scripts/services/prepared-data.mjs';
import { embeddedSettings } from '../scripts/start/settings.mjs';

/**
 * Runs the built portal beside an embedded Logto with demo data, on free ports, while something is done with it.
 * @template T
 * @param {AbortSignal} signal
 * @param {(url: string, people: import('../scripts/start/embedded-logto.mjs').EmbeddedLogto['people']) => Promise<T>} work
 *   gets the portal's address and who can sign in
 */
export async function withPortal(signal, work) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await newPortalData();
  const env = { PATH: process.env['PATH'], PORTAL_URL: url, PORTAL_DATA: data.path };
  const logto = await startLogto(await freePort(), env, url, signal);
  try {
    const bff = await startBff(embeddedSettings(env, { port, ...logto }), signal);
    return await work(bff.origin, logto.people).finally(bff.stop);
  } finally {
    await logto.stop();
    data.remove();
  }
}

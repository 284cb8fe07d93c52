import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from '../failure.mjs';
import { tool } from '../root.mjs';
import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Makes sure that there is a Chromium for the browser tests: the one named by CHROMIUM_PATH, one on the PATH,
 * Playwright's own, or as a last resort the system's package, which needs root.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<string>} its path
 * @throws {Failure} one line, if there is none and none can be had
 */
export async function browser(env, signal) {
  const named = env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) throw new Failure(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const found = named || onPath(env) || (await playwrights(signal));
  if (found) return found;
  return withProgress('Installing a browser for the tests', async () => {
    const installed = (await installPlaywrights(signal)) ?? (await installSystems(env, signal));
    if (installed) return installed;
    throw new Failure(
      'The tests need a Chromium and none could be installed. Install one, or set CHROMIUM_PATH to its program.',
    );
  });
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Playwright's own Chromium, if it is there and starts. @param {AbortSignal} signal */
async function playwrights(signal) {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  if (!existsSync(path)) return undefined;
  const { code } = await run(path, ['--version'], { signal });
  return code === 0 ? path : undefined;
}

/** @param {AbortSignal} signal */
async function installPlaywrights(signal) {
  const { code } = await run(tool('playwright-core'), ['install', 'chromium'], { signal });
  return code === 0 ? playwrights(signal) : undefined;
}

/** @param {NodeJS.ProcessEnv} env @param {AbortSignal} signal */
async function installSystems(env, signal) {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return undefined;
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { signal, env: quiet });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { signal, env: quiet });
  return onPath(env);
}

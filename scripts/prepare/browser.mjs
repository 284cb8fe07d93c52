import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from '../failure.mjs';
import { tool } from '../root.mjs';
import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';

/** The one without windows first: it takes half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

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
  if (named) {
    if (await firstThatStarts([named], signal)) return named;
    throw new Failure(`CHROMIUM_PATH names ${named}, which does not start.`);
  }
  const found = await find(env, signal);
  if (found) return found;
  return withProgress('Installing a browser for the tests', async () => {
    await run(tool('playwright-core'), ['install', 'chromium'], { signal });
    const installed = (await find(env, signal)) ?? (await installSystems(env, signal));
    if (installed) return installed;
    throw new Failure(
      'The tests need a Chromium and none could be installed. Install one, or set CHROMIUM_PATH to its program.',
    );
  });
}

/** One on the PATH, or Playwright's own. @param {NodeJS.ProcessEnv} env @param {AbortSignal} signal */
async function find(env, signal) {
  const { chromium } = await import('playwright-core');
  const folders = (env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return firstThatStarts([...onPath, chromium.executablePath()], signal);
}

/**
 * The first program that can say its version: one that is there may still lack libraries, or only be a note that
 * it must be installed.
 * @param {string[]} paths
 * @param {AbortSignal} signal
 */
async function firstThatStarts(paths, signal) {
  for (const path of paths.filter((it) => existsSync(it))) {
    if ((await run(path, ['--version'], { signal })).code === 0) return path;
  }
  return undefined;
}

/** @param {NodeJS.ProcessEnv} env @param {AbortSignal} signal */
async function installSystems(env, signal) {
  if (process.getuid?.() !== 0) return undefined;
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { signal, env: quiet });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await run('apt-get', ['install', '-y', '--no-install-recommends', name], { signal, env: quiet });
    const installed = await find(env, signal);
    if (installed) return installed;
  }
  return undefined;
}

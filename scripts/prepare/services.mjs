import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';
import { findFirefox, findPostgres, findRedis, findWebKit } from '../services/find.mjs';

const SERVICES = [
  { name: 'PostgreSQL', find: findPostgres, aptPackages: ['postgresql'] },
  { name: 'Redis', find: findRedis, aptPackages: ['redis-server'] },
];
/** For the long tests only. */
const BROWSERS = [
  { name: 'Firefox', find: findFirefox, aptPackages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKit, aptPackages: ['webkit2gtk-driver', 'xvfb'] },
];

/**
 * Looks for the servers and browsers that some tests start: on the PATH and where Debian keeps them. What is not there is installed
 * where that is possible, which takes root and apt-get.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @param {boolean} isLong whether the long tests will run
 * @returns {Promise<string[]>} the names of those that cannot be had; what needs them is skipped
 */
export async function services(env, signal, isLong) {
  const wanted = isLong ? [...SERVICES, ...BROWSERS] : SERVICES;
  const isMissing = (/** @type {(typeof wanted)[number]} */ { find }) => find(env) === undefined;
  const missing = wanted.filter(isMissing);
  if (missing.length > 0 && process.getuid?.() === 0) {
    const title = `Installing ${missing.map(({ name }) => name).join(' and ')} for the tests`;
    const packages = missing.flatMap(({ aptPackages }) => aptPackages);
    await withProgress(title, () => installSystems(packages, env, signal));
  }
  return missing.filter(isMissing).map(({ name }) => name);
}

/** @param {string[]} packages @param {NodeJS.ProcessEnv} env @param {AbortSignal} signal */
async function installSystems(packages, env, signal) {
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { signal, env: quiet });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { signal, env: quiet });
}

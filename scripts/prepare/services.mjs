import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';
import { findPostgres, findRedis } from '../services/find.mjs';

const SERVICES = [
  { name: 'PostgreSQL', find: findPostgres, aptPackage: 'postgresql' },
  { name: 'Redis', find: findRedis, aptPackage: 'redis-server' },
];

/**
 * Looks for the servers that some tests start: on the PATH and where Debian keeps them. What is not there is installed
 * where that is possible, which takes root and apt-get.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<string[]>} the names of those that cannot be had; what needs them is skipped
 */
export async function services(env, signal) {
  const isMissing = (/** @type {typeof SERVICES[number]} */ { find }) => find(env) === undefined;
  const missing = SERVICES.filter(isMissing);
  if (missing.length > 0 && process.getuid?.() === 0) {
    const title = `Installing ${missing.map(({ name }) => name).join(' and ')} for the tests`;
    const packages = missing.map(({ aptPackage }) => aptPackage);
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

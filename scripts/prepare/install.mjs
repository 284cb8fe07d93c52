import { existsSync } from 'node:fs';
import { Failure } from '../failure.mjs';
import { inRoot } from '../root.mjs';
import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { isStamped, stamped } from './stamp.mjs';
import { packageFolders, packageManager } from './workspace.mjs';

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL)\b/;

/**
 * Installs exactly what the lockfile says, with the pinned pnpm, unless that has been done already.
 * @param {AbortSignal} signal
 * @throws {Failure} one line if the registry is out of reach, else what pnpm said
 */
export async function install(signal) {
  const stamp = inRoot('node_modules/.org-portal-installed');
  const input = fingerprint(
    [
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'package.json',
      ...packageFolders().map((it) => `${it}/package.json`),
    ],
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  );
  if (isStamped(stamp, input) && packageFolders().every(hasItsDependencies)) return;
  const args = [
    '--yes',
    packageManager(),
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
  ];
  await withProgress('Installing dependencies', () =>
    stamped(stamp, input, async () => {
      const { code, output } = await run('npx', args, { signal, env: installEnvironment(process.env) });
      if (code !== 0) throw installFailure(output, code);
    }),
  );
}

/**
 * Quiet npm, short waits between attempts, and development dependencies whatever NODE_ENV says: they build.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function installEnvironment(env) {
  return {
    ...env,
    NODE_ENV: 'development',
    npm_config_loglevel: 'error',
    npm_config_update_notifier: 'false',
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
  };
}

/**
 * @param {string} output what npx and pnpm said
 * @param {number} code
 */
export function installFailure(output, code) {
  if (code === 127) return new Failure('npx was not found. It comes with npm: https://nodejs.org');
  if (NO_NETWORK.test(output)) {
    return new Failure(
      'Dependencies cannot be installed: the package registry is out of reach. Check the network (or proxy), then try again.',
    );
  }
  return new Failure(`${output.trimEnd()}\nDependencies could not be installed; pnpm says why above.`);
}

/** @param {string} folder */
function hasItsDependencies(folder) {
  return folder === 'bench' || existsSync(inRoot(`${folder}/node_modules`));
}

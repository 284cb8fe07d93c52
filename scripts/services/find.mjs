import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps the programs of each version of PostgreSQL, off the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder with PostgreSQL's `initdb` and `postgres`: one on the PATH, else Debian's newest.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findPostgres(env) {
  return [...onPath(env), ...debians()].find(
    (folder) => holds(folder, 'postgres') && holds(folder, 'initdb'),
  );
}

/** The program of Redis on the PATH. @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export const findRedis = (env) => program(env, 'redis-server');

/** The program of Firefox: FIREFOX_PATH, else on the PATH. @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export const findFirefox = (env) =>
  env['FIREFOX_PATH'] || program(env, 'firefox-esr') || program(env, 'firefox');

/** Where Debian keeps the browser of WebKitGTK. */
const LIBRARIES = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;

/**
 * WebKitGTK: its WebDriver, its browser, and the display without a screen that it needs.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ driver: string; browser: string; display: string } | undefined}
 */
export function findWebKit(env) {
  const driver = program(env, 'WebKitWebDriver');
  const display = program(env, 'Xvfb');
  const versions = ['4.1', '4.0'].map((version) => join(LIBRARIES, `webkit2gtk-${version}`));
  const folder = versions.find((it) => holds(it, 'MiniBrowser'));
  return driver && display && folder ? { driver, display, browser: join(folder, 'MiniBrowser') } : undefined;
}

/** @param {NodeJS.ProcessEnv} env @param {string} name @returns {string | undefined} */
function program(env, name) {
  const folder = onPath(env).find((it) => holds(it, name));
  return folder && join(folder, name);
}

/** @param {string} folder @param {string} program */
const holds = (folder, program) => existsSync(join(folder, program));

/** @param {NodeJS.ProcessEnv} env */
const onPath = (env) => (env['PATH'] ?? '').split(delimiter).filter(Boolean);

function debians() {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(DEBIAN, version, 'bin'));
}

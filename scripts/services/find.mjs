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
export function findRedis(env) {
  const folder = onPath(env).find((it) => holds(it, 'redis-server'));
  return folder && join(folder, 'redis-server');
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

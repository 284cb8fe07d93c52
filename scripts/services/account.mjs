import { spawnSync } from 'node:child_process';

/**
 * Whom PostgreSQL runs as. It refuses root, so root lends it the account of Debian's package, or nobody's.
 * @returns {{ uid: number, gid: number } | undefined} undefined: the account of this process
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  return accountOf('postgres') ?? accountOf('nobody');
}

/** @param {string} name */
function accountOf(name) {
  const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }));
  return uid?.status === 0 && gid?.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/free-port.mjs';
import { postgresAccount } from './account.mjs';
import { runForParent } from './for-parent.mjs';
import { startServer } from './server.mjs';

/*
 * A PostgreSQL with nothing in it, for the process that forks this one; see for-parent.mjs. The argument is the folder
 * of PostgreSQL's programs. The address that it tells is the superuser's.
 */

const programs = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
const account = postgresAccount();
const password = randomBytes(16).toString('hex');
const port = await freePort();
const data = join(folder, 'data');

let isMade = false;
function make() {
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  if (account) for (const path of [folder, secret]) chownSync(path, account.uid, account.gid);
  const args = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const { status, stdout, stderr } = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, ...args, '--no-locale', '--no-sync'],
    { cwd: folder, encoding: 'utf8', ...account },
  );
  if (status !== 0) throw new Error(`initdb failed:\n${stdout}${stderr}`);
  isMade = true;
}

await runForParent({
  url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  start: async () => {
    if (!isMade) make();
    // Tests do not outlive the machine, so nothing has to be on its disk.
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off' };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return startServer(join(programs, 'postgres'), ['-D', data, ...args], {
      isUp: /ready to accept connections/,
      cwd: folder,
      ...account,
    });
  },
  endBy: 'SIGQUIT',
  remove: () => rmSync(folder, { recursive: true, force: true }),
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/free-port.mjs';
import { runForParent } from './for-parent.mjs';
import { startServer } from './server.mjs';

/*
 * An empty Redis for the process that forks this one; see for-parent.mjs. The argument is Redis's program. It keeps
 * nothing: stopped and started again, it is empty.
 */

const folder = mkdtempSync(join(tmpdir(), 'portal-redis-'));
const password = randomBytes(16).toString('hex');
const port = await freePort();
const settings = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', `dir ${folder}`];

await runForParent({
  url: `redis://:${password}@127.0.0.1:${port}`,
  start: () =>
    startServer(process.argv[2] ?? '', ['-'], {
      isUp: /Ready to accept connections/,
      stdin: settings.join('\n'),
      cwd: folder,
    }),
  endBy: 'SIGKILL',
  remove: () => rmSync(folder, { recursive: true, force: true }),
});

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '../src/database/folder-lock.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalData } from './harness/portal-data.ts';

const HOLD = fileURLToPath(new URL('./embedded/hold-folder.mjs', import.meta.url));
/** As a container has them: process 1 of its own, no network, the folder shared. */
const CONTAINER = ['unshare', '--pid', '--net', '--mount', '--fork', '--kill-child'];
const mayUnshare = spawnSync(CONTAINER[0]!, [...CONTAINER.slice(1), 'true']).status === 0;

interface Holder {
  child: ChildProcess;
  /** `open`, or why not. */
  said: Promise<string>;
  /** `kill -9`. Returns once it is gone. */
  kill(): Promise<void>;
}

/** Starts a process that opens the folder. */
function hold(folder: string, prefix: string[] = []): Holder {
  const [program, ...args] = [...prefix, process.execPath, HOLD, folder];
  const child = spawn(program!, args, { stdio: 'pipe' });
  const exit = once(child, 'exit');
  const said = new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (data) => resolve(String(data)));
    child.stderr.on('data', (data) => (text += String(data)));
    child.on('close', () => resolve(text));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  afterwards(kill);
  return { child, said, kill };
}

const newFolder = async (...below: string[]): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-lock-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, ...below);
  await mkdir(path, { recursive: true });
  return path;
};

const IN_USE = 'in use by another process. End it, or set PORTAL_DATA to another folder.';

describe.skipIf(!mayUnshare)('a folder that two containers share', () => {
  // Attack: a second container is started on the volume of the first. Both are process 1, both write, and the files are
  // destroyed.
  test('is opened by the first alone, and by the next one after kill -9', { timeout: 90_000 }, async () => {
    const folder = await newPortalData();
    const first = hold(folder, CONTAINER);
    expect(await first.said).toBe('open');

    expect(await hold(folder, CONTAINER).said).toBe(`${folder}: ${IN_USE}`);
    expect(await hold(folder).said).toBe(`${folder}: ${IN_USE}`);

    await first.kill();
    expect(await hold(folder, CONTAINER).said).toBe('open');
  });

  test('is opened by one of four that start at the same moment', { timeout: 90_000 }, async () => {
    const folder = await newPortalData();

    const said = await Promise.all(Array.from({ length: 4 }, () => hold(folder, CONTAINER).said));

    expect(said.filter((text) => text === 'open')).toHaveLength(1);
    expect(said.filter((text) => text.endsWith(IN_USE))).toHaveLength(3);
  });
});

describe.skipIf(process.platform === 'win32')('the lock of a folder', () => {
  test('holds while its process is stopped', { timeout: 60_000 }, async () => {
    const folder = await newPortalData();
    const holder = hold(folder);
    expect(await holder.said).toBe('open');
    holder.child.kill('SIGSTOP');

    await expect(lockFolder(folder)).rejects.toThrow(IN_USE);
  });

  test('goes to one of ten in the same process, and is free again afterwards', async () => {
    const folder = await newFolder();

    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));

    const taken = tries.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
    expect(taken).toHaveLength(1);
    await taken[0]!();
    await (
      await lockFolder(folder)
    )();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const folder = await newFolder('a'.repeat(100), 'b'.repeat(100));
    const release = await lockFolder(folder);

    await expect(lockFolder(folder)).rejects.toThrow(IN_USE);

    await release();
    await (
      await lockFolder(folder)
    )();
  });

  test('is taken over from a machine that has restarted, on a disk of its own', async () => {
    const folder = await newFolder();
    await leaveDeadSocket(folder, 'another-boot.0');

    await (
      await lockFolder(folder)
    )();

    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  test('is refused when it cannot be asked for, with what to do', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'lock'));
    const file = join(folder, 'lock', 'looped');
    await symlink(file, file);

    await expect(lockFolder(folder)).rejects.toThrow(
      `may be in use by another machine or account, which cannot be told from here. ` +
        `Make sure that no portal uses it, and delete ${file}.`,
    );
  });

  test('respects a folder that 0.1.0 has open, and not a file that it left behind', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'process-id'), String(process.ppid));
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`);

    await writeFile(join(folder, 'process-id'), `${2 ** 22 + 1}`);
    await (
      await lockFolder(folder)
    )();
  });
});

/** Leaves what `kill -9` leaves: a socket on which nobody listens. */
async function leaveDeadSocket(folder: string, name: string): Promise<void> {
  await mkdir(join(folder, 'lock'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, 'lock', '.made'), resolve));
  await rename(join(folder, 'lock', '.made'), join(folder, 'lock', name));
  await new Promise((resolve) => server.close(resolve));
}

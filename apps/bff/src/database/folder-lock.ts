import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, realpath, rename, rm, statfs } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError } from './database-error.ts';
import { writeProcessId } from './process-id-file.ts';

/** Milliseconds. A process that takes connections and says nothing for so long is busy: it has the folder open. */
const ANSWER = 2_000;
/** Milliseconds for which one that starts at the same moment may take to give way. */
const GIVE_WAY = 10_000;
const PAUSE = 50;
/** Bytes. What the address of a Unix socket may have on every system, with room for the name. */
const LONGEST_ADDRESS = 100;
/** File systems that one kernel alone can mount: ext, xfs, btrfs, overlay, tmpfs, zfs, f2fs, bcachefs. */
const LOCAL = new Set([
  0xef53, 0x58465342, 0x9123683e, 0x794c7630, 0x01021994, 0x2fc12fc1, 0xf2f52010, 0xca451a4e,
]);

/**
 * Takes a folder for this process alone. The lock is a Unix socket in the folder on which the process listens: the kernel
 * ends that with the process, however it ends, and any process on the machine that sees the folder can ask for it, also
 * from another container (socket files do not belong to a PID or network namespace).
 *
 * Each process announces itself before it looks for others, so of two at least one sees the other. Of those that start at
 * the same moment the first by name stays.
 * @param folder that exists
 * @returns what gives the folder back
 * @throws DatabaseError when another process has it, or that cannot be ruled out
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const release = process.platform === 'win32' ? await listenOnPipe(folder) : await listenInFolder(folder);
  try {
    const removeFile = await writeProcessId(folder);
    return async () => {
      await removeFile();
      await release();
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Windows has no socket files, but pipes by name, of which the first to listen is the only one. */
async function listenOnPipe(folder: string): Promise<() => Promise<void>> {
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32);
  const server = createServer();
  await listen(server, String.raw`\\.\pipe\org-portal-${name}`).catch((error) => {
    throw error.code === 'EADDRINUSE' ? inUse(folder) : error;
  });
  return () => close(server);
}

async function listenInFolder(folder: string): Promise<() => Promise<void>> {
  const sockets = join(folder, 'lock');
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  const address = await shortAddress(sockets);
  const machine = await thisMachine();
  const own = `${machine}.${randomBytes(4).toString('hex')}`;
  let isOpen = false;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(isOpen ? 'open' : 'starting');
  });
  const release = async () => {
    await rm(join(sockets, own), { force: true });
    await close(server);
    await address.close();
  };
  try {
    // Between bind and listen a socket refuses connections as a dead one does, so it gets its name after both.
    await listen(server, join(address.path, `.${own.slice(-8)}`));
    await rename(join(sockets, `.${own.slice(-8)}`), join(sockets, own));
    const dead = [];
    for (const name of (await readdir(sockets)).filter((it) => !it.startsWith('.') && it !== own)) {
      await requireDead(folder, join(address.path, name), own < name);
      if (!name.startsWith(`${machine}.`) && !LOCAL.has((await statfs(sockets)).type))
        throw inDoubt(folder, join(sockets, name));
      dead.push(name);
    }
    isOpen = true;
    for (const name of dead) await rm(join(sockets, name), { force: true });
    return release;
  } catch (error) {
    await release();
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `${folder} cannot be locked`,
      `${(error as Error).message}. Set PORTAL_DATA to a folder on a local disk, or DATABASE_URL to a PostgreSQL.`,
    );
  }
}

/** @throws DatabaseError while the process behind the socket lives, unless it gives way to this one */
async function requireDead(folder: string, address: string, isFirst: boolean): Promise<void> {
  const end = performance.now() + GIVE_WAY;
  for (;;) {
    const answer = await ask(address);
    if (answer === 'dead') return;
    if (answer === 'unknown') throw inDoubt(folder, address);
    if (answer === 'open' || !isFirst || performance.now() > end) throw inUse(folder);
    await wait(PAUSE);
  }
}

type Answer = 'dead' | 'starting' | 'open' | 'unknown';

/** Asks the process that listens there; one that does not answer has the folder open. */
function ask(address: string): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let text = '';
    let isTaken = false;
    const finish = (answer: Answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER, () => finish('open'));
    socket.on('connect', () => (isTaken = true));
    socket.on('data', (data) => (text += String(data)));
    socket.on('end', () => finish(text === 'starting' ? 'starting' : 'open'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      // It may have ended after it took the connection; asked again, it then refuses.
      if (isTaken) finish('starting');
      else if (code === 'ECONNREFUSED' || code === 'ENOENT') finish('dead');
      else finish(code === 'EAGAIN' ? 'open' : 'unknown');
    });
  });
}

const inUse = (folder: string): DatabaseError =>
  new DatabaseError(folder, 'in use by another process. End it, or set PORTAL_DATA to another folder.');

const inDoubt = (folder: string, file: string): DatabaseError =>
  new DatabaseError(
    folder,
    'may be in use by another machine or account, which cannot be told from here. ' +
      `Make sure that no portal uses it, and delete ${file}.`,
  );

/** @returns what differs between two kernels that see the same folder, and after a restart of the machine */
async function thisMachine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(hostname);
  return createHash('sha256').update(boot).digest('hex').slice(0, 12);
}

/** @returns an address of the folder that is short enough for a socket; on Linux there always is one */
async function shortAddress(folder: string): Promise<{ path: string; close(): Promise<void> }> {
  if (Buffer.byteLength(folder) + 24 <= LONGEST_ADDRESS || process.platform !== 'linux')
    return { path: folder, close: async () => undefined };
  const handle = await open(folder);
  return { path: `/proc/self/fd/${handle.fd}`, close: () => handle.close() };
}

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => resolve());
    server.unref();
  });

const close = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()));

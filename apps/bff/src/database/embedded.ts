import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { PGlitePgConfig } from '@electric-sql/pglite/node-postgres';

/** A PostgreSQL in the process, as node-postgres takes it. */
export interface Embedded {
  connection: PGlitePgConfig;
  close(): Promise<void>;
}

/**
 * Opens PGlite on a folder, which is made if it is not there; one process at a time.
 * @throws Error that names the folder, when another process uses it
 */
export async function openFolder(folder: string): Promise<Embedded> {
  const path = resolve(folder);
  const release = await claim(path);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const embedded = await toEmbedded(await PGlite.create(join(path, 'postgres')));
    return {
      ...embedded,
      close: async () => {
        await embedded.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Opens PGlite in memory, with what was dumped of another one. */
export async function openDump(dump: Blob): Promise<Embedded> {
  const { PGlite } = await import('@electric-sql/pglite');
  return toEmbedded(await PGlite.create({ loadDataDir: dump }));
}

async function toEmbedded(pglite: PGlite): Promise<Embedded> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  return { connection: createPgConfig(pglite), close: () => pglite.close() };
}

/** Two processes on the same files would destroy them, and PGlite does not look. */
async function claim(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'process-id');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new Error(
      `${folder} is in use by process ${owner}. End it, or set PORTAL_DATA to another folder. ` +
        `If that process is no portal, delete ${join(dirname(file), 'process-id')}.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

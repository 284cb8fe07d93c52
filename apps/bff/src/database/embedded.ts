import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PGlitePgConfig } from '@electric-sql/pglite/node-postgres';
import { DatabaseError } from './database-error.ts';

/** A PostgreSQL in the process, as node-postgres takes it. */
interface Embedded {
  connection: PGlitePgConfig;
  close(): Promise<void>;
}

/**
 * Opens PGlite on a folder, which is made if it is not there; one process at a time.
 * @throws DatabaseError that names the folder, when another process uses it or its files cannot be read
 */
export async function openFolder(folder: string): Promise<Embedded> {
  const path = resolve(folder);
  const release = await claim(path);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
    const pglite = await PGlite.create(join(path, 'postgres'));
    return {
      connection: createPgConfig(pglite),
      close: async () => {
        await pglite.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw new DatabaseError(path, error);
  }
}

/** Folders that are open in this process; another one may have had the same number, and left its file. */
const open = new Set<string>();

/** Two on the same files would destroy them, and PGlite does not look. */
async function claim(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'process-id');
  await makeFolder(folder);
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  const isInUse = owner === process.pid ? open.has(folder) : owner > 0 && isRunning(owner);
  if (isInUse) {
    throw new DatabaseError(
      folder,
      `in use by process ${owner}. End it, or set PORTAL_DATA to another folder. If it is no portal, delete ${file}.`,
    );
  }
  await writeFile(file, String(process.pid));
  open.add(folder);
  return async () => {
    open.delete(folder);
    await rm(file, { force: true });
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseError('PORTAL_DATA cannot be made', error);
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

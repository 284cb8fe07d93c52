import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PGlitePgConfig } from '@electric-sql/pglite/node-postgres';
import { Backups } from './backups.ts';
import { DatabaseError } from './database-error.ts';
import { lockFolder } from './folder-lock.ts';

/** A PostgreSQL in the process, as node-postgres takes it. */
interface Embedded {
  connection: PGlitePgConfig;
  /** See `Backups.make`. */
  backUp(isNeeded: boolean): ReturnType<Backups['make']>;
  close(): Promise<void>;
}

/**
 * Opens PGlite on a folder, which is made if it is not there; one process at a time, because two on the same files would
 * destroy them, and PGlite does not look.
 * @throws DatabaseError that names the folder, when another process uses it or its files cannot be read
 */
export async function openFolder(folder: string): Promise<Embedded> {
  const path = resolve(folder);
  await makeFolder(path);
  const release = await lockFolder(path);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
    const pglite = await PGlite.create(join(path, 'postgres'));
    const backups = new Backups(join(path, 'backups'));
    return {
      connection: createPgConfig(pglite),
      backUp: (isNeeded) => backups.make(pglite, isNeeded),
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

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseError('PORTAL_DATA cannot be made', error);
  }
}

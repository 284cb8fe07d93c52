import pg from 'pg';
import type { FastifyBaseLogger } from 'fastify';
import { DatabaseError } from './database-error.ts';
import { over, type Database } from './database.ts';
import { migrate, mustMigrate } from './migrations.ts';
import { openFolder } from './embedded.ts';

/** `url`: PostgreSQL. `folder`: one in the process, which keeps its files there. */
export type DatabaseSettings = { url: string } | { folder: string };

type Log = Pick<FastifyBaseLogger, 'warn'>;

export interface OpenDatabase {
  database: Database;
  /** Connections to hold locks with; none with the embedded one, which this process has for itself. */
  held: pg.Pool | undefined;
  close(): Promise<void>;
}

/** Milliseconds. A database that is gone is to be noticed before the browser gives up. */
const CONNECT = 3_000;
const STATEMENT = 10_000;
/** How long a change waits for another one of the same organization, in another instance. */
const LOCK = 15_000;

/**
 * Opens the database and brings it to the newest form.
 * @throws DatabaseError when it cannot be opened or reached, or a migration fails
 */
export async function openDatabase(settings: DatabaseSettings, log: Log): Promise<OpenDatabase> {
  const { forMigrations, ...open } =
    'url' in settings ? openPostgres(settings.url, log) : await openEmbedded(settings.folder, log);
  try {
    await migrate(forMigrations);
  } catch (error) {
    await open.close();
    throw error instanceof DatabaseError ? error : new DatabaseError('The database cannot be used', error);
  } finally {
    if (forMigrations !== open.database) await forMigrations.destroy();
  }
  return open;
}

interface Opened extends OpenDatabase {
  /** Its queries may take as long as the largest table needs. */
  forMigrations: Database;
}

function openPostgres(url: string, log: Log): Opened {
  const connect = (config: pg.PoolConfig) => {
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: CONNECT, ...config });
    // A connection that breaks is replaced at the next query; unheard, the events would end the process.
    const heard = (err: Error) => log.warn({ err }, 'a connection to the database broke');
    pool.on('error', heard);
    pool.on('connect', (client) => client.on('error', heard));
    return pool;
  };
  const database = over(connect({ max: 10, statement_timeout: STATEMENT, query_timeout: STATEMENT }));
  const held = connect({ max: 20, lock_timeout: LOCK, query_timeout: LOCK + STATEMENT });
  return {
    database,
    forMigrations: over(connect({ max: 1 })),
    held,
    close: async () => {
      await Promise.all([database.destroy(), held.end()]);
    },
  };
}

async function openEmbedded(folder: string, log: Log): Promise<Opened> {
  const { connection, backUp, close } = await openFolder(folder);
  const pool = new pg.Pool({ ...connection, max: 1 });
  const database = over(pool);
  const open: Opened = {
    database,
    forMigrations: database,
    held: undefined,
    close: async () => {
      await database.destroy();
      await close();
    },
  };
  try {
    const outcome = await backUp(await mustMigrate(database));
    if (outcome === 'too large')
      log.warn({ folder }, 'the database is too large to be backed up at the start');
  } catch (err) {
    // A full disk must not keep people from reading.
    log.warn({ err, folder }, 'the database could not be backed up at the start');
  }
  return open;
}

import AsyncLock from 'async-lock';
import type { Pool, PoolClient } from 'pg';
import { over, type Database } from '../database/database.ts';
import { unavailable } from '../record/unavailable.ts';

/** First key of the advisory locks, so that they are not mistaken for others'. */
const LOCK_CLASS = 0x4f524c;

/**
 * Changes that could cost an organization its last admin run one after another: in this process, and by a PostgreSQL
 * advisory lock over all processes. The lock belongs to a connection, and the change is handed that connection to
 * write its record with: should the connection, and with it the lock, be lost, then there is no record and so no change.
 */
export class OrganizationLock {
  readonly #local = new AsyncLock();
  readonly #database: Database;
  readonly #held: Pool | undefined;

  /** @param held connections to PostgreSQL; none: this process is alone */
  constructor(database: Database, held: Pool | undefined) {
    this.#database = database;
    this.#held = held;
  }

  /** The same for several organizations: as if it were a change of each. */
  runAll<Result>(
    organizationIds: readonly string[],
    change: (database: Database) => Promise<Result>,
  ): Promise<Result> {
    // All in one order, so that no two wait for each other.
    const ids = [...new Set(organizationIds)].sort();
    if (ids.length === 0) return change(this.#database);
    return this.#local.acquire(ids, () => {
      if (!this.#held) return change(this.#database);
      return this.#overAll(this.#held, ids, change);
    });
  }

  /**
   * Runs `change` when no other one of the same organization is under way.
   * @throws Problem `audit.unavailable` when the database is gone, or the others take too long
   */
  run<Result>(organizationId: string, change: (database: Database) => Promise<Result>): Promise<Result> {
    return this.runAll([organizationId], change);
  }

  async #overAll<Result>(
    held: Pool,
    organizationIds: readonly string[],
    change: (database: Database) => Promise<Result>,
  ): Promise<Result> {
    const client = await lock(held, organizationIds);
    try {
      return await change(over(alone(client)));
    } finally {
      await unlock(client, organizationIds);
    }
  }
}

async function lock(held: Pool, organizationIds: readonly string[]): Promise<PoolClient> {
  let client: PoolClient | undefined;
  try {
    client = await held.connect();
    for (const id of organizationIds)
      await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, id]);
    return client;
  } catch (error) {
    client?.release(true);
    throw unavailable(error);
  }
}

/** A connection that cannot say that it has let go is closed, which lets go too. */
async function unlock(client: PoolClient, organizationIds: readonly string[]): Promise<void> {
  try {
    for (const id of organizationIds)
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, id]);
    client.release();
  } catch {
    client.release(true);
  }
}

/** One connection in the place of a pool; whoever took it from the pool gives it back. */
const alone = (client: PoolClient) => ({
  connect: async () => ({ query: client.query.bind(client), release: () => {} }) as unknown as PoolClient,
  end: async () => {},
});

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

/** `count` has one row come back; `unnest` keeps the order. */
const eachOf = (call: 'pg_advisory_lock' | 'pg_advisory_unlock') =>
  `select count(done) from (select ${call}($1, hashtext(id))::text as done from unnest($2::text[]) as id offset 0) as all_of_them`;

async function lock(held: Pool, organizationIds: readonly string[]): Promise<PoolClient> {
  let client: PoolClient | undefined;
  try {
    client = await held.connect();
    await client.query(eachOf('pg_advisory_lock'), [LOCK_CLASS, organizationIds]);
    return client;
  } catch (error) {
    client?.release(true);
    throw unavailable(error);
  }
}

/** A connection that cannot say that it has let go is closed, which lets go too. */
async function unlock(client: PoolClient, organizationIds: readonly string[]): Promise<void> {
  try {
    await client.query(eachOf('pg_advisory_unlock'), [LOCK_CLASS, organizationIds]);
    client.release();
  } catch {
    client.release(true);
  }
}

/** One connection in place of a pool. The caller that took it from the pool returns it. */
const alone = (client: PoolClient) => ({
  connect: async () => ({ query: client.query.bind(client), release: () => {} }) as unknown as PoolClient,
  end: async () => {},
});

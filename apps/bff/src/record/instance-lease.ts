import { randomInt } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** First key of the advisory locks, so that they are not mistaken for others'. */
const LEASE_CLASS = 0x4f5249;
/** Milliseconds before a lost lease is taken anew. */
const PAUSE = 1_000;

/**
 * The sign that this process is alive: an advisory lock on its number, which PostgreSQL takes away when the process
 * ends, however it ends. Without PostgreSQL this process is alone, and every other one is gone.
 */
export class InstanceLease {
  readonly id = randomInt(1, 2 ** 31);
  readonly #pool: Pool | undefined;
  #client: PoolClient | undefined;
  #isReleased = false;

  constructor(pool: Pool | undefined) {
    this.#pool = pool;
  }

  /** Takes the lease, and takes it again whenever its connection breaks. */
  async take(): Promise<void> {
    if (!this.#pool || this.#isReleased) return;
    let client: PoolClient | undefined;
    try {
      client = await this.#pool.connect();
      await client.query('select pg_advisory_lock($1, $2)', [LEASE_CLASS, this.id]);
      if (this.#isReleased) {
        // Released while it was being taken: nobody else gives the connection back, and the pool would never end.
        client.release(true);
        return;
      }
      this.#client = client;
      client.once('end', () => this.#lost());
    } catch {
      client?.release(true);
      this.#lost();
    }
  }

  /** @returns whether the process with that number has ended */
  async isGone(instance: number): Promise<boolean> {
    if (instance === this.id) return false;
    if (!this.#pool) return true;
    const { rows } = await this.#pool.query<{ free: boolean }>(
      'select pg_try_advisory_xact_lock($1, $2) as free',
      [LEASE_CLASS, instance],
    );
    return rows[0]?.free === true;
  }

  release(): void {
    this.#isReleased = true;
    const client = this.#client;
    this.#client = undefined;
    client?.release(true);
  }

  #lost(): void {
    this.#client?.release(true);
    this.#client = undefined;
    if (!this.#isReleased) setTimeout(() => void this.take(), PAUSE).unref();
  }
}

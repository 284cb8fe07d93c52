import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { InstanceLease } from '../record/instance-lease.ts';
import { readable } from '../record/unavailable.ts';
import { openSealed, seal, type Secrets } from '../sign-in/seal.ts';

/** How long a key is remembered. */
const HOURS = 24;
/** Milliseconds between two times that old ones are deleted. */
const CLEAN_EVERY = 600_000;
/** Characters of a reply that is kept; of a longer one only that it was given. */
const MAX_REPLY = 64 * 1024;

/** A change that a browser asks for under a key. */
export interface Wish {
  owner: string;
  key: string;
  fingerprint: string;
  requestId: string;
}

/** What the portal answered: what the browser already got, and nothing else. */
export interface KeptReply {
  status: number;
  contentType: string | null;
  body: string | null;
}

/**
 * `mine`: nobody else makes this change. `other`: the key stood for something else. `underWay`: somebody is making it.
 * `replied`: it was made, with this reply; none where it was too long to keep. `unanswered`: whoever made it gave no
 * answer that tells what came of it; the record does, under this request id.
 */
export type Claim =
  | { is: 'mine' | 'other' | 'underWay' }
  | { is: 'replied'; reply: KeptReply | undefined }
  | { is: 'unanswered'; requestId: string };

interface Parts {
  database: Database;
  lease: Pick<InstanceLease, 'id' | 'isGone'>;
  secrets: Secrets;
}

/** The replies to changes that came with a key, for all instances. */
export class KeptReplies {
  readonly #parts: Parts;
  #cleanedAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Claims the change for this request, unless somebody has it.
   * @throws Problem `audit.unavailable` when the database does not answer
   */
  async claim(wish: Wish): Promise<Claim> {
    await this.#clean();
    if (await this.#take(wish)) return { is: 'mine' };
    const row = await readable(
      this.#parts.database
        .selectFrom('idempotency_key')
        .selectAll()
        .where('owner', '=', wish.owner)
        .where('key', '=', wish.key)
        .executeTakeFirst(),
    );
    // Given up in this moment by the request that had it.
    if (!row) return this.claim(wish);
    if (row.fingerprint !== wish.fingerprint) return { is: 'other' };
    if (row.status !== null && row.status < 400) {
      return { is: 'replied', reply: this.#open(row.reply, wish) };
    }
    const isOver = row.status !== null || (await this.#parts.lease.isGone(row.instance));
    return isOver ? { is: 'unanswered', requestId: row.request_id } : { is: 'underWay' };
  }

  /** Takes over a change that another request left without an answer. @returns false when somebody else has */
  async takeOver({ owner, key, requestId }: Wish, from: string): Promise<boolean> {
    const { numUpdatedRows } = await readable(
      this.#parts.database
        .updateTable('idempotency_key')
        .set({ request_id: requestId, instance: this.#parts.lease.id, status: null, reply: null })
        .where('owner', '=', owner)
        .where('key', '=', key)
        .where('request_id', '=', from)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows === 1n;
  }

  /** Keeps the reply that the browser is about to get. */
  async keep(wish: Wish, reply: KeptReply): Promise<void> {
    const text = JSON.stringify(reply);
    const isKept = reply.status < 400 && text.length <= MAX_REPLY;
    await this.#complete(wish, { status: reply.status, reply: isKept ? this.#seal(text, wish) : null });
  }

  /** Gives the key free: nothing was changed, and the same may be tried again. */
  async giveUp({ owner, key, requestId }: Wish): Promise<void> {
    await this.#parts.database
      .deleteFrom('idempotency_key')
      .where('owner', '=', owner)
      .where('key', '=', key)
      .where('request_id', '=', requestId)
      .execute();
  }

  async #take({ requestId, ...wish }: Wish): Promise<boolean> {
    const values = { ...wish, request_id: requestId, instance: this.#parts.lease.id };
    const { numInsertedOrUpdatedRows } = await readable(
      this.#parts.database
        .insertInto('idempotency_key')
        .values(values)
        .onConflict((conflict) => conflict.columns(['owner', 'key']).doNothing())
        .executeTakeFirstOrThrow(),
    );
    return numInsertedOrUpdatedRows === 1n;
  }

  async #complete(
    { owner, key, requestId }: Wish,
    values: { status: number; reply: string | null },
  ): Promise<void> {
    await this.#parts.database
      .updateTable('idempotency_key')
      .set(values)
      .where('owner', '=', owner)
      .where('key', '=', key)
      .where('request_id', '=', requestId)
      .execute();
  }

  /** Deletes what is too old, by the database's clock. */
  async #clean(): Promise<void> {
    if (Date.now() - this.#cleanedAt < CLEAN_EVERY) return;
    this.#cleanedAt = Date.now();
    await readable(
      this.#parts.database
        .deleteFrom('idempotency_key')
        .where('created_at', '<', sql<Date>`clock_timestamp() - ${`${HOURS} hours`}::interval`)
        .execute(),
    );
  }

  #seal = (text: string, wish: Wish): string => seal(text, this.#parts.secrets, nameOf(wish));

  #open(sealed: string | null, wish: Wish): KeptReply | undefined {
    const text = sealed === null ? undefined : openSealed(sealed, this.#parts.secrets, nameOf(wish));
    return text === undefined ? undefined : (JSON.parse(text) as KeptReply);
  }
}

/** A reply that is moved to another key does not open. */
const nameOf = ({ owner, key }: Wish) => `reply ${owner} ${key}`;

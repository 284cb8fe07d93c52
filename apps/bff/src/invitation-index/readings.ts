import { setTimeout as wait } from 'node:timers/promises';
import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import pLimit from 'p-limit';
import type { Database } from '../database/database.ts';
import { keepList } from './keep-list.ts';
import { keepOrganizations } from './keep-organizations.ts';
import type { Scope } from './state.ts';

export interface IndexParts {
  database: Database;
  /** Without notes of its own writes: it only reads. */
  api: ManagementApiCalls;
  /** @returns how many requests Logto takes in ten seconds; 0: no limit */
  budget(): number;
  log: Pick<FastifyBaseLogger, 'warn'>;
}

export interface IndexOptions {
  /** Whether this instance fills the index in the background. Default: true. */
  isFiller?: boolean;
  /** Milliseconds after which a list that somebody opens is read again first, where that is cheap. Default: 3,000. */
  fresh?: number;
  /** Milliseconds that somebody waits for that. Default: 1,500. */
  patience?: number;
}

/** Organizations that are read again before somebody is shown what the index says of them; of more the schedule takes care. */
const FEW = 20;
const AT_ONCE = 4;
/** Milliseconds between two readings of an organization, at the least. */
const SHORTEST = 600_000;
/** Of Logto's budget, what reading again may use of it on the average. */
const SHARE = 0.1;
/** Requests in a second that this is reckoned by where there is no budget. */
const UNLIMITED = 20;
/** Milliseconds until one that could not be read is tried again; doubled each time. */
const RETRY = 5_000;
const LONGEST_RETRY = 3_600_000;

interface Reading {
  begunAt: number;
  end: Promise<void>;
}

/** Reads organizations from Logto into the index, each once at a time in this process. */
export class Readings {
  readonly #parts: IndexParts;
  readonly #api: ManagementApiCalls;
  readonly #end = new AbortController();
  readonly #fresh: number;
  readonly #patience: number;
  readonly #underWay = new Map<string, Reading>();
  #listing: Reading | undefined;
  /** Organizations that the index knows, as of the last look. */
  #known = 0;

  constructor(parts: IndexParts, { fresh = 3_000, patience = 1_500 }: IndexOptions) {
    this.#parts = parts;
    this.#api = parts.api.with({ priority: 'bulk', lane: 'invitation-index', signal: this.#end.signal });
    this.#fresh = fresh;
    this.#patience = patience;
  }

  /**
   * Reads one organization and keeps what it has; if that is under way, waits for it.
   * @param api whose turn it is
   * @throws ManagementApiError; what the database throws
   */
  read(organizationId: string, api = this.#api): Promise<void> {
    return (
      this.#underWay.get(organizationId)?.end ??
      this.#begin(organizationId, () => this.#read(organizationId, api))
    );
  }

  /** Lists the organizations; those that are gone leave the index. @throws as `read` */
  async list(api = this.#api): Promise<{ gone: number }> {
    const listed = await keepOrganizations(this.#parts.database, api, this.#pause());
    this.#known = listed.known;
    return listed;
  }

  /** See `InvitationIndex.freshen`. */
  async freshen(scope: Scope): Promise<void> {
    if (this.#end.signal.aborted) return;
    try {
      await Promise.race([this.#freshen(scope), wait(this.#patience, undefined, { ref: false })]);
    } catch (err) {
      // What is shown says how old it is.
      this.#parts.log.warn({ err }, 'the index of invitations could not be brought up to date');
    }
  }

  /** See `InvitationIndex.feed`. */
  feed(organizationId: string, askedAt: number, list: readonly LogtoInvitation[]): void {
    const { database, log } = this.#parts;
    if (this.#end.signal.aborted || this.#underWay.has(organizationId)) return;
    this.#begin(organizationId, async () => {
      await keepList(database, { organizationId, askedAt, batches: [list], again: this.#pause() });
    }).catch((err: unknown) => log.warn({ err }, 'a list of invitations could not be kept'));
  }

  /** Begins nothing any more, and returns when what is under way has ended. */
  async close(): Promise<void> {
    this.#end.abort();
    const all = [...this.#underWay.values(), ...(this.#listing ? [this.#listing] : [])];
    await Promise.allSettled(all.map(({ end }) => end));
  }

  async #freshen(scope: Scope): Promise<void> {
    const askedAt = performance.now();
    if (scope === undefined) {
      if (!(await this.#few())) return;
      await this.#listIfOld(askedAt);
    }
    const ids = scope ?? (await this.#few());
    if (ids === undefined || ids.length > FEW) return;
    const limit = pLimit(AT_ONCE);
    const old = await this.#old(ids);
    await Promise.all(old.map((id) => limit(() => this.#readOnce(id, askedAt))));
  }

  /** @returns ids of all organizations; nothing if they are many */
  async #few(): Promise<string[] | undefined> {
    const rows = await this.#parts.database
      .selectFrom('invitation_index_organization')
      .select('organization_id')
      .limit(FEW + 1)
      .execute();
    return rows.length > FEW ? undefined : rows.map((row) => row.organization_id);
  }

  /** @returns those that were not read lately */
  async #old(organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.#parts.database
      .selectFrom('invitation_index_organization')
      .select('organization_id')
      .where('organization_id', '=', sql<string>`any(${[...organizationIds]})`)
      .where('read_at', '>', sql<Date>`clock_timestamp() - ${this.#fresh} * interval '1 millisecond'`)
      .execute();
    const young = new Set(rows.map((row) => row.organization_id));
    return organizationIds.filter((id) => !young.has(id));
  }

  async #listIfOld(askedAt: number): Promise<void> {
    const state = await this.#parts.database
      .selectFrom('invitation_index_state')
      .select(
        sql<boolean>`listed_at > clock_timestamp() - ${this.#fresh} * interval '1 millisecond'`.as(
          'is_young',
        ),
      )
      .executeTakeFirst();
    if (state?.is_young) return;
    const underWay = this.#listing;
    if (underWay && underWay.begunAt >= askedAt - this.#fresh) return underWay.end;
    await underWay?.end.catch(() => undefined);
    const reading = { begunAt: performance.now(), end: this.list().then(() => undefined) };
    this.#listing = reading;
    await reading.end.finally(() => {
      if (this.#listing === reading) this.#listing = undefined;
    });
  }

  /** One that is under way will do, if it is not too old either. */
  async #readOnce(organizationId: string, askedAt: number): Promise<void> {
    const underWay = this.#underWay.get(organizationId);
    if (underWay && underWay.begunAt >= askedAt - this.#fresh) return underWay.end;
    await underWay?.end.catch(() => undefined);
    await this.read(organizationId);
  }

  async #read(organizationId: string, api: ManagementApiCalls): Promise<void> {
    const { database } = this.#parts;
    const askedAt = performance.now();
    const batches = api.invitations.inBatches(organizationId);
    try {
      await keepList(database, { organizationId, askedAt, batches, again: this.#pause() });
    } catch (error) {
      const rest = sql`least(${LONGEST_RETRY}, ${RETRY} * power(2, least(tries, 20))) * interval '1 millisecond'`;
      await database
        .updateTable('invitation_index_organization')
        .set({ tries: sql`tries + 1`, due_at: sql`clock_timestamp() + ${rest}` })
        .where('organization_id', '=', organizationId)
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }

  #begin(organizationId: string, work: () => Promise<void>): Promise<void> {
    const end = work().finally(() => this.#underWay.delete(organizationId));
    this.#underWay.set(organizationId, { begunAt: performance.now(), end });
    return end;
  }

  /** Milliseconds until an organization is read again: with many it takes longer, so that Logto's budget is left to people. */
  #pause(): number {
    const perSecond = this.#parts.budget() / 10 || UNLIMITED;
    const pause = Math.max(SHORTEST, (this.#known / (perSecond * SHARE)) * 1_000);
    // Spread, or all would be due at once again and again.
    return pause * (0.9 + Math.random() * 0.2);
  }
}

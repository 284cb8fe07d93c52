import {
  isManagementApiError,
  type ManagementApi,
  type ManagementApiCalls,
} from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import type { ActivityRecord } from './activity-record.ts';
import type { ActivityRow } from './activity-table.ts';
import type { InstanceLease } from './instance-lease.ts';
import { lookAtLogto, type Seen } from './look-at-logto.ts';

export interface SettlerParts {
  database: Database;
  record: ActivityRecord;
  lease: InstanceLease;
  api: ManagementApi;
  log: Pick<FastifyBaseLogger, 'warn'>;
  late: number;
  /** Puts right what a change left half done, before its row is completed. @returns false when it is too early for that */
  mend?: (api: ManagementApiCalls, row: ActivityRow, seen: Seen) => Promise<boolean>;
}

/** Milliseconds between two looks, and until the one after a change that was left without an answer. */
const PAUSE = 15_000;
const SOON = 500;
/** Milliseconds that Logto may still be about to do what it does not show yet. */
export const LATE = 20_000;
/** Rows of one look. */
const AT_ONCE = 500;

/**
 * Finds out what became of changes whose process ended between sending and answer, or that Logto left without an
 * answer: they become `unknown` first, and then whatever Logto shows.
 */
export class Settler {
  readonly #parts: SettlerParts;
  /** Its calls end with it, come after people's, and are not shared with them. */
  readonly #api: ManagementApiCalls;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  readonly #end = new AbortController();

  constructor(parts: SettlerParts) {
    this.#parts = parts;
    this.#api = parts.api.with({ priority: 'bulk', signal: this.#end.signal });
  }

  /** Looks now, then every few seconds, and soon after a change that was left without an answer. */
  start(): void {
    this.#parts.record.onDoubt = () => this.#lookIn(SOON);
    this.#look();
  }

  /** Ends it, in the middle of a look too; what it has not settled is settled by another one. */
  async stop(): Promise<void> {
    this.#end.abort();
    clearTimeout(this.#timer);
    await this.#round;
  }

  get #isStopped(): boolean {
    return this.#end.signal.aborted;
  }

  #look(): void {
    this.#round = this.#round
      .then(() => this.#settleAll())
      .catch((err: unknown) => {
        if (!this.#isStopped) this.#parts.log.warn({ err }, 'the record could not be settled yet');
      })
      .then(() => this.#lookIn(Math.min(PAUSE, this.#parts.late)));
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
  }

  async #settleAll(): Promise<void> {
    const rows = await this.#parts.database
      .selectFrom('activity')
      .selectAll()
      .where((row) =>
        row.or([
          row('outcome', '=', 'attempted'),
          row.and([row('outcome', '=', 'unknown'), row('settled_at', 'is', null)]),
        ]),
      )
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const row of rows) {
      if (this.#isStopped) return;
      try {
        if (row.outcome === 'unknown' || (await this.#isOrphan(row))) await this.#settle(row);
      } catch (error) {
        // One that Logto answers strangely must not keep the others waiting.
        if (!isManagementApiError(error, 'upstream.unexpected_response')) throw error;
      }
    }
  }

  async #isOrphan({ id, instance }: ActivityRow): Promise<boolean> {
    const { record, lease } = this.#parts;
    return instance === lease.id ? !record.underWay.has(id) : lease.isGone(instance);
  }

  async #settle(row: ActivityRow): Promise<void> {
    const { database, late } = this.#parts;
    const complete = (values: object) =>
      database
        .updateTable('activity')
        .set({ completed_at: new Date(), ...values })
        .where('id', '=', row.id)
        .where('outcome', 'in', ['attempted', 'unknown'])
        .execute();

    if (row.outcome === 'attempted') await complete({ outcome: 'unknown' });
    const seen = await lookAtLogto({ api: this.#api, database }, row);
    // It may have waited for its turn before it was sent, so its time tells nothing of how long ago that was.
    const givenUpAt = row.completed_at?.getTime() ?? Date.now();
    const mayStillCome = Date.now() - givenUpAt < late;
    if (seen.outcome === 'failed' && mayStillCome) return;
    if ((await this.#parts.mend?.(this.#api, row, seen)) === false) return;
    await complete({
      ...seen,
      ...(seen.outcome === 'succeeded' ? { problem: null } : {}),
      settled_at: new Date(),
    });
  }
}

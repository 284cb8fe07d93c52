import { isRefusedForGood, type ManagementApi, type ManagementApiCalls } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import pLimit from 'p-limit';
import type { Database } from '../database/database.ts';
import type { ActivityRecord } from './activity-record.ts';
import type { ActivityRow } from './activity-table.ts';
import type { InstanceLease } from './instance-lease.ts';
import { lookAtLogto, type Seen } from './look-at-logto.ts';
import { SettleBackoff } from './settle-backoff.ts';

export interface SettlerParts {
  database: Database;
  record: ActivityRecord;
  lease: InstanceLease;
  api: ManagementApi;
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
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
/** Organizations that are looked at in parallel; rows of one organization may concern the same invitation. */
const LANES = 4;
/** Failures in a row, without a success in between, after which a look ends: Logto or the database is down. */
const MOST_FAILURES = 5;

/**
 * Finds out what became of changes whose process ended between sending and answer, or that Logto left without an
 * answer: they become `unknown` first, and then whatever Logto shows. Each row is settled on its own. One that Logto
 * refuses to tell about stays `unknown` for good, with the reason in the log; other failures are retried with backoff.
 */
export class Settler {
  readonly #parts: SettlerParts;
  /** Its calls end with it, come after people's, and are not shared with them. */
  readonly #api: ManagementApiCalls;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  readonly #end = new AbortController();
  readonly #backoff: SettleBackoff;

  constructor(parts: SettlerParts) {
    this.#parts = parts;
    this.#api = parts.api.with({ priority: 'bulk', signal: this.#end.signal });
    this.#backoff = new SettleBackoff(this.#pause);
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

  get #pause(): number {
    return Math.min(PAUSE, this.#parts.late);
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
      .then(() => this.#lookIn(this.#pause));
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
  }

  async #settleAll(): Promise<void> {
    const resting = this.#backoff.resting();
    let open = this.#parts.database
      .selectFrom('activity')
      .selectAll()
      .where((row) =>
        row.or([
          row('outcome', '=', 'attempted'),
          row.and([row('outcome', '=', 'unknown'), row('settled_at', 'is', null)]),
        ]),
      );
    if (resting.length > 0) open = open.where('id', 'not in', resting);
    const rows = await open.orderBy('id').limit(AT_ONCE).execute();
    if (rows.length < AT_ONCE) this.#backoff.keepOnly(rows.map(({ id }) => id));

    // Rows that have not failed yet come first, so that the others never delay them.
    const byFailures = rows.sort((a, b) => this.#backoff.failures(a.id) - this.#backoff.failures(b.id));
    const lanes = new Map<string | null, ActivityRow[]>();
    for (const row of byFailures)
      lanes.set(row.organization_id, [...(lanes.get(row.organization_id) ?? []), row]);
    const limit = pLimit(LANES);
    const run = { failures: 0 };
    await Promise.all([...lanes.values()].map((lane) => limit(() => this.#settleLane(lane, run))));
  }

  async #settleLane(rows: ActivityRow[], run: { failures: number }): Promise<void> {
    for (const row of rows) {
      if (this.#isStopped || run.failures >= MOST_FAILURES) return;
      const isDone = await this.#settleOne(row);
      run.failures = isDone ? 0 : run.failures + 1;
    }
  }

  /** @returns false when it failed and is to be tried again */
  async #settleOne(row: ActivityRow): Promise<boolean> {
    const { log } = this.#parts;
    const { id, action } = row;
    try {
      if (row.outcome === 'unknown' || (await this.#isOrphan(row))) await this.#settle(row);
    } catch (err) {
      if (this.#isStopped) return false;
      if (!isRefusedForGood(err)) {
        this.#backoff.failed(id);
        log.warn({ err, activity: id, action }, 'a change could not be settled yet');
        return false;
      }
      // Logto may still be about to carry it out: until then its organization counts it as under way.
      if (this.#mayStillCome(row)) return true;
      log.error(
        { err, activity: id, action },
        'a change stays unknown: Logto refuses to tell what became of it',
      );
      await this.#complete(row, { outcome: 'unknown', settled_at: new Date() });
    }
    this.#backoff.succeeded(id);
    return true;
  }

  async #isOrphan({ id, instance }: ActivityRow): Promise<boolean> {
    const { record, lease } = this.#parts;
    return instance === lease.id ? !record.underWay.has(id) : lease.isGone(instance);
  }

  async #settle(row: ActivityRow): Promise<void> {
    const { database } = this.#parts;
    if (row.outcome === 'attempted') await this.#complete(row, { outcome: 'unknown' });
    const seen = await lookAtLogto({ api: this.#api, database }, row);
    if (seen.outcome === 'failed' && this.#mayStillCome(row)) return;
    if ((await this.#parts.mend?.(this.#api, row, seen)) === false) return;
    await this.#complete(row, {
      ...seen,
      ...(seen.outcome === 'succeeded' ? { problem: null } : {}),
      settled_at: new Date(),
    });
  }

  /** It may have waited for its turn before it was sent, so its time tells nothing of how long ago that was. */
  #mayStillCome({ completed_at }: ActivityRow): boolean {
    const givenUpAt = completed_at?.getTime() ?? Date.now();
    return Date.now() - givenUpAt < this.#parts.late;
  }

  async #complete({ id }: ActivityRow, values: object): Promise<void> {
    await this.#parts.database
      .updateTable('activity')
      .set({ completed_at: new Date(), ...values })
      .where('id', '=', id)
      .where('outcome', 'in', ['attempted', 'unknown'])
      .execute();
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { ManagementApiCalls } from '@org-portal/management-api';
import { ExpiringMap } from '../access/expiring-map.ts';
import { EarlierInvitations } from '../invitations/earlier.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { InstanceLease } from '../record/instance-lease.ts';
import { atOnce } from './at-once.ts';
import { changeOfRow } from './change-of-row.ts';
import { claim, type Claim } from './claim.ts';
import { closeFinished } from './close-finished.ts';
import { mayStill } from './may-still.ts';
import { hasFailed, restHasFailed, waitsAgain } from './outcome.ts';
import { recoverRows } from './recover.ts';
import { Rest } from './rest.ts';
import { sendRow, type Surroundings } from './send-row.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';
import { askedRest, isCertainlyNot, isOfAll } from './trouble.ts';

/** Milliseconds between two looks for what another instance was handed, or has left behind. */
const PAUSE = 1_000;
/** Milliseconds that what is under way has at the end. */
const PATIENCE = 2_000;
/** What an organization has is read anew after that: Logto has the last word on duplicates. */
const EARLIER = { life: 60_000, max: 20 };

/**
 * Sends the rows of imports, beside the workers of other instances: each takes rows that nobody has, after people's
 * clicks, and organizations take turns. What is written down before and after is enough to go on from after any crash.
 */
export class ImportWorker {
  readonly #lease: InstanceLease;
  readonly #end = new AbortController();
  readonly #earlier = new ExpiringMap(
    EARLIER,
    async (id) => new EarlierInvitations(await this.#api.invitations.ofOrganization(id)),
  );
  readonly #rest = new Rest();
  /** What this process works on. */
  readonly #underWay = new Map<string, Promise<void>>();
  #round: Promise<void> = Promise.resolve();
  #isRound = false;
  #timer: NodeJS.Timeout | undefined;
  #isWoken = false;
  #lookedAt = -PAUSE;
  /** Whether there may be imports that have not ended. */
  #hasOpen = true;
  #isStopping = false;
  #portal!: Portal;
  #api!: ManagementApiCalls;

  constructor(lease: InstanceLease) {
    this.#lease = lease;
  }

  /** Looks now, then again and again. */
  start(portal: Portal): void {
    this.#portal = portal;
    this.#api = portal.api.with({ priority: 'bulk', signal: this.#end.signal });
    this.wake();
  }

  /** To be called when there is something to do. */
  wake(): void {
    if (this.#isRound) this.#isWoken = true;
    else this.#lookIn(0);
  }

  /** Takes nothing any more, lets what is under way end if that is soon, and leaves the rest to the next one. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#round;
    const all = Promise.all(this.#underWay.values());
    const patience = wait(PATIENCE, undefined, { ref: false });
    await Promise.race([all, patience]);
    this.#end.abort();
    await all;
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopping) return;
    this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
  }

  #look(): void {
    this.#isRound = true;
    this.#isWoken = false;
    this.#round = this.#goOn()
      .catch((err: unknown) => {
        this.#rest.begin();
        this.#portal.log.warn({ err }, 'imports cannot go on yet');
        return PAUSE;
      })
      .then((pause) => {
        this.#isRound = false;
        this.#lookIn(this.#isWoken ? 0 : pause);
      });
  }

  /** @returns milliseconds until it is to be looked again, unless something ends before */
  async #goOn(): Promise<number> {
    const { database, api } = this.#portal;
    if (performance.now() - this.#lookedAt > PAUSE) {
      await recoverRows(this.#portal, this.#lease, (row) => this.#underWay.has(nameOf(row)));
      this.#hasOpen = await closeFinished(database);
      this.#lookedAt = performance.now();
    }
    if (this.#rest.left > 0) return Math.max(PAUSE, this.#rest.left);
    const most = this.#rest.isTrial ? 1 : atOnce(api.budgetState());
    const free = most - this.#underWay.size;
    if (free <= 0 || this.#isStopping) return PAUSE;
    const claims = await claim(database, this.#lease.id, free);
    for (const claimed of claims) this.#work(claimed);
    if (this.#hasOpen && this.#underWay.size === 0) this.#hasOpen = await closeFinished(database);
    return PAUSE;
  }

  #work({ job, rows }: Claim): void {
    const around = this.#surroundings(job);
    this.#hasOpen = true;
    for (const row of rows) {
      const name = nameOf(row);
      const work = this.#workOn(job, row, around)
        .catch((err: unknown) => {
          if (!this.#end.signal.aborted)
            this.#portal.log.warn({ err, import: job.id, row: row.number }, 'a row could not be worked on');
        })
        .finally(() => {
          this.#underWay.delete(name);
          this.#ended();
        });
      this.#underWay.set(name, work);
    }
  }

  /** A few at a time: each look is a question to the database. */
  #ended(): void {
    if (this.#isStopping || this.#rest.left > 0) return;
    if (this.#underWay.size <= atOnce(this.#portal.api.budgetState()) / 2) this.wake();
  }

  async #surroundings(job: ImportJob): Promise<Surroundings> {
    const [standing, earlier] = await Promise.all([
      mayStill(this.#portal, job),
      this.#earlier.get(job.organization_id),
    ]);
    return { ...standing, earlier, api: this.#api };
  }

  async #workOn(job: ImportJob, row: ImportJobRow, ready: Promise<Surroundings>): Promise<void> {
    const { database, record } = this.#portal;
    let around: Surroundings;
    try {
      around = await ready;
    } catch (error) {
      if (error instanceof Problem && error.status < 500) {
        await record.refuse(changeOfRow(job, row), error.code);
        await hasFailed(database, row, error);
        return restHasFailed(database, job.id, error);
      }
      this.#rest.begin(askedRest(error));
      return waitsAgain(database, row);
    }
    try {
      const problem = await sendRow(this.#portal, job, row, around);
      this.#rest.end();
      if (problem && isOfAll(problem.code)) await restHasFailed(database, job.id, problem);
    } catch (error) {
      this.#rest.begin(askedRest(error));
      // Else the record tells later whether it was sent.
      if (isCertainlyNot(error)) await waitsAgain(database, row);
      else throw error;
    }
  }
}

const nameOf = ({ import_id, number }: ImportJobRow) => `${import_id}:${number}`;

import type { ManagementApiCalls } from '@org-portal/management-api';
import { ExpiringMap } from '../access/expiring-map.ts';
import { atOnce } from '../background/at-once.ts';
import { Rest } from '../background/rest.ts';
import { Rounds } from '../background/rounds.ts';
import { WorkUnderWay } from '../background/work-under-way.ts';
import { EarlierInvitations } from '../invitations/earlier.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { changeOfRow } from './change-of-row.ts';
import { claim, type Claim } from './claim.ts';
import { closeFinished } from './close-finished.ts';
import { mayStill } from './may-still.ts';
import { hasFailed, restHasFailed, waitsAgain } from './outcome.ts';
import { recoverRows } from './recover.ts';
import { sendRow, type Surroundings } from './send-row.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';
import { askedRest, isCertainlyNot, isOfAll } from './trouble.ts';

/** Milliseconds between two looks for what another instance was handed, or has left behind. */
const PAUSE = 1_000;
/** What an organization has is read anew after that: Logto has the last word on duplicates. */
const EARLIER = { life: 60_000, max: 20 };

/**
 * Sends the rows of imports, beside the workers of other instances: each takes rows that nobody has, after people's
 * clicks, and organizations take turns. What is written down before and after is enough to go on from after any crash.
 */
export class ImportWorker {
  readonly #portal: Portal;
  readonly #api: ManagementApiCalls;
  readonly #rounds = new Rounds(() => this.#look());
  readonly #underWay = new WorkUnderWay();
  readonly #earlier = new ExpiringMap(
    EARLIER,
    async (id) => new EarlierInvitations(await this.#api.invitations.ofOrganization(id)),
  );
  readonly #rest = new Rest();
  #lookedAt = -PAUSE;
  /** Whether there may be imports that have not ended. */
  #hasOpen = true;

  constructor(portal: Portal) {
    this.#portal = portal;
    this.#api = portal.api.with({ priority: 'bulk', signal: this.#underWay.signal });
  }

  /** Looks now, then again and again. */
  start(): void {
    this.#rounds.wake();
  }

  /** To be called when there is something to do. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Takes nothing any more, lets what is under way end if that is soon, and leaves the rest to the next one. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    await this.#underWay.end();
  }

  async #look(): Promise<number> {
    try {
      return await this.#goOn();
    } catch (err) {
      this.#rest.begin();
      this.#portal.log.warn({ err }, 'imports cannot go on yet');
      return PAUSE;
    }
  }

  /** @returns milliseconds until it is to be looked again, unless something ends before */
  async #goOn(): Promise<number> {
    const { database, api } = this.#portal;
    if (performance.now() - this.#lookedAt > PAUSE) {
      await recoverRows(this.#portal, (row) => this.#underWay.has(nameOf(row)));
      this.#hasOpen = await closeFinished(database);
      this.#lookedAt = performance.now();
    }
    if (this.#rest.left > 0) return Math.max(PAUSE, this.#rest.left);
    const most = this.#rest.isTrial ? 1 : atOnce(api.budgetState());
    const free = most - this.#underWay.size;
    if (free <= 0 || this.#rounds.isStopping) return PAUSE;
    const claims = await claim(database, this.#portal.lease.id, free);
    for (const claimed of claims) this.#work(claimed);
    if (this.#hasOpen && this.#underWay.size === 0) this.#hasOpen = await closeFinished(database);
    return PAUSE;
  }

  #work({ job, rows }: Claim): void {
    const around = this.#surroundings(job);
    this.#hasOpen = true;
    for (const row of rows) {
      const work = this.#workOn(job, row, around).catch((err: unknown) => {
        if (!this.#underWay.signal.aborted)
          this.#portal.log.warn({ err, import: job.id, row: row.number }, 'a row could not be worked on');
      });
      this.#underWay.add(nameOf(row), work, () => this.#ended());
    }
  }

  /** A few at a time: each look is a question to the database. */
  #ended(): void {
    if (this.#rounds.isStopping || this.#rest.left > 0) return;
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

import { ExpiringMap } from '../access/expiring-map.ts';
import { Worker } from '../background/worker.ts';
import { EarlierInvitations } from '../invitations/earlier.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { changeOfRow } from './change-of-row.ts';
import { claim, type Claim } from './claim.ts';
import { closeFinished } from './close-finished.ts';
import { markFailed, failRest, putBack } from './outcome.ts';
import { recoverRows } from './recover.ts';
import { sendRow, type Surroundings } from './send-row.ts';
import { requireStillAllowed } from './still-allowed.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';
import { askedRest, isCertainlyNot, isOfAll } from './trouble.ts';

/** What an organization has is read anew after that: Logto has the last word on duplicates. */
const EARLIER = { life: 60_000, max: 20 };

/** Sends the rows of imports: each instance takes rows that nobody has, and organizations take turns. */
export class ImportWorker extends Worker {
  readonly #earlier = new ExpiringMap(
    EARLIER,
    async (id) => new EarlierInvitations(await this.api.invitations.ofOrganization(id)),
  );
  /** Whether there may be imports that have not ended. */
  #hasOpen = true;

  constructor(portal: Portal) {
    super(portal, 'imports');
  }

  protected override async lookAround(isDue: boolean): Promise<void> {
    if (!isDue) return;
    await recoverRows(this.portal, (row) => this.underWay.has(nameOf(row)));
    this.#hasOpen = await closeFinished(this.portal.database);
  }

  protected override async takeUp(free: number): Promise<void> {
    const { database, lease } = this.portal;
    const claims = await claim(database, lease.id, free);
    for (const claimed of claims) this.#work(claimed);
    if (this.#hasOpen && this.underWay.size === 0) this.#hasOpen = await closeFinished(database);
  }

  #work({ job, rows }: Claim): void {
    const around = this.#surroundings(job);
    this.#hasOpen = true;
    for (const row of rows) {
      const work = this.#workOn(job, row, around).catch((err: unknown) => {
        if (!this.underWay.signal.aborted)
          this.portal.log.warn({ err, import: job.id, row: row.number }, 'a row could not be worked on');
      });
      this.begin(nameOf(row), work);
    }
  }

  async #surroundings(job: ImportJob): Promise<Surroundings> {
    const [standing, earlier] = await Promise.all([
      requireStillAllowed(this.portal, job),
      this.#earlier.get(job.organization_id),
    ]);
    return { ...standing, earlier, api: this.api };
  }

  async #workOn(job: ImportJob, row: ImportJobRow, ready: Promise<Surroundings>): Promise<void> {
    const { database, metrics, record } = this.portal;
    const failOthers = async (problem: Problem) => {
      const failed = await failRest(database, job.id, problem);
      metrics?.jobRows('import', 'failed', failed);
    };
    let around: Surroundings;
    try {
      around = await ready;
    } catch (error) {
      if (error instanceof Problem && error.status < 500) {
        await record.refuse(changeOfRow(job, row), error.code);
        if (await markFailed(database, row, error)) metrics?.jobRows('import', 'failed');
        return failOthers(error);
      }
      this.rest.begin(askedRest(error));
      return putBack(database, row);
    }
    try {
      const problem = await sendRow(this.portal, job, row, around);
      this.rest.end();
      if (problem && isOfAll(problem.code)) await failOthers(problem);
    } catch (error) {
      this.rest.begin(askedRest(error));
      // Else the record tells later whether it was sent.
      if (isCertainlyNot(error)) await putBack(database, row);
      else throw error;
    }
  }
}

const nameOf = ({ import_id, number }: ImportJobRow) => `${import_id}:${number}`;

import { Worker } from '../background/worker.ts';
import type { Portal } from '../portal.ts';
import { openReviews } from '../reviews/open.ts';
import { toProblem } from '../problem/to-problem.ts';
import { claimListing, claimPages, nameOf, putBack, recoverClaims } from './claim.ts';
import { forgetOldSnapshots } from './forget-old.ts';
import { listInto } from './list-into.ts';
import { readNextPage } from './read-page.ts';
import { settleSnapshots } from './settle.ts';
import type { SnapshotOrganization } from './tables.ts';

/**
 * Takes snapshots of who belongs where, page by page: each is kept before the next one is asked for. Opens the reviews
 * whose snapshot is there.
 */
export class SnapshotWorker extends Worker {
  /** Memberships that one snapshot may hold. */
  readonly #most: number;
  /** Whether there may be snapshots that have not ended. */
  #hasOpen = true;

  constructor(portal: Portal, most: number) {
    super(portal, 'snapshots', 'snapshot');
    this.#most = most;
  }

  override wake(): void {
    this.#hasOpen = true;
    super.wake();
  }

  protected override async lookAround(isDue: boolean): Promise<void> {
    const { database, lease } = this.portal;
    if (isDue) {
      await recoverClaims(database, lease, (name) => this.underWay.has(name));
      await forgetOldSnapshots(database);
    }
    if (!isDue && !this.#hasOpen) return;
    this.#hasOpen = await settleSnapshots(database, this.#most);
    await openReviews(database, this.#most);
  }

  protected override async takeUp(free: number): Promise<void> {
    if (!this.#hasOpen) return;
    const { database, lease } = this.portal;
    const listing = await claimListing(database, lease.id);
    if (listing !== undefined) this.#work(listing, listInto(database, this.api, listing), { id: listing });
    const pages = await claimPages(database, lease.id, free);
    for (const page of pages) this.#work(nameOf(page), this.#read(page), { organization: page });
  }

  async #read(page: SnapshotOrganization): Promise<void> {
    const { database, metrics } = this.portal;
    const ended = await readNextPage(database, this.api, page);
    if (ended) metrics?.jobRows('snapshot', ended);
  }

  #work(
    name: string,
    work: Promise<void>,
    { organization, id }: { organization?: SnapshotOrganization; id?: string },
  ): void {
    const { database, log } = this.portal;
    const done = work
      .then(() => this.rest.end())
      .catch(async (error: unknown) => {
        if (this.underWay.signal.aborted) return;
        const { code, retryAfter } = toProblem(error);
        log.warn({ err: error, code, snapshot: id ?? organization?.snapshot_id }, 'a snapshot has to wait');
        this.rest.begin((retryAfter ?? 0) * 1_000);
        // Else it is found to be left behind at the next look.
        if (organization) await putBack(database, organization).catch(() => undefined);
      });
    this.begin(name, done);
  }
}

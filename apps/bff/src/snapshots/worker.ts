import type { ManagementApiCalls } from '@org-portal/management-api';
import { atOnce } from '../background/at-once.ts';
import { Rest } from '../background/rest.ts';
import { Rounds } from '../background/rounds.ts';
import { WorkUnderWay } from '../background/work-under-way.ts';
import type { Portal } from '../portal.ts';
import { openReviews } from '../reviews/open.ts';
import { toProblem } from '../problem/to-problem.ts';
import { claimListing, claimPages, nameOf, putBack, recoverClaims } from './claim.ts';
import { forgetOldSnapshots } from './forget-old.ts';
import { listInto } from './list-into.ts';
import { readNextPage } from './read-page.ts';
import { settleSnapshots } from './settle.ts';
import type { SnapshotOrganization } from './tables.ts';

/** Milliseconds between two looks for what another instance was handed, or has left behind. */
const PAUSE = 1_000;

/**
 * Takes snapshots of who belongs where, page by page, beside the workers of other instances and after people's clicks.
 * Each page is kept before the next one is asked for, so that after any crash it goes on from there.
 */
export class SnapshotWorker {
  readonly #portal: Portal;
  readonly #api: ManagementApiCalls;
  /** Memberships that one snapshot may hold. */
  readonly #most: number;
  readonly #rounds = new Rounds(() => this.#look());
  readonly #underWay = new WorkUnderWay();
  readonly #rest = new Rest();
  #lookedAt = -PAUSE;
  #hasOpen = true;

  constructor(portal: Portal, most: number) {
    this.#portal = portal;
    this.#most = most;
    this.#api = portal.api.with({ priority: 'bulk', lane: 'snapshot', signal: this.#underWay.signal });
  }

  /** Looks now, then again and again. */
  start(): void {
    this.#rounds.wake();
  }

  /** To be called when there is something to do. */
  wake(): void {
    this.#hasOpen = true;
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
      this.#portal.log.warn({ err }, 'snapshots cannot go on yet');
      return PAUSE;
    }
  }

  /** @returns milliseconds until it is to be looked again, unless something ends before */
  async #goOn(): Promise<number> {
    const { database, lease, api } = this.#portal;
    const isDue = performance.now() - this.#lookedAt > PAUSE;
    if (isDue) {
      await recoverClaims(database, lease, (name) => this.#underWay.has(name));
      await forgetOldSnapshots(database);
      this.#lookedAt = performance.now();
    }
    if (isDue || this.#hasOpen) {
      this.#hasOpen = await settleSnapshots(database, this.#most);
      await openReviews(database, this.#most);
    }
    if (this.#rest.left > 0) return Math.max(PAUSE, this.#rest.left);
    const free = (this.#rest.isTrial ? 1 : atOnce(api.budgetState())) - this.#underWay.size;
    if (!this.#hasOpen || free <= 0 || this.#rounds.isStopping) return PAUSE;
    const listing = await claimListing(database, lease.id);
    if (listing !== undefined) this.#work(listing, listInto(database, this.#api, listing), { id: listing });
    const pages = await claimPages(database, lease.id, free);
    for (const page of pages)
      this.#work(nameOf(page), readNextPage(database, this.#api, page), { organization: page });
    return PAUSE;
  }

  #work(
    name: string,
    work: Promise<void>,
    { organization, id }: { organization?: SnapshotOrganization; id?: string },
  ): void {
    const { database, log } = this.#portal;
    const done = work
      .then(() => this.#rest.end())
      .catch(async (error: unknown) => {
        if (this.#underWay.signal.aborted) return;
        const { code, retryAfter } = toProblem(error);
        log.warn({ err: error, code, snapshot: id ?? organization?.snapshot_id }, 'a snapshot has to wait');
        this.#rest.begin((retryAfter ?? 0) * 1_000);
        // Else it is found to be left behind at the next look.
        if (organization) await putBack(database, organization).catch(() => undefined);
      });
    this.#underWay.add(name, done, () => this.#ended());
  }

  #ended(): void {
    if (this.#rounds.isStopping || this.#rest.left > 0) return;
    if (this.#underWay.size <= atOnce(this.#portal.api.budgetState()) / 2) this.#rounds.wake();
  }
}

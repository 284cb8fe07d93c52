import { atOnce } from '../background/at-once.ts';
import { Rest } from '../background/rest.ts';
import { Rounds } from '../background/rounds.ts';
import { WorkUnderWay } from '../background/work-under-way.ts';
import { askedRest } from '../imports/trouble.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';
import { claimOrganizations, isDone, nameOf, putBack, recoverOrganizations } from './claim.ts';
import { closeFinished, nextLine } from './lines.ts';
import { removeLine } from './remove-line.ts';
import type { RemovalOrganization } from './tables.ts';

/** Milliseconds between two looks for what another instance was handed, or has left behind. */
const PAUSE = 1_000;
/** Organizations at the same time: each holds a connection while it is changed. */
const MOST = 8;
/** Lines of one organization before others have their turn. */
const IN_A_ROW = 20;
/** Milliseconds until it may be known what became of an earlier attempt. */
const SOON = 500;

/**
 * Takes away what closed reviews marked, beside the workers of other instances and after people's clicks: in several
 * organizations at once, in each of them line by line. What is written down before and after is enough to go on from.
 */
export class RemovalWorker {
  readonly #portal: Portal;
  /** The same, with calls of bulk work. */
  readonly #bulk: Portal;
  readonly #rounds = new Rounds(() => this.#look());
  readonly #underWay = new WorkUnderWay();
  readonly #rest = new Rest();
  #lookedAt = -PAUSE;

  constructor(portal: Portal) {
    this.#portal = portal;
    const calls = portal.api.with({ priority: 'bulk', lane: 'removal', signal: this.#underWay.signal });
    this.#bulk = { ...portal, api: { ...portal.api, ...calls } };
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
      this.#portal.log.warn({ err }, 'removals cannot go on yet');
      return PAUSE;
    }
  }

  /** @returns milliseconds until it is to be looked again, unless something ends before */
  async #goOn(): Promise<number> {
    const { database, lease, api } = this.#portal;
    if (performance.now() - this.#lookedAt > PAUSE) {
      await recoverOrganizations(database, lease, (name) => this.#underWay.has(name));
      this.#lookedAt = performance.now();
    }
    if (this.#rest.left > 0) return Math.max(PAUSE, this.#rest.left);
    const most = this.#rest.isTrial ? 1 : Math.min(MOST, atOnce(api.budgetState()));
    const free = most - this.#underWay.size;
    if (free <= 0 || this.#rounds.isStopping) return PAUSE;
    const claimed = await claimOrganizations(database, lease.id, free);
    for (const one of claimed) this.#underWay.add(nameOf(one), this.#workOn(one), () => this.#ended());
    if (claimed.length === 0) await closeFinished(database);
    return PAUSE;
  }

  #ended(): void {
    if (!this.#rounds.isStopping && this.#rest.left === 0) this.wake();
  }

  async #workOn(organization: RemovalOrganization): Promise<void> {
    const { database, log } = this.#portal;
    try {
      for (let turn = 0; turn < IN_A_ROW && !this.#rounds.isStopping; turn += 1) {
        const next = await nextLine(database, organization);
        if (!next) return await isDone(database, organization);
        if (!(await removeLine(this.#bulk, next.removal, next.line)))
          return await putBack(database, organization, SOON);
        this.#rest.end();
      }
      await putBack(database, organization);
    } catch (err) {
      if (this.#underWay.signal.aborted) return;
      log.warn({ err, code: toProblem(err).code, review: organization.review_id }, 'a removal has to wait');
      this.#rest.begin(askedRest(err));
      // Else it is found to be left behind at the next look.
      await putBack(database, organization).catch(() => undefined);
    }
  }
}

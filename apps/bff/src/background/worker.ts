import type { ManagementApiCalls } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { atOnce } from './at-once.ts';
import { Rest } from './rest.ts';
import { Rounds } from './rounds.ts';
import { WorkUnderWay } from './work-under-way.ts';

/** Milliseconds between two looks for what another instance was handed, or has left behind. */
const PAUSE = 1_000;

/**
 * Does one kind of work in the background, beside the workers of other instances and after people's clicks. What it
 * writes down before and after each piece must be enough to go on from after any crash.
 */
export abstract class Worker {
  protected readonly portal: Portal;
  /** Bulk calls, ended with the worker. */
  protected readonly api: ManagementApiCalls;
  protected readonly underWay = new WorkUnderWay();
  protected readonly rest = new Rest();
  readonly #kind: string;
  readonly #rounds = new Rounds(() => this.#look());
  #lookedAt = -PAUSE;

  /** @param kind what the log calls it @param lane whose turn its calls take among those of bulk work */
  constructor(portal: Portal, kind: string, lane?: string) {
    this.portal = portal;
    this.#kind = kind;
    this.api = portal.api.with({ priority: 'bulk', lane, signal: this.underWay.signal });
  }

  /** Looks now, then again and again. To be called at the start, and when there is something to do. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Takes nothing any more, lets what is under way end if that is soon, and leaves the rest to the next one. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    await this.underWay.end();
  }

  /** @param isDue once for each pause: what others left behind is to be found, and what has ended to be closed */
  protected abstract lookAround(isDue: boolean): Promise<void>;

  /** Begins what there is, by `begin`. @param free how many pieces at the most */
  protected abstract takeUp(free: number): Promise<void>;

  /** Pieces at the same time. */
  protected get most(): number {
    return atOnce(this.portal.api.budgetState());
  }

  /** Whether nothing is to be begun any more. */
  protected get isStopping(): boolean {
    return this.#rounds.isStopping;
  }

  /** @param work must not reject */
  protected begin(name: string, work: Promise<void>): void {
    this.underWay.add(name, work, () => this.#ended());
  }

  /** A few at a time: each look is a question to the database. */
  #ended(): void {
    if (this.rest.left === 0 && this.underWay.size <= this.most / 2) this.#rounds.wake();
  }

  async #look(): Promise<number> {
    try {
      await this.#goOn();
    } catch (err) {
      this.rest.begin();
      this.portal.log.warn({ err }, `${this.#kind} cannot go on yet`);
    }
    return Math.max(PAUSE, this.rest.left);
  }

  async #goOn(): Promise<void> {
    const isDue = performance.now() - this.#lookedAt > PAUSE;
    await this.lookAround(isDue);
    if (isDue) this.#lookedAt = performance.now();
    const free = (this.rest.isTrial ? 1 : this.most) - this.underWay.size;
    if (this.rest.left === 0 && free > 0 && !this.isStopping) await this.takeUp(free);
  }
}

import { ManagementApiError } from '../errors.ts';
import type { Ledger, Slot } from './ledger.ts';
import { PRIORITIES, type Priority } from './priority.ts';
import { WaitingLine, type Waiting } from './waiting-line.ts';

export interface Turn extends Waiting {
  /** Milliseconds to wait at the most. */
  patience: number;
  signal?: AbortSignal | undefined;
}

export interface BudgetSettings {
  /** None: as much as there are connections. */
  ledger?: Ledger | undefined;
  /** Requests under way at once. */
  connections: number;
  /** Of each priority, how many may wait; half of them in one lane. */
  queue: number;
  /** Seconds to tell those who waited in vain. */
  retryAfter: number;
}

interface Entry extends Waiting {
  take(slot: Slot): void;
  refuse(error: Error): void;
}

/** Bulk work leaves half of the connections to people. */
const BULK_CONNECTIONS = 0.5;
const LONGEST_TIMER = 2 ** 31 - 1;
const UNCOUNTED: Slot = { settle: () => undefined, giveBack: () => undefined };

/**
 * Decides who may send when: people before bulk work, lanes in turn, no more than the ledger has room for, and no more
 * than there are connections, so that what is let through is on its way at once and does not wait in another queue.
 */
export class Budget {
  readonly #settings: BudgetSettings;
  readonly #ledger: Ledger | undefined;
  readonly #line = new WaitingLine<Entry>();
  readonly #underWay: Record<Priority, number> = { people: 0, bulk: 0 };
  #isServing = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: BudgetSettings) {
    this.#settings = settings;
    this.#ledger = settings.ledger;
  }

  /** How many wait. */
  get waiting(): Record<Priority, number> {
    return { people: this.#line.size('people'), bulk: this.#line.size('bulk') };
  }

  /**
   * Waits for this caller's turn. The slot must be settled or given back.
   * @throws ManagementApiError `request.rate_limited` when too many wait, or patience is over
   * @throws the signal's reason
   */
  enter({ priority, lane, patience, signal }: Turn): Promise<Slot> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (this.#isClosed) return reject(closed());
      if (!this.#ledger && this.#isOpen(priority) && this.#line.size(priority) === 0) {
        return resolve(this.#admit(priority, UNCOUNTED));
      }
      const { queue } = this.#settings;
      if (this.#line.size(priority) >= queue || this.#line.laneSize(priority, lane) >= queue / 2) {
        return reject(this.#refusal('too many calls wait already'));
      }
      const leave = () => {
        this.#line.delete(entry);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const entry: Entry = {
        priority,
        lane,
        take: (slot) => {
          leave();
          resolve(slot);
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      const abort = () => entry.refuse(signal?.reason as Error);
      const giveUp = () => entry.refuse(this.#refusal(`no turn within ${Math.round(patience)} ms`));
      signal?.addEventListener('abort', abort);
      const timer = setTimeout(giveUp, Math.min(patience, LONGEST_TIMER));
      this.#line.add(entry);
      void this.#serve();
    });
  }

  /** Nobody gets a turn any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const priority of PRIORITIES) {
      while (this.#line.size(priority) > 0) this.#line.next(priority)?.refuse(closed());
    }
  }

  async #serve(): Promise<void> {
    if (this.#isServing) return;
    this.#isServing = true;
    try {
      for (let priority = this.#first(); priority; priority = this.#first()) {
        const taken = this.#ledger ? this.#ledger.take(priority) : UNCOUNTED;
        const answer = taken instanceof Promise ? await taken : taken;
        if (typeof answer !== 'number') this.#hand(priority, answer);
        else if (this.#first() === priority) return this.#serveIn(answer);
      }
    } finally {
      this.#isServing = false;
    }
  }

  #first(): Priority | undefined {
    return this.#line.first((priority) => this.#isOpen(priority));
  }

  #isOpen(priority: Priority): boolean {
    const { connections } = this.#settings;
    const { people, bulk } = this.#underWay;
    if (people + bulk >= connections) return false;
    return priority === 'people' || bulk < Math.max(1, connections * BULK_CONNECTIONS);
  }

  #hand(priority: Priority, slot: Slot): void {
    const entry = this.#line.next(priority);
    if (entry) entry.take(this.#admit(priority, slot));
    else slot.giveBack();
  }

  #admit(priority: Priority, slot: Slot): Slot {
    this.#underWay[priority] += 1;
    const end = (how: () => void) => () => {
      this.#underWay[priority] -= 1;
      how();
      if (this.#first()) void this.#serve();
    };
    return { settle: end(slot.settle), giveBack: end(slot.giveBack) };
  }

  #serveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#serve(), Math.max(1, Math.ceil(milliseconds)));
  }

  #refusal(why: string): ManagementApiError {
    return new ManagementApiError('request.rate_limited', `Logto's budget of requests is used up: ${why}`, {
      retryAfter: this.#settings.retryAfter,
      wasSent: false,
    });
  }
}

function closed(): ManagementApiError {
  return new ManagementApiError('upstream.failed', 'The client is closed', { wasSent: false });
}

import type { Ledger, Slot } from './ledger.ts';
import type { Priority } from './priority.ts';
import { RedisLog, type RedisLogSettings } from './redis-log.ts';
import { SlidingLog } from './sliding-log.ts';

/**
 * `shared`: all instances keep to one budget. `alone`: Redis is gone, this instance keeps to its share of it.
 * `returning`: Redis is back; for one window this instance keeps to both, because Redis has not seen what was sent.
 */
export type Sharing = 'shared' | 'alone' | 'returning';

export interface SharingChange {
  sharing: Sharing;
  /** Requests in a window that this instance may send. */
  limit: number;
  /** Instances that were last seen. */
  instances: number;
  /** Why Redis is gone. */
  cause?: unknown;
}

/** Instances to reckon with as long as Redis has not told how many there are. */
const UNKNOWN_INSTANCES = 2;
const BEATS_IN_WINDOW = 10;
/** Beats after which a silent instance is gone. */
const SILENCE = 5;

/** The budget in Redis, and when Redis is gone, this instance's share of it. */
export class SharedLedger implements Ledger {
  readonly #settings: RedisLogSettings;
  readonly #shared: RedisLog;
  readonly #onChange: (change: SharingChange) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #beatEvery: number;
  #sharing: Sharing = 'shared';
  #own: SlidingLog;
  #share: number;
  #returnedAt = Infinity;
  #seen: { instances: number; used: number };

  constructor(settings: RedisLogSettings, onChange: (change: SharingChange) => void) {
    const { limit, window } = settings.budget;
    this.#settings = settings;
    this.#onChange = onChange;
    this.#shared = new RedisLog(settings);
    this.#seen = { instances: UNKNOWN_INSTANCES, used: 0 };
    this.#share = limit;
    this.#own = new SlidingLog({ limit, window });
    this.#beatEvery = window / BEATS_IN_WINDOW;
    this.#timer = setInterval(() => void this.#beat(), this.#beatEvery).unref();
    void this.#beat();
  }

  get state(): SharingChange {
    const { limit } = this.#settings.budget;
    return {
      sharing: this.#sharing,
      limit: this.#sharing === 'shared' ? limit : this.#share,
      instances: this.#seen.instances,
    };
  }

  async take(priority: Priority): Promise<Slot | number> {
    if (this.#sharing === 'shared') return this.#takeShared(priority);
    const own = this.#own.take(priority);
    if (typeof own === 'number' || this.#sharing === 'alone') return own;
    const shared = await this.#takeShared(priority);
    if (typeof shared === 'number') {
      own.giveBack();
      return shared;
    }
    return both(own, shared);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#sharing !== 'alone') await this.#shared.leave();
  }

  async #takeShared(priority: Priority): Promise<Slot | number> {
    try {
      return await this.#shared.take(priority);
    } catch (cause) {
      this.#lose(cause);
      return 1;
    }
  }

  async #beat(): Promise<void> {
    try {
      const seen = await this.#shared.beat(this.#beatEvery * SILENCE);
      // An emptied Redis has yet to hear of the others.
      const instances = this.#sharing === 'shared' ? 1 : this.#seen.instances;
      this.#seen = { ...seen, instances: Math.max(seen.instances, instances) };
    } catch (cause) {
      this.#lose(cause);
      return;
    }
    const now = performance.now();
    if (this.#sharing === 'alone') {
      this.#returnedAt = now;
      this.#become('returning');
    } else if (this.#sharing === 'returning') {
      // Others may have come back a beat later.
      if (now >= this.#returnedAt + this.#settings.budget.window + 2 * this.#beatEvery)
        this.#become('shared');
    }
  }

  /** What others sent in the last window is known from the last beat only; what is left is divided like the budget. */
  #lose(cause: unknown): void {
    if (this.#sharing === 'alone') return;
    if (this.#sharing === 'shared') {
      const { limit, window } = this.#settings.budget;
      const share = Math.max(1, Math.floor(limit / this.#seen.instances));
      const left = Math.floor(Math.max(0, limit - this.#seen.used) / this.#seen.instances);
      this.#share = share;
      this.#own = new SlidingLog({ limit: share, window });
      this.#own.occupy(Math.max(0, share - left));
    }
    this.#become('alone', cause);
  }

  #become(sharing: Sharing, cause?: unknown): void {
    this.#sharing = sharing;
    this.#onChange({ ...this.state, ...(cause === undefined ? {} : { cause }) });
  }
}

function both(one: Slot, other: Slot): Slot {
  return {
    settle: () => {
      one.settle();
      other.settle();
    },
    giveBack: () => {
      one.giveBack();
      other.giveBack();
    },
  };
}

import { orAborted } from './or-aborted.ts';

/** What a read is given on its way. */
export interface Departure {
  /** Aborted when nobody waits for it any more; none when that cannot be. */
  readonly signal: AbortSignal | undefined;
  /** To be set when it leaves for Logto: from then on it may miss a write. */
  isSent: boolean;
}

interface Flight {
  /** Let go of when it has come, see `Flights`. */
  result: Promise<unknown> | undefined;
  departure: Departure;
  abort: AbortController | undefined;
  waiters: number;
}

/**
 * Identical reads that are under way at the same time are one, and share its result and its error. A caller who asks
 * after a write of this process has begun or ended never gets a read that left before: it may not show the write.
 * Holds reads under way and nothing else: what V8 has deleted from a Map it may keep from being collected for a while, by
 * the Map's earlier tables, so a flight lets go of its result by itself. (Each page would outlive several collections,
 * which took a third of the time of a read.)
 */
export class Flights {
  readonly #underWay = new Map<string, Flight>();

  /**
   * @param key tells identical reads from others
   * @param signal ends the waiting of this caller alone
   */
  async join<Result>(
    key: string,
    signal: AbortSignal | undefined,
    start: (departure: Departure) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const flight = this.#underWay.get(key) ?? this.#start(key, signal !== undefined, start);
    const result = flight.result as Promise<Result>;
    flight.waiters += 1;
    try {
      return await orAborted(result, signal);
    } finally {
      if (signal?.aborted) this.#leave(key, flight, signal);
    }
  }

  /** To be called when a write begins, and when it ends, however it ends. */
  markWrite(): void {
    for (const [key, flight] of this.#underWay) if (flight.departure.isSent) this.#underWay.delete(key);
  }

  #start(key: string, canBeLeft: boolean, start: (departure: Departure) => Promise<unknown>): Flight {
    const abort = canBeLeft ? new AbortController() : undefined;
    const departure = { signal: abort?.signal, isSent: false };
    const result = start(departure);
    const flight: Flight = { result, departure, abort, waiters: 0 };
    const land = () => {
      this.#forget(key, flight);
      flight.result = undefined;
    };
    result.then(land, land);
    this.#underWay.set(key, flight);
    return flight;
  }

  #leave(key: string, flight: Flight, signal: AbortSignal): void {
    flight.waiters -= 1;
    if (flight.waiters > 0) return;
    this.#forget(key, flight);
    flight.abort?.abort(signal.reason);
  }

  #forget(key: string, flight: Flight): void {
    if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
  }
}

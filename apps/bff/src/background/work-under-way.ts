import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds that what is under way has at the end. */
const PATIENCE = 2_000;

/** What this process works on, by name. */
export class WorkUnderWay {
  readonly #work = new Map<string, Promise<void>>();
  readonly #end = new AbortController();

  /** Aborted when it has had its time at the end. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get size(): number {
    return this.#work.size;
  }

  has(name: string): boolean {
    return this.#work.has(name);
  }

  /** @param work must not reject @param onEnd called once it is not under way any more */
  add(name: string, work: Promise<void>, onEnd: () => void): void {
    const ended = work.then(() => {
      this.#work.delete(name);
      onEnd();
    });
    this.#work.set(name, ended);
  }

  /** Lets it end if that is soon, else aborts it. */
  async end(): Promise<void> {
    const all = Promise.all(this.#work.values());
    await Promise.race([all, wait(PATIENCE, undefined, { ref: false })]);
    this.#end.abort();
    await all;
  }
}

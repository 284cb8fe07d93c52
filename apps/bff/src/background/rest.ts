/** Milliseconds; doubled with each failure in a row. */
const FIRST = 1_000;
const LONGEST = 60_000;

/** Pauses all work while Logto or the database does not do theirs, and has one row try whether they do again. */
export class Rest {
  #failures = 0;
  #until = 0;

  /** Of those that fail at the same time the first counts. @param least milliseconds that Logto asks for */
  begin(least = 0): void {
    const now = performance.now();
    if (now < this.#until) return;
    this.#until = now + Math.max(least, Math.min(LONGEST, FIRST * 2 ** this.#failures));
    this.#failures += 1;
  }

  /** Something worked. */
  end(): void {
    this.#failures = 0;
    this.#until = 0;
  }

  /** Milliseconds that it goes on. */
  get left(): number {
    return Math.max(0, this.#until - performance.now());
  }

  /** Whether it is not known yet that it is over. */
  get isTrial(): boolean {
    return this.#failures > 0;
  }
}

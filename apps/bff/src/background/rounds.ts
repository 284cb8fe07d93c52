/**
 * Looks for work again and again, one look at a time, until it is stopped.
 * @see wake for work that somebody has just handed in
 */
export class Rounds {
  readonly #look: () => Promise<number>;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isRound = false;
  #isWoken = false;
  #isStopping = false;

  /** @param look does what there is to do; @returns milliseconds until the next look. It must not reject */
  constructor(look: () => Promise<number>) {
    this.#look = look;
  }

  /** No look begins any more. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Looks now, or once more after the look that is under way. */
  wake(): void {
    if (this.#isRound) this.#isWoken = true;
    else this.#lookIn(0);
  }

  /** Returns once no look is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopping) return;
    this.#timer = setTimeout(() => this.#begin(), milliseconds).unref();
  }

  #begin(): void {
    this.#isRound = true;
    this.#isWoken = false;
    this.#round = this.#look().then((pause) => {
      this.#isRound = false;
      this.#lookIn(this.#isWoken ? 0 : pause);
    });
  }
}

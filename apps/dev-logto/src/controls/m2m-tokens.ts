/** The access tokens of machines: which were issued, and which of them count as expired ahead of their time. */
export class M2mTokens {
  readonly #valid = new Set<string>();
  readonly #expired = new Set<string>();

  issued(id: string): void {
    this.#valid.add(id);
  }

  isExpired(id: string | undefined): boolean {
    return id !== undefined && this.#expired.has(id);
  }

  /** Every token so far; those that come are good. */
  expireAll(): void {
    for (const id of this.#valid) this.#expired.add(id);
    this.#valid.clear();
  }
}

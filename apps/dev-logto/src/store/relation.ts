/** A set of pairs, readable from both sides, each side in the order of insertion. */
export class Relation {
  readonly #rightOf = new Map<string, Set<string>>();
  readonly #leftOf = new Map<string, Set<string>>();

  /** Returns false when the pair was there already. */
  add(left: string, right: string): boolean {
    const rights = this.#rightOf.get(left) ?? new Set();
    if (rights.has(right)) return false;
    this.#rightOf.set(left, rights.add(right));
    this.#leftOf.set(right, (this.#leftOf.get(right) ?? new Set()).add(left));
    return true;
  }

  /** Returns false when the pair was not there. */
  delete(left: string, right: string): boolean {
    this.#leftOf.get(right)?.delete(left);
    return this.#rightOf.get(left)?.delete(right) ?? false;
  }

  has(left: string, right: string): boolean {
    return this.#rightOf.get(left)?.has(right) ?? false;
  }

  rightOf(left: string): string[] {
    return [...(this.#rightOf.get(left) ?? [])];
  }

  leftOf(right: string): string[] {
    return [...(this.#leftOf.get(right) ?? [])];
  }

  /** Makes the right side of `left` exactly these. */
  replace(left: string, rights: Iterable<string>): void {
    this.deleteLeft(left);
    for (const right of rights) this.add(left, right);
  }

  deleteLeft(left: string): void {
    for (const right of this.rightOf(left)) this.delete(left, right);
    this.#rightOf.delete(left);
  }

  deleteRight(right: string): void {
    for (const left of this.leftOf(right)) this.delete(left, right);
    this.#leftOf.delete(right);
  }
}

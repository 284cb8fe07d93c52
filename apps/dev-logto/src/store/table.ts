/**
 * Rows by id, in the order of insertion. The list is cut once and kept until the next write, so that
 * reading a page costs the page, not the table.
 */
export class Table<Row extends { readonly id: string }> {
  readonly #rows = new Map<string, Row>();
  #list: readonly Row[] | undefined;

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  insert(row: Row): Row {
    this.#rows.set(row.id, row);
    this.#list = undefined;
    return row;
  }

  /**
   * Changes some fields of a row. With `moves` the row goes to the end of the list, as a changed row
   * of PostgreSQL does where nothing sorts (the list of organizations: recording 02).
   */
  update(row: Row, patch: Partial<Row>, { moves = false } = {}): Row {
    const changed = { ...row, ...patch };
    if (moves) this.#rows.delete(row.id);
    this.#rows.set(row.id, changed);
    this.#list = undefined;
    return changed;
  }

  delete(id: string): boolean {
    this.#list = undefined;
    return this.#rows.delete(id);
  }

  /** All rows, oldest first. */
  list(): readonly Row[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }

  /** The rows that pass, newest first. */
  newestFirst(passes: (row: Row) => boolean = () => true): Row[] {
    return this.list().filter(passes).reverse();
  }
}

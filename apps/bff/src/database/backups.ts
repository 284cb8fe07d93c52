import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

/** How many are kept. */
const KEPT = 5;
/** Milliseconds. A portal that restarts again and again must not push out the older ones. */
const APART = 60 * 60_000;
/** Bytes of the database above which it is left to the operator: the copy is made in memory, before the start goes on. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Keeps copies of the embedded database in a folder, as PGlite's `dumpDataDir` makes them: the five newest, by the time
 * at which they were made.
 */
export class Backups {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Copies the database, unless it is empty, or the newest copy is less than an hour old.
   * @param isNeeded copies it also then, because its tables are about to change
   * @returns `too large` when there is none because the database has more than 512 MB
   * @throws Error when the copy cannot be written; none is left half written
   */
  async make(pglite: PGlite, isNeeded: boolean): Promise<'done' | 'not needed' | 'too large'> {
    const { rows } = await pglite.query<{ size: string; tables: string }>(`
      select pg_database_size(current_database()) as size,
        (select count(*) from pg_tables where schemaname = 'public') as tables
    `);
    if (Number(rows[0]?.tables) === 0) return 'not needed';
    const newest = (await this.#names()).at(-1);
    if (!isNeeded && newest && Date.now() - timeOf(newest) < APART) return 'not needed';
    if (Number(rows[0]?.size) > LARGEST) return 'too large';
    await this.#write(nameAt(new Date()), await pglite.dumpDataDir('gzip'));
    for (const name of (await this.#names()).slice(0, -KEPT)) await rm(join(this.#folder, name));
    return 'done';
  }

  async #write(name: string, dump: Blob): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, name);
    const unfinished = `${file}.part`;
    try {
      const handle = await open(unfinished, 'w', 0o600);
      try {
        await handle.writeFile(new Uint8Array(await dump.arrayBuffer()));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** The oldest first. */
  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => !Number.isNaN(timeOf(name))).sort();
  }
}

/** Such as `2026-11-30T22-13-48Z.tar.gz`: a colon is not allowed in names everywhere. */
const nameAt = (time: Date): string => `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar.gz`;

const timeOf = (name: string): number => {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.gz$/.exec(name);
  return parts ? Date.parse(`${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`) : NaN;
};

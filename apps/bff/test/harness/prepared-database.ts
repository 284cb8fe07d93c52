import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const CACHE = fileURLToPath(new URL('../../../../.cache/', import.meta.url));
const { dependencies } = createRequire(import.meta.url)('../../package.json') as {
  dependencies: Record<string, string>;
};
const FILE = `${CACHE}pglite-${dependencies['@electric-sql/pglite']}.tar`;

/**
 * An empty PostgreSQL in memory. PGlite takes seconds to make one and a fraction of one to load one, so it is made
 * once and kept.
 */
export async function preparedDatabase(): Promise<{ dump: Blob }> {
  if (!existsSync(FILE)) await prepare();
  return { dump: new Blob([await readFile(FILE)]) };
}

async function prepare(): Promise<void> {
  const fresh = await PGlite.create();
  const dump = await fresh.dumpDataDir('none');
  await fresh.close();
  await mkdir(CACHE, { recursive: true });
  // Several test files may do this at the same time; whoever is last wins, and nobody reads half a file.
  const half = `${FILE}.${process.pid}-${performance.now()}`;
  await writeFile(half, Buffer.from(await dump.arrayBuffer()));
  await rename(half, FILE);
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** A fresh value for PORTAL_DATA, with a database that need not be made first; deleted after the test file. */
export async function newPortalData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await cp(inject('preparedData'), join(folder, 'postgres'), { recursive: true });
  return folder;
}

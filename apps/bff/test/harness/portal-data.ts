import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { afterwards } from './afterwards.ts';

/** A fresh value for PORTAL_DATA, with a database that need not be made first; deleted afterwards. */
export async function newPortalData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  await cp(inject('preparedData'), join(folder, 'postgres'), { recursive: true });
  return folder;
}

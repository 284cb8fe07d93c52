import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, inject } from 'vitest';

const POSTGRES = fileURLToPath(new URL('../../../../../scripts/services/postgres.mjs', import.meta.url));

/**
 * @returns settings that give a portal an empty database of its own until the test file ends: in PostgreSQL where there
 * is one, since the embedded one takes five seconds of a core to start
 */
export async function newPortalDatabase(): Promise<{ DATABASE_URL: string } | { PORTAL_DATA: string }> {
  const programs = inject('postgres');
  return programs === undefined
    ? { PORTAL_DATA: await newPortalData() }
    : { DATABASE_URL: await startPostgres(programs) };
}

async function newPortalData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await cp(inject('preparedData'), join(folder, 'postgres'), { recursive: true });
  return folder;
}

async function startPostgres(programs: string): Promise<string> {
  const server = fork(POSTGRES, [programs], { execArgv: [] });
  const exit = once(server, 'exit');
  afterAll(async () => {
    if (server.connected) server.disconnect();
    await exit;
  });
  const [message] = (await Promise.race([once(server, 'message'), exit.then(() => [])])) as [
    { url: string }?,
  ];
  if (!message) throw new Error('PostgreSQL did not start');
  return message.url;
}

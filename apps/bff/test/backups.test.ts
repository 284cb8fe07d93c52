import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { newPortalData } from './harness/portal-data.ts';

const warnings: unknown[] = [];
const log = { warn: (...line: unknown[]) => void warnings.push(line) };

const open = (folder: string) => openDatabase({ folder }, log);
const backups = (folder: string) => readdir(join(folder, 'backups')).catch(() => []);

/** Opens it, writes something down, and closes it. */
async function use(folder: string, language: 'en' | 'zh-CN'): Promise<void> {
  const { database, close } = await open(folder);
  const row = { invitation_id: language, organization_id: 'any', language, replaces: null };
  await database.insertInto('invitation_details').values(row).execute();
  await close();
}

async function languages(folder: string): Promise<unknown> {
  const { database, close } = await open(folder);
  const rows = await database
    .selectFrom('invitation_details')
    .select('language')
    .orderBy('language')
    .execute();
  await close();
  return rows.map(({ language }) => language);
}

describe('the embedded database', { timeout: 90_000 }, () => {
  test('is backed up at the start, and comes back as it was then when its files are destroyed', async () => {
    const folder = await newPortalData();
    await use(folder, 'en');
    expect(await backups(folder)).toEqual([]);
    await use(folder, 'zh-CN');
    const [backup, ...others] = await backups(folder);
    expect([backup, others]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d-]+Z\.tar\.gz$/), []]);

    const postgres = join(folder, 'postgres');
    await writeFile(join(postgres, 'global', 'pg_control'), 'destroyed');
    await expect(open(folder)).rejects.toThrow(folder);
    // As docs/operating.md says.
    await rm(postgres, { recursive: true });
    await mkdir(postgres);
    execFileSync('tar', ['-xzf', join(folder, 'backups', backup!), '-C', postgres], { stdio: 'pipe' });

    expect(await languages(folder)).toEqual(['en']);
  });

  test('is backed up once an hour at most, or when its tables are about to change; five are kept', async () => {
    const folder = await newPortalData();
    await use(folder, 'en');
    const old = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}T00-00-00Z.tar.gz`);
    await mkdir(join(folder, 'backups'));
    for (const name of [...old, 'mine.txt']) await writeFile(join(folder, 'backups', name), name);

    await use(folder, 'zh-CN');
    const kept = await backups(folder);
    expect(kept.filter((name) => name < '2026-02')).toEqual(old.slice(1));
    expect(kept).toHaveLength(6);
    expect(kept).toContain('mine.txt');

    await languages(folder);
    expect(await backups(folder)).toEqual(kept);

    const { database, close } = await open(folder);
    await database.schema.dropTable('portal_migration').execute();
    await close();
    await expect(open(folder)).rejects.toThrow('already exists');
    expect((await backups(folder)).filter((name) => name < '2026-02')).toEqual(old.slice(2));
  });

  test('opens when it cannot be backed up, and says so', async () => {
    const folder = await newPortalData();
    await use(folder, 'en');
    await writeFile(join(folder, 'backups'), 'a file');

    expect(await languages(folder)).toEqual(['en']);

    expect(JSON.stringify(warnings)).toContain('could not be backed up');
  });
});

import { describe, test } from 'vitest';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';
import { importUnderKills } from './imports/under-kills.ts';

/** At full length: `IMPORT_ROWS=10000 IMPORT_KILLS=20 npm test -- --project bff imports-crashes`. */
const rows = Number(process.env['IMPORT_ROWS'] ?? 100);
const kills = Number(process.env['IMPORT_KILLS'] ?? 1);
const timeout = 1_200_000;

// Attack: the process ends between any two of its steps, again and again.
describe('kill -9 while an import is sent', () => {
  test('with PGlite: each row is sent once, and none is lost', { timeout }, async () => {
    const env = { PORTAL_DATA: await newPortalData() };
    await importUnderKills({ title: 'kill -9, PGlite', rows, kills: Math.ceil(kills / 2), bffs: 1, env });
  });
});

describeWithPostgres('kill -9 while an import is sent', () => {
  test('by two BFFs, with PostgreSQL: each row is sent once, and none is lost', { timeout }, async () => {
    const env = { DATABASE_URL: await (await startPostgres()).newDatabase() };
    await importUnderKills({ title: 'kill -9, PostgreSQL', rows, kills, bffs: 2, env });
  });
});

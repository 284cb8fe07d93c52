import { demo, startDevLogto } from '@org-portal/dev-logto';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { MIGRATIONS, migrate, type PortalMigration } from '../src/database/migrations.ts';
import { openDatabase } from '../src/database/open-database.ts';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { describeWithPostgres, startPostgres, type RunningPostgres } from './harness/postgres.ts';

const INSTANCES = 4;
const ROUNDS = 3;
const log = { warn: () => undefined };

describeWithPostgres('an empty PostgreSQL', () => {
  let postgres: RunningPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });

  test('is made ready once by four that start at the same moment, three times', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const url = await postgres.newDatabase();
      const opened = await Promise.all(Array.from({ length: INSTANCES }, () => openDatabase({ url }, log)));
      expect(await migrations(url)).toEqual(await migrations(url, 'distinct'));
      expect(await migrations(url)).not.toEqual([]);
      await migrate(opened[0]!.database);
      await Promise.all(opened.map(({ close }) => close()));
    }
  });

  test('is made ready once by four processes, and each of them serves', { timeout: 120_000 }, async () => {
    const url = await postgres.newDatabase();
    const origins: string[] = [];
    while (origins.length < INSTANCES) origins.push(`http://localhost:${await freePort()}`);
    const logto = await startDevLogto({ portalUrl: origins });
    afterwards(() => logto.close());
    const bffs = origins.map((origin) => new BffProcess(logto, origin, { DATABASE_URL: url }));
    await Promise.all(bffs.map((bff) => bff.start()));
    expect(await migrations(url)).toEqual(await migrations(url, 'distinct'));
    for (const bff of bffs) {
      const ops = await bff.signIn(demo.users.ops);
      expect(await (await ops.get('/api/activity')).json()).toEqual([]);
    }
  });
});

describeWithPostgres('tables that a newer version has changed', () => {
  let postgres: RunningPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });

  /** Opens a new database, migrated further by a version that does not exist yet. */
  const changedBy = async (newer: Record<string, PortalMigration>): Promise<string> => {
    const url = await postgres.newDatabase();
    const { database, close } = await openDatabase({ url }, log);
    await migrate(database, { ...MIGRATIONS, ...newer });
    await close();
    return url;
  };
  const adds: PortalMigration = {
    up: (db) => db.schema.alterTable('activity').addColumn('mood', 'text').execute(),
  };
  const removes: PortalMigration = {
    up: (db) => db.schema.alterTable('import').renameColumn('status', 'state').execute(),
  };

  test('are opened by this version when they have only more than it knows', async () => {
    const url = await changedBy({ '9001-mood': adds });
    const before = await migrations(url);

    const { database, close } = await openDatabase({ url }, log);

    expect(await database.selectFrom('activity').select('id').execute()).toEqual([]);
    expect(await migrations(url)).toEqual(before);
    await close();
  });

  test('are refused when they lack what this version uses, with the version to start instead', async () => {
    const needs = { migration: '9001-mood', version: '0.3.0' };
    const url = await changedBy({ '9001-mood': adds, '9002-no-status': { ...removes, needs } });

    await expect(openDatabase({ url }, log)).rejects.toThrow(
      'This version of Org Portal is too old for the database: it was changed by a newer version (9002-no-status). ' +
        'Start Org Portal 0.3.0 or newer, or restore the backup from before the upgrade.',
    );
  });

  test('are opened by this version when what they lack was replaced by something that it knows', async () => {
    const needs = { migration: Object.keys(MIGRATIONS)[0]!, version: '0.2.0' };
    const url = await changedBy({ '9002-no-status': { ...removes, needs } });

    const { close } = await openDatabase({ url }, log);
    await close();
  });

  test('keep only the names of 0.1.0 where 0.1.0 looks: it does not start on others', async () => {
    const client = new pg.Client(await changedBy({ '9001-mood': adds }));
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
    await client.end();

    expect(rows.map(({ name }) => name)).toEqual([
      '0001-activity',
      '0002-invitation-details',
      '0003-imports',
      '0004-following',
      '0005-join',
      '0006-snapshots',
      '0007-access-reviews',
      '0008-review-removals',
      '0009-review-role-names',
    ]);
  });

  test('get a migration that another branch numbered lower', async () => {
    const url = await changedBy({ '9001-mood': adds });
    const { database, close } = await openDatabase({ url }, log);
    const late: PortalMigration = { up: (db) => db.schema.createTable('late').execute() };

    await migrate(database, { ...MIGRATIONS, '0010a-late': late });

    expect(await migrations(url)).toEqual(expect.arrayContaining(['0010a-late', '9001-mood']));
    await close();
  });
});

/** @returns the names of those that were carried out */
async function migrations(url: string, which: 'all' | 'distinct' = 'all'): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select ${which} name from (
      select name from kysely_migration union all select name from portal_migration
    ) as recorded order by name`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

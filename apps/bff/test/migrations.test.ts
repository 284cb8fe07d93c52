import { demo, startDevLogto } from '@org-portal/dev-logto';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/database/migrations.ts';
import { openDatabase } from '../src/database/open-database.ts';
import { afterwards } from './harness/afterwards.ts';
import { BffProcess } from './harness/bff-process.ts';
import { freePort } from './harness/free-port.ts';
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

/** @returns the names of those that were carried out */
async function migrations(url: string, which: 'all' | 'distinct' = 'all'): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select ${which} name from kysely_migration order by name`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { patternOf } from '../src/database/pattern.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

const NAMES = ['Ana Quiñones', 'José Peña'.normalize('NFD'), 'a_b', 'axb', '100%', '1000', 'Søren', '김민준'];
const SEARCHES: [string, string[]][] = [
  ['QUINONES', ['Ana Quiñones']],
  ['quiñones', ['Ana Quiñones']],
  ['jose peña', ['José Peña'.normalize('NFD')]],
  ['a_b', ['a_b']],
  ['100%', ['100%']],
  ['.*', []],
  ['***:', []],
  ['soren', ['Søren']],
  ['김민'.normalize('NFD'), ['김민준']],
  [`${'x'.repeat(250)}é`, []],
];
const QUERY = 'select name from unnest($1::text[]) as name where name ~* $2';

type Run = (query: string, values: unknown[]) => Promise<{ rows: { name: string }[] }>;
const isFound = (run: () => Promise<Run>) => {
  it.each(SEARCHES)('%s finds characters as they stand, with any accents', async (q, names) => {
    const { rows } = await (await run())(QUERY, [NAMES, patternOf(q)]);
    expect(rows.map(({ name }) => name)).toEqual(names);
  });
};

describe('a search in PGlite', () => {
  const database = new PGlite();
  afterAll(() => database.close());
  isFound(async () => (query, values) => database.query(query, values));
});

describeWithPostgres('a search in PostgreSQL', () => {
  const client = startPostgres().then(async ({ newDatabase, stop }) => {
    const one = new pg.Client(await newDatabase());
    await one.connect();
    return { one, stop };
  });
  afterAll(async () => {
    const { one, stop } = await client;
    await one.end();
    await stop();
  });
  isFound(async () => (await client).one.query.bind((await client).one) as Run);
});

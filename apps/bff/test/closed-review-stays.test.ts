import { CompiledQuery } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase, type DatabaseSettings } from '../src/database/open-database.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

const review = (id: string, status: string) => `
  insert into access_review (id, name, reviewers, due_at, status, created_by, opened_at)
  values ('${id}', 'a review', '[]', now(), '${status}', '{}', now())`;
const line = (id: string, number: number) => `
  insert into access_review_line (review_id, number, organization_id, user_id, is_suspended, decision)
  values ('${id}', ${number}, 'atlas', 'ada', false, 'keep')`;

/** Attack: somebody who has got hold of the portal's database connection makes a closed review say something else. */
const attacks: [string, string][] = [
  ['a decision is turned', "update access_review_line set decision = 'remove' where review_id = 'closed'"],
  ['a line is deleted', "delete from access_review_line where review_id = 'closed'"],
  ['a line is added', line('closed', 7)],
  [
    'a line is moved in',
    "update access_review_line set review_id = 'closed', number = 8 where review_id = 'open'",
  ],
  [
    'a line is moved out',
    "update access_review_line set review_id = 'open', number = 8 where review_id = 'closed'",
  ],
  ['it is opened again', "update access_review set status = 'Open', closed_at = null where id = 'closed'"],
  ['it is renamed', "update access_review set name = 'another' where id = 'closed'"],
  ['its id is taken', "update access_review set id = 'other' where id = 'closed'"],
  ['it is deleted', "delete from access_review where id = 'closed'"],
  ['the lines are emptied', 'truncate access_review_line'],
  ['all is emptied', 'truncate access_review cascade'],
];

function holdsOn(open: () => Promise<DatabaseSettings>): void {
  test('a closed review stays as it is, whatever is tried', async () => {
    const { database, close } = await openDatabase(await open(), { warn: () => undefined });
    afterwards(close);
    const run = (text: string) => database.executeQuery(CompiledQuery.raw(text));
    for (const text of [review('open', 'Open'), review('closed', 'Open'), line('open', 1), line('closed', 1)])
      await run(text);
    await run(
      "update access_review set status = 'Closed', closed_at = now(), closed_by = '{}' where id = 'closed'",
    );
    const all = async () => {
      const found = await Promise.all([
        run('select * from access_review order by id'),
        run('select * from access_review_line order by review_id, number'),
      ]);
      return found.map(({ rows }) => rows);
    };
    const before = await all();
    for (const [what, attack] of attacks) {
      await expect(run(attack), what).rejects.toMatchObject({ code: '23000' });
      expect([what, await all()]).toEqual([what, before]);
    }
    await run("update access_review_line set decision = 'remove' where review_id = 'open'");
  });
}

describe('with PGlite', () => {
  holdsOn(async () => ({ folder: await newPortalData() }));
});

describeWithPostgres('with PostgreSQL', () => {
  holdsOn(async () => ({ url: await (await startPostgres()).newDatabase() }));
});

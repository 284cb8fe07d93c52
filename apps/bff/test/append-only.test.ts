import { CompiledQuery } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type DatabaseSettings } from '../src/database/open-database.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalData } from './harness/portal-data.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

const insert = (outcome: string) => `
  insert into activity (instance, actor_id, session, action, target_type, target_id, request_id, outcome)
  values (1, 'ada', 'digest', 'member.remove', 'member', 'bob', 'request', '${outcome}') returning id`;

const ALL = 'select * from activity order by id';

/** Attack: somebody who has got hold of the portal's database connection covers their tracks. */
const attacks: [string, string, string][] = [
  ['an outcome is turned', 'succeeded', "update activity set outcome = 'failed' where id = $id"],
  ['an outcome is taken back', 'succeeded', "update activity set outcome = 'attempted' where id = $id"],
  ['a refusal becomes a success', 'refused', "update activity set outcome = 'succeeded' where id = $id"],
  ['another actor is blamed', 'succeeded', "update activity set actor_id = 'eve' where id = $id"],
  [
    'another actor is blamed with the completion',
    'attempted',
    "update activity set outcome = 'succeeded', actor_id = 'eve' where id = $id",
  ],
  [
    'the time is moved with the completion',
    'attempted',
    "update activity set outcome = 'succeeded', time = now() - interval '1 year' where id = $id",
  ],
  [
    'the target is changed with the completion',
    'attempted',
    "update activity set outcome = 'succeeded', target_id = 'eve' where id = $id",
  ],
  ['the number is changed', 'succeeded', 'update activity set id = default where id = $id'],
  ['nothing is changed, to see whether one may', 'succeeded', 'update activity set outcome = outcome'],
  ['an entry is deleted', 'succeeded', 'delete from activity where id = $id'],
  ['an open entry is deleted', 'attempted', 'delete from activity where id = $id'],
  ['all are deleted', 'succeeded', 'delete from activity'],
  ['the table is emptied', 'succeeded', 'truncate activity'],
  [
    'the table is emptied with those that refer to it',
    'succeeded',
    'truncate activity restart identity cascade',
  ],
  [
    'an upsert overwrites',
    'succeeded',
    `insert into activity (id, instance, actor_id, session, action, target_type, request_id, outcome)
     overriding system value values ($id, 1, 'eve', '', '', '', '', 'failed')
     on conflict (id) do update set actor_id = 'eve'`,
  ],
  [
    'a function does it',
    'succeeded',
    'do $do$ begin execute $sql$delete from activity where id = $id$sql$; end $do$',
  ],
];

function holdsOn(open: () => Promise<DatabaseSettings>): void {
  let run: (statement: string) => Promise<Row[]>;
  beforeAll(async () => {
    run = await connect(await open());
  });

  test.each(attacks)('%s', async (_name, outcome, statement) => {
    const [row] = await run(insert(outcome));
    const before = await run(ALL);
    await expect(run(statement.replaceAll('$id', row!.id))).rejects.toThrow('activity is append-only');
    expect(await run(ALL)).toEqual(before);
  });

  test('an attempt is completed twice', async () => {
    const [row] = await run(insert('attempted'));
    const complete = (outcome: string) =>
      run(`update activity set outcome = '${outcome}', completed_at = now() where id = ${row!.id}`);
    await complete('unknown');
    await complete('succeeded');
    await expect(complete('failed')).rejects.toThrow('activity is append-only');
  });
}

interface Row {
  id: string;
}

/** Opens and migrates a database as the BFF does. @returns what runs a statement through its connection */
async function connect(settings: DatabaseSettings) {
  const { database, close } = await openDatabase(settings, { warn: () => undefined });
  afterwards(close);
  return async (statement: string) => (await database.executeQuery<Row>(CompiledQuery.raw(statement))).rows;
}

describe('the record refuses, on PGlite, that', () => {
  holdsOn(async () => ({ folder: await newPortalData() }));
});

describeWithPostgres('the record refuses, on PostgreSQL, that', () => {
  const open = async () => ({ url: await (await startPostgres()).newDatabase() });
  holdsOn(open);

  // Triggers do not run for a replica; only a superuser may say that it is one, and the portal's role is none.
  test('the triggers are switched off for a session', async () => {
    const run = await connect(await open());
    await expect(run('set session_replication_role = replica')).rejects.toThrow('permission denied');
  });
});

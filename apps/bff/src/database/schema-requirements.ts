import { sql } from 'kysely';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';

interface Requirement {
  /** The migration that removed something. */
  name: string;
  /** The one that replaced it, which a program must know. */
  migration: string;
  /** The first version of the portal that knows it. */
  version: string;
}

/**
 * Refuses to run on tables from which a newer version removed what this program uses.
 * @param known the migrations that this program knows, by name
 * @throws DatabaseError that names the version to start instead
 */
export async function requireKnown(db: Database, known: object): Promise<void> {
  const { rows: tables } = await sql<{ name: string | null }>`
    select to_regclass('schema_requirement')::text as name
  `.execute(db);
  if ((tables[0]?.name ?? null) === null) return;
  const { rows } = await sql<Requirement>`
    select name, migration, version from schema_requirement order by name desc
  `.execute(db);
  const unmet = rows.find(({ migration }) => !(migration in known));
  if (!unmet) return;
  throw new DatabaseError(
    'This version of Org Portal is too old for the database',
    `it was changed by a newer version (${unmet.name}). Start Org Portal ${unmet.version} or newer, ` +
      'or restore the backup from before the upgrade.',
  );
}

/** Has programs refuse to start that do not know the migration, 0.1.0 included. */
export async function addRequirement(db: Database, { name, migration, version }: Requirement): Promise<void> {
  await sql`
    insert into schema_requirement (name, migration, version) values (${name}, ${migration}, ${version})
  `.execute(db);
  // 0.1.0 does not read that table, but refuses names in this one that it does not know.
  await sql`
    insert into kysely_migration (name, timestamp) values (${name}, ${new Date().toISOString()})
  `.execute(db);
}

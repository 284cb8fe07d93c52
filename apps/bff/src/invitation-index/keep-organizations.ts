import type { ManagementApiCalls } from '@org-portal/management-api';
import { sql } from 'kysely';
import { orNothing } from '../access/or-nothing.ts';
import type { Database } from '../database/database.ts';
import { printable } from '../invitations/printable.ts';
import { listAllOrganizations } from '../snapshots/list-organizations.ts';

/** Rows of one statement. */
const CHUNK = 1_000;

/**
 * Lists all organizations into the index: new ones are to be read, those that are gone leave it with their invitations.
 * @param again milliseconds until they are to be listed again
 * @throws ManagementApiError; what the database throws
 */
export async function keepOrganizations(
  database: Database,
  api: Pick<ManagementApiCalls, 'organizations'>,
  again: number,
): Promise<{ known: number; gone: number }> {
  const { rows: clock } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database);
  const now = clock[0]?.now ?? new Date();
  const { organizations } = await listAllOrganizations(api);
  for (let first = 0; first < organizations.length; first += CHUNK)
    await database
      .insertInto('invitation_index_organization')
      .values(
        organizations
          .slice(first, first + CHUNK)
          .map(({ id, name }) => ({ organization_id: id, name: printable(name) })),
      )
      .onConflict((conflict) =>
        conflict
          .column('organization_id')
          .doUpdateSet(({ ref }) => ({ name: ref('excluded.name') }))
          .where('invitation_index_organization.name', 'is distinct from', sql<string>`excluded.name`),
      )
      .execute();
  const gone = await forgetGone(database, api, new Set(organizations.map(({ id }) => id)));
  await database
    .updateTable('invitation_index_state')
    .set({
      listed_at: now,
      list_due_at: sql`case when list_due_at > ${now} and list_due_at <= clock_timestamp() then list_due_at
        else clock_timestamp() + ${again} * interval '1 millisecond' end`,
    })
    .execute();
  return { known: organizations.length, gone };
}

/** Logto's list moves while it is read, so each that was not in it is asked for by itself. */
async function forgetGone(
  database: Database,
  api: Pick<ManagementApiCalls, 'organizations'>,
  listed: ReadonlySet<string>,
): Promise<number> {
  const known = await database
    .selectFrom('invitation_index_organization')
    .select('organization_id')
    .execute();
  let gone = 0;
  for (const { organization_id: id } of known) {
    if (listed.has(id) || (await orNothing(api.organizations.get(id)))) continue;
    await database.deleteFrom('invitation_index_organization').where('organization_id', '=', id).execute();
    await database.deleteFrom('invitation_index').where('organization_id', '=', id).execute();
    gone += 1;
  }
  return gone;
}

import { sql } from 'kysely';
import type { Template } from '../access/organization-template.ts';
import type { Database } from '../database/database.ts';
import type { Change } from '../record/change.ts';
import { ADMIN_PERMISSION } from '@org-portal/contract';

/** Hours; an older snapshot tells too little of who is an admin now. */
const FRESH = 24;
/** Rows that one statement writes. */
const CHUNK = 1_000;

export interface OrganizationName {
  id: string;
  name: string;
}

/** Writes down which organizations are to be checked once the person is suspended: before that is sent to Logto. */
export async function beginChecks(
  database: Database,
  personId: string,
  organizations: readonly OrganizationName[],
  { actor: { id, name }, requestId }: Change,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Of an earlier suspension that was ended outside of the portal.
    await transaction.deleteFrom('suspension').where('person_id', '=', personId).execute();
    await transaction
      .insertInto('suspension')
      .values({ person_id: personId, started_by: JSON.stringify({ id, name }), request_id: requestId })
      .execute();
    for (let from = 0; from < organizations.length; from += CHUNK)
      await transaction
        .insertInto('suspension_check')
        .values(
          organizations.slice(from, from + CHUNK).map((one) => ({
            person_id: personId,
            organization_id: one.id,
            organization_name: one.name,
          })),
        )
        .execute();
  });
}

/** The person is not suspended, or not any more. @param requestId of the suspension that is meant; default: any */
export async function endChecks(database: Database, personId: string, requestId?: string): Promise<void> {
  let rows = database.deleteFrom('suspension').where('person_id', '=', personId);
  if (requestId !== undefined) rows = rows.where('request_id', '=', requestId);
  await rows.execute();
}

/**
 * Looks for organizations that would probably be left without an admin: by the last snapshot, if it is fresh, and by the
 * suspensions of others since then.
 * @returns up to `most` ids
 */
export async function probablyLeft(
  database: Database,
  template: Template,
  personId: string,
  organizationIds: readonly string[],
  most: number,
): Promise<string[]> {
  const adminRoles = template.rolesWith(ADMIN_PERMISSION);
  const { rows } = await sql<{ id: string }>`
    with latest as (
      select id from snapshot
      where status = 'Finished' and organization_ids is null
        and finished_at > clock_timestamp() - make_interval(hours => ${FRESH})
      order by finished_at desc limit 1
    )
    select wanted.id from unnest(${[...organizationIds]}::text[]) as wanted (id)
    where exists (
      select from suspension_check
      where organization_id = wanted.id and suspension_check.person_id <> ${personId}
    ) or exists (
      select from snapshot_organization, latest
      where snapshot_id = latest.id and organization_id = wanted.id and state = 'read'
        and not exists (
          select from snapshot_membership member
          where member.snapshot_id = latest.id and member.organization_id = wanted.id
            and member.user_id <> ${personId} and not member.is_suspended
            and member.role_ids && ${[...adminRoles]}::text[]
        )
    )
    order by wanted.id limit ${most}`.execute(database);
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Which invitations to look at: those to the addresses of these, or all of an organization. */
type Marked = { invitationIds: readonly string[] } | { organizationId: string };

/**
 * Marks which invitations are current (not deleted, and not replaced by one that is there), and which of them is the last to
 * its address in its organization. To be called after each change, once that is committed: so the later of two calls at
 * the same time sees both changes.
 */
export async function markCurrent(database: Database, marked: Marked): Promise<void> {
  const among =
    'organizationId' in marked
      ? sql`one.organization_id = ${marked.organizationId}`
      : sql`(one.organization_id, one.address) in (
          select organization_id, address from invitation_index where id = any(${[...marked.invitationIds]})
        )`;
  await sql`
    with looked_at as (
      select one.id, one.organization_id, one.address, one.created_at, one.expires_at,
        not one.is_deleted and not exists (
          select from invitation_details details
          join invitation_index other on other.id = details.invitation_id and not other.is_deleted
          where details.replaces = one.id
        ) as is_current
      from invitation_index one
      where ${among}
    ), ranked as (
      select id, is_current, is_current and row_number() over (
        partition by organization_id, address, is_current order by created_at desc, expires_at desc, id desc
      ) = 1 as is_last
      from looked_at
    )
    update invitation_index
    set is_current = ranked.is_current, is_last = ranked.is_last
    from ranked
    where invitation_index.id = ranked.id
      and (invitation_index.is_current, invitation_index.is_last)
        is distinct from (ranked.is_current, ranked.is_last)
  `.execute(database);
}

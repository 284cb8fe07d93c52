import { randomUUID } from 'node:crypto';
import { ADMIN_PERMISSION } from '@org-portal/contract';
import type { Transaction } from 'kysely';
import type { Template } from '../access/organization-template.ts';
import type { Tables } from '../database/database.ts';

interface Wanted {
  /** None: all. */
  organizationIds: readonly string[] | undefined;
  actor: { id: string; name: string | null };
  template: Template;
}

/** Asks for a snapshot, which is taken from then on. @returns its id */
export async function beginSnapshot(
  database: Transaction<Tables>,
  { organizationIds, actor, template }: Wanted,
): Promise<string> {
  const id = randomUUID();
  await database
    .insertInto('snapshot')
    .values({
      id,
      organization_ids: organizationIds ? [...organizationIds] : null,
      actor_id: actor.id,
      actor_name: actor.name,
      status: organizationIds ? 'Reading' : 'Listing',
    })
    .execute();
  const admins = new Set(template.rolesWith(ADMIN_PERMISSION));
  const roles = [...template.roles.values()];
  if (roles.length > 0)
    await database
      .insertInto('snapshot_role')
      .values(
        roles.map((role) => ({
          snapshot_id: id,
          role_id: role.id,
          name: role.name,
          is_admin: admins.has(role.id),
        })),
      )
      .execute();
  if (organizationIds)
    await addOrganizations(
      database,
      id,
      organizationIds.map((one) => ({ id: one })),
    );
  return id;
}

/** Rows of one statement. */
const CHUNK = 1_000;

/** Adds organizations that are to be read; those that it has stay as they are. */
export async function addOrganizations(
  database: Transaction<Tables>,
  snapshotId: string,
  organizations: { id: string; name?: string }[],
): Promise<void> {
  for (let first = 0; first < organizations.length; first += CHUNK) {
    const chunk = organizations.slice(first, first + CHUNK);
    await database
      .insertInto('snapshot_organization')
      .values(
        chunk.map(({ id, name }) => ({
          snapshot_id: snapshotId,
          organization_id: id,
          name: name ?? null,
          state: 'waiting' as const,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

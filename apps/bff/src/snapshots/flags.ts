import {
  IDLE_DAYS,
  MANY_ORGANIZATIONS,
  type MembershipFlag,
  type OrganizationFlag,
  type SnapshotFlags,
} from '@org-portal/contract/schema';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/** The ids of the roles that make somebody an admin, of the snapshot that the statement calls `snapshot_id`. */
const admins = (snapshotId: string) =>
  sql`(select coalesce(array_agg(role_id), '{}') from snapshot_role where snapshot_id = ${snapshotId} and is_admin)`;

/** Conditions on `snapshot_membership as membership`. */
export const membershipFlags = (
  snapshotId: string,
): Record<MembershipFlag | 'admin', RawBuilder<boolean>> => ({
  admin: sql<boolean>`membership.role_ids && ${admins(snapshotId)}`,
  idle_admin: sql<boolean>`membership.role_ids && ${admins(snapshotId)} and not membership.is_suspended
    and coalesce(membership.last_sign_in_at < snapshot.created_at - ${IDLE_DAYS} * interval '1 day', true)`,
  suspended_with_role: sql<boolean>`membership.is_suspended and membership.role_ids <> '{}'`,
  no_role: sql<boolean>`membership.role_ids = '{}'`,
  admin_in_several: sql<boolean>`membership.role_ids && ${admins(snapshotId)} and membership.user_id in (
    select user_id from snapshot_membership where snapshot_id = ${snapshotId} and role_ids && ${admins(snapshotId)}
    group by user_id having count(*) >= ${MANY_ORGANIZATIONS})`,
});

/** Conditions on `snapshot_organization as organization`, joined with `counted`, which has its admins who can sign in. */
export const ORGANIZATION_CONDITIONS: Record<OrganizationFlag, RawBuilder<boolean>> = {
  no_admin: sql<boolean>`organization.state = 'read' and coalesce(counted.admins, 0) = 0`,
  one_admin: sql<boolean>`organization.state = 'read' and counted.admins = 1`,
  gone: sql<boolean>`organization.state = 'gone'`,
};

/** The organizations of a snapshot, each with how many admins it has who can sign in. */
export function organizationsOf(database: Database, snapshotId: string) {
  const { admin } = membershipFlags(snapshotId);
  return database
    .selectFrom('snapshot_organization as organization')
    .leftJoin(
      (query) =>
        query
          .selectFrom('snapshot_membership as membership')
          .select(['membership.organization_id', ({ fn }) => fn.countAll<string>().as('admins')])
          .where('membership.snapshot_id', '=', snapshotId)
          .where('membership.is_suspended', '=', false)
          .where(admin)
          .groupBy('membership.organization_id')
          .as('counted'),
      (join) => join.onRef('counted.organization_id', '=', 'organization.organization_id'),
    )
    .where('organization.snapshot_id', '=', snapshotId);
}

/** The memberships of a snapshot, with what it is part of. */
export const membershipsOf = (database: Database, snapshotId: string) =>
  database
    .selectFrom('snapshot_membership as membership')
    .innerJoin('snapshot', 'snapshot.id', 'membership.snapshot_id')
    .innerJoin('snapshot_organization as organization', (join) =>
      join
        .onRef('organization.snapshot_id', '=', 'membership.snapshot_id')
        .onRef('organization.organization_id', '=', 'membership.organization_id'),
    )
    .where('membership.snapshot_id', '=', snapshotId);

/** @returns of each flag, how many there are */
export async function countFlags(database: Database, snapshotId: string): Promise<SnapshotFlags> {
  const flags = membershipFlags(snapshotId);
  const counted = (condition: RawBuilder<boolean>) => sql<string>`count(*) filter (where ${condition})`;
  const [organizations, memberships] = await readable(
    Promise.all([
      organizationsOf(database, snapshotId)
        .select([
          counted(ORGANIZATION_CONDITIONS.no_admin).as('no_admin'),
          counted(ORGANIZATION_CONDITIONS.one_admin).as('one_admin'),
          counted(ORGANIZATION_CONDITIONS.gone).as('gone'),
        ])
        .executeTakeFirstOrThrow(),
      membershipsOf(database, snapshotId)
        .select([
          counted(flags.idle_admin).as('idle_admin'),
          counted(flags.suspended_with_role).as('suspended_with_role'),
          counted(flags.no_role).as('no_role'),
          counted(flags.admin_in_several).as('admin_in_several'),
        ])
        .executeTakeFirstOrThrow(),
    ]),
  );
  return {
    organizations: {
      no_admin: Number(organizations.no_admin),
      one_admin: Number(organizations.one_admin),
      gone: Number(organizations.gone),
    },
    memberships: {
      idle_admin: Number(memberships.idle_admin),
      suspended_with_role: Number(memberships.suspended_with_role),
      no_role: Number(memberships.no_role),
      admin_in_several: Number(memberships.admin_in_several),
    },
  };
}

import type {
  Page,
  PageRequest,
  SnapshotMembership,
  SnapshotMembershipFilter,
  SnapshotOrganization,
  SnapshotOrganizationFilter,
} from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { patternOf } from '../database/pattern.ts';
import { readable } from '../record/unavailable.ts';
import { ORGANIZATION_CONDITIONS, membershipFlags, membershipsOf, organizationsOf } from './flags.ts';

/** @returns a page of the memberships that match, by organization and person */
export async function listMemberships(
  database: Database,
  snapshotId: string,
  filter: SnapshotMembershipFilter,
  { page, pageSize }: PageRequest,
): Promise<Page<SnapshotMembership>> {
  const matching = membershipsMatching(database, snapshotId, filter);
  const [rows, { total }, roles] = await readable(
    Promise.all([
      matching
        .selectAll('membership')
        .select('organization.name as organization_name')
        .orderBy(sql`coalesce(organization.name, organization.organization_id)`)
        .orderBy('membership.organization_id')
        .orderBy(sql`lower(coalesce(membership.name, membership.username, membership.email, ''))`)
        .orderBy('membership.user_id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      matching.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
      rolesOf(database, snapshotId),
    ]),
  );
  return {
    items: rows.map((row) => ({
      id: `${row.organization_id}:${row.user_id}`,
      organization: { id: row.organization_id, name: row.organization_name },
      person: { id: row.user_id, name: row.name, email: row.email, username: row.username },
      roles: row.role_ids.map((id) => ({ id, name: roles.get(id) ?? id })),
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      isSuspended: row.is_suspended,
    })),
    total: Number(total),
    isTotalCapped: false,
  };
}

function membershipsMatching(
  database: Database,
  snapshotId: string,
  { organization, role, flag, q }: SnapshotMembershipFilter,
) {
  let matching = membershipsOf(database, snapshotId);
  if (organization !== undefined) matching = matching.where('membership.organization_id', '=', organization);
  if (role !== undefined) matching = matching.where(sql<boolean>`${role} = any(membership.role_ids)`);
  if (flag !== undefined) matching = matching.where(membershipFlags(snapshotId)[flag]);
  const pattern = patternOf(q);
  if (pattern !== undefined)
    matching = matching.where((row) =>
      row.or(
        (['membership.name', 'membership.email', 'membership.username'] as const).map((column) =>
          row(column, '~*', pattern),
        ),
      ),
    );
  return matching;
}

/** @returns a page of the organizations that match, by name */
export async function listSnapshotOrganizations(
  database: Database,
  snapshotId: string,
  { flag, q }: SnapshotOrganizationFilter,
  { page, pageSize }: PageRequest,
): Promise<Page<SnapshotOrganization>> {
  let matching = organizationsOf(database, snapshotId);
  if (flag !== undefined) matching = matching.where(ORGANIZATION_CONDITIONS[flag]);
  const pattern = patternOf(q);
  if (pattern !== undefined)
    matching = matching.where((row) =>
      row.or([row('organization.name', '~*', pattern), row('organization.organization_id', '~*', pattern)]),
    );
  const [rows, { total }] = await readable(
    Promise.all([
      matching
        .select([
          'organization.organization_id as id',
          'organization.name',
          'organization.members',
          'organization.state',
          'counted.admins',
        ])
        .orderBy(sql`coalesce(organization.name, organization.organization_id)`)
        .orderBy('organization.organization_id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      matching.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  return {
    items: rows.map(({ id, name, members, state, admins }) => ({
      id,
      name,
      members,
      admins: Number(admins ?? 0),
      isGone: state === 'gone',
    })),
    total: Number(total),
    isTotalCapped: false,
  };
}

async function rolesOf(database: Database, snapshotId: string): Promise<Map<string, string>> {
  const roles = await database
    .selectFrom('snapshot_role')
    .select(['role_id', 'name'])
    .where('snapshot_id', '=', snapshotId)
    .execute();
  return new Map(roles.map((role) => [role.role_id, role.name]));
}

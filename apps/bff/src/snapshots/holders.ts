import type { Page, PageRequest, RoleHolders } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/** @returns a page of the roles with how many hold them, in one organization or in all */
export async function listHolders(
  database: Database,
  snapshotId: string,
  organizationId: string | undefined,
  { page, pageSize }: PageRequest,
): Promise<Page<RoleHolders>> {
  const roles = database.selectFrom('snapshot_role as role').where('role.snapshot_id', '=', snapshotId);
  const [rows, { total }] = await readable(
    Promise.all([
      roles
        .leftJoin('snapshot_membership as membership', (join) =>
          join
            .onRef('membership.snapshot_id', '=', 'role.snapshot_id')
            .on(sql<boolean>`role.role_id = any(membership.role_ids)`)
            .on((on) =>
              organizationId === undefined
                ? on.val(true)
                : on('membership.organization_id', '=', organizationId),
            ),
        )
        .select([
          'role.role_id',
          'role.name',
          ({ fn }) => fn.count<string>('membership.user_id').as('memberships'),
          ({ fn }) => fn.count<string>('membership.user_id').distinct().as('people'),
          ({ fn }) => fn.count<string>('membership.organization_id').distinct().as('organizations'),
        ])
        .groupBy(['role.role_id', 'role.name'])
        .orderBy('role.name')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      roles.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  return {
    items: rows.map((row) => ({
      role: { id: row.role_id, name: row.name },
      memberships: Number(row.memberships),
      people: Number(row.people),
      organizations: Number(row.organizations),
    })),
    total: Number(total),
    isTotalCapped: false,
  };
}

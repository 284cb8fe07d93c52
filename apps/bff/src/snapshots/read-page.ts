import { MAX_PAGE_SIZE } from '@org-portal/contract';
import type { LogtoMember, LogtoOrganization, ManagementApiCalls } from '@org-portal/management-api';
import { sql, type Transaction } from 'kysely';
import { orNothing } from '../access/or-nothing.ts';
import type { Database, Tables } from '../database/database.ts';
import { mine } from './claim.ts';
import type { SnapshotOrganization } from './tables.ts';

/** How often an organization is read, while members come and go: then whoever is on a later page moves to one that was read. */
const MOST_PASSES = 3;

type Calls = Pick<ManagementApiCalls, 'members' | 'organizations'>;

/**
 * Reads the next page of an organization's members and keeps it; what was kept stays, whatever becomes of this process.
 * One that has vanished has no members by Logto's word, so it is looked for (recording 04).
 * @returns how that has ended the organization, if it has
 */
export async function readNextPage(
  database: Database,
  api: Calls,
  claimed: SnapshotOrganization,
): Promise<'read' | 'gone' | undefined> {
  const { organization_id: id, next_page: page } = claimed;
  const { items, total } = await api.members.list(id, { page, pageSize: MAX_PAGE_SIZE });
  const isUnsure = claimed.name === null || total === 0;
  const organization = isUnsure ? await orNothing(api.organizations.get(id)) : undefined;
  return database.transaction().execute(async (transaction) => {
    if (isUnsure && !organization) return (await isGone(transaction, claimed)) ? 'gone' : undefined;
    if (!(await isStillMine(transaction, claimed))) return undefined;
    await keep(transaction, claimed, items);
    const next = await nextOf(transaction, claimed, { items, total });
    await transaction
      .updateTable('snapshot_organization')
      .set({ ...next, ...named(organization), members: total, instance: null })
      .where(mine(claimed))
      .execute();
    return next.state === 'read' ? 'read' : undefined;
  });
}

const named = (organization: LogtoOrganization | undefined) =>
  organization ? { name: organization.name } : {};

/** Held from here on: nobody takes it for left behind, and the snapshot does not end meanwhile. */
async function isStillMine(
  transaction: Transaction<Tables>,
  claimed: SnapshotOrganization,
): Promise<boolean> {
  const organization = await transaction
    .selectFrom('snapshot_organization')
    .select('state')
    .where(mine(claimed))
    .forUpdate()
    .executeTakeFirst();
  if (!organization) return false;
  const snapshot = await transaction
    .selectFrom('snapshot')
    .select('id')
    .where('id', '=', claimed.snapshot_id)
    .where('finished_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return snapshot !== undefined;
}

/** @returns false where somebody else has it by now */
async function isGone(transaction: Transaction<Tables>, claimed: SnapshotOrganization): Promise<boolean> {
  const gone = await transaction
    .updateTable('snapshot_organization')
    .set({ state: 'gone', members: 0, instance: null, read_at: sql`clock_timestamp()` })
    .where(mine(claimed))
    .executeTakeFirst();
  if (gone.numUpdatedRows === 0n) return false;
  await transaction
    .deleteFrom('snapshot_membership')
    .where('snapshot_id', '=', claimed.snapshot_id)
    .where('organization_id', '=', claimed.organization_id)
    .execute();
  return true;
}

async function keep(
  transaction: Transaction<Tables>,
  { snapshot_id, organization_id }: SnapshotOrganization,
  members: readonly LogtoMember[],
): Promise<void> {
  if (members.length === 0) return;
  await transaction
    .insertInto('snapshot_membership')
    .values(
      members.map((member) => ({
        snapshot_id,
        organization_id,
        user_id: member.id,
        name: member.name,
        email: member.primaryEmail,
        username: member.username,
        last_sign_in_at: member.lastSignInAt === null ? null : new Date(member.lastSignInAt),
        is_suspended: member.isSuspended,
        role_ids: member.organizationRoles.map((role) => role.id),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['snapshot_id', 'organization_id', 'user_id']).doUpdateSet(({ ref }) => ({
        last_sign_in_at: ref('excluded.last_sign_in_at'),
        is_suspended: ref('excluded.is_suspended'),
        role_ids: ref('excluded.role_ids'),
      })),
    )
    .execute();
}

async function nextOf(
  transaction: Transaction<Tables>,
  claimed: SnapshotOrganization,
  { items, total }: { items: readonly unknown[]; total: number },
) {
  const { next_page: page, pass, members } = claimed;
  const again = pass < MOST_PASSES && ({ state: 'waiting', next_page: 1, pass: pass + 1 } as const);
  const haveMoved = page > 1 && members !== total;
  if (again && haveMoved) return again;
  const isLastPage = page * MAX_PAGE_SIZE >= total || items.length === 0;
  if (!isLastPage) return { state: 'waiting', next_page: page + 1 } as const;
  if (again && (await countKept(transaction, claimed)) < total) return again;
  return { state: 'read', read_at: new Date() } as const;
}

async function countKept(
  transaction: Transaction<Tables>,
  { snapshot_id, organization_id }: SnapshotOrganization,
): Promise<number> {
  const { kept } = await transaction
    .selectFrom('snapshot_membership')
    .select(({ fn }) => fn.countAll<string>().as('kept'))
    .where('snapshot_id', '=', snapshot_id)
    .where('organization_id', '=', organization_id)
    .executeTakeFirstOrThrow();
  return Number(kept);
}

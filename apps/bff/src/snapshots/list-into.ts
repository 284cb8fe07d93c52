import type { ManagementApiCalls } from '@org-portal/management-api';
import type { Database } from '../database/database.ts';
import { addOrganizations } from './begin.ts';
import { listAllOrganizations } from './list-organizations.ts';

/** Lists all organizations into a snapshot; from then on their members are read. */
export async function listInto(
  database: Database,
  api: Pick<ManagementApiCalls, 'organizations'>,
  snapshotId: string,
): Promise<void> {
  const { organizations, unlisted } = await listAllOrganizations(api);
  await database.transaction().execute(async (transaction) => {
    await addOrganizations(transaction, snapshotId, organizations);
    await transaction
      .updateTable('snapshot')
      .set({ status: 'Reading', unlisted, instance: null })
      .where('id', '=', snapshotId)
      .where('status', '=', 'Listing')
      .execute();
  });
}

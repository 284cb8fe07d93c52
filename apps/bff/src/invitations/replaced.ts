import type { LogtoInvitation } from '@org-portal/management-api';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/**
 * @param organizationId undefined: of all organizations
 * @returns the invitations but for those that another one of them took the place of
 */
export async function withoutReplaced(
  database: Database,
  invitations: LogtoInvitation[],
  organizationId: string | undefined,
): Promise<LogtoInvitation[]> {
  let rows = database
    .selectFrom('invitation_details')
    .select(['invitation_id', 'replaces'])
    .where('replaces', 'is not', null);
  if (organizationId !== undefined) rows = rows.where('organization_id', '=', organizationId);
  const found = await readable(rows.execute());
  const present = new Set(invitations.map(({ id }) => id));
  const replaced = new Set(
    found.filter((row) => present.has(row.invitation_id)).map((row) => row.replaces ?? ''),
  );
  return invitations.filter(({ id }) => !replaced.has(id));
}

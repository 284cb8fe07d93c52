import type { InvitationIndexState } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/** Ids of the organizations that somebody may see; undefined: all. */
export type Scope = readonly string[] | undefined;

/**
 * @returns how old what the index says of these organizations is: as old as the one that was read longest ago
 * @throws Problem `audit.unavailable`
 */
export async function stateOf(database: Database, scope: Scope): Promise<InvitationIndexState> {
  let organizations = database.selectFrom('invitation_index_organization');
  if (scope) organizations = organizations.where('organization_id', '=', sql<string>`any(${[...scope]})`);
  const [found, { listed_at: listedAt }] = await readable(
    Promise.all([
      organizations
        .select(({ fn }) => [
          fn.countAll<string>().as('total'),
          fn.count<string>('read_at').as('read'),
          fn.min('read_at').as('oldest'),
        ])
        .executeTakeFirstOrThrow(),
      database.selectFrom('invitation_index_state').select('listed_at').executeTakeFirstOrThrow(),
    ]),
  );
  const read = Number(found.read);
  const known = Number(found.total);
  // Before the first list of organizations nobody knows how many there are.
  const total = listedAt ? known : scope ? scope.length : null;
  const isComplete = total !== null && read >= total;
  const moments = [found.oldest, scope ? null : listedAt].filter((one) => one !== null);
  const oldest = moments.length > 0 ? Math.min(...moments.map((one) => one.getTime())) : undefined;
  return {
    asOf: isComplete && oldest !== undefined ? new Date(oldest).toISOString() : null,
    isComplete,
    organizations: { read, total },
  };
}

import { sql } from 'kysely';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { readable } from '../record/unavailable.ts';
import { beginSnapshot } from './begin.ts';

/**
 * Asks for a snapshot of all organizations, unless one is being taken.
 * @returns its id
 * @throws Problem `audit.unavailable` when it cannot be kept
 */
export async function takeSnapshot({ database, template }: Portal, actor: Person): Promise<string> {
  const roles = await template.get();
  return readable(
    database.transaction().execute(async (transaction) => {
      // Two who ask at the same moment get the same one.
      await sql`lock table snapshot in share row exclusive mode`.execute(transaction);
      const underWay = await transaction
        .selectFrom('snapshot')
        .select('id')
        .where('organization_ids', 'is', null)
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      return (
        underWay?.id ?? beginSnapshot(transaction, { organizationIds: undefined, actor, template: roles })
      );
    }),
  );
}

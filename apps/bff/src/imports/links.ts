import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportLinks } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { By } from '../invitations/alter.ts';
import { joinLink } from '../invitations/link.ts';
import type { Portal } from '../portal.ts';
import { readable } from '../record/unavailable.ts';
import { requireAssignable } from '../rules/role-ceiling.ts';
import type { Settings } from '../settings/settings.ts';
import { findJob, type ImportKey } from './find.ts';
import type { ImportJobRow } from './tables.ts';

/** Links that are sealed in one turn of the event loop. */
const AT_ONCE = 250;

/**
 * A link lets its holder take the roles of the invitation, so the same rule holds as for the links of invitations that
 * somebody ticked (`copyLink`): it is on record, and the person must be allowed to give the roles. Links above their
 * ceiling are left out.
 * @returns links of the import's invitations that are pending, in the order of the rows
 * @throws Problem `resource.not_found`; `role.above_ceiling`, `role.not_assignable` when every link would be left out
 */
export async function linksOfImport(portal: Portal, key: ImportKey, by: By): Promise<ImportLinks> {
  const { database, record, settings, template } = portal;
  const { change } = by;
  const job = await findJob(database, key);
  change.target = { type: 'import', id: job.id, name: job.name };
  const rows = await pendingRows(database, job.id);
  const roleIds = [...new Set(rows.flatMap(roleIdsOf))];
  const known = await template.get(roleIds);
  const access = await by.authorizeAgain();
  const given = rows.filter((row) =>
    roleIdsOf(row).every((id) => known.roles.has(id) && access.assignableRoleIds.includes(id)),
  );
  if (given.length === 0) requireAssignable(roleIds, access, known, '/importId');

  return record.change(change, {}, async () => {
    const links: ImportLinks['links'] = [];
    for (const [index, row] of given.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
      links.push(linkOf(row, job.organization_id, settings));
    }
    return { links, aboveCeiling: rows.length - given.length };
  });
}

function linkOf(
  { number, invitee, name, roles, expires_at }: ImportJobRow,
  organizationId: string,
  settings: Settings,
): ImportLinks['links'][number] {
  const content = { organizationId, invitee, expiresAt: expires_at.getTime(), via: 'copy' } as const;
  return {
    number,
    invitee,
    name,
    roles,
    expiresAt: expires_at.toISOString(),
    link: joinLink(settings, content),
  };
}

const roleIdsOf = ({ roles }: ImportJobRow): string[] => roles.map(({ id }) => id);

/** Rows whose invitation was made, has not expired, and was not answered, revoked or deleted as far as the index knows. */
function pendingRows(database: Database, importId: string): Promise<ImportJobRow[]> {
  return readable(
    database
      .selectFrom('import_row')
      .selectAll()
      .where('import_id', '=', importId)
      .where('invitation_id', 'is not', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('invitation_index')
              .select('id')
              .whereRef('id', '=', 'import_row.invitation_id')
              .where(({ or, eb }) => or([eb('status', '!=', 'Pending'), eb('is_deleted', '=', true)])),
          ),
        ),
      )
      .orderBy('number')
      .execute(),
  );
}

import type { ActivityAction, ProblemCode } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { ActivityRow } from '../record/activity-table.ts';

const SENDING: ActivityAction[] = ['invitation.create', 'invitation.resend', 'invitation.renew'];
const LATER: ActivityAction[] = [...SENDING, 'invitation.change', 'invitation.accept'];

/** After these nobody has to do anything. */
const NO_FAULT: ProblemCode[] = [
  'invitee.already_member',
  'invitation.already_pending',
  'invitation.not_pending',
  'resource.not_found',
];

/** Days that are looked back. */
const DAYS = 30;
const MOST = 1_000;

/**
 * @param organizationIds undefined: all
 * @returns messages that were to be sent lately and were not, and have not been sent since; the last one first
 */
export async function unsentMessages(
  database: Database,
  organizationIds: readonly string[] | undefined,
): Promise<ActivityRow[]> {
  if (organizationIds?.length === 0) return [];
  let rows = database
    .selectFrom('activity as one')
    .selectAll('one')
    .where('one.target_type', '=', 'invitation')
    .where('one.outcome', '=', 'failed')
    .where('one.action', 'in', SENDING)
    .where('one.problem', 'not in', NO_FAULT)
    .where('one.time', '>', new Date(Date.now() - DAYS * 86_400_000))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('activity as other')
            .select('other.id')
            .whereRef('other.organization_id', '=', 'one.organization_id')
            .whereRef(sql`lower(other.target_name)`, '=', sql`lower(one.target_name)`)
            .whereRef('other.id', '>', 'one.id')
            .where('other.action', 'in', LATER)
            .where('other.outcome', 'in', ['succeeded', 'failed']),
        ),
      ),
    );
  if (organizationIds) rows = rows.where('one.organization_id', 'in', organizationIds);
  return rows.orderBy('one.id', 'desc').limit(MOST).execute();
}

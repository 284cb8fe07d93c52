import { sql } from 'kysely';
import { orNothing } from '../access/or-nothing.ts';
import type { Portal } from '../portal.ts';
import { membersInDoubt } from '../record/in-doubt.ts';
import { isLastAdmin } from '../rules/last-admin.ts';
import { endChecks } from './begin.ts';
import { markChecked, putBack } from './claim.ts';
import type { SuspensionCheck } from './tables.ts';

/** Milliseconds until it may be known whether the suspension was carried out. */
const SOON = 500;
/** Milliseconds until an organization without an admin is looked at again; doubled each time. */
const AGAIN = 15_000;
const LONGEST = 10 * 60_000;

/** Whether somebody is suspended, as it was a moment ago. */
export interface Accounts {
  get(personId: string): Promise<boolean>;
  forget(personId: string): void;
}

/**
 * Finds out whether an organization of somebody who was suspended still has an admin, and writes it down.
 * @param bulk the portal, with calls of bulk work
 * @throws what may pass: the organization waits still
 */
export async function checkOrganization(
  bulk: Portal,
  check: SuspensionCheck,
  accounts: Accounts,
): Promise<void> {
  const { api, database, lock, log, metrics, template } = bulk;
  const { person_id: personId, organization_id: organizationId } = check;
  if (!(await accounts.get(personId))) {
    const earlier = await earlierOf(bulk, personId);
    if (!earlier || earlier.is_unsettled) return await putBack(database, check, SOON);
    // Only what is read after the record has settled tells that the suspension failed, or has ended.
    api.readAnew();
    accounts.forget(personId);
    if (!(await accounts.get(personId))) return await endChecks(database, personId, earlier.request_id);
  }
  // A change that began before the suspension still counted on this admin. All later ones see that they are suspended, so
  // once the lock was free, nothing has to be kept out while this read waits for its turn.
  await lock.run(organizationId, async () => api.readAnew());
  const inDoubt = await membersInDoubt(database, organizationId);
  const isLeft = await isLastAdmin(api, await template.get(), organizationId, personId, inDoubt);
  const isThere = !isLeft || (await orNothing(api.organizations.get(organizationId))) !== undefined;
  const state = !isLeft ? 'kept' : isThere ? 'left' : 'gone';
  await markChecked(database, check, state, Math.min(LONGEST, AGAIN * 2 ** Math.min(check.looks, 10)));
  if (state === check.state) return;
  metrics?.jobRows('suspension', state);
  if (state === 'left')
    log.warn(
      { organization: organizationId, person: personId },
      'a suspension left an organization without an admin',
    );
}

/** @returns the suspension, and whether it may still be on its way to Logto */
async function earlierOf({ database }: Portal, personId: string) {
  return database
    .selectFrom('suspension')
    .leftJoin('activity', 'activity.request_id', 'suspension.request_id')
    .select([
      'suspension.request_id',
      // The suspension is written down in the moment before the record is.
      sql<boolean>`case
        when outcome is null then started_at > clock_timestamp() - interval '1 minute'
        when outcome = 'unknown' then settled_at is null
        else outcome = 'attempted'
      end`.as('is_unsettled'),
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import type { Change } from '../record/change.ts';
import { accountFor } from './account.ts';
import { named } from './named.ts';

/** Ends all sessions of somebody, in Logto and in the portal, and what applications were granted in their name. */
export async function signOutEverywhere(
  portal: Portal,
  staff: Person,
  personId: string,
  change: Change,
): Promise<void> {
  const { user } = await accountFor(portal, staff, personId);
  named(change, user);
  await portal.record.change(change, {}, async () => {
    // First in Logto: else whoever has another browser is signed in again before it ends there.
    await portal.api.users.signOutEverywhere(user.id);
    await portal.sessions.endAll(user.id);
  });
  portal.metrics?.sessionEnded('everywhere');
}

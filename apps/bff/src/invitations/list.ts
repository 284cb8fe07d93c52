import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { answersTo } from './answers.ts';
import type { Listed } from './filter.ts';
import { withoutReplaced } from './replaced.ts';

/** Ids that one query takes. */
const CHUNK = 5_000;

/**
 * All invitations of an organization, each once: one that another took the place of is part of that one's history. Where
 * the portal's own knowledge cannot be read, what Logto says is all there is.
 */
export async function listedInvitations(portal: Portal, organizationId: string): Promise<Listed[]> {
  const all = await portal.api.invitations.ofOrganization(organizationId);
  try {
    return await withStates(portal, await withoutReplaced(portal.database, all, organizationId));
  } catch (err) {
    portal.log.warn({ err }, 'invitations are listed without what the portal knows of them');
    return all.map((invitation) => ({ invitation, state: invitation.status }));
  }
}

async function withStates({ database }: Portal, invitations: LogtoInvitation[]): Promise<Listed[]> {
  const declined = new Set<string>();
  const revoked = invitations.filter(({ status }) => status === 'Revoked').map(({ id }) => id);
  for (let start = 0; start < revoked.length; start += CHUNK) {
    const ids = revoked.slice(start, start + CHUNK);
    const answers = await answersTo(database, ids);
    for (const id of ids) if (answers(id).isDeclined) declined.add(id);
  }
  return invitations.map((invitation) => ({
    invitation,
    state: declined.has(invitation.id) ? 'Declined' : invitation.status,
  }));
}

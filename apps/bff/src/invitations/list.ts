import { normalizeEmailAddress } from '@org-portal/contract';
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
  const askedAt = performance.now();
  const all = await portal.api.invitations.ofOrganization(organizationId);
  portal.invitationIndex.feed(organizationId, askedAt, all);
  try {
    return await withStates(portal, await withoutReplaced(portal.database, all, organizationId));
  } catch (err) {
    portal.log.warn({ err }, 'invitations are listed without what the portal knows of them');
    return all.map((invitation) => ({ invitation, state: invitation.status, isAsked: false }));
  }
}

async function withStates({ database }: Portal, invitations: LogtoInvitation[]): Promise<Listed[]> {
  const declined = new Set<string>();
  const asked = new Set<string>();
  const answered = invitations.filter(({ status }) => status === 'Revoked' || status === 'Expired');
  for (let start = 0; start < answered.length; start += CHUNK) {
    const ids = answered.slice(start, start + CHUNK).map(({ id }) => id);
    const answers = await answersTo(database, ids);
    for (const id of ids) {
      if (answers(id).isDeclined) declined.add(id);
      if (answers(id).askedAt) asked.add(id);
    }
  }
  const newest = newestByAddress(invitations);
  return invitations.map((invitation) => ({
    invitation,
    state: invitation.status === 'Revoked' && declined.has(invitation.id) ? 'Declined' : invitation.status,
    isAsked:
      invitation.status === 'Expired' &&
      asked.has(invitation.id) &&
      newest.get(normalizeEmailAddress(invitation.invitee)) === invitation,
  }));
}

function newestByAddress(invitations: LogtoInvitation[]): Map<string, LogtoInvitation> {
  const newest = new Map<string, LogtoInvitation>();
  for (const invitation of invitations) {
    const address = normalizeEmailAddress(invitation.invitee);
    if (invitation.createdAt >= (newest.get(address)?.createdAt ?? 0)) newest.set(address, invitation);
  }
  return newest;
}

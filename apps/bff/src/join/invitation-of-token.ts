import type { LogtoInvitation } from '@org-portal/management-api';
import { normalizeEmailAddress } from '@org-portal/contract';
import { orNothing } from '../access/or-nothing.ts';
import { openJoinToken, type JoinToken } from '../invitations/join-token.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';

export interface Opened {
  token: JoinToken;
  invitation: LogtoInvitation;
}

/** How often an invitation may have been replaced by another one. */
const MAX_REPLACED = 20;

/**
 * Finds the invitation that a link names, or the one that was made in its place, so that the first e-mail still works
 * when roles or expiry were changed afterwards.
 * @throws Problem `resource.not_found`, whatever is wrong: nobody learns from it which invitations there are
 */
export async function openInvitation(portal: Portal, text: string): Promise<Opened> {
  const token = openJoinToken(text, portal.settings.sessionSecrets);
  if (!token) throw notFound();
  const first = await namedBy(portal, token);
  if (!first) throw notFound();
  return { token, invitation: await replacementOf(portal, first) };
}

/** An invitation that could not be changed was put back: then there are two alike, and the pending one counts. */
async function namedBy(
  { api }: Portal,
  { organizationId, invitee, expiresAt }: JoinToken,
): Promise<LogtoInvitation | undefined> {
  const all = await api.invitations.ofInvitee(invitee);
  const alike = all.filter((one) => one.organizationId === organizationId && one.expiresAt === expiresAt);
  return (
    alike.find(({ status }) => status !== 'Revoked') ?? alike.sort((a, b) => b.createdAt - a.createdAt)[0]
  );
}

async function replacementOf(portal: Portal, first: LogtoInvitation): Promise<LogtoInvitation> {
  let current = first;
  for (let count = 0; count < MAX_REPLACED; count += 1) {
    if (current.status !== 'Revoked' && current.status !== 'Expired') return current;
    const row = await readable(
      portal.database
        .selectFrom('invitation_details')
        .select('invitation_id')
        .where('replaces', '=', current.id)
        .orderBy('created_at', 'desc')
        .executeTakeFirst(),
    );
    const next = row && (await orNothing(portal.api.invitations.get(row.invitation_id)));
    if (!next || !isSameInvitee(next, first)) return current;
    current = next;
  }
  return current;
}

const isSameInvitee = (one: LogtoInvitation, other: LogtoInvitation): boolean =>
  one.organizationId === other.organizationId &&
  normalizeEmailAddress(one.invitee) === normalizeEmailAddress(other.invitee);

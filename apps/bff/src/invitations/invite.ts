import {
  MAX_EXPIRY_DAYS,
  isEmailAddress,
  normalizeEmailAddress,
  type Access,
  type InvitationInput,
  type InvitationResult,
} from '@org-portal/contract';
import { isManagementApiError } from '@org-portal/management-api';
import pLimit from 'p-limit';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { requireAssignable } from '../rules/role-ceiling.ts';
import { toProblem } from '../problem/to-problem.ts';
import { toInvitation } from '../view/invitation.ts';
import { invitationLink } from './link.ts';

interface Request extends InvitationInput {
  organizationId: string;
  access: Access;
  inviter: Person;
}

const AT_ONCE = 4;
const DAY = 86_400_000;

/**
 * Invites each address once, whatever its case.
 * @returns a result per distinct address, in the order given; one bad address does not stop the others
 * @throws Problem when no address can be invited: a role above the ceiling, an expiry out of range, no e-mail
 */
export async function invite(portal: Portal, request: Request): Promise<InvitationResult[]> {
  requireAssignable(request.roleIds, request.access, await portal.template.get(), '/roleIds');
  const expiresAt = requireExpiry(request.expiresAt);
  const pending = await pendingAddresses(portal, request.organizationId);
  const limit = pLimit(AT_ONCE);
  const addresses = [...new Set(request.invitees.map(normalizeEmailAddress))];
  return Promise.all(
    addresses.map((invitee) => limit(() => inviteOne(portal, request, invitee, expiresAt, pending))),
  );
}

async function inviteOne(
  portal: Portal,
  { organizationId, roleIds, inviter }: Request,
  invitee: string,
  expiresAt: Date,
  pending: Set<string>,
): Promise<InvitationResult> {
  try {
    if (!isEmailAddress(invitee)) throw new Problem('invitee.invalid', 'This is not an e-mail address.');
    if (pending.has(invitee)) {
      throw new Problem('invitation.already_pending', 'An invitation to this address is pending.');
    }
    const link = invitationLink(portal.settings);
    const invitation = await portal.api.invitations.create({
      organizationId,
      inviterId: inviter.id,
      invitee,
      roleIds,
      expiresAt,
      link,
    });
    return { invitee, invitation: toInvitation(invitation, new Map([[inviter.id, inviter.name]])) };
  } catch (error) {
    // No e-mail connector: nothing was created, and nothing will be for the other addresses.
    if (isManagementApiError(error, 'email.not_configured')) throw error;
    const problem = toProblem(error);
    return { invitee, problem: { code: problem.code, detail: problem.message } };
  }
}

function requireExpiry(text: string): Date {
  const expiresAt = new Date(text);
  const life = expiresAt.getTime() - Date.now();
  if (!(life > 0 && life <= MAX_EXPIRY_DAYS * DAY)) {
    const detail = `must be in the future, at most ${MAX_EXPIRY_DAYS} days from now`;
    throw new Problem('request.invalid', `expiresAt ${detail}`, {
      errors: [{ pointer: '/expiresAt', detail }],
    });
  }
  return expiresAt;
}

/** Logto's own check for a pending duplicate minds the case (recording 05); this one does not. */
async function pendingAddresses({ api }: Portal, organizationId: string): Promise<Set<string>> {
  const invitations = await api.invitations.ofOrganization(organizationId);
  return new Set(
    invitations.filter((one) => one.status === 'Pending').map((one) => normalizeEmailAddress(one.invitee)),
  );
}

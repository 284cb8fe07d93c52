import {
  isEmailAddress,
  normalizeEmailAddress,
  type Access,
  type InvitationInput,
  type InvitationResult,
} from '@org-portal/contract';
import { isManagementApiError } from '@org-portal/management-api';
import pLimit from 'p-limit';
import { namedRole, type Template } from '../access/organization-template.ts';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change, Target } from '../record/change.ts';
import { unavailable } from '../record/unavailable.ts';
import { requireInvitable } from '../rules/role-ceiling.ts';
import { toProblem } from '../problem/to-problem.ts';
import { toInvitation } from '../view/invitation.ts';
import { EarlierInvitations } from './earlier.ts';
import { requireExpiry } from './expiry.ts';
import { printable } from './printable.ts';
import { sendInvitation } from './send.ts';

interface Request extends InvitationInput {
  organizationId: string;
  inviter: Person;
  change: Change;
  /** @returns what the inviter may do when it is an address's turn */
  authorizeAgain(): Promise<Access>;
}

const AT_ONCE = 4;

/**
 * Invites each address once, whatever its case.
 * @returns a result per distinct address, in the order given; one bad address does not stop the others
 * @throws Problem when no address can be invited: a role above the ceiling, an expiry out of range, no e-mail, no record
 */
export async function invite(portal: Portal, request: Request): Promise<InvitationResult[]> {
  const template = await portal.template.get(request.roleIds);
  requireInvitable(request.roleIds, await request.authorizeAgain(), template, '/roleIds');
  const expiresAt = requireExpiry(request.expiresAt);
  const earlier = new EarlierInvitations(await portal.api.invitations.ofOrganization(request.organizationId));
  const roles = request.roleIds.map((id) => namedRole(template, id));
  const limit = pLimit(AT_ONCE);
  const addresses = [...new Set(request.invitees.map(normalizeEmailAddress))];
  const results = await Promise.all(
    addresses.map((invitee) =>
      limit(() => {
        const own = earlier.freeExpiry(invitee, expiresAt);
        return inviteOne(portal, request, { invitee, expiresAt: own, roles, template }, earlier);
      }),
    ),
  );
  if (results.every(({ problem }) => problem?.code === 'audit.unavailable')) throw unavailable(undefined);
  return results;
}

interface One {
  invitee: string;
  expiresAt: Date;
  roles: { id: string; name: string }[];
  template: Template;
}

async function inviteOne(
  portal: Portal,
  request: Request,
  { invitee, expiresAt, roles, template }: One,
  earlier: EarlierInvitations,
): Promise<InvitationResult> {
  const { organizationId, inviter, change, language = 'en' } = request;
  const target: Target = { type: 'invitation', id: null, name: printable(invitee) };
  try {
    const refusal = refusalOf(invitee, earlier) ?? (await withdrawal(request, template));
    if (refusal) {
      await portal.record.refuse(change, refusal.code, target);
      throw refusal;
    }
    const invitation = await sendInvitation(portal, change, {
      organizationId,
      inviterId: inviter.id,
      invitee,
      roles,
      expiresAt,
      language,
      by: 'mail',
    });
    return {
      invitee,
      invitation: toInvitation(invitation, new Map([[inviter.id, inviter.name]]), { language }),
    };
  } catch (error) {
    // No e-mail connector: nothing was created, and nothing will be for the other addresses.
    if (isManagementApiError(error, 'email.not_configured')) throw error;
    const problem = toProblem(error);
    return { invitee, problem: { code: problem.code, detail: problem.message } };
  }
}

function refusalOf(invitee: string, earlier: EarlierInvitations): Problem | undefined {
  if (!isEmailAddress(invitee)) return new Problem('invitee.invalid', 'This is not an e-mail address.');
  if (!earlier.pendingTo(invitee)) return undefined;
  return new Problem('invitation.already_pending', 'An invitation to this address is pending.');
}

/** @returns why the inviter may not any more: many addresses take their time */
async function withdrawal(
  { roleIds, authorizeAgain }: Request,
  template: Template,
): Promise<Problem | undefined> {
  try {
    requireInvitable(roleIds, await authorizeAgain(), template, '/roleIds');
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error;
    throw error;
  }
}

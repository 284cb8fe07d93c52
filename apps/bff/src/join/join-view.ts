import type { JoinState, JoinView } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import type { Person } from '../access/person.ts';
import { answersTo } from '../invitations/answers.ts';
import { isFor } from '../invitations/is-for.ts';
import type { Portal } from '../portal.ts';
import { toDateTime } from '../view/date-time.ts';
import { hiddenAddress } from './hidden-address.ts';
import type { Opened } from './invitation-of-token.ts';

/** @param person who is signed in, if anybody; somebody else sees that it is not for them, and no more */
export async function toJoinView(
  portal: Portal,
  { token, invitation }: Opened,
  person: Person | undefined,
): Promise<JoinView> {
  const signedInAs = person ? (person.email ?? person.name ?? person.id) : null;
  const isOwn = person !== undefined && isFor(person, invitation);
  const isSecret = !isOwn && token.via === 'copy';
  const invitee = isSecret || (person && !isOwn) ? hiddenAddress(invitation.invitee) : invitation.invitee;
  if (person && !isOwn) return { ...NOTHING, state: 'other_person', invitee, signedInAs };

  const { id, organizationId, inviterId, organizationRoles, expiresAt } = invitation;
  const [organization, names, template, answerTo] = await Promise.all([
    portal.organizations.get(organizationId),
    portal.inviters.of(inviterId === null ? [] : [inviterId]),
    portal.template.get(organizationRoles.map((role) => role.id)),
    answersTo(portal.database, [id]),
  ]);
  const { isDeclined, askedAt } = answerTo(id);
  const state = stateOf(invitation, isDeclined);
  return {
    state,
    invitee,
    invitationId: isOwn ? id : null,
    organization: { id: organizationId, name: organization?.name ?? '' },
    inviterName: names.get(inviterId ?? '') ?? null,
    roles: organizationRoles.map((role) => {
      const { description = null, scopes = [] } = template.roles.get(role.id) ?? {};
      const permissions = scopes.map((scope) => ({ name: scope.name, description: scope.description }));
      return { name: role.name, description, permissions };
    }),
    expiresAt: toDateTime(expiresAt),
    signedInAs,
    canAnswer: !person && token.via === 'mail',
    askedAt: askedAt && askedAt.toISOString(),
  };
}

const NOTHING: Omit<JoinView, 'state' | 'invitee' | 'signedInAs'> = {
  invitationId: null,
  organization: null,
  inviterName: null,
  roles: [],
  expiresAt: null,
  canAnswer: false,
  askedAt: null,
};

function stateOf({ status }: LogtoInvitation, isDeclined: boolean): JoinState {
  if (status === 'Pending') return 'pending';
  if (status === 'Accepted') return 'accepted';
  if (status === 'Expired') return 'expired';
  return isDeclined ? 'declined' : 'revoked';
}

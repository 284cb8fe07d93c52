import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Id, ReceivedInvitation, ReceivedInvitationParams, pageQuery } from '@org-portal/contract/schema';
import { attemptOn } from '../invitations/attempt.ts';
import { declineInvitation } from '../invitations/decline.ts';
import { isFor } from '../invitations/is-for.ts';
import type { LogtoInvitation } from '@org-portal/management-api';
import { Type } from 'typebox';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { Problem, notFound } from '../problem/problem.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';
import { inviterIds, toReceivedInvitation } from '../view/invitation.ts';

const tags = ['session'];

/** Invitations to the person who is signed in. Logto verifies the e-mail address before it becomes theirs. */
export const receivedInvitationRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  const { api, inviters, organizations } = portal;

  app.get(
    '/api/session/invitations',
    {
      config: { authority: 'session' },
      schema: {
        tags,
        summary: 'Pending invitations to me',
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Type.Array(ReceivedInvitation) },
      },
    },
    async (request, reply) => {
      const { email } = request.person;
      const received = email === null ? [] : await api.invitations.ofInvitee(email);
      const pending = received.filter((invitation) => isPendingFor(request.person, invitation));
      const page = cutPage(pending, pageOf(request.query));
      const names = await inviters.of(inviterIds(page.items));
      const items = await Promise.all(
        page.items.map(async (invitation) => {
          const organization = await organizations.get(invitation.organizationId);
          return toReceivedInvitation(invitation, organization?.name ?? '', names);
        }),
      );
      return replyPage(request, reply, pageOf(request.query), { ...page, items });
    },
  );

  app.post(
    '/api/session/invitations/:invitationId/accept',
    {
      config: { authority: 'session', action: 'invitation.accept' },
      schema: {
        tags,
        summary: 'Join the organization that invites me; again, when I have accepted it already',
        params: ReceivedInvitationParams,
        response: { 200: Type.Object({ organizationId: Id }) },
      },
    },
    async ({ params, person, change }) => {
      const invitation = await api.invitations.get(params.invitationId);
      if (!isFor(person, invitation)) throw notFound();
      const { organizationId } = invitation;
      // A second press, or one whose answer was lost: what was wished for is there.
      if (isAcceptedBy(person, invitation)) return { organizationId };
      change.target.name = invitation.invitee;
      const organization = await organizations.get(organizationId);
      change.organization = { id: organizationId, name: organization?.name ?? null };
      await requireRolesOfPeople(portal, invitation);
      try {
        await portal.record.change(change, attemptOn(invitation, 'Accepted'), () =>
          api.invitations.accept(invitation.id, person.id),
        );
      } catch (error) {
        if (!(await hasAccepted(portal, person, invitation.id))) throw error;
      }
      await portal.stale.tell({ people: [person.id] });
      return { organizationId };
    },
  );

  app.post(
    '/api/session/invitations/:invitationId/decline',
    {
      config: { authority: 'session', action: 'invitation.decline' },
      schema: {
        tags,
        summary: 'Decline an invitation',
        params: ReceivedInvitationParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, person, change }, reply) => {
      const invitation = await api.invitations.get(params.invitationId);
      if (!isFor(person, invitation)) throw notFound();
      await declineInvitation(portal, change, invitation);
      return reply.code(204).send(null);
    },
  );
};

const isAcceptedBy = ({ id }: Person, { status, acceptedUserId }: LogtoInvitation): boolean =>
  status === 'Accepted' && acceptedUserId === id;

/** Looks again after a failure: another press of the same person may have come first. */
async function hasAccepted({ api }: Portal, person: Person, invitationId: string): Promise<boolean> {
  api.readAnew();
  const now = await api.invitations.get(invitationId).catch(() => undefined);
  return now !== undefined && isAcceptedBy(person, now);
}

/** Logto takes roles of machines in an invitation (recording 05), and a member cannot hold one. */
async function requireRolesOfPeople(
  { template }: Portal,
  { organizationRoles }: LogtoInvitation,
): Promise<void> {
  const { roles } = await template.get(organizationRoles.map(({ id }) => id));
  if (organizationRoles.every(({ id }) => roles.has(id))) return;
  throw new Problem(
    'role.not_assignable',
    'A role of this invitation is not for people. Ask for another invitation.',
  );
}

function isPendingFor(person: Person, invitation: LogtoInvitation): boolean {
  return invitation.status === 'Pending' && isFor(person, invitation);
}

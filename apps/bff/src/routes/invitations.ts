import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Invitation,
  InvitationInput,
  InvitationListQuery,
  InvitationParams,
  InvitationResults,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { inOrganization } from '../authority.ts';
import { attemptOn } from '../invitations/attempt.ts';
import { findInvitation, findPendingInvitation } from '../invitations/find.ts';
import { matching } from '../invitations/filter.ts';
import { invite } from '../invitations/invite.ts';
import { messageAgain } from '../invitations/message.ts';
import type { Portal } from '../portal.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';
import { inviterIds, toInvitation } from '../view/invitation.ts';

const tags = ['invitations'];

export const invitationRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const { api, inviters, record } = portal;

  app.get(
    '/api/organizations/:organizationId/invitations',
    {
      config: inOrganization('read:member'),
      schema: {
        tags,
        summary: 'Invitations, newest first',
        params: OrganizationParams,
        querystring: InvitationListQuery,
        response: { 200: Type.Array(Invitation) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const all = await api.invitations.ofOrganization(params.organizationId);
      const page = cutPage(matching(all, query), pageOf(query));
      const names = await inviters.of(inviterIds(page.items));
      const items = page.items.map((invitation) => toInvitation(invitation, names));
      return replyPage(request, reply, pageOf(query), { ...page, items });
    },
  );

  app.post(
    '/api/organizations/:organizationId/invitations',
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.create' },
      schema: {
        tags,
        summary: 'Invite one or many; a result for each address',
        params: OrganizationParams,
        body: InvitationInput,
        response: { 200: InvitationResults },
      },
    },
    async (request) => ({
      results: await invite(portal, {
        ...request.body,
        organizationId: request.params.organizationId,
        inviter: request.person,
        change: request.change,
        authorizeAgain: () => request.authorizeAgain(),
      }),
    }),
  );

  app.post(
    '/api/organizations/:organizationId/invitations/:invitationId/resend',
    {
      config: { ...inOrganization('invite:member'), action: 'invitation.resend' },
      schema: {
        tags,
        summary: 'Send the message again',
        params: InvitationParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, change }, reply) => {
      const invitation = await findPendingInvitation(api, params, change);
      const message = await messageAgain(portal, invitation);
      await record.change(change, attemptOn(invitation), () =>
        api.invitations.sendMessage(invitation.id, message),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/organizations/:organizationId/invitations/:invitationId/revoke',
    {
      config: { ...inOrganization('remove:member'), action: 'invitation.revoke' },
      schema: {
        tags,
        summary: 'Revoke an invitation',
        params: InvitationParams,
        response: { 200: Invitation },
      },
    },
    async ({ params, change }) => {
      const invitation = await findPendingInvitation(api, params, change);
      const revoked = await record.change(change, attemptOn(invitation, 'Revoked'), () =>
        api.invitations.revoke(invitation.id),
      );
      return toInvitation(revoked, await inviters.of(inviterIds([revoked])));
    },
  );

  app.delete(
    '/api/organizations/:organizationId/invitations/:invitationId',
    {
      config: { ...inOrganization('remove:member'), action: 'invitation.delete' },
      schema: {
        tags,
        summary: 'Delete an invitation',
        params: InvitationParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, change }, reply) => {
      const invitation = await findInvitation(api, params, change);
      await record.change(change, attemptOn(invitation), () => api.invitations.delete(invitation.id));
      return reply.code(204).send(null);
    },
  );
};

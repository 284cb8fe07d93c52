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
import { matching } from '../invitations/filter.ts';
import { invite } from '../invitations/invite.ts';
import { listedInvitations } from '../invitations/list.ts';
import { deleteInvitation, revokeInvitation } from '../invitations/revoke.ts';
import { showInvitation, showInvitations } from '../invitations/show.ts';
import type { Portal } from '../portal.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';

const tags = ['invitations'];

export const invitationRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
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
      const all = matching(await listedInvitations(portal, params.organizationId), query);
      const wanted = all.filter(({ state }) => query.status === undefined || state === query.status);
      const page = cutPage(wanted, pageOf(query));
      const items = await showInvitations(
        portal,
        page.items.map(({ invitation }) => invitation),
      );
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
    '/api/organizations/:organizationId/invitations/:invitationId/revoke',
    {
      config: { ...inOrganization('remove:member', { orStaff: 'support' }), action: 'invitation.revoke' },
      schema: {
        tags,
        summary: 'Revoke an invitation',
        params: InvitationParams,
        response: { 200: Invitation },
      },
    },
    async (request) => showInvitation(portal, await revokeInvitation(portal, request.params, request)),
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
    async (request, reply) => {
      await deleteInvitation(portal, request.params, request);
      return reply.code(204).send(null);
    },
  );
};

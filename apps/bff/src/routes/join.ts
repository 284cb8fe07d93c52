import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ActivityAction } from '@org-portal/contract';
import { JoinParams, JoinView } from '@org-portal/contract/schema';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { sessionPerson } from '../access/session-person.ts';
import { askForAnother } from '../invitations/ask-for-another.ts';
import { declineInvitation } from '../invitations/decline.ts';
import { openInvitation } from '../join/invitation-of-token.ts';
import { invitedPerson } from '../join/invited-person.ts';
import { toJoinView } from '../join/join-view.ts';
import type { Portal } from '../portal.ts';
import { changeOf } from '../record/change.ts';

const tags = ['join'];
const config = { authority: 'public' } as const;

/** What the page behind an invitation's link asks for. Whoever has the link need not be signed in yet. */
export const joinRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/join/:token',
    {
      config,
      schema: {
        tags,
        summary: 'The invitation that a link names',
        params: JoinParams,
        response: { 200: JoinView },
      },
    },
    async (request) => {
      const opened = await openInvitation(portal, request.params.token);
      return toJoinView(portal, opened, await sessionPerson(request, portal));
    },
  );

  app.post(
    '/api/join/:token/decline',
    {
      config,
      schema: { tags, summary: 'Decline it', params: JoinParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { invitation, change } = await answer(request, 'invitation.decline');
      await declineInvitation(portal, change, invitation);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/join/:token/ask',
    {
      config,
      schema: {
        tags,
        summary: 'Ask for another one, when it has expired',
        params: JoinParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { invitation, change } = await answer(request, 'invitation.ask');
      await askForAnother(portal, change, invitation);
      return reply.code(204).send(null);
    },
  );

  async function answer(request: FastifyRequest<{ Params: { token: string } }>, action: ActivityAction) {
    const opened = await openInvitation(portal, request.params.token);
    request.person = invitedPerson(opened, await sessionPerson(request, portal));
    request.change = changeOf(request, request.session ?? request, action);
    return { invitation: opened.invitation, change: request.change };
  }
};

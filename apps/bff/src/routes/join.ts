import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ActivityAction } from '@org-portal/contract';
import { JoinInput, JoinView } from '@org-portal/contract/schema';
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
/** Bytes: a token, and no more. */
const bodyLimit = 4096;

/** What the page behind an invitation's link asks for. The person need not be signed in yet. */
export const joinRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.post(
    '/api/join',
    {
      config: { authority: 'public', isRead: true },
      bodyLimit,
      schema: {
        tags,
        summary: 'The invitation that a link names',
        body: JoinInput,
        response: { 200: JoinView },
      },
    },
    async (request) => {
      const opened = await openInvitation(portal, request.body.token);
      return toJoinView(portal, opened, await sessionPerson(request, portal));
    },
  );

  app.post(
    '/api/join/decline',
    {
      config: { authority: 'public' },
      bodyLimit,
      schema: { tags, summary: 'Decline it', body: JoinInput, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { invitation, change } = await answer(request, 'invitation.decline');
      await declineInvitation(portal, change, invitation);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/join/ask',
    {
      config: { authority: 'public' },
      bodyLimit,
      schema: {
        tags,
        summary: 'Ask for another one, when it has expired',
        body: JoinInput,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { invitation, change } = await answer(request, 'invitation.ask');
      await askForAnother(portal, change, invitation);
      return reply.code(204).send(null);
    },
  );

  async function answer(request: FastifyRequest<{ Body: JoinInput }>, action: ActivityAction) {
    const opened = await openInvitation(portal, request.body.token);
    request.person = invitedPerson(opened, await sessionPerson(request, portal));
    request.change = changeOf(request, request.session ?? request, action);
    return { invitation: opened.invitation, change: request.change };
  }
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  InvitationIndexState,
  InvitationQueueCounts,
  InvitationQueueCountsQuery,
  InvitationQueueQuery,
  InvitationTrend,
  QueuedInvitation,
  WideInvitationInput,
  WideInvitationResults,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaff } from '../authority.ts';
import { inviteWidely } from '../invitations/invite-widely.ts';
import { trendIn } from '../invitation-index/trend.ts';
import { queueCounts, queueOf, scopeOf } from '../invitations/queue.ts';
import { showQueue } from '../invitations/show-queue.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';

const tags = ['invitations'];

/** Invitations across organizations, for staff: of those that are open to them. */
export const allInvitationRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/invitations',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'Invitations that need somebody’s hand, in all organizations',
        querystring: InvitationQueueQuery,
        response: { 200: Type.Array(QueuedInvitation) },
      },
    },
    async (request, reply) => {
      const { query, person } = request;
      const page = await queueOf(portal, person, query.kind ?? 'expiring', query, pageOf(query));
      const items = await showQueue(portal, person, page.items);
      return replyPage(request, reply, pageOf(query), { ...page, items });
    },
  );

  app.get(
    '/api/invitations/counts',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'How many there are of each kind',
        querystring: InvitationQueueCountsQuery,
        response: { 200: InvitationQueueCounts },
      },
    },
    ({ person, query }) => queueCounts(portal, person, query),
  );

  app.get(
    '/api/invitations/index',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'How old the portal’s index of all invitations is, and how much of it is there',
        response: { 200: InvitationIndexState },
      },
    },
    async ({ person }) => {
      const scope = scopeOf(portal, person);
      await portal.invitationIndex.freshen(scope);
      return portal.invitationIndex.stateOf(scope);
    },
  );

  app.get(
    '/api/invitations/trend',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'Invitations sent, accepted and expired in all organizations, day by day',
        response: { 200: InvitationTrend },
      },
    },
    async ({ person }) => {
      const scope = scopeOf(portal, person);
      await portal.invitationIndex.freshen(scope);
      return { days: await trendIn(portal.database, scope) };
    },
  );

  app.post(
    '/api/invitations',
    {
      config: { ...asStaff('support'), action: 'invitation.create' },
      schema: {
        tags,
        summary: 'Invite one person to several organizations; a result for each',
        body: WideInvitationInput,
        response: { 200: WideInvitationResults },
      },
    },
    async ({ person, change, body }) => ({ results: await inviteWidely(portal, change, person, body) }),
  );
};

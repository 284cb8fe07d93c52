import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
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
import { currentInvitations, queueOf } from '../invitations/queue.ts';
import { showQueue } from '../invitations/show-queue.ts';
import { trendOf } from '../invitations/trend.ts';
import type { Portal } from '../portal.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';

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
      const queue = await queueOf(portal, person, query);
      const page = cutPage(queue[query.kind ?? 'expiring'], pageOf(query));
      const items = await showQueue(portal, page.items);
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
    async ({ person, query }) => {
      const { expiring, pending, expired, failed } = await queueOf(portal, person, query);
      return {
        expiring: expiring.length,
        pending: pending.length,
        expired: expired.length,
        failed: failed.length,
      };
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
    async ({ person }) => ({ days: trendOf(await currentInvitations(portal, person)) }),
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

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { containsText } from '@org-portal/contract';
import {
  InvitationCounts,
  InvitationCountsQuery,
  InvitationHistory,
  InvitationParams,
  InvitationTrend,
  InviterCount,
  InviterListQuery,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { inOrganization } from '../authority.ts';
import { isExpiring, matching } from '../invitations/filter.ts';
import { historyOf } from '../invitations/history.ts';
import { invitersOf } from '../invitations/inviters.ts';
import { listedInvitations } from '../invitations/list.ts';
import { trendOf } from '../invitations/trend.ts';
import type { Portal } from '../portal.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';

const tags = ['invitations'];
const base = '/api/organizations/:organizationId/invitations';
const config = inOrganization('read:member');

/** What can be told of invitations beside the list itself. */
export const invitationOverviewRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  app.get(
    `${base}/counts`,
    {
      config,
      schema: {
        tags,
        summary: 'How many invitations there are in each state',
        params: OrganizationParams,
        querystring: InvitationCountsQuery,
        response: { 200: InvitationCounts },
      },
    },
    async ({ params, query }) => {
      const listed = matching(await listedInvitations(portal, params.organizationId), query);
      const counts = { all: listed.length, Pending: 0, Accepted: 0, Expired: 0, Revoked: 0, Declined: 0 };
      for (const { state } of listed) counts[state] += 1;
      return {
        ...counts,
        expiring: listed.filter(({ invitation }) => isExpiring(invitation)).length,
        asked: listed.filter(({ isAsked }) => isAsked).length,
      };
    },
  );

  app.get(
    `${base}/inviters`,
    {
      config,
      schema: {
        tags,
        summary: 'Who has sent invitations, the most first',
        params: OrganizationParams,
        querystring: InviterListQuery,
        response: { 200: Type.Array(InviterCount) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const listed = await listedInvitations(portal, params.organizationId);
      const found = (await invitersOf(listed, portal.inviters)).filter(({ id, name }) =>
        containsText([id, name], query.q ?? ''),
      );
      return replyPage(request, reply, pageOf(query), cutPage(found, pageOf(query)));
    },
  );

  app.get(
    `${base}/trend`,
    {
      config,
      schema: {
        tags,
        summary: 'Invitations sent, accepted and expired, day by day',
        params: OrganizationParams,
        response: { 200: InvitationTrend },
      },
    },
    async ({ params: { organizationId } }) => {
      const [all, listed] = await Promise.all([
        portal.api.invitations.ofOrganization(organizationId),
        listedInvitations(portal, organizationId),
      ]);
      const ids = new Set(listed.map(({ invitation }) => invitation.id));
      // One that was revoked so that another could take its place was not sent twice.
      return { days: trendOf(all.filter(({ id, status }) => status !== 'Revoked' || ids.has(id))) };
    },
  );

  app.get(
    `${base}/:invitationId/history`,
    {
      config,
      schema: {
        tags,
        summary: 'What happened to an invitation, oldest first',
        params: InvitationParams,
        response: { 200: InvitationHistory },
      },
    },
    ({ params }) => historyOf(portal, params),
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ActivityEntry,
  ActivityEntryParams,
  ActivityExportQuery,
  ActivityListQuery,
  AllActivityExportQuery,
  AllActivityListQuery,
  AnyActivityEntryParams,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaffToStored, inOrganization } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { findActivityEntry } from '../record/activity-entry.ts';
import { sendExport } from '../record/activity-export.ts';
import { allActivity, listActivity } from '../record/activity-list.ts';
import { pageOf, replyPage } from '../reply-page.ts';

const tags = ['activity'];
const Entries = Type.Array(ActivityEntry);
const file = {
  description: 'A file: one entry a line, newest first',
  content: {
    'text/csv': { schema: Type.String() },
    'application/x-ndjson': { schema: Type.String() },
  },
};

/** What was changed through the portal: by the admins of an organization, and by ops for all. */
export const activityRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const { database } = portal;
  const ofOne = inOrganization('manage:organization', { orStaff: 'ops' });

  app.get(
    '/api/organizations/:organizationId/activity',
    {
      config: ofOne,
      schema: {
        tags,
        summary: 'Changes in an organization, newest first',
        params: OrganizationParams,
        querystring: ActivityListQuery,
        response: { 200: Entries },
      },
    },
    async (request, reply) => {
      const filter = { ...request.query, organization: request.params.organizationId };
      const page = pageOf(request.query);
      return replyPage(request, reply, page, await listActivity(database, filter, page));
    },
  );

  app.get(
    '/api/organizations/:organizationId/activity/export',
    {
      config: ofOne,
      schema: {
        tags,
        summary: 'The same as a file',
        params: OrganizationParams,
        querystring: ActivityExportQuery,
        response: { 200: file },
      },
    },
    ({ params, query }, reply) => {
      const filter = { ...query, organization: params.organizationId };
      sendExport(reply, allActivity(database, filter), query.format);
    },
  );

  app.get(
    '/api/organizations/:organizationId/activity/:entryId',
    {
      config: ofOne,
      schema: { tags, summary: 'One change', params: ActivityEntryParams, response: { 200: ActivityEntry } },
    },
    ({ params }) => findActivityEntry(database, params.entryId, params.organizationId),
  );

  app.get(
    '/api/activity',
    {
      config: asStaffToStored('ops'),
      schema: {
        tags,
        summary: 'Changes in all organizations, newest first',
        querystring: AllActivityListQuery,
        response: { 200: Entries },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query);
      return replyPage(request, reply, page, await listActivity(database, request.query, page));
    },
  );

  app.get(
    '/api/activity/export',
    {
      config: asStaffToStored('ops'),
      schema: {
        tags,
        summary: 'The same as a file',
        querystring: AllActivityExportQuery,
        response: { 200: file },
      },
    },
    ({ query }, reply) => {
      sendExport(reply, allActivity(database, query), query.format);
    },
  );

  app.get(
    '/api/activity/:entryId',
    {
      config: asStaffToStored('ops'),
      schema: {
        tags,
        summary: 'One change in any organization',
        params: AnyActivityEntryParams,
        response: { 200: ActivityEntry },
      },
    },
    ({ params }) => findActivityEntry(database, params.entryId),
  );
};

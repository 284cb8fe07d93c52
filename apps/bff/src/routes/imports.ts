import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Import,
  ImportInput,
  ImportLinks,
  ImportListQuery,
  ImportParams,
  ImportRow,
  ImportRowListQuery,
  InvitationCheck,
  InvitationCheckInput,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { inOrganization } from '../authority.ts';
import { checkInvitees } from '../imports/check.ts';
import { findImport, findJob, listImports } from '../imports/find.ts';
import { linksOfImport } from '../imports/links.ts';
import { moveImport } from '../imports/move.ts';
import { sendResult } from '../imports/result-file.ts';
import { listRows } from '../imports/rows.ts';
import { takeIn } from '../imports/take-in.ts';
import type { ImportWorker } from '../imports/worker.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';

const tags = ['imports'];
const config = inOrganization('invite:member');
const file = {
  description: 'A file: one row a line',
  content: { 'text/csv': { schema: Type.String() } },
};
/** Bytes: 10,000 rows with long names and addresses, and several roles each. */
const bodyLimit = 4 * 1024 * 1024;

interface Options {
  portal: Portal;
  /** To be told that there is something to send. */
  imports: ImportWorker;
}

/** Lists of people to invite, which are sent in the background. */
export const importRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { portal, imports }) => {
  const { database } = portal;

  app.post(
    '/api/organizations/:organizationId/invitations/check',
    {
      config: { ...config, isRead: true },
      bodyLimit,
      schema: {
        tags,
        summary: 'Which addresses need no invitation',
        params: OrganizationParams,
        body: InvitationCheckInput,
        response: { 200: InvitationCheck },
      },
    },
    ({ params, body }) => checkInvitees(portal, params.organizationId, body.invitees),
  );

  app.get(
    '/api/organizations/:organizationId/imports',
    {
      config,
      schema: {
        tags,
        summary: 'Imports, newest first',
        params: OrganizationParams,
        querystring: ImportListQuery,
        response: { 200: Type.Array(Import) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query);
      return replyPage(
        request,
        reply,
        page,
        await listImports(database, request.params.organizationId, page, request.access),
      );
    },
  );

  app.post(
    '/api/organizations/:organizationId/imports',
    {
      config: { ...config, action: 'import.create' },
      bodyLimit,
      schema: {
        tags,
        summary: 'Hand in a list of people to invite; it is sent in the background',
        params: OrganizationParams,
        body: ImportInput,
        response: { 201: Import },
      },
    },
    async ({ params: { organizationId }, body: input, change, access }, reply) => {
      const importId = await takeIn(portal, { organizationId, input, change, access });
      imports.wake();
      return reply.code(201).send(await findImport(database, { organizationId, importId }, access));
    },
  );

  app.get(
    '/api/organizations/:organizationId/imports/:importId',
    {
      config,
      schema: { tags, summary: 'One import', params: ImportParams, response: { 200: Import } },
    },
    ({ params, access }) => findImport(database, params, access),
  );

  app.get(
    '/api/organizations/:organizationId/imports/:importId/rows',
    {
      config,
      schema: {
        tags,
        summary: 'Its rows, as they were handed in',
        params: ImportParams,
        querystring: ImportRowListQuery,
        response: { 200: Type.Array(ImportRow) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      return replyPage(request, reply, page, await listRows(portal, params, page, query.state));
    },
  );

  app.get(
    '/api/organizations/:organizationId/imports/:importId/result',
    {
      config,
      schema: { tags, summary: 'What became of each row', params: ImportParams, response: { 200: file } },
    },
    async ({ params }, reply) => {
      sendResult(reply, portal, await findJob(database, params));
      return reply;
    },
  );

  app.post(
    '/api/organizations/:organizationId/imports/:importId/links',
    {
      config: { ...config, action: 'import.link' },
      schema: {
        tags,
        summary: 'Links of its pending invitations, to be handed over',
        params: ImportParams,
        response: { 200: ImportLinks },
      },
    },
    (request) => linksOfImport(portal, request.params, request),
  );

  const moves = [
    ['pause', 'Send nothing more of it for now'],
    ['continue', 'Go on with what was paused'],
    ['cancel', 'Send nothing more of it'],
    ['retry', 'Send what has failed again'],
  ] as const;
  for (const [move, summary] of moves)
    app.post(
      `/api/organizations/:organizationId/imports/:importId/${move}`,
      {
        config: { ...config, action: `import.${move}` },
        schema: { tags, summary, params: ImportParams, response: { 200: Import } },
      },
      async (request) => {
        await moveImport(portal, request.params, move, request);
        imports.wake();
        return findImport(database, request.params, request.access);
      },
    );
};

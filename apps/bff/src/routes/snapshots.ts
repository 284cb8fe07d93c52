import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  RoleHolders,
  RoleHoldersQuery,
  Snapshot,
  SnapshotFlags,
  SnapshotListQuery,
  SnapshotMembership,
  SnapshotMembershipQuery,
  SnapshotOrganization,
  SnapshotOrganizationQuery,
  SnapshotParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaff, asStaffToStored } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { listMemberships, listSnapshotOrganizations } from '../snapshots/contents.ts';
import { findSnapshot, listSnapshots, showSnapshot } from '../snapshots/find.ts';
import { countFlags } from '../snapshots/flags.ts';
import { listHolders } from '../snapshots/holders.ts';
import { end } from '../snapshots/settle.ts';
import { takeSnapshot } from '../snapshots/take.ts';
import type { SnapshotWorker } from '../snapshots/worker.ts';

const tags = ['snapshots'];
/** Nothing changes by them, but that the portal knows more. */
const config = asStaff('ops');
const stored = asStaffToStored('ops');

interface Options {
  portal: Portal;
  /** To be told that there is something to read. */
  snapshots: SnapshotWorker;
}

/** Who belongs where with which roles, across organizations: as it was read last, in the background. */
export const snapshotRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { portal, snapshots }) => {
  const { database } = portal;

  app.get(
    '/api/snapshots',
    {
      config: stored,
      schema: {
        tags,
        summary: 'Snapshots of all organizations, newest first',
        querystring: SnapshotListQuery,
        response: { 200: Type.Array(Snapshot) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query);
      return replyPage(request, reply, page, await listSnapshots(database, page));
    },
  );

  app.post(
    '/api/snapshots',
    {
      config: { ...config, isRead: true },
      schema: {
        tags,
        summary: 'Read all organizations anew, in the background; where that is under way, it goes on',
        response: { 200: Snapshot },
      },
    },
    async ({ person }) => {
      const id = await takeSnapshot(portal, person);
      snapshots.wake();
      return showSnapshot(database, await findSnapshot(database, id));
    },
  );

  app.get(
    '/api/snapshots/:snapshotId',
    {
      config: stored,
      schema: { tags, summary: 'One snapshot', params: SnapshotParams, response: { 200: Snapshot } },
    },
    async ({ params }) => showSnapshot(database, await findSnapshot(database, params.snapshotId)),
  );

  app.post(
    '/api/snapshots/:snapshotId/cancel',
    {
      config: { ...config, isRead: true },
      schema: {
        tags,
        summary: 'Read no more of it; what was read is forgotten',
        params: SnapshotParams,
        response: { 200: Snapshot },
      },
    },
    async ({ params }) => {
      const { id } = await findSnapshot(database, params.snapshotId);
      await end(database, id, 'Cancelled');
      return showSnapshot(database, await findSnapshot(database, id));
    },
  );

  app.get(
    '/api/snapshots/:snapshotId/flags',
    {
      config: stored,
      schema: {
        tags,
        summary: 'What is odd in it',
        params: SnapshotParams,
        response: { 200: SnapshotFlags },
      },
    },
    async ({ params }) => countFlags(database, (await findSnapshot(database, params.snapshotId)).id),
  );

  app.get(
    '/api/snapshots/:snapshotId/roles',
    {
      config: stored,
      schema: {
        tags,
        summary: 'How many hold each role',
        params: SnapshotParams,
        querystring: RoleHoldersQuery,
        response: { 200: Type.Array(RoleHolders) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      const { id } = await findSnapshot(database, params.snapshotId);
      return replyPage(request, reply, page, await listHolders(database, id, query.organization, page));
    },
  );

  app.get(
    '/api/snapshots/:snapshotId/memberships',
    {
      config: stored,
      schema: {
        tags,
        summary: 'Who belonged where',
        params: SnapshotParams,
        querystring: SnapshotMembershipQuery,
        response: { 200: Type.Array(SnapshotMembership) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      const { id } = await findSnapshot(database, params.snapshotId);
      return replyPage(request, reply, page, await listMemberships(database, id, query, page));
    },
  );

  app.get(
    '/api/snapshots/:snapshotId/organizations',
    {
      config: stored,
      schema: {
        tags,
        summary: 'Its organizations, with how many members and admins they had',
        params: SnapshotParams,
        querystring: SnapshotOrganizationQuery,
        response: { 200: Type.Array(SnapshotOrganization) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      const { id } = await findSnapshot(database, params.snapshotId);
      return replyPage(request, reply, page, await listSnapshotOrganizations(database, id, query, page));
    },
  );
};

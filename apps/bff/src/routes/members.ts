import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Member,
  MemberListQuery,
  MemberParams,
  MemberRolesInput,
  OrganizationParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { inOrganization } from '../authority.ts';
import { changeMemberRoles, leave, removeMember } from '../members/change.ts';
import { findMember } from '../members/find.ts';
import { isOneRead, listMembers, type Members } from '../members/list.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { toMember } from '../view/member.ts';

const tags = ['members'];

export const memberRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/organizations/:organizationId/members',
    {
      config: inOrganization('read:member'),
      schema: {
        tags,
        summary: 'Members',
        params: OrganizationParams,
        querystring: MemberListQuery,
        response: { 200: Type.Array(Member) },
      },
    },
    async (request, reply) => {
      const { params, query, access } = request;
      const filter = { q: query.q, roleId: query.role };
      const page = pageOf(query);
      const read = (api: Members) => listMembers(api, params.organizationId, page, filter);
      const { items, ...rest } = isOneRead(filter)
        ? await portal.entityTags.page(request, reply, portal.api, read)
        : await read(portal.api);
      const members = items.map((member) => toMember(member, access));
      return replyPage(request, reply, page, { ...rest, items: members });
    },
  );

  app.get(
    '/api/organizations/:organizationId/members/:memberId',
    {
      config: inOrganization('read:member'),
      schema: { tags, summary: 'One member', params: MemberParams, response: { 200: Member } },
    },
    ({ params, access }) => findMember(portal, params.organizationId, params.memberId, access),
  );

  app.put(
    '/api/organizations/:organizationId/members/:memberId/roles',
    {
      config: { ...inOrganization('update:member:role'), action: 'member.roles.change' },
      schema: {
        tags,
        summary: 'Change the roles of a member',
        params: MemberParams,
        body: MemberRolesInput,
        response: { 200: Member },
      },
    },
    async (request) => {
      const { params, body } = request;
      await changeMemberRoles(portal, params, body.roleIds, request);
      return findMember(portal, params.organizationId, params.memberId, request.access);
    },
  );

  app.delete(
    '/api/organizations/:organizationId/members/:memberId',
    {
      config: { ...inOrganization('remove:member'), action: 'member.remove' },
      schema: { tags, summary: 'Remove a member', params: MemberParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await removeMember(portal, request.params, request);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/organizations/:organizationId/leave',
    {
      config: { ...inOrganization(undefined, { membersOnly: true }), action: 'organization.leave' },
      schema: {
        tags,
        summary: 'End my own membership',
        params: OrganizationParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params, change }, reply) => {
      await leave(portal, params.organizationId, change);
      return reply.code(204).send(null);
    },
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { containsText } from '@org-portal/contract';
import {
  OrganizationRole,
  OrganizationRoleListQuery,
  OrganizationRoleParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';
import { cutPage, pageOf, replyPage } from '../reply-page.ts';

const tags = ['organization roles'];

/** Roles belong to the tenant: whoever is signed in reads them, nobody changes them here. */
export const organizationRoleRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (
  app,
  { portal },
) => {
  app.get(
    '/api/organization-roles',
    {
      config: { authority: 'session' },
      schema: {
        tags,
        summary: 'Roles that people can hold',
        querystring: OrganizationRoleListQuery,
        response: { 200: Type.Array(OrganizationRole) },
      },
    },
    async (request, reply) => {
      const { roles } = await portal.template.get();
      const { q = '' } = request.query;
      const found = [...roles.values()].filter((role) => containsText([role.name], q));
      return replyPage(request, reply, pageOf(request.query), cutPage(found, pageOf(request.query)));
    },
  );

  app.get(
    '/api/organization-roles/:roleId',
    {
      config: { authority: 'session' },
      schema: {
        tags,
        summary: 'One role',
        params: OrganizationRoleParams,
        response: { 200: OrganizationRole },
      },
    },
    async ({ params }) => {
      const role = (await portal.template.get()).roles.get(params.roleId);
      if (!role) throw notFound();
      return role;
    },
  );
};

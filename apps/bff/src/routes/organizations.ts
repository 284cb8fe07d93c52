import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Organization, OrganizationListQuery, OrganizationParams } from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { listOrganizations } from '../access/visible-organizations.ts';
import { accessIn } from '../access/organization-access.ts';
import { inOrganization } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { toOrganization } from '../view/organization.ts';

const tags = ['organizations'];

export const organizationRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const { template, settings } = portal;

  app.get(
    '/api/organizations',
    {
      config: { authority: 'session' },
      schema: {
        tags,
        summary: 'Organizations that I may enter',
        querystring: OrganizationListQuery,
        response: { 200: Type.Array(Organization) },
      },
    },
    async (request, reply) => {
      const { person, query } = request;
      const page = await listOrganizations(portal, person, pageOf(query), query.q);
      const roles = await template.get(person.roleIds);
      const items = page.items.flatMap((organization) => {
        const access = accessIn(person, organization.id, roles, settings.staff);
        return access ? toOrganization(organization, access) : [];
      });
      return replyPage(request, reply, pageOf(query), { ...page, items });
    },
  );

  app.get(
    '/api/organizations/:organizationId',
    {
      config: inOrganization(),
      schema: {
        tags,
        summary: 'One organization',
        params: OrganizationParams,
        response: { 200: Organization },
      },
    },
    async ({ organization, access }) => toOrganization(organization, access),
  );
};

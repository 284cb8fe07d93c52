import { Member, MemberListQuery, OrganizationParams } from '@org-portal/contract/schema';
import { createManagementApi } from '@org-portal/management-api';
import Fastify from 'fastify';
import { listMembers } from '../../apps/bff/dist/members/list.js';
import { pageOf, replyPage } from '../../apps/bff/dist/reply-page.js';
import { toMember } from '../../apps/bff/dist/view/member.js';
import { listen } from './listen.mjs';

/** What the members page costs without anybody signed in: the same call, projection and schema for whoever asks. */
const env = /** @type {Record<string, string>} */ (process.env);
const api = createManagementApi({
  endpoint: new URL(env['UPSTREAM'] ?? ''),
  resource: env['LOGTO_MANAGEMENT_RESOURCE'] ?? '',
  clientId: env['LOGTO_M2M_ID'] ?? '',
  clientSecret: env['LOGTO_M2M_SECRET'] ?? '',
});
const access = { permissions: ['read:member', 'remove:member', 'update:member:role'], assignableRoleIds: [] };

const app = Fastify({
  ajv: { customOptions: { removeAdditional: false, coerceTypes: true, strictNumbers: false } },
});
app.get(
  '/api/organizations/:organizationId/members',
  {
    schema: {
      params: OrganizationParams,
      querystring: MemberListQuery,
      response: { 200: { type: 'array', items: Member } },
    },
  },
  async (/** @type {any} */ request, reply) => {
    const { query, params } = request;
    const page = pageOf(query);
    const filter = { q: query.q, roleId: query.role };
    const { items, ...rest } = await listMembers(api, params.organizationId, page, filter);
    const members = items.map((/** @type {any} */ member) => toMember(member, /** @type {any} */ (access)));
    return replyPage(request, reply, page, { ...rest, items: members });
  },
);
await app.ready();
listen(app.server);

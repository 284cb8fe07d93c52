import { randomUUID } from 'node:crypto';
import { Member, MemberListQuery, OrganizationParams } from '@org-portal/contract/schema';
import { createManagementApi } from '@org-portal/management-api';
import Fastify from 'fastify';
import { EntityTags } from '../../apps/bff/dist/entity-tags.js';
import { listMembers } from '../../apps/bff/dist/members/list.js';
import { requestIds } from '../../apps/bff/dist/observability/request-id.js';
import { loggerOptions } from '../../apps/bff/dist/logger.js';
import { notModified } from '../../apps/bff/dist/plugins/not-modified.js';
import { problems } from '../../apps/bff/dist/plugins/problems.js';
import { rateLimits } from '../../apps/bff/dist/plugins/rate-limits.js';
import { replyHeaders } from '../../apps/bff/dist/plugins/reply-headers.js';
import { sameOrigin } from '../../apps/bff/dist/plugins/same-origin.js';
import { securityHeaders } from '../../apps/bff/dist/plugins/security-headers.js';
import { underWay } from '../../apps/bff/dist/plugins/under-way.js';
import { pageOf, replyPage } from '../../apps/bff/dist/reply-page.js';
import { toMember } from '../../apps/bff/dist/view/member.js';
import { listen } from './listen.mjs';

/**
 * What the members page costs without anybody signed in: all that the portal does but for session and permission, for
 * whoever asks.
 */
const env = /** @type {Record<string, string>} */ (process.env);
const api = createManagementApi({
  endpoint: new URL(env['UPSTREAM'] ?? ''),
  resource: env['LOGTO_MANAGEMENT_RESOURCE'] ?? '',
  clientId: env['LOGTO_M2M_ID'] ?? '',
  clientSecret: env['LOGTO_M2M_SECRET'] ?? '',
});
const access = Object.freeze({
  permissions: ['read:member', 'remove:member', 'update:member:role'],
  assignableRoleIds: [],
});
const entityTags = new EntityTags(['a secret of the bench, long enough for a key']);

const app = Fastify({
  logger: loggerOptions('warn') ?? false,
  genReqId: () => randomUUID(),
  ajv: { customOptions: { removeAdditional: false, coerceTypes: true, strictNumbers: false } },
});
app.decorateRequest('access', /** @type {any} */ (null));
app.decorateRequest('session', null);
await app.register(replyHeaders);
await app.register(underWay);
await app.register(requestIds);
await app.register(problems);
await app.register(securityHeaders, { isSecure: false, signOutOrigin: env['UPSTREAM'] ?? '' });
await app.register(sameOrigin, { portalUrl: new URL('http://localhost') });
await app.register(rateLimits, { perPerson: 100_000_000, perAddress: 100_000_000, redis: undefined });
await app.register(notModified, { entityTags });
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
    request.access = access;
    const page = pageOf(query);
    const filter = { q: query.q, roleId: query.role };
    const read = (/** @type {any} */ calls) => listMembers(calls, params.organizationId, page, filter);
    const { items, ...rest } = await entityTags.page(request, reply, api, read);
    const members = items.map((/** @type {any} */ member) => toMember(member, /** @type {any} */ (access)));
    return replyPage(request, reply, page, { ...rest, items: members });
  },
);
await app.ready();
listen(app.server);

import { z } from 'zod';
import { missingForeignKey, nameInUse, notExistsWithId, notFound, tooLong } from '../http/request-error.ts';
import { created, list, noContent, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { assignmentRoutes } from './assignments.ts';
import { inTenant } from './present.ts';

const emailDomain = z.string().min(1);
const longest = 128;
const organizationMissing = (id: string) => notExistsWithId('organizations', id);

function assertStorable(store: Store, organizationId: string, domains: readonly string[]): void {
  if (domains.length > 0 && !store.organizations.has(organizationId)) throw missingForeignKey();
  if (domains.some((domain) => domain.length > longest)) throw tooLong();
}

/** Who joins an organization on registering, by e-mail domain or SSO connector, and with which roles. */
export const justInTime = [
  route({
    method: 'GET',
    path: '/organizations/{id}/jit/email-domains',
    paging: 'asked',
    handle: ({ store, params: { id } }) =>
      list(store.jitEmailDomains.rightOf(id), (domain) =>
        inTenant({ organizationId: id, emailDomain: domain }),
      ),
  }),
  route({
    method: 'POST',
    path: '/organizations/{id}/jit/email-domains',
    body: z.object({ emailDomain }),
    handle({ store, params, body }) {
      assertStorable(store, params.id, [body.emailDomain]);
      if (!store.jitEmailDomains.add(params.id, body.emailDomain)) throw nameInUse();
      return created(inTenant({ organizationId: params.id, emailDomain: body.emailDomain }));
    },
  }),
  route({
    method: 'PUT',
    path: '/organizations/{id}/jit/email-domains',
    body: z.object({ emailDomains: z.array(z.string()) }),
    handle({ store, params, body: { emailDomains } }) {
      assertStorable(store, params.id, emailDomains);
      if (new Set(emailDomains).size < emailDomains.length) throw nameInUse();
      store.jitEmailDomains.replace(params.id, emailDomains);
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}/jit/email-domains/{emailDomain}',
    handle({ store, params }) {
      if (!store.jitEmailDomains.delete(params.id, params.emailDomain)) throw notFound();
      return noContent();
    },
  }),
  ...assignmentRoutes({
    path: '/organizations/{id}/jit/roles',
    idName: 'organizationRoleId',
    relation: (store) => store.jitRoles,
    assigned: (store) => store.organizationRoles,
    owners: (store) => store.organizations,
    ownerMissing: organizationMissing,
  }),
  ...assignmentRoutes({
    path: '/organizations/{id}/jit/sso-connectors',
    idName: 'ssoConnectorId',
    relation: (store) => store.jitSsoConnectors,
    assigned: (store) => store.ssoConnectors,
    owners: (store) => store.organizations,
    ownerMissing: organizationMissing,
  }),
];

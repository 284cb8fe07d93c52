import { z } from 'zod';
import { notFound, RequestError } from '../http/request-error.ts';
import { list, noContent, ok, route } from '../http/route.ts';
import type { SsoConnector } from '../store/connectors.ts';
import { newId } from '../store/new-id.ts';
import { anyObject } from './fields.ts';
import { inTenant } from './present.ts';

const label = z.string().min(1).max(128);

/** The providers, with the name that a person knows them by. */
const providers: Readonly<Record<string, { name: string; type: 'oidc' | 'saml' } | undefined>> = {
  OIDC: { name: 'OIDC', type: 'oidc' },
  SAML: { name: 'SAML', type: 'saml' },
  AzureAD: { name: 'Microsoft Entra ID (SAML)', type: 'saml' },
  AzureAdOidc: { name: 'Microsoft Entra ID (OIDC)', type: 'oidc' },
  GoogleWorkspace: { name: 'Google Workspace', type: 'oidc' },
  Okta: { name: 'Okta', type: 'oidc' },
};

const publicDomains = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com'];

function assertDomains(domains: readonly string[]): void {
  const publicOnes = domains.filter((domain) => publicDomains.includes(domain));
  if (publicOnes.length > 0)
    throw new RequestError(422, 'single_sign_on.forbidden_domains', {}, { data: publicOnes });
  const repeated = domains.filter((domain, place) => domains.indexOf(domain) !== place);
  if (repeated.length > 0)
    throw new RequestError(422, 'single_sign_on.duplicated_domains', {}, { data: [...new Set(repeated)] });
}

function withProvider(row: SsoConnector): object {
  const { name, type } = providers[row.providerName] ?? { name: row.providerName, type: 'oidc' };
  return { ...inTenant(row), name, providerType: type, providerLogo: '', providerLogoDark: '' };
}

/** Nobody is called: a connector is kept as it is given, and signs nobody in. */
export const ssoConnectors = [
  route({
    method: 'GET',
    path: '/sso-connectors',
    paging: 'asked',
    handle: ({ store }) => list(store.ssoConnectors.newestFirst(), withProvider),
  }),
  route({
    method: 'POST',
    path: '/sso-connectors',
    body: z.object({
      providerName: label,
      connectorName: label,
      config: anyObject.optional(),
      domains: z.array(z.string()).optional(),
      branding: z
        .object({ displayName: z.string(), logo: z.string(), darkLogo: z.string() })
        .partial()
        .optional(),
      syncProfile: z.boolean().optional(),
      enableTokenStorage: z.boolean().optional(),
    }),
    handle({ store, body }) {
      if (!Object.hasOwn(providers, body.providerName))
        throw new RequestError(422, 'connector.not_found', { type: body.providerName });
      assertDomains(body.domains ?? []);
      if (store.ssoConnectors.list().some(({ connectorName }) => connectorName === body.connectorName))
        throw new RequestError(409, 'single_sign_on.duplicate_connector_name');
      const row = store.ssoConnectors.insert({
        id: newId(12),
        providerName: body.providerName,
        connectorName: body.connectorName,
        config: body.config ?? {},
        domains: body.domains ?? [],
        branding: body.branding ?? {},
        syncProfile: body.syncProfile ?? false,
        enableTokenStorage: body.enableTokenStorage ?? false,
        createdAt: Date.now(),
      });
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'DELETE',
    path: '/sso-connectors/{id}',
    handle({ store, params }) {
      if (!store.deleteSsoConnector(params.id)) throw notFound();
      return noContent();
    },
  }),
];

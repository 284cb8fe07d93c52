import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { invalidRequest, notExistsWithId, RequestError } from '../http/request-error.ts';
import { list, noContent, ok, route } from '../http/route.ts';
import { applicationTypes, type ApplicationType } from '../store/application.ts';
import { internalAdminRoleId } from '../store/internal-admin.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { applicationFields } from './application-fields.ts';
import { defined } from './fields.ts';
import { inTenant, organizationOfMachine } from './present.ts';

const type = z.enum(applicationTypes);

export function findApplication(store: Store, id: string) {
  const row = store.applications.get(id);
  if (!row) throw notExistsWithId('applications', id);
  return row;
}

export const newSecret = () => randomBytes(24).toString('base64url').replace(/[-_]/g, 'x');

const hasSecrets = (one: ApplicationType) => ['MachineToMachine', 'Traditional', 'Protected'].includes(one);

function assertCreatable(body: { type: ApplicationType; isThirdParty?: boolean | undefined }): void {
  if (body.type === 'SAML') throw new RequestError(400, 'application.saml.use_saml_app_api');
  if (body.isThirdParty && body.type !== 'Traditional')
    throw new RequestError(400, 'application.invalid_third_party_application_type');
}

export const applications = [
  route({
    method: 'GET',
    path: '/applications',
    paging: 'asked',
    query: z.object({
      types: z
        .array(type)
        .or(type.transform((one) => [one]))
        .optional(),
      excludeRoleId: z.string().optional(),
      excludeOrganizationId: z.string().optional(),
      isThirdParty: z.enum(['true', 'false']).optional(),
    }),
    handle({ store, query: { types, excludeRoleId, excludeOrganizationId, isThirdParty }, search }) {
      if (excludeRoleId && excludeOrganizationId) {
        throw invalidRequest(
          400,
          'Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.',
        );
      }
      const fits = advancedSearch(search, ['id', 'name', 'description']);
      const rows = store.applications.newestFirst(
        (row) =>
          (!types || types.includes(row.type)) &&
          (!isThirdParty || String(row.isThirdParty) === isThirdParty) &&
          !(excludeRoleId && store.applicationRoles.has(row.id, excludeRoleId)) &&
          !(excludeOrganizationId && store.machines.has(excludeOrganizationId, row.id)) &&
          fits(row),
      );
      return list(rows, inTenant);
    },
  }),
  route({
    method: 'POST',
    path: '/applications',
    body: applicationFields.extend({
      type,
      isThirdParty: z.boolean().optional(),
      protectedAppMetadata: z.object({ subDomain: z.string(), origin: z.string() }).optional(),
    }),
    handle({ store, body: { protectedAppMetadata, ...given } }) {
      assertCreatable(given);
      if (given.type === 'Protected') {
        throw new RequestError(
          400,
          protectedAppMetadata
            ? 'application.protected_app_not_configured'
            : 'application.protected_app_metadata_is_required',
        );
      }
      const now = Date.now();
      const row = store.applications.insert({
        id: newId(),
        name: given.name,
        secret: `#internal:${newSecret()}`,
        description: given.description ?? null,
        type: given.type,
        oidcClientMetadata: given.oidcClientMetadata ?? { redirectUris: [], postLogoutRedirectUris: [] },
        customClientMetadata: given.customClientMetadata ?? {},
        protectedAppMetadata: null,
        customData: given.customData ?? {},
        isThirdParty: given.isThirdParty ?? false,
        appLevelAccessControlEnabled: false,
        createdAt: now,
      });
      if (hasSecrets(row.type)) {
        const secret = { applicationId: row.id, name: 'Default secret', value: newSecret() };
        store.applicationSecrets.insert({ id: newId(), ...secret, createdAt: now, expiresAt: null });
      }
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'GET',
    path: '/applications/{id}',
    handle({ store, params: { id } }) {
      const row = findApplication(store, id);
      return ok({ ...inTenant(row), isAdmin: store.applicationRoles.has(id, internalAdminRoleId) });
    },
  }),
  route({
    method: 'PATCH',
    path: '/applications/{id}',
    body: applicationFields.partial().extend({
      appLevelAccessControlEnabled: z.boolean().optional(),
      protectedAppMetadata: z.object({}).passthrough().nullish(),
      isAdmin: z.boolean().optional(),
    }),
    handle({ store, params: { id }, body: { isAdmin, protectedAppMetadata, ...given } }) {
      const row = findApplication(store, id);
      if (protectedAppMetadata) throw new RequestError(400, 'application.protected_application_only');
      if (isAdmin === true) store.applicationRoles.add(id, internalAdminRoleId);
      if (isAdmin === false) store.applicationRoles.delete(id, internalAdminRoleId);
      return ok(inTenant(store.applications.update(row, defined(given))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/applications/{id}',
    handle({ store, params }) {
      store.deleteApplication(findApplication(store, params.id).id);
      return noContent();
    },
  }),
  route({
    method: 'GET',
    path: '/applications/{id}/organizations',
    paging: 'asked',
    handle({ store, params: { id } }) {
      findApplication(store, id);
      const rows = store.machines.organizationsOf(id).flatMap((one) => store.organizations.get(one) ?? []);
      return list(rows, organizationOfMachine(store, id));
    },
  }),
];

import type { Application } from '../store/application.ts';
import { internalAdminRoleId } from '../store/internal-admin.ts';
import type { Store } from '../store/store.ts';

/** The Management API's resource indicator of every Logto OSS. */
export const managementApiResource = 'https://default.logto.app/api';

/** Fixed, so that settings can be written down; of use on loopback only. */
export const portalApplication = { id: 'portal', secret: 'portal-secret' } as const;
export const m2mApplication = { id: 'portal-m2m', secret: 'portal-m2m-secret' } as const;
export const m2mApplicationWithoutRole = {
  id: 'portal-m2m-no-scope',
  secret: 'portal-m2m-no-scope-secret',
} as const;

const since = Date.UTC(2024, 0, 15, 9);
const blank = {
  description: null,
  oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] },
  customClientMetadata: {},
  protectedAppMetadata: null,
  customData: {},
  isThirdParty: false,
  appLevelAccessControlEnabled: false,
  createdAt: since,
};
const machine = (name: string, { id, secret }: { id: string; secret: string }): Application => ({
  id,
  name,
  secret,
  ...blank,
  type: 'MachineToMachine',
});

/** What is there under every seed: the Management API, the role for it, and the three applications. */
export function seedApplications(store: Store, portalUrls: readonly string[]): void {
  store.resources.insert({
    id: 'management-api',
    name: 'Logto Management API',
    indicator: managementApiResource,
    isDefault: false,
    accessTokenTtl: 3600,
  });
  store.resourceScopes.insert({
    id: 'management-api-all',
    resourceId: 'management-api',
    name: 'all',
    description: 'Default scope for Management API, allows all permissions.',
    createdAt: since,
  });
  const role = store.roles.insert({
    id: 'management-api-access',
    name: 'Logto Management API access',
    description: 'Management API access for applications',
    type: 'MachineToMachine',
    isDefault: false,
  });
  store.roleScopes.add(role.id, 'management-api-all');
  store.roleScopes.add(internalAdminRoleId, 'management-api-all');
  store.applications.insert(machine('Org Portal (Management API)', m2mApplication));
  store.applications.insert(machine('Org Portal without the role', m2mApplicationWithoutRole));
  store.applicationRoles.add(m2mApplication.id, role.id);
  store.applications.insert({
    ...portalApplication,
    name: 'Org Portal',
    ...blank,
    type: 'Traditional',
    oidcClientMetadata: {
      redirectUris: portalUrls.map((url) => `${url}/auth/callback`),
      postLogoutRedirectUris: portalUrls.map((url) => `${url}/signed-out`),
    },
  });
}

import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { Store } from '../store/store.ts';

/** Signed ES384 JWTs of type `at+jwt`, as Logto's are (oidc.json). */
export const jwtAccessToken = {
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'ES384' } },
} as const satisfies Partial<ResourceServer>;

/** Who asks: a user, or else the application itself. */
function scopeIdsOf(store: Store, userId: string | undefined, applicationId: string): string[] {
  const { applicationRoles, members, organizationRoleResourceScopes, roleScopes, userRoles } = store;
  if (userId === undefined)
    return applicationRoles.rightOf(applicationId).flatMap((id) => roleScopes.rightOf(id));
  const organizationRoleIds = members.organizationsOf(userId).flatMap((id) => members.rolesOf(id, userId));
  return [
    ...userRoles.rightOf(userId).flatMap((id) => roleScopes.rightOf(id)),
    ...organizationRoleIds.flatMap((id) => organizationRoleResourceScopes.rightOf(id)),
  ];
}

/** The scopes of a resource that tenant-wide roles and, for a user, the roles in any organization give. */
function scopesFor(store: Store, resourceId: string, scopeIds: readonly string[]): string {
  return [...new Set(scopeIds)]
    .flatMap((id) => store.resourceScopes.get(id) ?? [])
    .filter((scope) => scope.resourceId === resourceId)
    .map(({ name }) => name)
    .join(' ');
}

export function resourceIndicators(store: Store) {
  return {
    enabled: true,
    /** Reached without a `resource`: fine for people, refused for machines (recording 01). */
    defaultResource(ctx: KoaContextWithOIDC) {
      const preset = store.resources.list().find(({ isDefault }) => isDefault);
      if (preset) return preset.indicator;
      if (ctx.oidc.params?.['grant_type'] === 'client_credentials') {
        throw new errors.InvalidTarget('both `resource` and `organization_id` are not provided');
      }
      return undefined as unknown as string;
    },
    useGrantedResource: () => false,
    getResourceServerInfo(ctx: KoaContextWithOIDC, indicator: string, client: Client): ResourceServer {
      const resource = store.resources.list().find((row) => row.indicator === indicator);
      if (!resource) throw new errors.InvalidTarget();
      const userId = ctx.oidc.session?.accountId ?? ctx.oidc.entities.Account?.accountId;
      const scope = scopesFor(store, resource.id, scopeIdsOf(store, userId, client.clientId));
      return { ...jwtAccessToken, audience: indicator, accessTokenTTL: resource.accessTokenTtl, scope };
    },
  };
}

import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { Store } from '../store/store.ts';

/** Signed ES384 JWTs of type `at+jwt`, as Logto's are (oidc.json). */
export const jwtAccessToken = {
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'ES384' } },
} as const satisfies Partial<ResourceServer>;

/** The scopes of a resource that the tenant-wide roles of an application or user give. */
function scopesFor(store: Store, resourceId: string, roleIds: readonly string[]): string {
  const scopeIds = new Set(roleIds.flatMap((roleId) => store.roleScopes.rightOf(roleId)));
  const scopes = [...scopeIds].flatMap((id) => store.resourceScopes.get(id) ?? []);
  return scopes
    .filter((scope) => scope.resourceId === resourceId)
    .map(({ name }) => name)
    .join(' ');
}

export function resourceIndicators(store: Store) {
  return {
    enabled: true,
    /** Reached without a `resource`: fine for people, refused for machines (recording 01). */
    defaultResource(ctx: KoaContextWithOIDC) {
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
      const roleIds =
        userId === undefined
          ? store.applicationRoles.rightOf(client.clientId)
          : store.userRoles.rightOf(userId);
      const scope = scopesFor(store, resource.id, roleIds);
      return { ...jwtAccessToken, audience: indicator, accessTokenTTL: resource.accessTokenTtl, scope };
    },
  };
}

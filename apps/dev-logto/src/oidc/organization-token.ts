import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { handler as refresh } from 'oidc-provider/lib/actions/grants/refresh_token.js';
import * as helpers from 'oidc-provider/lib/helpers/grants.js';
import type { Store } from '../store/store.ts';
import { jwtAccessToken } from './resources.ts';

const organizationsScope = 'urn:logto:scope:organizations';
const accessTokenTTL = 3600;

function refuse(description: string): never {
  const error = new errors.AccessDenied(description);
  error.status = error.statusCode = 403;
  throw error;
}

/**
 * The refresh grant, which with `organization_id` answers an organization token: audience
 * `urn:logto:organization:{id}`, scope the names of the organization scopes that the user's roles give
 * (oidc.json; Logto's RFC 0001). The built-in grant does the refreshing; only the access token is another.
 */
export function registerRefreshGrant(provider: Provider, store: Store): void {
  const bound = Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [name, helper.bind(undefined, provider)]),
  );
  const grant = async (ctx: KoaContextWithOIDC) => {
    await assertMayAsk(ctx, provider, store);
    await refresh(provider, bound, ctx);
    const organizationId = ctx.oidc.params?.['organization_id'];
    if (typeof organizationId === 'string' && !ctx.oidc.params?.['resource']) {
      await replaceAccessToken(ctx, provider, store, organizationId);
    }
  };
  provider.registerGrantType(
    'refresh_token',
    grant,
    ['refresh_token', 'scope', 'resource', 'organization_id'],
    ['resource'],
  );
}

/** Before anything is consumed: the token must carry the scope, and its user must be a member. */
async function assertMayAsk(ctx: KoaContextWithOIDC, provider: Provider, store: Store): Promise<void> {
  const { refresh_token: value, organization_id: organizationId } = ctx.oidc.params ?? {};
  if (typeof organizationId !== 'string' || typeof value !== 'string') return;
  const token = await provider.RefreshToken.find(value);
  if (!token) return;
  if (!store.members.has(organizationId, token.accountId)) refuse('user is not a member of the organization');
  if (!token.scopes.has(organizationsScope)) {
    throw new errors.InsufficientScope('refresh token missing required scope', organizationsScope);
  }
}

async function replaceAccessToken(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  store: Store,
  organizationId: string,
) {
  const { RefreshToken: source, AccessToken: opaque, Account: account, Client: client } = ctx.oidc.entities;
  if (!source || !account || !client) return;
  const audience = `urn:logto:organization:${organizationId}`;
  const scope = store
    .scopesOf(organizationId, account.accountId)
    .map(({ name }) => name)
    .join(' ');
  const token = new provider.AccessToken({
    accountId: account.accountId,
    client,
    grantId: source.grantId ?? '',
    gty: 'refresh_token',
    ...(source.sessionUid && { sessionUid: source.sessionUid }),
    scope,
  });
  token.aud = audience;
  token.resourceServer = new provider.ResourceServer(audience, { ...jwtAccessToken, accessTokenTTL, scope });
  await opaque?.destroy();
  Object.assign(ctx.body as object, { access_token: await token.save(), expires_in: accessTokenTTL, scope });
}

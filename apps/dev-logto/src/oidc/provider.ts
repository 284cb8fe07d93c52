import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { firstScreen } from '../sign-in/first-screen.ts';
import { signedOutPage, signOutPage } from '../sign-in/sign-out-page.ts';
import type { Store } from '../store/store.ts';
import { auditTokens } from './audit-log.ts';
import { clientMetadata } from './client-metadata.ts';
import { acceptEverySecret } from './client-secrets.ts';
import { asRecorded, scopes } from './discovery.ts';
import { inLogtoDialect } from './error-dialect.ts';
import { registerRefreshGrant } from './organization-token.ts';
import type { M2mTokens } from '../controls/m2m-tokens.ts';
import { loginPolicy } from './login-policy.ts';
import type { Records } from './records.ts';
import { resourceIndicators } from './resources.ts';
import { claimsOfScope, userClaims } from './user-claims.ts';

const hour = 3600;
const day = 24 * hour;
const algorithm = 'ES384';

/** The extra parameters of an authorization request that Logto knows. */
const extraParams = [
  'first_screen',
  'identifier',
  'direct_sign_in',
  'organization_id',
  'one_time_token',
  'login_hint',
];

/** OpenID Connect as Logto speaks it; recorded in oidc.json, the refusals of the token endpoint in 01-token.json. */
export function createProvider(
  issuer: string,
  {
    store,
    records,
    tokens,
    privateJwk,
  }: { store: Store; records: Records; tokens: M2mTokens; privateJwk: JWK },
): Provider {
  const provider = new Provider(issuer, {
    adapter: records.adapter((id) => {
      const application = store.applications.get(id);
      return application && clientMetadata(application);
    }),
    jwks: { keys: [privateJwk as never] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    enabledJWA: { idTokenSigningAlgValues: [algorithm] },
    clientDefaults: { id_token_signed_response_alg: algorithm },
    scopes,
    claims: claimsOfScope,
    conformIdTokenClaims: false,
    extraParams: extraParams.filter((name) => name !== 'login_hint'),
    findAccount: (ctx, id) => findAccount(store, ctx, id),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = signedOutPage()),
      },
      resourceIndicators: resourceIndicators(store),
    },
    interactions: {
      policy: loginPolicy(),
      url: (_ctx, { prompt, params }) =>
        prompt.name === 'login'
          ? firstScreen(params)
          : `/consent?${new URLSearchParams({ app_id: String(params['client_id']) })}`,
    },
    issueRefreshToken: (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    pkce: { required: () => true },
    renderError: (ctx, out) => void (ctx.body = out),
    ttl: {
      ClientCredentials: hour,
      AccessToken: hour,
      IdToken: hour,
      Interaction: hour,
      Session: 14 * day,
      RefreshToken: 14 * day,
      Grant: 180 * day,
    },
  } satisfies Configuration);
  acceptEverySecret(provider, store);
  auditTokens(provider, store);
  registerRefreshGrant(provider, store);
  provider.on('client_credentials.issued', ({ jti }) => tokens.issued(jti));
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.status >= 400) ctx.body = inLogtoDialect(ctx.body);
    if (ctx.oidc?.route === 'discovery') ctx.body = asRecorded(ctx.body as Record<string, unknown>);
  });
  return provider;
}

/** A suspended user's tokens are gone with the suspension; a deleted one is nobody. */
function findAccount(store: Store, ctx: KoaContextWithOIDC, accountId: string) {
  const user = store.users.get(accountId);
  if (!user || user.isSuspended) return undefined;
  return {
    accountId,
    claims: async (use: string) => {
      const opaque = ctx.oidc.entities.AccessToken;
      const hashed = use === 'id_token' && opaque && !opaque.resourceServer ? { at_hash: opaque.jti } : {};
      return { sub: accountId, ...userClaims(store, user, use), ...hashed };
    },
  };
}

import * as oidc from 'openid-client';
import { requestId } from '../observability/request-id.ts';
import { isLoopback } from '../settings/validators.ts';
import type { Settings } from '../settings/settings.ts';
import type { Attempt } from './attempt-cookie.ts';

const SCOPE = 'openid profile email roles offline_access urn:logto:scope:organizations';

/** Who signed in, from the ID token. */
export interface SignedIn {
  userId: string;
  /** Names of Logto user roles. */
  roleNames: string[];
  refreshToken: string | undefined;
}

/** So that Logto's log can be read beside the portal's. */
const fetchForRequest: oidc.CustomFetch = (url, { headers, ...options }) => {
  const id = requestId();
  return fetch(url, {
    ...(options as RequestInit),
    headers: id === undefined ? headers : { ...headers, 'x-request-id': id },
  });
};

/** Authorization code with PKCE, state and nonce (OpenID Connect Core, RFC 7636) against Logto. */
export class SignIn {
  readonly #settings: Settings;
  readonly #now: () => Promise<number>;
  #configuration: Promise<oidc.Configuration> | undefined;

  /** @param now by the clock of the session store */
  constructor(settings: Settings, now: () => Promise<number>) {
    this.#settings = settings;
    this.#now = now;
  }

  /**
   * @param language BCP 47 tag that Logto's pages shall speak
   * @param extra Logto's own parameters of an authorization request, and `prompt`
   * @throws Problem `session.unavailable`; Error of openid-client when Logto cannot be asked for its endpoints
   */
  async start(
    returnTo: string,
    language: string | undefined,
    extra: Record<string, string> = {},
  ): Promise<{ url: URL; attempt: Attempt }> {
    // First, so that "sign out everywhere" ends the attempt from its very beginning on.
    const startedAt = await this.#now();
    const configuration = await this.#discover();
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      returnTo,
      startedAt,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callbackUrl.href,
      scope: SCOPE,
      // Logto gives a refresh token only after asking for consent (oidc.json).
      prompt: 'consent',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(language ? { ui_locales: language } : {}),
      ...extra,
    });
    return { url, attempt };
  }

  /**
   * @param query of the callback, as it came
   * @throws Error of openid-client when state, nonce, issuer, code or ID token do not fit
   */
  async finish(query: string, attempt: Attempt): Promise<SignedIn> {
    const configuration = await this.#discover();
    const callback = new URL(this.#callbackUrl);
    callback.search = query;
    const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('Logto sent no ID token');
    const roles = claims['roles'];
    return {
      userId: claims.sub,
      roleNames: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
      refreshToken: tokens.refresh_token,
    };
  }

  /**
   * Asks Logto whether it knows the application and its secret, with a code that does not exist: Logto looks at the
   * credentials first (RFC 6749, 5.2).
   * @throws Error of openid-client, with status 401 when it does not, or when Logto does not answer as Logto
   */
  async check(): Promise<void> {
    const parameters = { code: 'none', redirect_uri: this.#callbackUrl.href, code_verifier: 'none' };
    try {
      await oidc.genericGrantRequest(await this.#discover(), 'authorization_code', parameters);
    } catch (error) {
      if (!(error instanceof oidc.ResponseBodyError) || error.error !== 'invalid_grant') throw error;
    }
  }

  /** Makes the refresh token worthless (RFC 7009). */
  async revoke(refreshToken: string): Promise<void> {
    await oidc.tokenRevocation(await this.#discover(), refreshToken, { token_type_hint: 'refresh_token' });
  }

  /** Where Logto ends its own session and comes back (OpenID Connect RP-Initiated Logout). */
  async endSessionUrl(): Promise<URL> {
    return oidc.buildEndSessionUrl(await this.#discover(), {
      post_logout_redirect_uri: new URL('/signed-out', this.#settings.portalUrl).href,
    });
  }

  get #callbackUrl(): URL {
    return new URL('/auth/callback', this.#settings.portalUrl);
  }

  #discover(): Promise<oidc.Configuration> {
    if (!this.#configuration) {
      const { endpoint, appId, appSecret } = this.#settings.logto;
      const configuration = oidc.discovery(
        new URL('/oidc', endpoint),
        appId,
        { id_token_signed_response_alg: 'ES384' },
        oidc.ClientSecretBasic(appSecret),
        {
          timeout: 10,
          [oidc.customFetch]: fetchForRequest,
          ...(isLoopback(endpoint) ? { execute: [oidc.allowInsecureRequests] } : {}),
        },
      );
      this.#configuration = configuration;
      configuration.catch(() => {
        if (this.#configuration === configuration) this.#configuration = undefined;
      });
    }
    return this.#configuration;
  }
}

import * as client from 'openid-client';
import { portalApplication } from '../src/index.ts';
import { Visitor } from './visitor.ts';

const redirectUri = 'http://localhost:3000/auth/callback';
const everyScope =
  'openid profile email phone custom_data identities roles offline_access urn:logto:scope:organizations urn:logto:scope:organization_roles';

/** The portal as a client of the embedded Logto, and its checks for one sign-in. */
export async function portal(origin: string, secret: string = portalApplication.secret) {
  const basic = client.ClientSecretBasic(secret);
  const metadata = { id_token_signed_response_alg: 'ES384' };
  const issuer = new URL(`${origin}/oidc`);
  return client.discovery(issuer, portalApplication.id, metadata, basic, {
    execute: [client.allowInsecureRequests],
  });
}

export interface Started {
  readonly url: URL;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

/** An authorization request as the portal makes it; `extra` adds to or replaces its parameters. */
export async function start(
  config: client.Configuration,
  extra: Record<string, string> = {},
): Promise<Started> {
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: everyScope,
    prompt: 'consent',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    nonce,
    state,
    ...extra,
  });
  return { url, verifier, nonce, state };
}

/** The whole way: to the sign-in page, through it, back, and the code for tokens. */
export async function signIn(
  origin: string,
  who: Record<string, string>,
  extra: Record<string, string> = {},
) {
  const config = await portal(origin);
  const started = await start(config, extra);
  const visitor = new Visitor(origin);
  const { url: page } = await visitor.visit(started.url);
  const { url: callback } = await visitor.visit(page, who);
  const { verifier, nonce, state } = started;
  const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state };
  const tokens = await client.authorizationCodeGrant(config, callback, checks);
  return { config, tokens, visitor, callback };
}

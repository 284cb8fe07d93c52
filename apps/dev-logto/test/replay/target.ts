import { exchange } from './exchange.ts';

export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/** The Logto to replay against, real or not. */
export interface Target {
  /** Its origin, without a slash at the end. */
  readonly endpoint: string;
  /** Of the Management API, e.g. `https://default.logto.app/api`. */
  readonly resource: string;
  /** A machine-to-machine application that holds the Management API role. */
  readonly m2m: Credentials;
  /** One that does not. */
  readonly noScope: Credentials;
}

/** Why nothing can be replayed; one line for the person at the terminal. */
export class TargetRefused extends Error {
  override name = 'TargetRefused';
}

export const basic = ({ id, secret }: Credentials) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** An access token for the Management API. Throws TargetRefused where there is none. */
export async function requestToken(
  { endpoint, resource }: Pick<Target, 'endpoint' | 'resource'>,
  who: Credentials,
): Promise<string> {
  const { status, text } = await exchange({
    method: 'POST',
    url: `${endpoint}/oidc/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: basic(who) },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }).toString(),
  }).catch((error: NodeJS.ErrnoException) => {
    throw new TargetRefused(`No Logto answers at ${endpoint} (${error.code ?? error.message}).`);
  });
  if (status === 200) return (JSON.parse(text) as { access_token: string }).access_token;
  throw new TargetRefused(`${endpoint} gives no token to the application "${who.id}": ${status} ${text}`);
}

import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Dispatcher } from 'undici';
import { ManagementApiError } from './errors.ts';
import { exchange } from './exchange.ts';

export interface Credentials {
  /** Logto's own origin for the Management API, such as `https://{tenant-id}.logto.app`. */
  endpoint: URL;
  /** Resource indicator, such as `https://{tenant-id}.logto.app/api`. */
  resource: string;
  clientId: string;
  clientSecret: string;
}

const TokenReply = Compile(Type.Object({ access_token: Type.String(), expires_in: Type.Number() }));

/** Share of its life after which a token is renewed: ahead of its end, so that no call is sent with a dead one. */
const RENEWAL = 0.9;

/**
 * Holds the machine-to-machine token (RFC 6749, 4.4, with RFC 8707's `resource`).
 * However many wait, one request is under way; a failure is not kept.
 */
export class AccessTokenSource {
  readonly #dispatcher: Dispatcher;
  readonly #credentials: Credentials;
  #token: Promise<string> | undefined;
  #renewAt = 0;

  constructor(dispatcher: Dispatcher, credentials: Credentials) {
    this.#dispatcher = dispatcher;
    this.#credentials = credentials;
  }

  /** @throws ManagementApiError `upstream.misconfigured` when Logto refuses the credentials */
  get(): Promise<string> {
    if (!this.#token || performance.now() >= this.#renewAt) {
      this.#renewAt = Infinity;
      const token = this.#request();
      this.#token = token;
      token.catch(() => this.discard(token));
    }
    return this.#token;
  }

  /** Forgets `token`, unless it has been replaced already. */
  discard(token: Promise<string>): void {
    if (this.#token === token) this.#token = undefined;
  }

  async #request(): Promise<string> {
    const { endpoint, resource, clientId, clientSecret } = this.#credentials;
    const asked = performance.now();
    const reply = await exchange(this.#dispatcher, {
      method: 'POST',
      url: new URL('/oidc/token', endpoint),
      headers: {
        authorization: `Basic ${basic(clientId, clientSecret)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }).toString(),
    });
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) {
      throw new ManagementApiError(
        'upstream.misconfigured',
        'Logto refuses the M2M credentials or resource',
        {
          status: reply.status,
          logtoCode: oidcError(reply.text),
        },
      );
    }
    if (reply.status !== 200) {
      throw new ManagementApiError('upstream.failed', `The token endpoint answered ${reply.status}`, {
        status: reply.status,
      });
    }
    const token = parse(reply.text);
    this.#renewAt = asked + token.expires_in * RENEWAL * 1000;
    return token.access_token;
  }
}

/** RFC 6749, 2.3.1: both parts are form-urlencoded before they are joined. */
function basic(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64');
}

function parse(text: string) {
  try {
    const body: unknown = JSON.parse(text);
    if (TokenReply.Check(body)) return body;
  } catch {
    // falls through: no JSON is as unexpected as the wrong JSON
  }
  throw new ManagementApiError('upstream.unexpected_response', 'The token endpoint sent no token');
}

function oidcError(text: string): string | undefined {
  return /"error"\s*:\s*"(\w+)"/.exec(text)?.[1];
}

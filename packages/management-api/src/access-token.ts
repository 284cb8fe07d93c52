import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { UpstreamCode } from './errors.ts';
import type { Reply } from './exchange.ts';
import { failed, refused, unreadable } from './token-errors.ts';

export interface Credentials {
  /** Logto's own origin for the Management API, such as `https://{tenant-id}.logto.app`. */
  endpoint: URL;
  /** Resource indicator, such as `https://{tenant-id}.logto.app/api`. */
  resource: string;
  clientId: string;
  /** A function is asked before each token request, so that a rotated secret needs no restart. */
  clientSecret: string | (() => string | Promise<string>);
}

export interface Token {
  readonly value: string;
}

export interface TokenRenewal {
  /** `renewed`, or the code of the failure. */
  outcome: 'renewed' | UpstreamCode;
  /** Milliseconds. */
  duration: number;
}

const TokenReply = Compile(
  Type.Object({ access_token: Type.String({ minLength: 1 }), expires_in: Type.Number() }),
);

/** Shares of its life after which a token is renewed, and after which it is not sent any more. */
const RENEWAL = 0.9;
const END = 0.98;
/** Milliseconds until the next attempt to renew a token that still works. */
const PAUSE = 5_000;

interface Kept extends Token {
  renewAt: number;
  endsAt: number;
}

interface Source {
  credentials: Credentials;
  /** Sends the token request. */
  post: (path: string, headers: Record<string, string>, body: string) => Promise<Reply>;
  onToken?: ((renewal: TokenRenewal) => void) | undefined;
}

/**
 * Holds the machine-to-machine token (RFC 6749, 4.4, with RFC 8707's `resource`). However many wait, one request is
 * under way; a failure is not kept. Ahead of its end it is renewed while calls still use it. Time is monotonic, so a
 * clock that is wrong or set does not matter.
 */
export class AccessTokenSource {
  readonly #source: Source;
  #token: Kept | undefined;
  #renewal: Promise<Kept> | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** @throws ManagementApiError `upstream.misconfigured` when Logto refuses the credentials */
  async get(): Promise<Token> {
    const token = this.#token;
    const now = performance.now();
    if (!token || now >= token.endsAt) return this.#renew();
    if (now >= token.renewAt) {
      token.renewAt = now + PAUSE;
      this.#renew().catch(() => undefined);
    }
    return token;
  }

  /** The one to send, if there is one. */
  get current(): Token | undefined {
    return this.#token;
  }

  /** Forgets `token`, unless it has been replaced already. */
  discard(token: Token): void {
    if (this.#token === token) this.#token = undefined;
  }

  #renew(): Promise<Kept> {
    this.#renewal ??= this.#request().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #request(): Promise<Kept> {
    const { onToken } = this.#source;
    const asked = performance.now();
    const tell = (outcome: TokenRenewal['outcome']) =>
      onToken?.({ outcome, duration: performance.now() - asked });
    try {
      const { access_token: value, expires_in: life } = await this.#ask();
      this.#token = {
        value,
        renewAt: asked + life * RENEWAL * 1000,
        endsAt: asked + life * END * 1000,
      };
    } catch (cause) {
      const error = failed(cause);
      tell(error.code);
      throw error;
    }
    tell('renewed');
    return this.#token;
  }

  async #ask() {
    const { resource, clientId, clientSecret } = this.#source.credentials;
    const secret = typeof clientSecret === 'string' ? clientSecret : await clientSecret();
    const reply = await this.#source.post(
      '/oidc/token',
      {
        authorization: `Basic ${basic(clientId, secret)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }).toString(),
    );
    if (reply.status !== 200) throw refused(reply);
    const body = parse(reply.text);
    if (!TokenReply.Check(body)) throw unreadable(reply);
    return body;
  }
}

/** RFC 6749, 2.3.1: both parts are form-urlencoded before they are joined. */
function basic(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

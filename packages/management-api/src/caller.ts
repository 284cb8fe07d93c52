import { Agent, type Dispatcher } from 'undici';
import { AccessTokenSource, type Credentials } from './access-token.ts';
import { isManagementApiError } from './errors.ts';
import { exchange, type Reply } from './exchange.ts';
import { withRetry, type RetrySettings } from './retry.ts';
import { translate } from './translate.ts';

export interface ManagementApiSettings extends Credentials {
  /** Milliseconds to wait for a connection, and for each part of a reply. */
  timeout?: number;
  retry?: Partial<RetrySettings>;
}

export interface Call {
  method: Dispatcher.HttpMethod;
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

const RETRY: RetrySettings = { retries: 2, minTimeout: 100, patience: 5 };

/** Sends calls with the token: renewed and sent once more on a 401, repeated where that is safe. */
export class Caller {
  readonly #endpoint: URL;
  readonly #agent: Agent;
  readonly #tokens: AccessTokenSource;
  readonly #retry: RetrySettings;

  constructor(settings: ManagementApiSettings) {
    const timeout = settings.timeout ?? 10_000;
    this.#endpoint = settings.endpoint;
    this.#agent = new Agent({
      connect: { timeout },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      connections: 64,
    });
    this.#tokens = new AccessTokenSource(this.#agent, settings);
    this.#retry = { ...RETRY, ...settings.retry };
  }

  /** @throws ManagementApiError for anything but a reply of 2xx */
  send(call: Call): Promise<Reply> {
    return withRetry(call.method === 'GET', this.#retry, call.signal, async () => {
      try {
        return await this.#attempt(call);
      } catch (error) {
        // A rejected token was not acted upon, so even a write may be sent again (recording 01).
        if (isManagementApiError(error, 'upstream.misconfigured') && error.status === 401) {
          return await this.#attempt(call);
        }
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #attempt({ method, path, query, body, signal }: Call): Promise<Reply> {
    const token = this.#tokens.get();
    const url = new URL(path, this.#endpoint);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const reply = await exchange(this.#agent, {
      method,
      url,
      headers: {
        authorization: `Bearer ${await token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    if (reply.status < 300) return reply;
    if (reply.status === 401) this.#tokens.discard(token);
    throw translate(`${method} ${path}`, reply);
  }
}

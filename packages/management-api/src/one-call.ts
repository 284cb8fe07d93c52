import type { Dispatcher } from 'undici';
import type { Token } from './access-token.ts';
import type { CallOptions } from './call-options.ts';
import type { CallReport } from './call-report.ts';
import { isManagementApiError, ManagementApiError } from './errors.ts';
import type { Outgoing, Reply } from './exchange.ts';
import { orAborted } from './or-aborted.ts';
import type { Route } from './path.ts';
import { withRetry } from './retry.ts';
import { translate } from './translate.ts';
import type { Transport } from './transport.ts';

export interface Call {
  method: Dispatcher.HttpMethod;
  route: Route;
  /** A list is the same name several times. */
  query?: Record<string, string | number | readonly string[] | undefined> | undefined;
  body?: unknown;
  /** The organization that it is about. */
  lane?: string | undefined;
  etag?: string | undefined;
  /** Bytes that the reply may have, if more than usual. */
  longest?: number | undefined;
  /** Logto answers only after the mail server has. */
  sendsMail?: boolean;
}

/** A call from beginning to end: its attempts, its time, and its report. */
export class OneCall {
  readonly #transport: Transport;
  readonly #call: Call;
  readonly #options: CallOptions;
  readonly #requestId: string | undefined;
  readonly #started = performance.now();
  #waited = 0;
  #attempts = 0;
  #status: number | undefined;

  constructor(transport: Transport, call: Call, options: CallOptions) {
    this.#transport = transport;
    this.#call = call;
    this.#options = options;
    this.#requestId = options.requestId ?? transport.settings.requestId?.();
  }

  /**
   * @param parse what becomes of the reply
   * @param onSend told each time before the request leaves
   */
  async run<Result>(parse: (reply: Reply) => Result, onSend?: () => void): Promise<Result> {
    try {
      const reply = await withRetry(
        {
          isRead: this.#call.method === 'GET',
          settings: this.#transport.settings.retry,
          timeLeft: () => this.#timeLeft(),
          signal: this.#options.signal,
        },
        () => this.#attempt(onSend),
      );
      const result = parse(reply);
      this.#report('ok');
      return result;
    } catch (error) {
      this.#report(this.#outcomeOf(error));
      throw error;
    }
  }

  async #attempt(onSend?: () => void): Promise<Reply> {
    try {
      return await this.#send(onSend);
    } catch (error) {
      // A rejected token was not acted upon, so even a write may be sent again (recording 01).
      if (isManagementApiError(error, 'upstream.misconfigured') && error.status === 401 && error.wasSent) {
        return await this.#send(onSend);
      }
      throw error;
    }
  }

  async #send(onSend?: () => void): Promise<Reply> {
    const { tokens } = this.#transport;
    for (;;) {
      await orAborted(tokens.get(), this.#options.signal);
      let token: Token | undefined;
      const reply = await this.#inTurn(() => {
        token = tokens.current;
        if (!token) return undefined;
        onSend?.();
        this.#attempts += 1;
        return this.#outgoing(token.value);
      });
      // Another call may have found out that the token is refused, while this one waited for its turn.
      if (!reply || !token) continue;
      this.#status = reply.status;
      if (reply.status < 300 || (reply.status === 304 && this.#call.etag !== undefined)) return reply;
      if (reply.status === 401) tokens.discard(token);
      throw translate(`${this.#call.method} ${this.#call.route.path}`, reply);
    }
  }

  async #inTurn(prepare: () => Outgoing | undefined): Promise<Reply | undefined> {
    const { priority = 'people', lane = this.#call.lane ?? '', signal } = this.#options;
    const patience = this.#options.patience ?? this.#transport.settings.budget.patience[priority];
    const asked = performance.now();
    let isWaiting = true;
    const stopWaiting = () => {
      if (isWaiting) this.#waited += performance.now() - asked;
      isWaiting = false;
    };
    try {
      const turn = { priority, lane, patience: patience - this.#waited, signal };
      return await this.#transport.send(
        turn,
        () => {
          stopWaiting();
          return prepare();
        },
        this.#options.confirm && (() => this.#confirm()),
      );
    } finally {
      stopWaiting();
    }
  }

  /** What it asks of Logto may fail as well; then this call was not sent all the same. */
  async #confirm(): Promise<void> {
    try {
      await this.#options.confirm?.();
    } catch (error) {
      if (!isManagementApiError(error)) throw error;
      throw new ManagementApiError(error.code, error.message, { ...error, cause: error, wasSent: false });
    }
  }

  #outgoing(token: string): Outgoing {
    const { method, route, query, body, etag, longest } = this.#call;
    const { signal } = this.#options;
    const requestId = this.#requestId;
    const { origin, timeout, mailTimeout } = this.#transport.settings;
    return {
      method,
      origin,
      path: withQuery(route.path, query),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      timeout: this.#call.sendsMail ? mailTimeout : timeout,
      time: this.#timeLeft(),
      longest,
    };
  }

  #timeLeft(): number {
    const { deadline, mailTimeout } = this.#transport.settings;
    const whole = this.#call.sendsMail ? Math.max(deadline, mailTimeout) : deadline;
    return whole - (performance.now() - this.#started - this.#waited);
  }

  #outcomeOf(error: unknown): CallReport['outcome'] {
    if (isManagementApiError(error)) return error.code;
    return this.#status === 304 ? 'not_modified' : 'aborted';
  }

  #report(outcome: CallReport['outcome']): void {
    const { priority = 'people' } = this.#options;
    this.#transport.settings.onCall?.({
      operation: `${this.#call.method} ${this.#call.route.template}`,
      outcome,
      status: this.#status,
      duration: performance.now() - this.#started,
      waited: this.#waited,
      attempts: this.#attempts,
      priority,
      requestId: this.#requestId,
    });
  }
}

function withQuery(path: string, query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

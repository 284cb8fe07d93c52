import { errors, type Dispatcher } from 'undici';
import { ManagementApiError, type UpstreamCode } from './errors.ts';

export interface Outgoing {
  method: Dispatcher.HttpMethod;
  origin: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds to wait for the headers, and for each part of the body. */
  timeout: number;
  /** Milliseconds for all of the reply. */
  time: number;
  /** Bytes that the reply may have. Default: `LONGEST_REPLY`. */
  longest?: number | undefined;
}

/** Bytes; more than any list that is read as a whole. */
const LONGEST_REPLY = 32 * 1024 * 1024;
/** Bytes of a reply that is read in batches, and so never becomes one text: some 600,000 invitations. */
export const LONGEST_IN_BATCHES = 256 * 1024 * 1024;

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The body as it came. */
  parts: Buffer[];
  /** The body as one text, decoded when it is asked for. */
  readonly text: string;
}

const CODES = new Map<string, UpstreamCode>([
  ['UND_ERR_HEADERS_TIMEOUT', 'upstream.timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'upstream.timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'upstream.timeout'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'upstream.unexpected_response'],
]);
/** No connection came about, so nothing was sent over it. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * One HTTP exchange, whatever its status.
 * @throws ManagementApiError `upstream.timeout`, `upstream.failed` or `upstream.unexpected_response` when no whole reply
 * came
 * @throws the signal's reason
 */
export async function exchange(dispatcher: Dispatcher, outgoing: Outgoing): Promise<Reply> {
  const { method, origin, path, headers, body, signal, timeout, time, longest = LONGEST_REPLY } = outgoing;
  const whole = new WholeReply({ time, longest, signal });
  try {
    signal?.throwIfAborted();
    dispatcher.dispatch(
      { method, origin, path, headers, body: body ?? null, headersTimeout: timeout, bodyTimeout: timeout },
      whole,
    );
    return await whole.reply;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const nodeCode = errorCode(cause);
    const pathname = path.split('?', 1)[0];
    throw new ManagementApiError(
      CODES.get(nodeCode) ?? 'upstream.failed',
      `${method} ${pathname}: no reply from Logto`,
      { cause, wasSent: !NEVER_CONNECTED.has(nodeCode) },
    );
  } finally {
    whole.end();
  }
}

class ReceivedReply implements Reply {
  readonly status: number;
  readonly headers: Reply['headers'];
  readonly parts: Buffer[];

  constructor(status: number, headers: Reply['headers'], parts: Buffer[]) {
    this.status = status;
    this.headers = headers;
    this.parts = parts;
  }

  get text(): string {
    const [first] = this.parts;
    return (first && this.parts.length === 1 ? first : Buffer.concat(this.parts)).toString();
  }
}

/**
 * Takes a reply in, part by part, until it is whole or its time is over: a body whose parts all come in time may still
 * never end. (`Dispatcher.request` would make a stream of what is needed as one text.)
 */
class WholeReply implements Dispatcher.DispatchHandler {
  readonly reply: Promise<Reply>;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #parts: Buffer[] = [];
  readonly #longest: number;
  #length = 0;
  #status = 0;
  #headers: Reply['headers'] = {};
  #controller: Dispatcher.DispatchController | undefined;
  #reason: Error | undefined;
  #resolve!: (reply: Reply) => void;
  #reject!: (error: Error) => void;

  constructor({ time, longest, signal }: { time: number; longest: number; signal: AbortSignal | undefined }) {
    this.#longest = longest;
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(this.#expire, Math.max(1, time));
    this.#signal = signal;
    signal?.addEventListener('abort', this.#giveUp);
  }

  /** To be called whatever became of it. */
  end(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#giveUp);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#reason) controller.abort(this.#reason);
    else this.#controller = controller;
  }

  onResponseStart(_controller: unknown, status: number, headers: Reply['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: unknown, part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#longest) this.#abort(new errors.ResponseExceededMaxSizeError());
    else this.#parts.push(part);
  }

  onResponseEnd(): void {
    this.#resolve(new ReceivedReply(this.#status, this.#headers, this.#parts));
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#reject(error);
  }

  readonly #expire = () =>
    this.#abort(this.#controller ? new errors.BodyTimeoutError() : new errors.ConnectTimeoutError());

  readonly #giveUp = () => this.#abort(this.#signal?.reason as Error);

  /** It may still wait for a connection, and must not be sent any more. */
  #abort(reason: Error): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#reject(reason);
  }
}

/** @returns the code that Node or undici gave the failure, or an empty string */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** @returns the first value of a header, by its lower-case name */
export function header(reply: Reply, name: string): string | undefined {
  const value = reply.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

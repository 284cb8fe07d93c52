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
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
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
  const { method, origin, path, headers, body, signal, timeout, time } = outgoing;
  const began = performance.now();
  try {
    signal?.throwIfAborted();
    const response = await dispatcher.request({
      method,
      origin,
      path,
      headers,
      body: body ?? null,
      headersTimeout: Math.max(1, Math.min(timeout, time)),
      bodyTimeout: timeout,
      ...(signal ? { signal } : {}),
    });
    const timeLeft = time - (performance.now() - began);
    const text = await textOf(response.body, timeLeft);
    return { status: response.statusCode, headers: response.headers, text };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const nodeCode = errorCode(cause);
    const pathname = path.split('?', 1)[0];
    throw new ManagementApiError(
      CODES.get(nodeCode) ?? 'upstream.failed',
      `${method} ${pathname}: no reply from Logto`,
      { cause, wasSent: !NEVER_CONNECTED.has(nodeCode) },
    );
  }
}

/** A body whose parts all come in time may still never end. */
async function textOf(body: Dispatcher.ResponseData['body'], time: number): Promise<string> {
  const timer = setTimeout(() => body.destroy(new errors.BodyTimeoutError()), Math.max(1, time));
  try {
    return await body.text();
  } finally {
    clearTimeout(timer);
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

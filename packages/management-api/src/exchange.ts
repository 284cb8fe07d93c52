import { request, type Dispatcher } from 'undici';
import { ManagementApiError, type UpstreamCode } from './errors.ts';

export interface Outgoing {
  method: Dispatcher.HttpMethod;
  url: URL;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds for all of it. */
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
  const { url, method, headers, body, signal, time } = outgoing;
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, time);
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    const response = await request(url, {
      dispatcher,
      method,
      headers,
      body: body ?? null,
      signal: controller.signal,
    });
    return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const known = controller.signal.aborted ? 'upstream.timeout' : CODES.get(errorCode(cause));
    throw new ManagementApiError(
      known ?? 'upstream.failed',
      `${method} ${url.pathname}: no reply from Logto`,
      {
        cause,
        wasSent: !NEVER_CONNECTED.has(errorCode(cause)),
      },
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
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

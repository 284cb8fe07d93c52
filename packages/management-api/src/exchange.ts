import { request, type Dispatcher } from 'undici';
import { ManagementApiError } from './errors.ts';

export interface Outgoing {
  method: Dispatcher.HttpMethod;
  url: URL;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * One HTTP exchange, whatever its status.
 * @throws ManagementApiError `upstream.timeout` or `upstream.failed` when no whole reply came
 */
export async function exchange(dispatcher: Dispatcher, outgoing: Outgoing): Promise<Reply> {
  const { url, method, headers, body, signal } = outgoing;
  try {
    const response = await request(url, {
      dispatcher,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const code = TIMEOUTS.has(errorCode(cause)) ? 'upstream.timeout' : 'upstream.failed';
    throw new ManagementApiError(code, `${method} ${url.pathname}: no reply from Logto`, { cause });
  }
}

/** @returns the code that Node or undici gave the failure, or an empty string */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** @returns the first value of a header, by its lower-case name */
export function header(reply: Reply, name: string): string | undefined {
  const value = reply.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

import type { Call, Reply } from './call.ts';
import { NetworkError, RequestError, TimeoutError } from './errors.ts';
import { httpStatusError } from './http-status-error.ts';
import { KnownReplies } from './known-replies.ts';
import type { Settings } from './options.ts';
import { errorBody, replyBody } from './reply-body.ts';

export type Send = (call: Call) => Promise<Reply>;

/**
 * @returns a function that sends one request and reads the whole reply
 * @throws from that function: every `DataProviderError`, and the reason of `call.signal` once that is aborted
 */
export function createSend(settings: Settings): Send {
  const known = new KnownReplies(settings.keptReplies);
  return async (call) => {
    const request = `${call.method} ${call.url.href}`;
    const condition = known.condition(call);
    const { response, text } = await exchange({ ...call, ...condition }, request, settings);
    if (condition && response.status === 304) return known.again(call, response.headers);
    if (!response.ok) throw httpStatusError(request, response, errorBody(response, text));
    const { status, headers } = response;
    const reply = { request, url: call.url, status, headers, body: replyBody(request, response, text) };
    known.keep(call, reply);
    return reply;
  };
}

async function exchange(call: Call, request: string, { fetch, headers, timeoutMs }: Settings) {
  const sent = new Headers({ accept: 'application/json, application/problem+json' });
  if (call.body !== undefined) sent.set('content-type', 'application/json');
  for (const given of [typeof headers === 'function' ? await headers() : headers, call.headers]) {
    new Headers(given).forEach((value, name) => sent.set(name, value));
  }
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  if (body !== undefined && ['GET', 'HEAD'].includes(call.method)) {
    throw new RequestError(`${request} cannot carry a body`);
  }
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: sent,
      signal,
      ...(body !== undefined && { body }),
    });
    return { response, text: await response.text() };
  } catch (cause) {
    call.signal?.throwIfAborted();
    if (timeout.aborted) {
      throw new TimeoutError(`${request} was not answered within ${timeoutMs} ms`, { cause });
    }
    throw new NetworkError(`${request} got no reply`, { cause });
  }
}

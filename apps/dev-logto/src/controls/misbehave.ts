import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { Faults } from './faults.ts';

export type Misbehave = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Does to a request what is planned for it. Answers whether that was all: true, and nobody else is to answer. */
export function misbehaving(faults: Faults): Misbehave {
  return async (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?');
    const fault = faults.take(request.method ?? '', pathname);
    return fault ? inflict(fault, response) : false;
  };
}

async function inflict(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'slow':
      await delay(fault.delayMs, undefined, { ref: false });
      return false;
    case 'status': {
      const { status, retryAfter, body } = fault;
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      const message = STATUS_CODES[status] ?? 'Unknown';
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(body ?? { message }));
      return true;
    }
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'cut':
      cutShort(response);
      return false;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end('<!doctype html><title>{"id":</title>');
      return true;
  }
}

/** Lets the headers through, which tell the whole length, and half of the body. */
function cutShort(response: ServerResponse): void {
  response.end = (body?: unknown) => {
    const whole = Buffer.from(typeof body === 'string' || body instanceof Uint8Array ? body : '');
    const half = whole.subarray(0, Math.ceil(whole.length / 2));
    if (half.length === 0) return response.destroy();
    response.write(half, () => response.destroy());
    return response;
  };
}

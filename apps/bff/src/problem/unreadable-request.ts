import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE } from '@org-portal/contract';
import { Problem } from './problem.ts';

/**
 * Answers bytes that are no HTTP request, whose headers are too large, or that come too slowly. There is neither a
 * request nor a reply yet, only the connection, which ends.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerTo(error.code));
  socket.destroy(error);
}

function answerTo(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return head('408 Request Timeout', { 'content-length': 0 });
  const [status, problem] =
    code === 'HPE_HEADER_OVERFLOW'
      ? [
          '413 Content Too Large',
          new Problem('request.too_large', 'The address and headers are larger than 16 KB.'),
        ]
      : ['400 Bad Request', new Problem('request.malformed', 'This is no HTTP request.')];
  const id = randomUUID();
  const body = JSON.stringify(problem.toBody(id));
  return (
    head(status, {
      'content-type': PROBLEM_MEDIA_TYPE,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': id,
    }) + body
  );
}

function head(status: string, headers: Record<string, string | number>): string {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}

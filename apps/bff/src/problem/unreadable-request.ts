import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE } from '@org-portal/contract';
import { formerAttempts } from '../sign-in/attempt-cookie.ts';
import { Problem } from './problem.ts';
import { tooLargePage } from './too-large-page.ts';

/**
 * Bytes of address and headers that are read. Browsers in which former versions left many cookies send more than
 * Node's 16 KB, and must get in to have them deleted.
 */
export const MAX_HEADERS = 64 * 1024;

/** Milliseconds in which a client may read the answer before the connection ends. */
const LINGER = 1_000;

type ClientError = Error & { code?: string; rawPacket?: unknown };

/**
 * Answers bytes that are not an HTTP request, whose headers are too large, or that come too slowly. There is neither a
 * request nor a reply yet, only the connection, which ends.
 */
export function answerUnreadable(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (error.code === 'HPE_HEADER_OVERFLOW') return answerTooLarge(error, socket);
  if (socket.writable) socket.write(answerTo(error.code));
  socket.destroy(error);
}

function answerTo(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return head('408 Request Timeout', [['content-length', 0]]);
  return withBody('400 Bad Request', new Problem('request.malformed', 'This is not an HTTP request.'));
}

/**
 * Deletes the cookies of unfinished sign-ins that former versions left, as far as their names are in the part that
 * arrived last, and leads on. Where there are none, a page says what the person can do.
 */
function answerTooLarge({ rawPacket }: ClientError, socket: Socket): void {
  // It goes on to arrive, and is read, since a connection that closes with unread bytes loses the answer.
  if (!socket.writable) return;
  const arrived = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';
  const former = formerAttempts(arrived);
  const problem = new Problem(
    'request.too_large',
    `The address and headers are larger than ${MAX_HEADERS / 1024} KB.`,
  );
  // Which kind of client this is stood in what arrived before. Browsers send no address of this length.
  const isAddress = /^[^\r\n]* HTTP\/1\.[01]\r\n/.test(arrived);
  const page = isAddress ? undefined : tooLargePage(former.length > 0);
  socket.end(withBody('413 Content Too Large', problem, former.map(toDeletion), page));
  const timer = setTimeout(() => socket.destroy(), LINGER);
  socket.once('close', () => clearTimeout(timer));
}

/** Browsers take `Secure` for what they reached by https or on this machine; else nothing was set with it. */
function toDeletion(name: string): [string, string] {
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return ['set-cookie', `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`];
}

function withBody(status: string, problem: Problem, more: [string, string][] = [], page?: string): string {
  const id = randomUUID();
  const body = page ?? JSON.stringify(problem.toBody(id));
  return (
    head(status, [
      ['content-type', page === undefined ? PROBLEM_MEDIA_TYPE : 'text/html; charset=utf-8'],
      ['content-length', Buffer.byteLength(body)],
      ['cache-control', 'no-store'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
      ['x-request-id', id],
      ...more,
    ]) + body
  );
}

function head(status: string, headers: [string, string | number][]): string {
  const lines = [...headers, ['connection', 'close']].map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}

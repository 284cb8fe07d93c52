import type { Call, Reply } from './call.ts';
import { HttpStatusError, type DataProviderError } from './errors.ts';
import type { Settings } from './options.ts';
import type { Send } from './send.ts';

/** Milliseconds that a change without an answer keeps its key, and how many do. */
const KEPT_FOR = 600_000;
const MOST_KEPT = 100;
/** Times that the server is asked again for an answer that it is still working on. */
const MOST_WAITS = 10;

interface Latest {
  what: string;
  startedAt: number;
  isOver: boolean;
  reply: Promise<Reply>;
}

interface Unanswered {
  key: string;
  /** What the change is about. */
  path: string;
  at: number;
}

/**
 * Sends each change once. A second press within `repeatMs`, or before the answer is there, gets the first one's answer.
 * Where no answer came, the same change carries the same key again, so that the server makes it once
 * (draft-ietf-httpapi-idempotency-key-header). After an answer, the same change is a new one.
 * @returns a function that sends as `send` does, and rejects as that does
 */
export function oneChange(send: Send, { idempotencyHeader, repeatMs }: Settings): Send {
  let latest: Latest | undefined;
  const unanswered = new Map<string, Unanswered>();

  async function sendChange(call: Call, what: string): Promise<Reply> {
    if (idempotencyHeader === undefined) return send(call);
    const path = parentOf(call.url);
    const now = Date.now();
    for (const [other, { path: otherPath, at }] of unanswered)
      if (now - at > KEPT_FOR || (other !== what && isNear(path, otherPath))) unanswered.delete(other);
    const key = unanswered.get(what)?.key ?? randomKey();
    const headers = new Headers(call.headers);
    headers.set(idempotencyHeader, `"${key}"`);
    try {
      const reply = await sendUntilDone({ ...call, headers }, send);
      unanswered.delete(what);
      return reply;
    } catch (error) {
      unanswered.delete(what);
      if (isUnanswered(error as DataProviderError)) unanswered.set(what, { key, path, at: now });
      const [oldest] = unanswered.keys();
      if (unanswered.size > MOST_KEPT && oldest !== undefined) unanswered.delete(oldest);
      throw error;
    }
  }

  return (call) => {
    if (['GET', 'HEAD'].includes(call.method)) return send(call);
    const what = JSON.stringify([call.method, call.url.href, call.body, [...new Headers(call.headers)]]);
    const isAgain = latest?.what === what && repeatMs > 0;
    if (latest && isAgain && (!latest.isOver || Date.now() - latest.startedAt < repeatMs))
      return latest.reply;
    const one: Latest = { what, startedAt: Date.now(), isOver: false, reply: sendChange(call, what) };
    latest = one;
    const end = () => void (one.isOver = true);
    one.reply.then(end, end);
    return one.reply;
  };
}

/** Sends the same again while the server says that it is at it. */
async function sendUntilDone(call: Call, send: Send): Promise<Reply> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await send(call);
    } catch (error) {
      if (waits === MOST_WAITS || !isUnderWay(error as DataProviderError)) throw error;
      const seconds = (error as HttpStatusError).retryAfterSeconds ?? 1;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    }
  }
}

const isUnderWay = (error: DataProviderError): boolean =>
  error instanceof HttpStatusError && error.problem?.code === 'idempotency.in_progress';

/** Whether nobody here knows what came of it. */
function isUnanswered(error: DataProviderError): boolean {
  if (error.kind === 'http') return [502, 503, 504].includes(error.statusCode) || isUnderWay(error);
  return error.kind === 'network' || error.kind === 'timeout' || error.kind === 'reply';
}

/** What the last segment of the address is done to. */
const parentOf = ({ pathname }: URL): string => pathname.slice(0, pathname.lastIndexOf('/') + 1);

/** Another change of the same thing may have undone the first; then its old answer says nothing any more. */
const isNear = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** `crypto.randomUUID` is there in secure contexts only. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { Call, Reply } from './call.ts';

/**
 * The last replies to reads that came with an ETag, in memory and not on disk, so that the server can answer 304 without
 * a body (RFC 9110, 13.1.2) though it forbids the browser to store anything.
 */
export class KnownReplies {
  readonly #most: number;
  /** By URL, the longest unused first. */
  readonly #replies = new Map<string, { etag: string; reply: Reply }>();

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @returns the headers that ask for what has changed only; nothing where nothing is known */
  condition(call: Call): Pick<Call, 'headers'> | undefined {
    const kept = this.#isPlainRead(call) ? this.#replies.get(call.url.href) : undefined;
    return kept && { headers: { 'if-none-match': kept.etag } };
  }

  /** @returns the reply as it is known, with the headers that came with the 304 (RFC 9111, 3.2) */
  again({ url }: Call, headers: Headers): Reply {
    const kept = this.#replies.get(url.href);
    if (!kept) throw new TypeError(`304 for ${url.href}, of which nothing is known`);
    const merged = new Headers(kept.reply.headers);
    headers.forEach((value, name) => merged.set(name, value));
    const reply = { ...kept.reply, headers: merged };
    this.#put(url.href, kept.etag, reply);
    return reply;
  }

  keep(call: Call, reply: Reply): void {
    const etag = reply.headers.get('etag');
    if (etag !== null && reply.status === 200 && this.#isPlainRead(call)) {
      this.#put(call.url.href, etag, reply);
    }
  }

  #put(url: string, etag: string, reply: Reply): void {
    this.#replies.delete(url);
    this.#replies.set(url, { etag, reply });
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > this.#most && oldest !== undefined) this.#replies.delete(oldest);
  }

  /** Headers of one call may ask for another form of the same thing. */
  #isPlainRead({ method, headers }: Call): boolean {
    return method === 'GET' && headers === undefined;
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** Cookies whose signature is not worked out again. */
const MOST_KNOWN = 10_000;

/** The cookie by which a browser has a session: its id, signed, and nothing else. */
export class SessionCookie {
  readonly #isSecure: boolean;
  readonly #idle: number;
  readonly #name: string;
  /** A cookie that the portal has signed → the id in it. */
  readonly #signed = new LRUCache<string, string>({ max: MOST_KNOWN });

  /** @param idle milliseconds that the browser keeps it */
  constructor(isSecure: boolean, idle: number) {
    this.#isSecure = isSecure;
    this.#idle = idle;
    this.#name = sessionCookieName(isSecure);
  }

  isIn({ cookies }: FastifyRequest): boolean {
    return Boolean(cookies[this.#name]);
  }

  /** @returns the id; nothing when the portal has not signed it */
  read(request: FastifyRequest): string | undefined {
    const cookie = request.cookies[this.#name] ?? '';
    const known = this.#signed.get(cookie);
    if (known !== undefined) return known;
    const { valid, value } = request.unsignCookie(cookie);
    if (!valid) return undefined;
    this.#signed.set(cookie, value);
    return value;
  }

  set(reply: FastifyReply, id: string): void {
    // Not `Expires`: the clocks of this machine and of the browser's may be hours apart.
    const maxAge = Math.ceil(this.#idle / 1000);
    reply.setCookie(this.#name, id, { ...this.#options(), signed: true, maxAge });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.#name, this.#options());
  }

  #options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#isSecure } as const;
  }
}

/** Over https the browser itself sees to it that no other host and no plain http can set it (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}portal-session`;

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const Attempt = Type.Object({
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  returnTo: Type.String(),
});

/** What has to be remembered between leaving for Logto and coming back. */
export type Attempt = Static<typeof Attempt>;

const AttemptSchema = Compile(Attempt);

/** Seconds; Logto's own sign-in interaction lives for an hour. */
const LIFE = 3600;

/**
 * Each attempt has a signed cookie of its own, named by its state: several tabs can sign in at once, nobody without
 * an account can fill the session store, and a callback works only in the browser that started it.
 */
export class AttemptCookie {
  readonly #isSecure: boolean;

  constructor(isSecure: boolean) {
    this.#isSecure = isSecure;
  }

  set(reply: FastifyReply, attempt: Attempt): void {
    const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    reply.setCookie(this.#name(attempt.state), value, { ...this.#options(), signed: true, maxAge: LIFE });
  }

  /** @returns the attempt that `state` belongs to, and takes its cookie away: it is good for one callback */
  take(request: FastifyRequest, reply: FastifyReply, state: string): Attempt | undefined {
    const name = this.#name(state);
    const signed = request.cookies[name];
    if (!signed) return undefined;
    reply.clearCookie(name, this.#options());
    const { valid, value } = request.unsignCookie(signed);
    if (!valid) return undefined;
    const attempt: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    return AttemptSchema.Check(attempt) && attempt.state === state ? attempt : undefined;
  }

  #name(state: string): string {
    return `${this.#isSecure ? '__Host-' : ''}portal-sign-in-${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
  }

  #options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#isSecure } as const;
  }
}

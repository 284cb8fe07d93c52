import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** State, nonce, verifier, where to go on to, and when it started: by place, because cookies are short of room. */
const Fields = Type.Tuple([Type.String(), Type.String(), Type.String(), Type.String(), Type.Integer()]);
const FieldsSchema = Compile(Fields);

/** What has to be remembered between leaving for Logto and coming back. */
export interface Attempt {
  state: string;
  nonce: string;
  /** Empty once the attempt has been used. */
  verifier: string;
  returnTo: string;
  /** Milliseconds since the epoch, by the clock of the session store. */
  startedAt: number;
}

/** Milliseconds; Logto's own sign-in interaction lives for an hour. */
export const ATTEMPT_LIFE = 3_600_000;
/** Attempts that a browser keeps: tabs that may sign in at once. With `returnTo` at its longest they take about 6 KB. */
const SLOTS = 6;
const NAME = 'portal-sign-in-';

/**
 * A few signed cookies hold the attempts: nobody without an account can fill the session store, and a callback works
 * only in the browser that started it. Their names are fixed, so that they cannot pile up until the headers are too
 * large for any server, not even when a browser opens forty tabs at once.
 */
export class AttemptCookie {
  readonly #isSecure: boolean;
  readonly #slots: string[];
  #turn = 0;

  constructor(isSecure: boolean) {
    this.#isSecure = isSecure;
    this.#slots = Array.from({ length: SLOTS }, (_, nth) => `${this.#prefix}${nth}`);
  }

  /** Keeps an attempt, in the place of the oldest where all are taken. */
  set(reply: FastifyReply, attempt: Attempt): void {
    this.#write(reply, this.#slotFor(reply.request), attempt);
  }

  /** @returns the attempt of this browser that `state` belongs to */
  find(request: FastifyRequest, state: string): Attempt | undefined {
    return state === '' ? undefined : this.#slotOf(request, state)?.attempt;
  }

  /** Takes nonce and verifier away: the attempt is good for one callback. Where it leads to is still known. */
  markUsed(request: FastifyRequest, reply: FastifyReply, attempt: Attempt): void {
    const name = this.#slotOf(request, attempt.state)?.name;
    if (name !== undefined) this.#write(reply, name, { ...attempt, nonce: '', verifier: '' });
  }

  #write(reply: FastifyReply, name: string, attempt: Attempt): void {
    const { state, nonce, verifier, returnTo, startedAt } = attempt;
    const fields: Static<typeof Fields> = [state, nonce, verifier, returnTo, startedAt];
    const value = Buffer.from(JSON.stringify(fields)).toString('base64url');
    reply.setCookie(name, value, { ...this.#options(), signed: true, maxAge: ATTEMPT_LIFE / 1000 });
  }

  /** The free ones by turns: tabs that open in the same moment do not know of each other's cookies. */
  #slotFor(request: FastifyRequest): string {
    const open = this.#read(request).filter(({ attempt }) => attempt.verifier !== '');
    const oldest = open.sort((a, b) => a.attempt.startedAt - b.attempt.startedAt)[0];
    const free = this.#slots.filter((name) => !open.some((slot) => slot.name === name));
    this.#turn += 1;
    return free[this.#turn % free.length] ?? oldest?.name ?? this.#prefix;
  }

  #slotOf(request: FastifyRequest, state: string) {
    return this.#read(request).find(({ attempt }) => attempt.state === state);
  }

  #read(request: FastifyRequest): { name: string; attempt: Attempt }[] {
    return this.#slots.flatMap((name) => {
      const attempt = attemptIn(request, name);
      return attempt ? [{ name, attempt }] : [];
    });
  }

  get #prefix(): string {
    return `${this.#isSecure ? '__Host-' : ''}${NAME}`;
  }

  #options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#isSecure } as const;
  }
}

function attemptIn(request: FastifyRequest, name: string): Attempt | undefined {
  const { valid, value } = request.unsignCookie(request.cookies[name] ?? '');
  if (!valid) return undefined;
  const fields = parse(Buffer.from(value, 'base64url').toString());
  if (!FieldsSchema.Check(fields)) return undefined;
  const [state, nonce, verifier, returnTo, startedAt] = fields;
  return { state, nonce, verifier, returnTo, startedAt };
}

/** Another cookie of the portal, which it has signed too, may have been put in this one's place. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param cookies the header, or a part of it
 * @returns names of cookies of attempts that are in none of the few places: those of former versions, which had one for
 * each attempt
 */
export const formerAttempts = (cookies: string): string[] => [
  ...new Set(cookies.includes(NAME) ? cookies.match(/(?:__Host-)?portal-sign-in-(?!\d=)[\w-]+(?==)/g) : null),
];

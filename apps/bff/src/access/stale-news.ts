import { randomUUID } from 'node:crypto';
import type { ManagementApi } from '@org-portal/management-api';
import type { FastifyBaseLogger } from 'fastify';
import type { Redis } from 'ioredis';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { OrganizationSource } from './organization-source.ts';
import type { TemplateSource } from './organization-template.ts';
import type { PersonSource } from './person.ts';

const CHANNEL = 'portal:stale';
const All = Type.Literal('all');

/** What has changed, so that what is kept of it is not true any more. */
const Stale = Type.Object({
  /** Ids of users; `all` where it is not known whom it concerns. */
  people: Type.Optional(Type.Union([Type.Array(Type.String()), All])),
  template: Type.Optional(All),
  organizations: Type.Optional(All),
});
export type Stale = Static<typeof Stale>;

const Message = Compile(Type.Object({ from: Type.String(), stale: Stale }));
const EVERYTHING: Stale = { people: 'all', template: 'all', organizations: 'all' };

interface Caches {
  api: ManagementApi;
  people: PersonSource;
  template: TemplateSource;
  organizations: OrganizationSource;
}

/** Has all instances forget what one of them has changed, or was told of: over Redis, where there is one. */
export class StaleNews {
  readonly #caches: Caches;
  readonly #redis: Redis | undefined;
  readonly #subscriber: Redis | undefined;
  readonly #instance = randomUUID();

  constructor(caches: Caches, redis: Redis | undefined, log: FastifyBaseLogger) {
    this.#caches = caches;
    this.#redis = redis;
    // It may hear nothing for hours, so a silent connection is none that is lost.
    this.#subscriber = redis?.duplicate({
      lazyConnect: false,
      autoResubscribe: false,
      socketTimeout: undefined,
    });
    this.#subscriber?.on('error', () => undefined);
    this.#subscriber?.on('message', (_channel, text) => this.#hear(text));
    this.#subscriber?.on('ready', () => {
      // What was told in the meantime was not heard.
      const listening = this.#subscriber?.subscribe(CHANNEL).then(() => this.#forget(EVERYTHING));
      listening?.catch((err: unknown) => log.warn({ err }, 'what other instances change is seen late'));
    });
  }

  /** Forgets here at once, and elsewhere before it returns, or at the end of what is kept if Redis is gone. */
  async tell(stale: Stale): Promise<void> {
    this.#forget(stale);
    await this.#redis
      ?.publish(CHANNEL, JSON.stringify({ from: this.#instance, stale }))
      .catch(() => undefined);
  }

  close(): void {
    this.#subscriber?.disconnect();
  }

  #hear(text: string): void {
    const message = parse(text);
    if (message?.from !== this.#instance) this.#forget(message?.stale ?? EVERYTHING);
  }

  #forget({ people, template, organizations }: Stale): void {
    const caches = this.#caches;
    // A read that is under way may have left before it happened.
    caches.api.readAnew();
    if (people === 'all') caches.people.forgetAll();
    else for (const id of people ?? []) caches.people.forget(id);
    if (template) caches.template.forget();
    if (organizations) caches.organizations.forgetAll();
  }
}

/** @returns nothing for what an instance of another version may say */
function parse(text: string): { from: string; stale: Stale } | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return Message.Check(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

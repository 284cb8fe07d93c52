import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Access, Page } from '@org-portal/contract';
import type { Conditional, ManagementApiCalls } from '@org-portal/management-api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Secrets } from './sign-in/seal.ts';

/** Tags that are remembered; what is forgotten is read from Logto in full, and answered rightly all the same. */
const MOST = 20_000;

/**
 * The ETags that browsers are given (RFC 9110, 8.8.3): each for one person, one address, and what that person may do
 * there. Those of Logto never leave: they are sums over all that Logto knows of somebody, by which what is not shown,
 * such as a telephone number, could be found out by trying.
 */
export class EntityTags {
  readonly #keys: readonly [KeyObject, ...KeyObject[]];
  readonly #texts = new WeakMap<Access, string>();
  readonly #logtos = new LRUCache<string, string>({ max: MOST });

  /** @param secrets the same for all instances, so that they give the same tags */
  constructor([first, ...former]: Secrets) {
    this.#keys = [keyOf(first), ...former.map(keyOf)];
  }

  /** @param content the body, or a text that changes when the body does */
  of(request: FastifyRequest, content: string): string {
    return this.#tag(request, content, this.#keys[0]);
  }

  /** @returns the first of these tags that stands for the content, by any of the portal's secrets */
  find(request: FastifyRequest, content: string, tags: readonly string[]): string | undefined {
    if (tags.length === 0) return undefined;
    const valid = this.#keys.map((key) => this.#tag(request, content, key));
    return tags.find((tag) => valid.includes(tag));
  }

  #tag(request: FastifyRequest, content: string, key: KeyObject): string {
    const { person, access } = request as Partial<FastifyRequest>;
    const view = JSON.stringify([person?.id ?? null, request.url]);
    const sum = createHmac('sha256', key).update(`${view}\n${this.#textOf(access)}\n${content}`);
    return `"${sum.digest('base64url').slice(0, 27)}"`;
  }

  /**
   * Reads a page from Logto, unless the browser has what Logto still has.
   * @param read one read, and no more
   * @returns the page; without its rows where the reply becomes a 304, which has no body
   */
  async page<Item>(
    request: FastifyRequest,
    reply: FastifyReply,
    api: ManagementApiCalls,
    read: (api: Pick<ManagementApiCalls, 'members'>) => Promise<Page<Item>>,
  ): Promise<Page<Item>> {
    const known = this.#known(request);
    if (known) {
      const again = await api.ifChanged(known.logtos, read);
      if (again.isModified) return this.#tagged(request, reply, again);
      if (again.list) {
        reply.header('etag', known.tag);
        return { items: [], ...again.list };
      }
    }
    return this.#tagged(request, reply, await api.ifChanged(undefined, read));
  }

  /** It is the same object for as long as it is known, see access-memo.ts. */
  #textOf(access: Access | null | undefined): string {
    if (!access) return '';
    const text = this.#texts.get(access) ?? JSON.stringify(access);
    this.#texts.set(access, text);
    return text;
  }

  #tagged<Item>(request: FastifyRequest, reply: FastifyReply, found: Conditional<Page<Item>>): Page<Item> {
    if (!found.isModified) throw new TypeError('304 for a read without a condition');
    if (found.etag !== undefined) {
      const tag = this.of(request, found.etag);
      this.#logtos.set(tag, found.etag);
      reply.header('etag', tag);
    }
    return found.value;
  }

  /** @returns a tag that the browser has, and that of Logto for which it was given to this person */
  #known(request: FastifyRequest): { tag: string; logtos: string } | undefined {
    if (request.method !== 'GET') return undefined;
    for (const tag of tagsIn(request.headers['if-none-match'])) {
      const logtos = this.#logtos.get(tag);
      if (logtos !== undefined && this.find(request, logtos, [tag])) return { tag, logtos };
    }
    return undefined;
  }
}

const keyOf = (secret: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'org-portal entity tags', 32)));

/** @returns the entity tags of an `If-None-Match`, compared weakly as it asks (RFC 9110, 13.1.2) */
export function tagsIn(header: string | undefined): string[] {
  return header?.match(/"[^"]*"/g)?.slice(0, 10) ?? [];
}

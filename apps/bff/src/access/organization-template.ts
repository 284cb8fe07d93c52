import type { ManagementApi, TemplateRole } from '@org-portal/management-api';
import type { OrganizationRole, Permission } from '@org-portal/contract';
import { LRUCache } from 'lru-cache';
import type { CacheObserver } from '../observability/metrics.ts';
import { ExpiringMap } from './expiring-map.ts';
import { isLogtoDown } from './is-logto-down.ts';
import { LastKnown } from './last-known.ts';

/** A scope that was taken from a role is gone after this life, even if no webhook tells. */
const BOUNDS = { life: 5_000, max: 1 };
const TENANT = 'default';

/** The tenant's organization roles and their scopes, as people may hold them. */
export interface Template {
  /** Roles for users, by id; those for machines are not among them. */
  roles: Map<string, OrganizationRole>;
  /** Names of the scopes that the roles give together; unknown ids give none. */
  scopeNames(roleIds: Iterable<string>): Set<string>;
  /** Ids of what the roles give in the operator's own APIs. */
  resourceScopeIds(roleIds: Iterable<string>): Set<string>;
  /** Ids of the roles that give `permission`. */
  rolesWith(permission: Permission): string[];
}

/** Keeps the template for a short time, so that no click waits for it. */
export class TemplateSource {
  readonly #templates: ExpiringMap<Template>;
  /** Ids that are in no template, so that they are looked for once and not at every click. */
  readonly #missed = new LRUCache<string, true>({ max: 1_000, ttl: BOUNDS.life });
  readonly #lastKnown = new LastKnown<Template>(BOUNDS.max);

  constructor(api: ManagementApi, observe?: CacheObserver) {
    this.#templates = new ExpiringMap(
      BOUNDS,
      () => this.#lastKnown.keep(TENANT, () => readTemplate(api)),
      observe,
    );
  }

  /** @param roleIds that somebody holds; one that the kept template lacks is new, so the template is read again */
  async get(roleIds: readonly string[] = []): Promise<Template> {
    const kept = await this.#templates.get(TENANT);
    const unknown = roleIds.filter((id) => !kept.roles.has(id) && !this.#missed.has(id));
    if (unknown.length === 0) return kept;
    for (const id of unknown) this.#missed.set(id, true);
    this.#templates.forget(TENANT);
    return this.#templates.get(TENANT);
  }

  /** @returns the same; while Logto cannot be asked, as it was a little while ago, unless it is known to have changed */
  async getOrLastKnown(roleIds: readonly string[]): Promise<{ template: Template; lastKnownAt?: Date }> {
    try {
      return { template: await this.get(roleIds) };
    } catch (error) {
      const known = isLogtoDown(error) ? this.#lastKnown.get(TENANT) : undefined;
      if (!known) throw error;
      return { template: known.value, lastKnownAt: known.at };
    }
  }

  /** To be called when the template has changed. */
  forget(): void {
    this.#lastKnown.forgetAll();
    this.#templates.forget(TENANT);
  }
}

/** @returns the role with its name, or with its id for a name where there is none */
export const namedRole = ({ roles }: Template, id: string) => ({ id, name: roles.get(id)?.name ?? id });

async function readTemplate({ organizationTemplate }: ManagementApi): Promise<Template> {
  const [roles, scopes] = await Promise.all([organizationTemplate.roles(), organizationTemplate.scopes()]);
  return toTemplate(roles, new Map(scopes.map((scope) => [scope.id, scope.description])));
}

function toTemplate(all: TemplateRole[], descriptions: Map<string, string | null>): Template {
  const roles = new Map<string, OrganizationRole>();
  const resourceScopes = new Map<string, string[]>();
  for (const { id, name, description, type, scopes, ...rest } of all) {
    if (type !== 'User') continue;
    const described = scopes.map((scope) => ({ ...scope, description: descriptions.get(scope.id) ?? null }));
    roles.set(id, { id, name, description, scopes: described });
    resourceScopes.set(
      id,
      rest.resourceScopes.map((scope) => scope.id),
    );
  }
  return {
    roles,
    scopeNames: (ids) =>
      new Set([...ids].flatMap((id) => roles.get(id)?.scopes.map((scope) => scope.name) ?? [])),
    resourceScopeIds: (ids) => new Set([...ids].flatMap((id) => resourceScopes.get(id) ?? [])),
    rolesWith: (permission) =>
      [...roles.values()]
        .filter((role) => role.scopes.some(({ name }) => name === permission))
        .map(({ id }) => id),
  };
}

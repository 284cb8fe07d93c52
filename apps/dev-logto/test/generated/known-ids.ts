import { demo } from '../../src/index.ts';

/** Stands for an id of a kind that the server has made: the nth latest, whatever it is in this run. */
export class SomeId {
  readonly kind: string;
  readonly nth: number;

  constructor(kind: string, nth: number) {
    this.kind = kind;
    this.nth = nth;
  }
}

/** Where a name does not say it. */
const kinds: Readonly<Record<string, string>> = {
  acceptedUserId: 'users',
  inviterId: 'users',
  scopeId: 'scopes',
};

/** Of what an id is by its name, e.g. `organizationRoleIds`; undefined for what is no id. */
export function kindOf(name: string): string | undefined {
  const singular = name.replace(/s$/, '').replace(/^jit/, '');
  if (!/Id$/.test(singular) || singular === 'connectorId') return undefined;
  const plain = singular.replace(/^(exclude)/, '').replace(/Id$/, 's');
  const dashed = plain.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');
  return kinds[singular] ?? dashed;
}

/** A path's parameter; `{id}` is one of the collection before it. */
export function kindOfParameter(path: string, name: string): string {
  const before =
    path
      .slice(0, path.indexOf(`{${name}}`))
      .split('/')
      .at(-2) ?? '';
  return name === 'id' ? before : (kindOf(name) ?? before);
}

/** Few, so that made-up requests speak of the same rows. */
const kept = 5;

/** The latest ids that were seen of each kind. Some are deleted by now, as it happens. */
export class KnownIds {
  readonly #ids = new Map<string, string[]>([
    ['users', Object.values(demo.users)],
    ['organizations', Object.values(demo.organizations)],
    ['organization-roles', Object.values(demo.organizationRoles)],
    ['organization-scopes', Object.values(demo.scopes)],
    ['roles', Object.values(demo.roles)],
  ]);

  get({ kind, nth }: SomeId): string {
    const ids = (this.#ids.get(kind) ?? []).slice(-kept);
    return ids.at(-1 - (nth % (ids.length || 1))) ?? 'none-so-far';
  }

  /** Learns the ids of the rows in an answer. */
  learn(path: string, answer: unknown): void {
    const kind =
      path
        .replace(/\/\{\w+\}$/, '')
        .split('/')
        .at(-1) ?? '';
    for (const row of [answer].flat().slice(0, 3)) {
      const { id } = (row ?? {}) as { id?: unknown };
      if (typeof id === 'string')
        this.#add(
          path.includes('/organization-roles') && kind === 'scopes' ? 'organization-scopes' : kind,
          id,
        );
    }
  }

  #add(kind: string, id: string): void {
    const ids = this.#ids.get(kind) ?? [];
    if (!ids.includes(id)) this.#ids.set(kind, [...ids, id].slice(-kept));
  }
}

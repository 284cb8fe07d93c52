import { demo } from '@org-portal/dev-logto';

type Kind =
  | 'organization'
  | 'member'
  | 'invitation'
  | 'received'
  | 'import'
  | 'snapshot'
  | 'review'
  | 'open review'
  | 'closed review'
  | 'reviewer'
  | 'role'
  | 'entry'
  | 'link'
  | 'expired link';

/** Stands for an id that the server has: the nth latest of its kind, whatever it is in this run. */
export class SomeId {
  readonly kind: Kind;
  readonly nth: number;

  constructor(kind: Kind, nth: number) {
    this.kind = kind;
    this.nth = nth;
  }
}

const kinds: Record<string, Kind> = {
  organizationId: 'organization',
  organization: 'organization',
  memberId: 'member',
  personId: 'member',
  actor: 'member',
  invitationId: 'invitation',
  importId: 'import',
  snapshotId: 'snapshot',
  reviewId: 'review',
  reviewerIds: 'reviewer',
  organizationIds: 'organization',
  entryId: 'entry',
  roleId: 'role',
  roleIds: 'role',
  role: 'role',
};

/** @returns of what an id is, by its name and where it stands; nothing for what is no id */
export function kindOf(name: string, path = ''): Kind | undefined {
  if (name === 'token') return path.endsWith('/ask') ? 'expired link' : 'link';
  if (path.endsWith('/removal')) return 'closed review';
  if (path.endsWith('/decisions') && name === 'reviewId') return 'open review';
  return path.startsWith('/api/session/') ? 'received' : kinds[name];
}

/** Few, so that made-up requests speak of the same things. */
const KEPT = 5;

const { halden, atlas, kestrel } = demo.organizations;
const { owner, admin, member, viewer, syncAgent } = demo.organizationRoles;

/** The latest ids that were seen of each kind. Some are gone by now, as it happens. */
export class KnownIds {
  readonly #ids = new Map<Kind, string[]>([
    ['organization', [atlas, kestrel, halden, halden, halden]],
    ['reviewer', [demo.users.ops, demo.users.opsLead]],
    ['role', [syncAgent, owner, admin, viewer, member]],
  ]);

  get({ kind, nth }: SomeId): string {
    const ids = this.#ids.get(kind) ?? [];
    return ids.at(-1 - (nth % (ids.length || 1))) ?? '1';
  }

  /** Learns the ids of the rows in an answer. */
  learn(path: string, answer: unknown): void {
    const kind = kindIn(path);
    if (!kind) return;
    for (const row of [answer].flat().slice(0, 3)) {
      const { id } = (row ?? {}) as { id?: unknown };
      if (typeof id === 'string') this.add(kind, id);
    }
  }

  add(kind: Kind, id: string): void {
    const ids = (this.#ids.get(kind) ?? []).filter((one) => one !== id);
    this.#ids.set(kind, [...ids, id].slice(-KEPT));
  }
}

function kindIn(path: string): Kind | undefined {
  if (path.endsWith('/session/invitations')) return 'received';
  const name = /\/(members|invitations|imports|snapshots|access-reviews|activity)$/.exec(path)?.[1];
  if (name === 'members') return 'member';
  if (name === 'imports') return 'import';
  if (name === 'snapshots') return 'snapshot';
  if (name === 'access-reviews') return 'review';
  if (name === 'invitations') return 'invitation';
  return name === 'activity' ? 'entry' : undefined;
}

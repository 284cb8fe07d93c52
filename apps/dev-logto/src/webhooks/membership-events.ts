import type { Memberships } from '../store/memberships.ts';
import type { Store } from '../store/store.ts';

/** What an operation is asked to do. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Delta = Readonly<Record<string, string | readonly string[]>>;

/** Logto cuts longer lists. */
const longest = 5000;

/** Lists that are not empty, by what they are called. */
function named(lists: Record<string, readonly string[]>): Delta {
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, ids]) => ids.length > 0)
      .map(([name, ids]) => [name, ids.slice(0, longest)]),
  );
}

/** Membership of people or of machines, whose fields and parameters differ in one word. */
function changesOf(word: 'User' | 'Application', membersIn: (store: Store) => Memberships) {
  const [field, param] = word === 'User' ? ['userIds', 'userId'] : ['applicationIds', 'applicationId'];
  const [added, removed] = [`added${word}Ids`, `removed${word}Ids`];
  const idsIn = (body: unknown) => [...new Set((body as Record<string, string[]>)[field])];
  const joining = (store: Store, { params: { id = '' }, body }: Asked) =>
    idsIn(body).filter((memberId) => !membersIn(store).has(id, memberId));
  const leaving = (store: Store, { params: { id = '' }, body }: Asked) => {
    const staying = new Set(idsIn(body));
    return membersIn(store)
      .members(id)
      .filter((memberId) => !staying.has(memberId));
  };
  const path = `/organizations/{id}/${word.toLowerCase()}s`;
  return {
    [`POST ${path}`]: (store: Store, asked: Asked) => named({ [added]: joining(store, asked) }),
    [`PUT ${path}`]: (store: Store, asked: Asked) =>
      named({ [added]: joining(store, asked), [removed]: leaving(store, asked) }),
    [`DELETE ${path}/{${param}}`]: (_store: Store, { params }: Asked) =>
      named({ [removed]: [params[param] ?? ''] }),
  };
}

const changes: Readonly<Record<string, ((store: Store, asked: Asked) => Delta) | undefined>> = {
  ...changesOf('User', (store) => store.members),
  ...changesOf('Application', (store) => store.machines),
};

/** An invitation is silent until it is accepted: then somebody joins. */
function joinedByInvitation(store: Store, { params: { id = '' }, body }: Asked): Delta | undefined {
  const { status, acceptedUserId } = body as { status: string; acceptedUserId?: string | null };
  const organizationId = store.invitations.get(id)?.organizationId;
  if (status !== 'Accepted' || !acceptedUserId || !organizationId) return undefined;
  const isNew = !store.members.has(organizationId, acceptedUserId);
  return { organizationId, ...named({ addedUserIds: isNew ? [acceptedUserId] : [] }) };
}

/**
 * What `Organization.Membership.Updated` says of an operation: the organization, and who joins and leaves.
 * Ask before the operation is carried out. Undefined for one that changes no membership; a change of a
 * member's roles is none.
 */
export function membershipDelta(store: Store, operation: string, asked: Asked): Delta | undefined {
  if (operation === 'PUT /organization-invitations/{id}/status') return joinedByInvitation(store, asked);
  const delta = changes[operation]?.(store, asked);
  return delta && { organizationId: asked.params['id'] ?? '', ...delta };
}

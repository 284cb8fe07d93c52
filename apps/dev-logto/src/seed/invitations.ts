import type { Invitation } from '../store/entities.ts';
import type { Store } from '../store/store.ts';
import { fixedId, type Chance } from './chance.ts';
import { demo } from './demo.ts';
import { personName } from './names.ts';

const hour = 3_600_000;
const day = 24 * hour;
const { organizations, organizationRoles, users } = demo;
type Key = keyof typeof organizations;

/** How many invitations an organization has; the others have none. */
const counts: Partial<Record<Key, number>> = {
  halden: 62,
  kestrel: 11,
  lumen: 9,
  sakura: 4,
  atlas: 3,
  yunfan: 6,
};

/** As stored; `Expired` is a pending one whose time is over, as in the real one. */
const statuses = ['Pending', 'Pending', 'Accepted', 'Pending', 'Expired', 'Revoked'] as const;
const roles = [
  [organizationRoles.member],
  [organizationRoles.viewer],
  [organizationRoles.member],
  [organizationRoles.admin],
  [organizationRoles.member, organizationRoles.viewer],
  [organizationRoles.billing],
  [],
] as const;

/** Nobody in the seed has an address there: an invitee who has not joined is no member. */
const outside = ['contractors.example', 'example.com', 'partner.example', 'example.org'];

/** All four states, several inviters, some that end within hours; the newest first in every list. */
export function seedInvitations(store: Store, chance: Chance, now: number): void {
  for (const [key, count] of Object.entries(counts)) {
    const organizationId = organizations[key as Key];
    const inviters = inviting(store, organizationId);
    for (let place = 0; place < count; place += 1) {
      const createdAt = now - (count - place) * 11 * hour - chance.between(0, 300) * 60_000;
      store.invitations.insert(
        oneOf(store, chance, { key: key as Key, organizationId, inviters, place, createdAt, now }),
      );
    }
  }
  store.invitations.insert(forNobody(now));
}

interface Place {
  readonly key: Key;
  readonly organizationId: string;
  /** Who may invite. */
  readonly inviters: readonly string[];
  readonly place: number;
  readonly createdAt: number;
  readonly now: number;
}

function oneOf(
  store: Store,
  chance: Chance,
  { key, organizationId, inviters, place, createdAt, now }: Place,
): Invitation {
  const state = statuses[place % statuses.length] ?? 'Pending';
  const members = store.members.members(organizationId);
  const joined =
    state === 'Accepted' ? store.users.get(members[members.length - 1 - place] ?? '') : undefined;
  const { given, family } = personName(chance);
  const ends = place % 8 === 1 ? chance.between(1, 20) * hour : chance.between(2, 29) * day;
  return {
    id: fixedId(`invitation ${key} ${place}`),
    inviterId: inviterAt(inviters, place),
    invitee: joined?.primaryEmail ?? `${given}.${family}@${outside[place % outside.length] ?? ''}`,
    acceptedUserId: joined?.id ?? null,
    organizationId,
    status: state === 'Expired' ? 'Pending' : state === 'Accepted' && !joined ? 'Revoked' : state,
    createdAt,
    updatedAt: state === 'Pending' || state === 'Expired' ? createdAt : Math.min(now, createdAt + 5 * hour),
    expiresAt: state === 'Expired' ? Math.min(now - hour, createdAt + day) : now + ends,
    organizationRoleIds: roles[place % roles.length] ?? [],
  };
}

function inviting(store: Store, organizationId: string): string[] {
  const roles = [organizationRoles.owner, organizationRoles.admin];
  return store.members
    .members(organizationId)
    .filter((id) => roles.some((role) => store.members.hasRole(organizationId, id, role)));
}

/** Mostly those who may invite; now and then nobody (sent by a machine). */
function inviterAt(inviters: readonly string[], place: number): string | null {
  if (place % 9 === 8) return null;
  return inviters[place % Math.min(4, inviters.length)] ?? null;
}

/** What waits for the demo account that belongs to no organization. */
function forNobody(now: number): Invitation {
  return {
    id: fixedId('invitation for nobody'),
    inviterId: users.admin,
    invitee: 'lin.xiaoyu@example.com',
    acceptedUserId: null,
    organizationId: organizations.kestrel,
    status: 'Pending',
    createdAt: now - 2 * hour,
    updatedAt: now - 2 * hour,
    expiresAt: now + 7 * day,
    organizationRoleIds: [organizationRoles.member],
  };
}

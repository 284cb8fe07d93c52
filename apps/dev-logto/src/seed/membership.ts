import type { Store } from '../store/store.ts';
import type { Chance } from './chance.ts';
import { demo } from './demo.ts';
import { seededOrganizations } from './organizations.ts';
import type { People } from './people.ts';

const { organizations, organizationRoles, users } = demo;
type Key = keyof typeof organizations;
type RoleName = 'owner' | 'admin' | 'billing' | 'member' | 'viewer';

/** The demo accounts, in the places where the sign-in page says that they are. */
const placed: readonly [Key, string, RoleName][] = [
  ['halden', users.owner, 'owner'],
  ['halden', users.admin, 'admin'],
  ['halden', users.viewer, 'viewer'],
  ['halden', users.suspended, 'member'],
  ['kestrel', users.admin, 'admin'],
  ['lumen', users.admin, 'viewer'],
  ['atlas', users.soleAdmin, 'admin'],
];

/** The roles of an organization's members in the order in which they join, spread so that a page shows several. */
function roleAt(place: number, left: Record<RoleName, number>): RoleName {
  const rhythm: readonly RoleName[] = [
    'member',
    'viewer',
    'member',
    'admin',
    'member',
    'billing',
    'owner',
    'member',
  ];
  const wanted = rhythm[place % rhythm.length] ?? 'member';
  if (wanted === 'member' || left[wanted] <= 0) return 'member';
  left[wanted] -= 1;
  return wanted;
}

/**
 * Fills the organizations. Some people of Halden belong elsewhere too; two there hold no role at all.
 * `haldens` sets how many members Halden has; it never has fewer than its demo accounts.
 */
export function seedMembers(
  store: Store,
  people: People,
  chance: Chance,
  haldens: number = seededOrganizations.halden.members,
): void {
  for (const [key, userId, role] of placed) {
    store.members.add(organizations[key], userId);
    store.members.addRole(organizations[key], userId, organizationRoles[role]);
  }
  for (const [key, seeded] of Object.entries(seededOrganizations)) {
    const id = organizations[key as Key];
    const wanted = key === 'halden' ? haldens : seeded.members;
    const left = { ...seeded.roles, member: Infinity };
    for (const [, , role] of placed.filter(([where]) => where === key)) left[role] -= 1;
    for (let place = store.members.members(id).length; place < wanted; place += 1) {
      const userId = guest(store, id, chance) ?? people.add(seeded.domain);
      store.members.add(id, userId);
      const role = roleAt(place, left);
      store.members.addRole(id, userId, organizationRoles[role]);
      if (role === 'admin' && chance.happens(0.3))
        store.members.addRole(id, userId, organizationRoles.member);
    }
  }
  for (const place of [12, 29]) {
    const userId = store.members.members(organizations.halden)[place];
    if (userId) store.members.replaceRoles(organizations.halden, userId, []);
  }
}

/** Somebody of Halden who is in this organization too, now and then. */
function guest(store: Store, organizationId: string, chance: Chance): string | undefined {
  if (organizationId === organizations.halden || !chance.happens(0.08)) return undefined;
  const userId = store.members.members(organizations.halden)[chance.between(8, 400)];
  return userId && !store.members.has(organizationId, userId) ? userId : undefined;
}

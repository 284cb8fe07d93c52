import type { Store } from '../store/store.ts';
import { fixedId } from './chance.ts';
import { demo } from './demo.ts';

const hour = 3_600_000;
const PER_ORGANIZATION = 1_000;
const statuses = ['Pending', 'Pending', 'Accepted', 'Pending', 'Revoked'] as const;
const given = ['amara', 'bruno', 'chen', 'dagny', 'emeka', 'farah', 'goran', 'hana', 'ines', 'jonas', 'kim'];

/**
 * Adds that many invitations, 1,000 each in organizations of their own without members, for measuring. Two in five are
 * pending, one in five has expired; the addresses differ in their numbers.
 */
export function seedManyInvitations(store: Store, now: number, count: number): void {
  for (let nth = 0; nth < count; nth += 1) {
    const place = Math.floor(nth / PER_ORGANIZATION);
    const organizationId = fixedId(`organization with many invitations ${place}`, 12);
    if (nth % PER_ORGANIZATION === 0)
      store.organizations.insert({
        id: organizationId,
        name: `Measured ${String(place + 1).padStart(4, '0')}`,
        description: null,
        customData: {},
        isMfaRequired: false,
        color: {},
        branding: {},
        customCss: null,
        createdAt: now - 400 * 24 * hour,
      });
    const status = statuses[nth % statuses.length] ?? 'Pending';
    const createdAt = now - (count - nth) * 20_000 - 10 * 24 * hour;
    store.invitations.insert({
      id: `many${String(nth).padStart(17, '0')}`,
      inviterId: demo.users.owner,
      invitee: `${given[nth % given.length] ?? ''}.${nth}@company-${nth % 700}.example`,
      acceptedUserId: null,
      organizationId,
      status,
      createdAt,
      updatedAt: status === 'Pending' ? createdAt : createdAt + 5 * hour,
      expiresAt: nth % statuses.length === 3 ? createdAt + 7 * 24 * hour : now + (1 + (nth % 700)) * hour,
      organizationRoleIds: [demo.organizationRoles.viewer],
    });
  }
}

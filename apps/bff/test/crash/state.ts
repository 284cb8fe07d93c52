import type { ActivityEntry } from '@org-portal/contract';
import type { ManagementApiByHand } from '../harness/management-api.ts';

/** What changes can do to an organization: who is a member with which roles, and what became of each invitation. */
export interface State {
  members: Map<string, string>;
  invitations: Map<string, string>;
}

interface Roles {
  id: string;
  organizationRoles: { id: string }[];
}
interface Invitation extends Roles {
  invitee: string;
  status: string;
}

const PAGE = 100;
const rolesOf = (roles: { id: string }[] = []) =>
  roles
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** @returns what Logto shows */
export async function seenInLogto(operator: ManagementApiByHand, organization: string): Promise<State> {
  const members: State['members'] = new Map();
  for (let page = 1, found = PAGE; found === PAGE; page += 1) {
    const path = `/organizations/${organization}/users?page=${page}&page_size=${PAGE}`;
    const users = await operator.call<Roles[]>('GET', path);
    for (const { id, organizationRoles } of users) members.set(id, rolesOf(organizationRoles));
    found = users.length;
  }
  const path = `/organization-invitations?organizationId=${organization}`;
  const invitations = await operator.call<Invitation[]>('GET', path);
  return {
    members,
    invitations: new Map(invitations.map((one) => [one.id, shown(one.status, one.invitee)])),
  };
}

/**
 * @param entries of the record, oldest first
 * @returns what there must be if exactly that happened which the record calls succeeded
 */
export function toldByRecord(before: State, entries: ActivityEntry[]): State {
  const state = structuredClone(before);
  for (const entry of entries.filter(({ outcome }) => outcome === 'succeeded')) tell(state, entry);
  return state;
}

/** What makes an invitation; all but the first in place of a pending one. */
const MAKING = /^invitation\.(create|renew|change|restore)$/;

function tell({ members, invitations }: State, { action, actor, target, before, after }: ActivityEntry) {
  const id = target.id ?? '';
  const invitation = shown(after?.status ?? '', target.name ?? '');
  if (action === 'member.roles.change') members.set(id, rolesOf(after?.roles));
  if (action === 'member.remove') members.delete(id);
  if (action === 'organization.leave') members.delete(actor.id);
  if (MAKING.test(action)) invitations.set(id, invitation);
  if (MAKING.test(action) && before?.invitationId !== undefined)
    invitations.set(before.invitationId, shown('Revoked', target.name ?? ''));
  if (action === 'invitation.revoke') invitations.set(id, invitation);
  if (action === 'invitation.delete') invitations.delete(id);
  if (action === 'invitation.accept') {
    invitations.set(id, invitation);
    members.set(actor.id, rolesOf(before?.roles));
  }
}

export const shown = (status: string, invitee: string) => `${status} ${invitee}`;

/** @returns what is not the same in both, as lines */
export function differences(told: Map<string, string>, seen: Map<string, string>): string[] {
  return [...new Set([...told.keys(), ...seen.keys()])]
    .filter((key) => told.get(key) !== seen.get(key))
    .map((key) => `${key}: told ${told.get(key) ?? 'nothing'}, seen ${seen.get(key) ?? 'nothing'}`);
}

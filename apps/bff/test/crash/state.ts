import type { ActivityEntry } from '@org-portal/contract';
import type { ManagementApiByHand } from '../harness/management-api.ts';

/** What changes can do to an organization: who is a member with which roles, and what became of each invitation. */
export interface State {
  members: Record<string, string>;
  invitations: Record<string, string>;
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
  const members: State['members'] = {};
  for (let page = 1, found = PAGE; found === PAGE; page += 1) {
    const path = `/organizations/${organization}/users?page=${page}&page_size=${PAGE}`;
    const users = await operator.call<Roles[]>('GET', path);
    for (const { id, organizationRoles } of users) members[id] = rolesOf(organizationRoles);
    found = users.length;
  }
  const path = `/organization-invitations?organizationId=${organization}`;
  const invitations = await operator.call<Invitation[]>('GET', path);
  return {
    members,
    invitations: Object.fromEntries(invitations.map((one) => [one.id, shown(one.status, one.invitee)])),
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

function tell({ members, invitations }: State, { action, actor, target, before, after }: ActivityEntry) {
  const id = target.id ?? '';
  const invitation = shown(after?.status ?? '', target.name ?? '');
  if (action === 'member.roles.change') members[id] = rolesOf(after?.roles);
  if (action === 'member.remove') delete members[id];
  if (action === 'organization.leave') delete members[actor.id];
  if (action === 'invitation.create') invitations[id] = invitation;
  if (action === 'invitation.revoke') invitations[id] = invitation;
  if (action === 'invitation.delete') delete invitations[id];
  if (action === 'invitation.accept') {
    invitations[id] = invitation;
    members[actor.id] = rolesOf(before?.roles);
  }
}

export const shown = (status: string, invitee: string) => `${status} ${invitee}`;

/** @returns what is not the same in both, as lines */
export function differences(told: Record<string, string>, seen: Record<string, string>): string[] {
  return [...new Set([...Object.keys(told), ...Object.keys(seen)])]
    .filter((key) => told[key] !== seen[key])
    .map((key) => `${key}: told ${told[key] ?? 'nothing'}, seen ${seen[key] ?? 'nothing'}`);
}

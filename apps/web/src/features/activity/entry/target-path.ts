import type { ActivityEntry } from '@org-portal/contract';
import { memberPath, organizationPath, personPath } from '../../../organization/organization-path.ts';

/** Actions after which their target is no longer where it was. */
const GONE: readonly ActivityEntry['action'][] = ['member.remove', 'organization.leave', 'invitation.delete'];

/** @returns where the target is to be seen: a member's details, the invitations to an address; undefined: nowhere */
export function targetPath({ organization, target, action, outcome }: ActivityEntry): string | undefined {
  const isGone = outcome === 'succeeded' && GONE.includes(action);
  // What is about no organization is shown to staff alone.
  if (target.type === 'person' && target.id) return personPath(target.id);
  if (!organization || isGone) return undefined;
  if (target.type === 'member' && target.id) return memberPath(organization.id, target.id);
  if (target.type !== 'invitation' || !target.name || !target.id) return undefined;
  return `${organizationPath(organization.id, 'invitations')}?${new URLSearchParams({ q: target.name })}`;
}

/** @returns where the person who did it is to be seen; undefined for staff, who need not be members, and who left */
export function actorPath({ organization, actor, action, outcome }: ActivityEntry): string | undefined {
  const hasLeft = outcome === 'succeeded' && action === 'organization.leave';
  if (!organization || actor.staffRole || hasLeft) return undefined;
  return memberPath(organization.id, actor.id);
}

import type { PersonCard } from '@org-portal/contract';
import { isRenewalDue } from '../../../invitation/renewal.ts';
import { isAllowed, type Held } from '../../../providers/access-control.ts';

export type CardInvitation = PersonCard['invitations'][number];
export type CardAction = 'resend' | 'renew' | 'revoke';

/**
 * @param staff what the person who looks is
 * @param now milliseconds
 * @returns what may and can be done with one of the invitations; nothing with one that was made up for
 */
export function actionsWith(
  one: CardInvitation,
  { invitations, memberships }: Pick<PersonCard, 'invitations' | 'memberships'>,
  { staffRoles }: Pick<Held, 'staffRoles'>,
  now: number,
): CardAction[] {
  const { invitation, organization } = one;
  const held = { ...organization.access, staffRoles };
  const isMember = memberships.some((other) => other.organization.id === organization.id);
  const newest = invitations.find((other) => other.organization.id === organization.id);
  const isPending = invitation.status === 'Pending';
  const isOver = isRenewalDue(invitation, now);
  const canSend = (isPending || isOver) && !isMember && newest?.invitation.id === invitation.id;
  const actions: CardAction[] = [];
  if (canSend && isAllowed('invitations', 'resend', held)) actions.push(isOver ? 'renew' : 'resend');
  if (isPending && isAllowed('invitations', 'revoke', held)) actions.push('revoke');
  return actions;
}

/** @returns whether it carries a role that the person who looks may neither give nor take away there */
export const isAboveCeiling = ({ invitation, organization }: CardInvitation): boolean =>
  !invitation.roles.every(({ id }) => organization.access.assignableRoleIds.includes(id));

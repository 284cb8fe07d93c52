import type { Access, Invitation, ProblemCode } from '@org-portal/contract';
import type { BulkAction } from '../../bulk/bulk-action.ts';
import { isRenewedByResending } from '../../invitation/renewal.ts';

/**
 * @param access of the person who looks
 * @param now milliseconds
 * @returns why the server would refuse it, as far as the invitation's roles tell
 */
export function refusalOf(
  action: BulkAction | 'change',
  invitation: Pick<Invitation, 'roles' | 'status' | 'createdAt' | 'expiresAt'>,
  access: Access,
  now: number,
): ProblemCode | undefined {
  const { roles } = invitation;
  if (!roles.every(({ id }) => access.assignableRoleIds.includes(id))) return 'role.above_ceiling';
  const makesOne = action === 'renew' || (action === 'resend' && isRenewedByResending(invitation, now));
  return makesOne && roles.length === 0 && !access.mayInviteWithoutRole ? 'role.required' : undefined;
}

import type { Member } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { useOrganization } from '../../organization/organization-context.ts';

/** One member as they are now. Only here `blocked` tells whether they are the last admin. */
export function useMemberQuery(memberId: string) {
  const { id: organizationId } = useOrganization();
  return useOne<Member, HttpError>({
    resource: 'members',
    id: memberId,
    meta: { organizationId },
    errorNotification: false,
    queryOptions: { placeholderData: () => undefined },
  });
}

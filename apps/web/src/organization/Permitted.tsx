import { useCan } from '@refinedev/core';
import type { ReactNode } from 'react';
import { neededPermission } from '../providers/access-control.ts';
import { NoPermission } from '../ui/NoPermission.tsx';
import { useOrganization } from './organization-context.ts';

/** Shows its children to those who may list `resource` in the current organization, and tells others why not. */
export function Permitted({ resource, children }: { resource: string; children: ReactNode }) {
  const { id, name, access } = useOrganization();
  const { data } = useCan({
    resource,
    action: 'list',
    params: { organizationId: id, permissions: access.permissions },
  });
  if (!data) return null;
  if (data.can) return children;
  return <NoPermission permission={neededPermission(resource, 'list') ?? ''} organization={name} />;
}

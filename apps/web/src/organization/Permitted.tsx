import type { ReactNode } from 'react';
import { neededPermission } from '../providers/access-control.ts';
import { NoPermission } from '../ui/NoPermission.tsx';
import { useOrganization } from './organization-context.ts';
import { useDecision } from './use-may.ts';

/** Shows its children to those who may list `resource` in the current organization, and tells others why not. */
export function Permitted({ resource, children }: { resource: string; children: ReactNode }) {
  const { name } = useOrganization();
  const decision = useDecision(resource, 'list');
  if (!decision) return null;
  if (decision.can) return children;
  return <NoPermission permission={neededPermission(resource, 'list') ?? ''} organization={name} />;
}

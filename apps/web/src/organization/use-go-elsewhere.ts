import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { forgetOrganization } from './last-organization.ts';

/**
 * @returns a function that leads away from an organization that is no longer open to the person: asks where they
 * belong now, then goes to the start page, which leads to another organization or the welcome page
 */
export function useGoElsewhere(): (organizationId: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (organizationId) => {
    forgetOrganization(organizationId);
    await client.invalidateQueries({ queryKey: ['session'], refetchType: 'none' });
    await client.refetchQueries({ queryKey: ['auth'] });
    await navigate('/', { replace: true });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(organizationId) });
  };
}

import type { Organization } from '@org-portal/contract';
import { createContext, use } from 'react';

export const OrganizationContext = createContext<Organization | undefined>(undefined);

/** @returns the organization of the address, with what the person may do there */
export function useOrganization(): Organization {
  const organization = useOrganizationIfAny();
  if (!organization) throw new Error('useOrganization needs an OrganizationGate around it');
  return organization;
}

/** @returns the same; undefined on pages across organizations */
export function useOrganizationIfAny(): Organization | undefined {
  return use(OrganizationContext);
}

import { PERMISSIONS, type OrganizationRole } from '@org-portal/contract';

type Scope = OrganizationRole['scopes'][number];

export interface GroupedScopes {
  /** Those that the portal knows, in its order. */
  portal: Scope[];
  /** Those that only the product knows, by name. */
  product: Scope[];
}

export function groupScopes({ scopes }: Pick<OrganizationRole, 'scopes'>): GroupedScopes {
  const order: readonly string[] = PERMISSIONS;
  return {
    portal: order.flatMap((permission) => scopes.filter(({ name }) => name === permission)),
    product: scopes.filter(({ name }) => !order.includes(name)).sort((a, b) => a.name.localeCompare(b.name)),
  };
}

import { PERMISSIONS, type OrganizationRole } from '@org-portal/contract';
import type { TFunction } from 'i18next';

/**
 * @param name of a permission (organization scope)
 * @param description the tenant's own, for permissions that the portal does not know
 * @returns what it allows, in plain words
 */
export function permissionWords(name: string, t: TFunction, description?: string | null): string {
  const known = PERMISSIONS.find((permission) => permission === name);
  return known ? t(`permissions.${known}`) : description || name;
}

/** @returns the permissions of some roles together, each once: name → plain words */
export function wordsOfRoles(roles: readonly OrganizationRole[], t: TFunction): Map<string, string> {
  const scopes = roles.flatMap((role) => role.scopes);
  return new Map(scopes.map(({ name, description }) => [name, permissionWords(name, t, description)]));
}

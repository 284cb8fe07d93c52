import type { StaffRole } from '@org-portal/contract';
import type { StaffSettings } from '../settings/settings.ts';

/** @returns ids of the organizations that are open to a member of staff; undefined: all */
export function staffScope(
  { staffRoles }: { staffRoles: readonly StaffRole[] },
  staff: StaffSettings,
): string[] | undefined {
  if (staffRoles.includes('ops')) return undefined;
  if (!staffRoles.includes('support')) return [];
  return staff.supportOrganizations.length === 0 ? undefined : staff.supportOrganizations;
}

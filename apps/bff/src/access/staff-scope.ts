import type { StaffSettings } from '../settings/settings.ts';
import type { Person } from './person.ts';

/** @returns ids of the organizations that are open to a member of staff; undefined: all */
export function staffScope(
  { staffRoles }: Pick<Person, 'staffRoles'>,
  staff: StaffSettings,
): string[] | undefined {
  if (staffRoles.includes('ops')) return undefined;
  if (!staffRoles.includes('support')) return [];
  return staff.supportOrganizations.length === 0 ? undefined : staff.supportOrganizations;
}

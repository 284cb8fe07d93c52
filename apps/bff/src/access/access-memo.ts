import type { Access } from '@org-portal/contract';
import type { StaffSettings } from '../settings/settings.ts';
import { accessIn } from './organization-access.ts';
import type { Template } from './organization-template.ts';
import type { Person } from './person.ts';

type ByOrganization = Map<string, Access | undefined>;

/**
 * What people may do, worked out once for a person and a template as they were read: whoever is read anew is another object,
 * so nothing here can be older than what it follows from.
 */
export class AccessMemo {
  readonly #staff: StaffSettings;
  readonly #known = new WeakMap<Person, WeakMap<Template, ByOrganization>>();

  constructor(staff: StaffSettings) {
    this.#staff = staff;
  }

  /** @returns the same, frozen, as long as person and template are; nothing for who is not let in */
  of(person: Person, organizationId: string, template: Template): Access | undefined {
    const ofPerson = this.#known.get(person) ?? new WeakMap<Template, ByOrganization>();
    const known = ofPerson.get(template) ?? new Map<string, Access | undefined>();
    if (known.has(organizationId)) return known.get(organizationId);
    const access = accessIn(person, organizationId, template, this.#staff);
    this.#known.set(person, ofPerson.set(template, known.set(organizationId, frozen(access))));
    return access;
  }
}

function frozen(access: Access | undefined): Access | undefined {
  if (!access) return undefined;
  Object.freeze(access.permissions);
  Object.freeze(access.assignableRoleIds);
  return Object.freeze(access);
}

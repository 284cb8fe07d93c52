import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { accessIn } from '../src/access/organization-access.ts';
import type { Template } from '../src/access/organization-template.ts';
import type { Person } from '../src/access/person.ts';
import type { StaffSettings } from '../src/settings/settings.ts';

const scopesOf: Record<string, string[]> = {
  owner: ['read:member', 'invite:member', 'update:member:role', 'manage:organization', 'manage:billing'],
  admin: ['read:member', 'invite:member', 'update:member:role', 'manage:organization'],
  viewer: ['read:member'],
  guest: [],
};
const roles = new Map(
  Object.entries(scopesOf).map(([id, names]) => [
    id,
    { id, name: id, description: null, scopes: names.map((name) => ({ id: name, name, description: null })) },
  ]),
);
const template: Template = {
  roles,
  scopeNames: (ids) => new Set([...ids].flatMap((id) => scopesOf[id] ?? [])),
  rolesWith: () => [],
};
const staff: StaffSettings = {
  supportRole: 'support',
  opsRole: 'ops',
  supportOrganizations: [],
  supportAssignableRoles: ['viewer'],
};
const { halden } = demo.organizations;

const person = (roleIds: string[] | undefined, staffRoles: Person['staffRoles'] = []): Person => ({
  id: 'p',
  name: null,
  email: null,
  avatar: null,
  staffRoles,
  roleIds: roleIds ?? [],
  memberships: new Map(
    roleIds === undefined
      ? []
      : [
          [
            halden,
            {
              id: halden,
              name: 'Halden',
              description: null,
              branding: {},
              organizationRoles: roleIds.map((id) => ({ id, name: id })),
            },
          ],
        ],
  ),
});
const access = (who: Person, settings: Partial<StaffSettings> = {}) =>
  accessIn(who, halden, template, { ...staff, ...settings });

describe('access in an organization', () => {
  it('is none without membership', () => {
    expect(access(person(undefined))).toBeUndefined();
  });

  it('of a member is what the roles give, and roles up to their own', () => {
    expect(access(person(['admin']))).toEqual({
      permissions: scopesOf['admin'],
      assignableRoleIds: ['admin', 'viewer', 'guest'],
      isReasonRequired: false,
      isMember: true,
    });
  });

  it('of a member without a role, or with one that is not a person’s, is nothing', () => {
    for (const roleIds of [[], ['robot']]) {
      expect(access(person(roleIds))).toMatchObject({ permissions: [], assignableRoleIds: [] });
    }
  });

  it('of support is reading and inviting to the configured roles, with a reason', () => {
    expect(access(person(undefined, ['support']))).toEqual({
      permissions: ['read:member', 'invite:member'],
      assignableRoleIds: ['viewer'],
      isReasonRequired: true,
      isMember: false,
    });
  });

  // Attack: support staff become members with a small role, and so assign what neither of the two may.
  it('of support who is a viewer too stays within the configured roles', () => {
    expect(access(person(['viewer'], ['support']))?.assignableRoleIds).toEqual(['viewer']);
  });

  it('of support is none outside of the configured organizations', () => {
    expect(access(person(undefined, ['support']), { supportOrganizations: ['other'] })).toBeUndefined();
  });

  it('of ops is reading', () => {
    expect(access(person(undefined, ['ops']))).toMatchObject({
      permissions: ['read:member'],
      assignableRoleIds: [],
      isReasonRequired: false,
    });
  });
});

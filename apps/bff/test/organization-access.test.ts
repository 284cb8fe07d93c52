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
  manager: ['read:member', 'update:member:role'],
  exporter: ['read:member'],
};
/** By role, what it gives in the operator's own APIs. */
const resourceScopesOf: Record<string, string[]> = { owner: ['write:exports'], exporter: ['write:exports'] };
const roles = new Map(
  Object.entries(scopesOf).map(([id, names]) => [
    id,
    { id, name: id, description: null, scopes: names.map((name) => ({ id: name, name, description: null })) },
  ]),
);
const template: Template = {
  roles,
  scopeNames: (ids) => new Set([...ids].flatMap((id) => scopesOf[id] ?? [])),
  resourceScopeIds: (ids) => new Set([...ids].flatMap((id) => resourceScopesOf[id] ?? [])),
  rolesWith: () => [],
};
const staff: StaffSettings = {
  supportRole: 'support',
  opsRole: 'ops',
  suspendRole: 'suspend',
  changeRole: 'change',
  supportOrganizations: [],
  supportAssignableRoles: ['viewer'],
  supportInvitesWithoutRole: false,
  opsAssignableRoles: [],
};
const { halden } = demo.organizations;

const person = (roleIds: string[] | undefined, staffRoles: Person['staffRoles'] = []): Person => ({
  id: 'p',
  name: null,
  email: null,
  avatar: null,
  staffRoles,
  staffRights: [],
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
      assignableRoleIds: ['admin', 'viewer', 'guest', 'manager'],
      mayInviteWithoutRole: true,
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
      mayInviteWithoutRole: false,
      isReasonRequired: true,
      isMember: false,
    });
  });

  it('of support includes invitations without a role where the setting says so, and of an admin always', () => {
    const settings = { supportInvitesWithoutRole: true };
    expect(access(person(undefined, ['support']), settings)?.mayInviteWithoutRole).toBe(true);
    expect(access(person(['admin'], ['support']))?.mayInviteWithoutRole).toBe(true);
    expect(access(person(['viewer'], ['support']))?.mayInviteWithoutRole).toBe(false);
  });

  // Attack: support staff become members with a small role, and so assign what neither of the two may.
  it('of support who is a viewer too stays within the configured roles', () => {
    expect(access(person(['viewer'], ['support']))?.assignableRoleIds).toEqual(['viewer']);
  });

  // Attack: support staff who may change roles as a member use the list of support for it, or the other way round.
  it('of support who may change roles as a member is what both allow', () => {
    const both = access(person(['manager'], ['support']), { supportAssignableRoles: ['viewer', 'admin'] });
    expect(both?.assignableRoleIds).toEqual(['viewer']);
    expect(both?.isReasonRequired).toBe(true);
  });

  // Attack: support staff who may invite as a member use the list of support, for which they would have to say why.
  it('of support who invites as a member is that of the member', () => {
    const both = access(person(['admin'], ['support']), { supportAssignableRoles: ['owner'] });
    expect(both?.assignableRoleIds).not.toContain('owner');
    expect(both?.isReasonRequired).toBe(false);
  });

  // Attack: an admin gives an accomplice a role that gives nothing in the organization, and much in the product's API.
  it('does not reach roles that give what the own ones do not in the operator’s APIs', () => {
    expect(access(person(['admin']))?.assignableRoleIds).not.toContain('exporter');
    expect(access(person(['owner']))?.assignableRoleIds).toContain('exporter');
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

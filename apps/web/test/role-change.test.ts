import type { OrganizationRole } from '@org-portal/contract';
import { expect, it } from 'vitest';
import { makesAdmin, roleChange } from '../src/features/members/role-change.ts';

const role = (id: string, ...scopes: string[]): OrganizationRole => ({
  id,
  name: id,
  description: null,
  scopes: scopes.map((name) => ({ id: name, name, description: null })),
});
const admin = role('admin', 'read:member', 'invite:member', 'manage:organization');
const member = role('member', 'read:member');

it('tells what a change of roles gives and takes', () => {
  expect(roleChange([admin], [member])).toEqual({
    gained: [],
    lost: ['invite:member', 'manage:organization'],
    isNothing: false,
  });
  expect(roleChange([member], [admin, member])).toMatchObject({
    gained: ['invite:member', 'manage:organization'],
  });
});

it('takes the same roles in another order for no change', () => {
  expect(roleChange([admin, member], [member, admin])).toEqual({ gained: [], lost: [], isNothing: true });
});

it('knows an admin by the permission, not by the name of a role', () => {
  expect(makesAdmin([admin])).toBe(true);
  expect(makesAdmin([role('admin')])).toBe(false);
});

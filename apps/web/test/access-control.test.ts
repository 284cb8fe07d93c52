import { expect, it } from 'vitest';
import { accessControlProvider } from '../src/providers/access-control.ts';

const can = (action: string, ...permissions: string[]) =>
  accessControlProvider.can({ resource: 'members', action, params: { permissions } });

it('allows what the permissions in the organization allow', async () => {
  expect(await can('remove', 'read:member', 'remove:member')).toEqual({ can: true });
  expect(await can('remove', 'read:member')).toEqual({ can: false, reason: 'remove:member' });
});

it('refuses an action that it does not know, whatever somebody holds', async () => {
  expect(await can('promote', 'manage:organization')).toEqual({ can: false });
});

it('lets ops read the activity everywhere, and nobody else across organizations', async () => {
  const params = (permissions: string[], staffRoles: string[]) => ({ permissions, staffRoles });
  const list = (resource: string, held: object) =>
    accessControlProvider.can({ resource, action: 'list', params: held });
  expect(await list('activity', params([], ['ops']))).toEqual({ can: true });
  expect(await list('activity', params(['manage:organization'], []))).toEqual({ can: true });
  expect(await list('activity', params(['read:member'], ['support']))).toEqual({
    can: false,
    reason: 'manage:organization',
  });
  expect(await list('all-activity', params([], ['ops']))).toEqual({ can: true });
  expect(await list('all-activity', params(['manage:organization'], ['support']))).toEqual({ can: false });
});

it('offers support to revoke as staff, but not where they are members like any other', async () => {
  const revoke = (held: object) =>
    accessControlProvider.can({ resource: 'invitations', action: 'revoke', params: held });
  const support = { permissions: ['read:member'], staffRoles: ['support'] };
  expect(await revoke(support)).toEqual({ can: true });
  expect(await revoke({ ...support, isMember: true })).toEqual({ can: false, reason: 'remove:member' });
  const admin = { permissions: ['remove:member'], staffRoles: ['support'], isMember: true };
  expect(await revoke(admin)).toEqual({ can: true });
});

it('lets staff suspend by the right alone, and look at people by their kind', async () => {
  const may = async (action: string, held: object) =>
    (await accessControlProvider.can({ resource: 'people', action, params: held })).can;
  const [support, ops] = [{ staffRoles: ['support'] }, { staffRoles: ['ops'] }];
  const right = { staffRights: ['suspend'] };
  expect(await may('list', support)).toBe(true);
  expect(await may('list', ops)).toBe(true);
  expect(await may('list', { permissions: ['manage:organization'] })).toBe(false);
  expect(await may('signOut', support)).toBe(true);
  expect(await may('signOut', ops)).toBe(false);
  expect(await may('suspend', support)).toBe(false);
  expect(await may('suspend', { ...support, ...right })).toBe(true);
  expect(await may('suspend', { ...ops, ...right })).toBe(true);
});

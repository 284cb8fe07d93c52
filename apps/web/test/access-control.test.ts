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

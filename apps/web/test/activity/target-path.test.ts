import { expect, it } from 'vitest';
import { actorPath, targetPath } from '../../src/features/activity/entry/target-path.ts';
import { entry } from './entries.ts';

const invitation = { type: 'invitation' as const, id: 'i1', name: 'a+b@halden.example' };

it('leads to a member as long as they are one', () => {
  expect(targetPath(entry({ action: 'member.roles.change' }))).toBe('/organizations/halden/members/tomas');
  expect(targetPath(entry())).toBeUndefined();
  expect(targetPath(entry({ outcome: 'refused' }))).toBe('/organizations/halden/members/tomas');
});

it('leads to the invitations to an address, escaped', () => {
  expect(targetPath(entry({ action: 'invitation.revoke', target: invitation }))).toBe(
    '/organizations/halden/invitations?q=a%2Bb%40halden.example',
  );
  expect(targetPath(entry({ action: 'invitation.delete', target: invitation }))).toBeUndefined();
  expect(
    targetPath(entry({ action: 'invitation.create', target: { ...invitation, id: null } })),
  ).toBeUndefined();
});

it('leads to whoever did it, but not to staff, to those who left, and out of no organization', () => {
  expect(actorPath(entry())).toBe('/organizations/halden/members/amara');
  const staff = { ...entry().actor, staffRole: 'support' as const };
  expect(actorPath(entry({ actor: staff }))).toBeUndefined();
  expect(actorPath(entry({ action: 'organization.leave' }))).toBeUndefined();
  expect(actorPath(entry({ organization: null }))).toBeUndefined();
});

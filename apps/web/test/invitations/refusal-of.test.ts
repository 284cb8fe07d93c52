import type { Access } from '@org-portal/contract';
import { expect, it } from 'vitest';
import { refusalOf } from '../../src/features/invitations/refusal-of.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const access: Access = {
  permissions: ['invite:member'],
  assignableRoleIds: ['member'],
  mayInviteWithoutRole: false,
  isReasonRequired: true,
  isMember: false,
};
const invitation = (roleIds: string[], expiresAt = '2026-03-10T12:00:00Z') => ({
  roles: roleIds.map((id) => ({ id, name: id })),
  status: 'Pending' as const,
  createdAt: '2026-02-20T12:00:00Z',
  expiresAt,
});

it.each(['resend', 'renew', 'links', 'revoke', 'delete', 'change'] as const)(
  '%s is refused for a role above the ceiling, and not for one below',
  (action) => {
    expect(refusalOf(action, invitation(['member', 'owner']), access, NOW)).toBe('role.above_ceiling');
    expect(refusalOf(action, invitation(['member']), access, NOW)).toBeUndefined();
  },
);

it('what makes a new invitation without a role is refused to those who may not', () => {
  const soon = '2026-03-02T11:00:00Z';
  expect(refusalOf('renew', invitation([]), access, NOW)).toBe('role.required');
  expect(refusalOf('resend', invitation([], soon), access, NOW)).toBe('role.required');
  expect(refusalOf('resend', invitation([]), access, NOW)).toBeUndefined();
  expect(refusalOf('renew', invitation([]), { ...access, mayInviteWithoutRole: true }, NOW)).toBeUndefined();
});

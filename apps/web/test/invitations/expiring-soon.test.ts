import { INVITATION_STATUSES } from '@org-portal/contract';
import { expect, it } from 'vitest';
import { isExpiringSoon } from '../../src/invitation/expiring-soon.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T12:00:01Z', true],
  ['2026-11-24T12:00:00Z', true],
  ['2026-11-24T12:00:01Z', false],
])('a pending invitation until %s: %s', (expiresAt, isSoon) => {
  expect(isExpiringSoon({ status: 'Pending', expiresAt }, now)).toBe(isSoon);
});

it('is said of pending invitations only', () => {
  const expiresAt = '2026-11-22T13:00:00Z';
  expect(INVITATION_STATUSES.filter((status) => isExpiringSoon({ status, expiresAt }, now))).toEqual([
    'Pending',
  ]);
});

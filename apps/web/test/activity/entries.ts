import type { ActivityEntry } from '@org-portal/contract';

export const admin = { id: 'r-admin', name: 'admin' };
export const member = { id: 'r-member', name: 'member' };
export const viewer = { id: 'r-viewer', name: 'viewer' };

/** @returns an entry: an admin removed a member, apart from what is given */
export function entry(given: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    id: '1',
    time: '2026-11-22T12:00:00.000Z',
    actor: { id: 'amara', name: 'Amara Okafor', email: 'amara@halden.example', staffRole: null },
    organization: { id: 'halden', name: 'Halden Logistics' },
    action: 'member.remove',
    target: { type: 'member', id: 'tomas', name: 'Tomás Herrera' },
    before: null,
    after: null,
    reason: null,
    requestId: 'request-1',
    outcome: 'succeeded',
    problem: null,
    ...given,
  };
}

import type { InviterCount } from '@org-portal/contract';
import type { InviterNames } from '../access/inviter-names.ts';
import type { Listed } from './filter.ts';

/** @returns who has sent the invitations, the most first; those who are gone have none left (recorded) */
export async function invitersOf(listed: readonly Listed[], names: InviterNames): Promise<InviterCount[]> {
  const counts = new Map<string, number>();
  for (const { invitation } of listed) {
    const { inviterId } = invitation;
    if (inviterId !== null) counts.set(inviterId, (counts.get(inviterId) ?? 0) + 1);
  }
  const named = await names.of(counts.keys());
  return [...counts]
    .map(([id, count]) => ({ id, name: named.get(id) ?? null, count }))
    .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}

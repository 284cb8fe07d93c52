import type { ActivityEntry } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { expect, vi } from 'vitest';
import type { BffProcess } from '../harness/bff-process.ts';

/** Longer than the BFF waits for Logto to do what it does not show yet. */
const WITHIN = { timeout: 60_000, interval: 500 };

/** Logto keeps no trace of a message that it sent. */
export const mayStayUnknown = ({ action }: ActivityEntry): boolean => action === 'invitation.resend';

/** @returns the record of an organization, oldest first, once no entry is open any more */
export async function settledRecord(bff: BffProcess, organization: string): Promise<ActivityEntry[]> {
  const ops = await bff.signIn(demo.users.ops);
  return vi.waitFor(async () => {
    const reply = await ops.get(`/api/activity/export?organization=${organization}&format=ndjson`);
    const lines = (await reply.text()).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as ActivityEntry).reverse();
    const open = entries.filter(
      (entry) => entry.outcome === 'attempted' || (entry.outcome === 'unknown' && !mayStayUnknown(entry)),
    );
    expect(open).toEqual([]);
    return entries;
  }, WITHIN);
}

/** @returns how often each outcome is told, such as `{ succeeded: 12 }` */
export function outcomes(entries: ActivityEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of entries) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

import type { ImportInput, InvitationInput, InviteBy, Language } from '@org-portal/contract';
import { expiryInstant, type Expiry } from '../expiry.ts';
import type { JudgedRow } from './judge-rows.ts';

/** Rows that are sent at once, with their results awaited; more become an import. */
export const MAX_AWAITED = 20;

/** What is chosen for all rows, and holds where a row has nothing of its own. */
export interface ForAll {
  roleIds: string[];
  expiry: Expiry;
  language: Language;
  by: InviteBy;
  name?: string;
}

export type Plan =
  | { kind: 'atOnce'; input: InvitationInput }
  | { kind: 'imports'; batches: { organizationId: string; input: ImportInput }[] };

/**
 * Says how the rows that are ready are sent: few of one organization that are alike, by mail, at once; all others as
 * imports, one for each organization.
 * @param organizationId the current one
 * @param now milliseconds
 */
export function planOf(
  judged: readonly JudgedRow[],
  forAll: ForAll,
  organizationId: string,
  now: number,
): Plan {
  const byOrganization = new Map<string, ImportInput['rows']>();
  for (const row of judged) {
    if (row.state !== 'ready') continue;
    const rows = byOrganization.get(row.organizationId) ?? [];
    rows.push(rowOf(row, forAll, now));
    byOrganization.set(row.organizationId, rows);
  }
  const { language, by, name } = forAll;
  const alike = by === 'mail' && byOrganization.size === 1 && alikeRows(byOrganization.get(organizationId));
  if (alike) return { kind: 'atOnce', input: { ...alike, language } };
  const batches = [...byOrganization].map(([id, rows]) => ({
    organizationId: id,
    input: { ...(name && { name: name.slice(0, 200) }), language, by, rows },
  }));
  return { kind: 'imports', batches };
}

function rowOf(
  { address, name, roleIds, expiry }: JudgedRow,
  forAll: ForAll,
  now: number,
): ImportInput['rows'][number] {
  const own = expiry && !('unreadable' in expiry) ? expiry : forAll.expiry;
  return {
    invitee: address,
    ...(name && { name: name.slice(0, 200) }),
    roleIds: roleIds ?? forAll.roleIds,
    expiresAt: expiryInstant(own, now),
  };
}

function alikeRows(rows: ImportInput['rows'] | undefined): Omit<InvitationInput, 'language'> | undefined {
  const [first] = rows ?? [];
  if (!rows || !first || rows.length > MAX_AWAITED) return undefined;
  const key = ({ roleIds, expiresAt }: ImportInput['rows'][number]) =>
    `${roleIds.toSorted().join()} ${expiresAt}`;
  if (rows.some((row) => key(row) !== key(first))) return undefined;
  return { invitees: rows.map(({ invitee }) => invitee), roleIds: first.roleIds, expiresAt: first.expiresAt };
}

import type { ProblemCode } from '@org-portal/contract';

/** An invitation with which something is to be done. */
export interface BulkRow {
  invitationId: string;
  /** What it is called. */
  name: string;
  /** Absent: the organization of the address. */
  organizationId?: string;
  /** Told beside the name, where that alone does not say it. */
  organization?: string | undefined;
  /** Why the server would refuse it: it is left out, and the dialog says so. */
  refusal?: ProblemCode | undefined;
}

/** @returns the rows in portions, each of one organization, in their order */
export function portions(
  rows: readonly BulkRow[],
  most: number,
): { organizationId: string | undefined; rows: BulkRow[] }[] {
  const groups = new Map<string | undefined, BulkRow[]>();
  for (const row of rows) groups.set(row.organizationId, [...(groups.get(row.organizationId) ?? []), row]);
  return [...groups].flatMap(([organizationId, all]) =>
    Array.from({ length: Math.ceil(all.length / most) }, (_, nth) => ({
      organizationId,
      rows: all.slice(nth * most, (nth + 1) * most),
    })),
  );
}

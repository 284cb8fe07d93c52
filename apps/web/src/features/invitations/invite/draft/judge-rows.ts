import { MAX_EXPIRY_DAYS, MAX_IMPORT_ROWS } from '@org-portal/contract';
import { isPossibleLastDay, type Expiry } from '../expiry.ts';
import type { Unreadable } from '../read/read-expiry.ts';
import type { DraftRow, RowState } from './draft-row.ts';
import type { OrganizationBook } from './organization-book.ts';
import type { RoleBook } from './role-book.ts';

/** What the portal knows of an address in an organization. */
export type Known = 'member' | 'pending' | 'free';

export interface Surroundings {
  roles: RoleBook;
  organizations: OrganizationBook;
  /** By `knownKey`. */
  known: ReadonlyMap<string, Known>;
  /** Milliseconds. */
  now: number;
}

export interface JudgedRow extends DraftRow {
  state: RowState;
  organizationId: string;
  /** Ids, of a row that has roles of its own. */
  roleIds?: string[];
  /** What is wrong, as it was written. */
  wrong?: string;
}

export const knownKey = (organizationId: string, address: string) => `${organizationId} ${address}`;

/** Tells of each row what would come of it now. The first of several with the same address counts. */
export function judgeRows(rows: readonly DraftRow[], surroundings: Surroundings): JudgedRow[] {
  const seen = new Set<string>();
  let ready = 0;
  return rows.map((row) => {
    const judged = judge(row, surroundings);
    const key = knownKey(judged.organizationId, row.address.toLowerCase());
    if (row.isAddress && seen.has(key)) return { ...judged, state: 'repeated' };
    seen.add(key);
    if (judged.state === 'ready') ready += 1;
    return judged.state === 'ready' && ready > MAX_IMPORT_ROWS ? { ...judged, state: 'over' } : judged;
  });
}

function judge(row: DraftRow, { roles, organizations, known, now }: Surroundings): JudgedRow {
  const organization = organizations(row.organization);
  const organizationId = typeof organization === 'object' ? organization.id : '';
  const found = row.roles?.map((role) => ({ role, id: roles.find(role)?.id }));
  const judged: Omit<JudgedRow, 'state'> = {
    ...row,
    organizationId,
    ...(found && { roleIds: found.flatMap(({ id }) => id ?? []) }),
  };
  const unknown = found?.filter(({ id }) => id === undefined).map(({ role }) => role) ?? [];
  if (!row.isAddress) return { ...judged, state: 'invalid' };
  if (organization === undefined) return { ...judged, state: 'organization', wrong: row.organization ?? '' };
  const state = known.get(knownKey(organizationId, row.address));
  if (state === 'member' || state === 'pending') return { ...judged, state };
  if (unknown.length > 0) return { ...judged, state: 'role', wrong: unknown.join(', ') };
  if (row.expiry && !isPossible(row.expiry, now))
    return { ...judged, state: 'expiry', wrong: written(row.expiry) };
  return { ...judged, state: 'ready' };
}

function isPossible(expiry: Expiry | Unreadable, now: number): boolean {
  if ('unreadable' in expiry) return false;
  return 'days' in expiry
    ? expiry.days >= 1 && expiry.days <= MAX_EXPIRY_DAYS
    : isPossibleLastDay(expiry.lastDay, now);
}

function written(expiry: Expiry | Unreadable): string {
  if ('unreadable' in expiry) return expiry.unreadable;
  return 'days' in expiry ? String(expiry.days) : expiry.lastDay.toLocaleDateString('sv');
}

/** @returns how many rows are in each state */
export function countStates(rows: readonly JudgedRow[]): ReadonlyMap<RowState, number> {
  const counts = new Map<RowState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

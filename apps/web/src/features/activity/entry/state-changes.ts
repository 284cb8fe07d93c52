import type { ActivityEntry, ActivityState } from '@org-portal/contract';

type Role = NonNullable<ActivityState['roles']>[number];

export interface RolesChange {
  added: Role[];
  removed: Role[];
  /** Those that were there and stay; all, where the entry tells of one state only. */
  kept: Role[];
}

/** A property before and after; both the same where the entry does not change it. */
export interface ValueChange {
  before: string | undefined;
  after: string | undefined;
}

/** What an entry tells of its target's state, property by property; what it does not tell is left out. */
export interface StateChanges {
  roles?: RolesChange;
  status?: ValueChange;
  expiresAt?: ValueChange;
}

/**
 * Compares the states of an entry. A property that stands in one of the states alone did not change by it when that
 * is the state before, and is new when it is the one after.
 */
export function stateChanges({ before, after }: Pick<ActivityEntry, 'before' | 'after'>): StateChanges {
  const roles = rolesChange(before?.roles, after?.roles);
  const status = valueChange(before?.status, after?.status);
  const expiresAt = valueChange(before?.expiresAt, after?.expiresAt);
  return { ...(roles && { roles }), ...(status && { status }), ...(expiresAt && { expiresAt }) };
}

function rolesChange(before: Role[] | undefined, after: Role[] | undefined): RolesChange | undefined {
  if (!after || !before) {
    const only = after ?? before;
    return only && { added: [], removed: [], kept: only };
  }
  const without = (roles: Role[], others: Role[]) =>
    roles.filter(({ id }) => !others.some((other) => other.id === id));
  const added = without(after, before);
  return { added, removed: without(before, after), kept: without(after, added) };
}

function valueChange(before: string | undefined, after: string | undefined): ValueChange | undefined {
  if (before === undefined && after === undefined) return undefined;
  return { before, after: after ?? before };
}

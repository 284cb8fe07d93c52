/** An organization to which somebody is invited, and as what. */
export interface Place {
  id: string;
  name: string;
  /** Roles that the person who invites may give there. */
  assignableRoleIds: string[];
  mayInviteWithoutRole: boolean;
  /** Ids. */
  roleIds: string[];
}

/** @returns whether there is one, and each has a role, unless there is none to give and none is needed */
export function arePlacesComplete(places: readonly Place[]): boolean {
  return (
    places.length > 0 &&
    places.every(
      ({ roleIds, assignableRoleIds, mayInviteWithoutRole }) =>
        roleIds.length > 0 || (assignableRoleIds.length === 0 && mayInviteWithoutRole),
    )
  );
}

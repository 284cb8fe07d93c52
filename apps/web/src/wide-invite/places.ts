/** An organization to which somebody is invited, and as what. */
export interface Place {
  id: string;
  name: string;
  /** Roles that the person who invites may give there. */
  assignableRoleIds: string[];
  /** Ids. */
  roleIds: string[];
}

/** @returns whether there is one, and each has a role where there is one to give */
export function arePlacesComplete(places: readonly Place[]): boolean {
  return (
    places.length > 0 &&
    places.every(({ roleIds, assignableRoleIds }) => roleIds.length > 0 || assignableRoleIds.length === 0)
  );
}

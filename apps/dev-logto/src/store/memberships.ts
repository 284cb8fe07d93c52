interface Members {
  readonly roles: Map<string, Set<string>>;
  order?: readonly string[] | undefined;
}

/**
 * Who belongs to which organization, with which organization roles. Members are kept in the order in
 * which they joined; a page is a slice of that order, so that page 5000 costs what page 1 costs.
 */
export class Memberships {
  readonly #members = new Map<string, Members>();
  readonly #organizations = new Map<string, Set<string>>();

  has(organizationId: string, memberId: string): boolean {
    return this.#members.get(organizationId)?.roles.has(memberId) ?? false;
  }

  /** Ids of the members, in the order of joining; empty for an organization that does not exist. */
  members(organizationId: string): readonly string[] {
    const members = this.#members.get(organizationId);
    if (!members) return [];
    members.order ??= [...members.roles.keys()];
    return members.order;
  }

  organizationsOf(memberId: string): string[] {
    return [...(this.#organizations.get(memberId) ?? [])];
  }

  /** The organization roles of a member, in the order of assignment; empty for one who is no member. */
  rolesOf(organizationId: string, memberId: string): string[] {
    return [...(this.#members.get(organizationId)?.roles.get(memberId) ?? [])];
  }

  hasRole(organizationId: string, memberId: string, roleId: string): boolean {
    return this.#members.get(organizationId)?.roles.get(memberId)?.has(roleId) ?? false;
  }

  /** Makes somebody a member; one who is a member already stays as they are. */
  add(organizationId: string, memberId: string): void {
    if (this.has(organizationId, memberId)) return;
    const members = this.#members.get(organizationId) ?? { roles: new Map<string, Set<string>>() };
    members.roles.set(memberId, new Set());
    members.order = undefined;
    this.#members.set(organizationId, members);
    const organizations = this.#organizations.get(memberId) ?? new Set();
    this.#organizations.set(memberId, organizations.add(organizationId));
  }

  /** Returns false for one who was no member. */
  remove(organizationId: string, memberId: string): boolean {
    const members = this.#members.get(organizationId);
    if (!members?.roles.delete(memberId)) return false;
    members.order = undefined;
    this.#organizations.get(memberId)?.delete(organizationId);
    return true;
  }

  /** Makes these the members, and nobody else; who stays keeps the roles. */
  replace(organizationId: string, memberIds: readonly string[]): void {
    const staying = new Set(memberIds);
    for (const memberId of [...this.members(organizationId)])
      if (!staying.has(memberId)) this.remove(organizationId, memberId);
    for (const memberId of staying) this.add(organizationId, memberId);
  }

  addRole(organizationId: string, memberId: string, roleId: string): void {
    this.#members.get(organizationId)?.roles.get(memberId)?.add(roleId);
  }

  /** Returns false when the member did not hold the role. */
  removeRole(organizationId: string, memberId: string, roleId: string): boolean {
    return this.#members.get(organizationId)?.roles.get(memberId)?.delete(roleId) ?? false;
  }

  replaceRoles(organizationId: string, memberId: string, roleIds: Iterable<string>): void {
    this.#members.get(organizationId)?.roles.set(memberId, new Set(roleIds));
  }

  deleteOrganization(organizationId: string): void {
    for (const memberId of this.members(organizationId)) this.remove(organizationId, memberId);
    this.#members.delete(organizationId);
  }

  deleteMember(memberId: string): void {
    for (const organizationId of this.organizationsOf(memberId)) this.remove(organizationId, memberId);
    this.#organizations.delete(memberId);
  }

  deleteRole(roleId: string): void {
    for (const { roles } of this.#members.values()) for (const held of roles.values()) held.delete(roleId);
  }
}

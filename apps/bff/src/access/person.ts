import { STAFF_RIGHTS, type StaffRight, type StaffRole } from '@org-portal/contract';
import type { LogtoMembership, ManagementApi } from '@org-portal/management-api';
import type { StaffSettings } from '../settings/settings.ts';
import type { CacheObserver } from '../observability/metrics.ts';
import { ExpiringMap } from './expiring-map.ts';
import { LastKnown } from './last-known.ts';
import { orNothing } from './or-nothing.ts';
import { staffScope } from './staff-scope.ts';

/** Access that was taken away outside of the portal is gone after this life. */
const BOUNDS = { life: 5_000, max: 10_000 };

/** Somebody as Logto knows them now. */
export interface Person {
  id: string;
  name: string | null;
  email: string | null;
  avatar: string | null;
  staffRoles: StaffRole[];
  /** What they may do beyond that, everywhere. */
  staffRights: StaffRight[];
  /** By organization id. */
  memberships: Map<string, LogtoMembership>;
  /** Of all organization roles that the person holds, wherever. */
  roleIds: string[];
  /** When that was so, of somebody of whom Logto cannot tell anything now. */
  lastKnownAt?: Date;
}

/** Reads who somebody is and where they belong, kept for a few seconds. */
export class PersonSource {
  readonly #api: ManagementApi;
  readonly #staff: StaffSettings;
  readonly #staffMembers: ExpiringMap<Person | undefined>;
  readonly #others: ExpiringMap<Person | undefined>;
  readonly #lastKnown = new LastKnown<Person>(BOUNDS.max);

  constructor(api: ManagementApi, staff: StaffSettings, observe?: CacheObserver) {
    this.#api = api;
    this.#staff = staff;
    this.#staffMembers = new ExpiringMap(BOUNDS, (userId) => this.#load(userId, true), observe);
    this.#others = new ExpiringMap(BOUNDS, (userId) => this.#load(userId, false), observe);
  }

  /**
   * @param mayBeStaff what the ID token said at sign-in; it saves everybody else one call
   * @returns nothing for somebody who is suspended or does not exist any more
   */
  get(userId: string, mayBeStaff: boolean): Promise<Person | undefined> {
    return (mayBeStaff ? this.#staffMembers : this.#others).get(userId);
  }

  /** @returns who it was when Logto was last asked, while that is not long ago and nothing is known to have changed */
  lastKnown(userId: string): Person | undefined {
    const known = this.#lastKnown.get(userId);
    return known && { ...known.value, lastKnownAt: known.at };
  }

  /** To be called after each change of somebody's roles or memberships. */
  forget(userId: string): void {
    this.#lastKnown.forget(userId);
    this.#staffMembers.forget(userId);
    this.#others.forget(userId);
  }

  /** To be called when it is not known whom a change concerns. */
  forgetAll(): void {
    this.#lastKnown.forgetAll();
    this.#staffMembers.forgetAll();
    this.#others.forgetAll();
  }

  /** @returns the staff roles among the names of Logto user roles */
  staffRoles(roleNames: readonly string[]): StaffRole[] {
    const { supportRole, opsRole } = this.#staff;
    const roles: StaffRole[] = [];
    if (roleNames.includes(supportRole)) roles.push('support');
    if (roleNames.includes(opsRole)) roles.push('ops');
    return roles;
  }

  /** Who is limited to some organizations has none: they all reach beyond. */
  #staffRights(roleNames: readonly string[]): StaffRight[] {
    const staffRoles = this.staffRoles(roleNames);
    const isLimited = staffScope({ staffRoles }, this.#staff) !== undefined;
    if (isLimited) return [];
    const { suspendRole, changeRole } = this.#staff;
    const names: Record<StaffRight, string> = { suspend: suspendRole, change: changeRole };
    return STAFF_RIGHTS.filter((right) => roleNames.includes(names[right]));
  }

  async #load(userId: string, mayBeStaff: boolean): Promise<Person | undefined> {
    return this.#lastKnown.keep(userId, () => this.#read(userId, mayBeStaff));
  }

  async #read(userId: string, mayBeStaff: boolean): Promise<Person | undefined> {
    const found = await orNothing(
      Promise.all([
        this.#api.users.get(userId),
        this.#api.users.memberships(userId),
        mayBeStaff ? this.#api.users.roleNames(userId) : [],
      ]),
    );
    if (!found) return undefined;
    const [user, memberships, roleNames] = found;
    if (user.isSuspended) return undefined;
    return {
      id: user.id,
      name: user.name ?? user.username,
      email: user.primaryEmail,
      avatar: user.avatar,
      staffRoles: this.staffRoles(roleNames),
      staffRights: this.#staffRights(roleNames),
      memberships: new Map(memberships.map((membership) => [membership.id, membership])),
      roleIds: memberships.flatMap(({ organizationRoles }) => organizationRoles.map((role) => role.id)),
    };
  }
}

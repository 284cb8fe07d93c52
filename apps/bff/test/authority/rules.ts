import { PROBLEM_STATUS, type Permission, type ProblemCode, type StaffRight } from '@org-portal/contract';
import { standings, type Actor, type RoleName, type Standing } from './actors.ts';
import type { Cell, Whose } from './cells.ts';
import type { Row } from './expectations.ts';

/** What an answer has to be: of this status, and a refusal with this code. */
export interface Expectation {
  status: number;
  code?: ProblemCode;
  /** With `permission.missing`. */
  permission?: Permission | StaffRight;
}

const MEMBERS: readonly string[] = ['read:member'];
const ADMINS: readonly string[] = [
  'read:member',
  'invite:member',
  'remove:member',
  'update:member:role',
  'manage:organization',
];

/** Who holds which permission: the template of the demo. `manage:billing` is the product's, and owners' alone. */
export const permissionsOf: Record<RoleName, readonly string[]> = {
  viewer: MEMBERS,
  member: MEMBERS,
  admin: ADMINS,
  owner: [...ADMINS, 'manage:billing'],
};

/** What staff hold in each organization that they are let into. */
export const staffPermissions = {
  support: ['read:member', 'invite:member'],
  ops: ['read:member'],
} as const;

/** The setting SUPPORT_ASSIGNABLE_ROLES. */
export const SUPPORT_ASSIGNS: readonly RoleName[] = ['member', 'viewer'];

const refusal = (code: ProblemCode): Expectation => ({ status: PROBLEM_STATUS[code], code });
const NOT_FOUND = refusal('resource.not_found');

/** @returns what the rules of the design say of one call */
export function expected(row: Row, actor: Actor, cell: Cell): Expectation {
  const who: Standing = standings[actor];
  const { needs } = row;
  const granted = { status: row.status };
  if (needs === 'nothing') return granted;
  if (needs === 'the signature of Logto') return refusal('webhook.refused');
  if (needs === 'the link of the invited person') return who.isSignedIn ? NOT_FOUND : granted;
  if (!who.isSignedIn) return refusal('session.required');
  if (needs === 'a session') return ofSession(row, cell) ?? granted;
  // To all others the pages of staff are not there.
  if ('staff' in needs) {
    const isStaff = who.staff !== undefined && needs.staff.includes(who.staff);
    if (!isStaff) return NOT_FOUND;
    return withoutRight(row, who) ?? elsewhere(row, who, cell) ?? granted;
  }
  return (
    outside(who, cell) ??
    withoutPermission(row, who, cell) ??
    withoutReason(row, who, cell) ??
    wrongIds(row, cell) ??
    wrongRoles(row, who, cell) ??
    granted
  );
}

/** It reaches everywhere, so who is limited has none. */
function withoutRight({ needs }: Row, who: Standing): Expectation | undefined {
  if (typeof needs !== 'object' || !('staff' in needs) || !needs.right) return undefined;
  if (who.right === needs.right && who.staffIn?.length) return undefined;
  return { ...refusal('permission.missing'), permission: needs.right };
}

/** Somebody of organizations that are not open to the member of staff is as somebody who does not exist. */
function elsewhere(row: Row, who: Standing, cell: Cell): Expectation | undefined {
  // Asked for before it is looked at who or what is meant.
  const isByRight = typeof row.needs === 'object' && 'right' in row.needs;
  const reason = row.has.person || isByRight ? withoutReason(row, who, cell, true) : undefined;
  if (reason) return reason;
  if (row.has.person && !who.staffIn?.some((place) => place === cell.person)) return NOT_FOUND;
  if (row.url === '/api/person-at' && !who.staffIn?.includes('own')) return NOT_FOUND;
  return isNothing(row, cell) ? NOT_FOUND : withoutReason(row, who, cell);
}

/** An invitation to somebody else is none; a role of machines is none. */
function ofSession({ has }: Row, { invitation, role }: Cell): Expectation | undefined {
  if (has.invitation && invitation !== 'mine') return NOT_FOUND;
  if (has.role && role !== 'member' && role !== 'owner') return NOT_FOUND;
  return undefined;
}

/** An organization that one is not let into is as one that does not exist. */
function outside(who: Standing, { organization }: Cell): Expectation | undefined {
  const isIn = isMember(who, organization) || who.staffIn?.some((place) => place === organization);
  return isIn ? undefined : NOT_FOUND;
}

function withoutPermission({ needs }: Row, who: Standing, { organization }: Cell): Expectation | undefined {
  if (typeof needs !== 'object' || 'staff' in needs) return undefined;
  if (needs.isForMembers && !isMember(who, organization)) return NOT_FOUND;
  const { permission, orStaff } = needs;
  if (permission === undefined || heldBy(who, organization).includes(permission)) return undefined;
  if (orStaff !== undefined && who.staff === orStaff) return undefined;
  return { ...refusal('permission.missing'), permission };
}

/** @param ofAllStaff not of support alone */
function withoutReason(
  { changes }: Row,
  { staff }: Standing,
  { reason }: Cell,
  ofAllStaff = false,
): Expectation | undefined {
  const isAsked = staff === 'support' || (ofAllStaff && staff !== undefined);
  return changes && isAsked && !reason ? refusal('reason.required') : undefined;
}

const isNothing = ({ has }: Row, { entry, snapshot, review }: Cell) =>
  (has.entry && (entry === 'missing' || entry === 'malformed')) ||
  (has.snapshot && snapshot !== 'own') ||
  (has.review && review !== 'own');

/** What is not of the organization is as what does not exist, and so is what cannot exist. */
function wrongIds({ has }: Row, cell: Cell): Expectation | undefined {
  if (has.member && cell.member !== cell.organization) return NOT_FOUND;
  if (has.invitation && cell.invitation !== cell.organization) return NOT_FOUND;
  if (has.import && cell.import !== cell.organization) return NOT_FOUND;
  if (has.entry && cell.entry !== cell.organization) return NOT_FOUND;
  return undefined;
}

/** Nobody gives a role, or takes one away, that can do more than they can; support has its list. */
function wrongRoles({ has, changes }: Row, who: Standing, cell: Cell): Expectation | undefined {
  if (!changes) return undefined;
  if (has.role && cell.role === 'malformed') return refusal('request.invalid');
  if (has.role && (cell.role === 'machine' || cell.role === 'missing')) return refusal('role.not_assignable');
  const touched: RoleName[] = [];
  if (has.member) touched.push(cell.holds);
  if (has.role && (cell.role === 'member' || cell.role === 'owner')) touched.push(cell.role);
  return touched.every((role) => mayAssign(who, role, cell.organization))
    ? undefined
    : refusal('role.above_ceiling');
}

const isMember = ({ memberOf }: Standing, organization: Whose) =>
  memberOf !== undefined && memberOf === organization;

function heldBy(who: Standing, organization: Whose): readonly string[] {
  const asMember = who.role && isMember(who, organization) ? permissionsOf[who.role] : [];
  const asStaff = who.staff && who.staffIn?.some((place) => place === organization);
  return [...asMember, ...(asStaff && who.staff ? staffPermissions[who.staff] : [])];
}

function mayAssign(who: Standing, role: RoleName, organization: Whose): boolean {
  if (who.staff === 'support') return SUPPORT_ASSIGNS.includes(role);
  const held = heldBy(who, organization);
  return permissionsOf[role].every((permission) => held.includes(permission));
}

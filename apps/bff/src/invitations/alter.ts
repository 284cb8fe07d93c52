import { normalizeEmailAddress, type Access, type InvitationChangeInput } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { namedRole, type Template } from '../access/organization-template.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { requireAssignable, requireInvitable } from '../rules/role-ceiling.ts';
import { EarlierInvitations } from './earlier.ts';
import { renewedExpiry, requireExpiry } from './expiry.ts';
import { findInvitation, requirePending, type InvitationKey } from './find.ts';
import { replaceInvitation, type Replaced } from './replace.ts';

/** Who asks, and a way to find out what they may do there when it is their turn. */
export interface By {
  change: Change;
  authorizeAgain(): Promise<Access>;
}

/**
 * Makes a new invitation in place of one that has expired or is pending, with the same roles, by whoever renews it.
 * @param expiresAt default: valid as long as the old one was
 * @throws Problem `invitation.not_pending`, `invitation.already_pending`, `role.above_ceiling`, `request.invalid`
 */
export function renewInvitation(
  portal: Portal,
  key: InvitationKey,
  expiresAt: string | undefined,
  by: By,
): Promise<Replaced> {
  by.change.action = 'invitation.renew';
  return alone(portal, key, by, ({ old, freeExpiry, template, access, database }) => {
    const roles = old.organizationRoles.map(({ id, name }) => ({ id, name }));
    requireInvitable(
      roles.map(({ id }) => id),
      access,
      template,
      '/invitationId',
    );
    const moment = expiresAt === undefined ? renewedExpiry(old) : requireExpiry(expiresAt);
    return replaceInvitation(portal, by.change, database, {
      old,
      inviterId: by.change.actor.id,
      roles,
      expiresAt: freeExpiry(moment),
    });
  });
}

/**
 * Gives a pending invitation other roles or another end. Where the end stays, the link that was sent stays good.
 * @throws Problem as `renewInvitation` does; both the roles that it had and those that it shall have count
 */
export function changeInvitation(
  portal: Portal,
  key: InvitationKey,
  { roleIds, expiresAt }: InvitationChangeInput,
  by: By,
): Promise<Replaced> {
  return alone(portal, key, by, ({ old, freeExpiry, template, access, database }) => {
    const had = old.organizationRoles.map(({ id }) => id);
    const wanted = roleIds ?? had;
    requireInvitable(wanted, access, template, '/roleIds');
    requireAssignable(had, access, template, '/roleIds');
    const isSameEnd = expiresAt === undefined || Date.parse(expiresAt) === old.expiresAt;
    const isSameRoles = had.length === wanted.length && had.every((id) => wanted.includes(id));
    if (isSameEnd && isSameRoles) return Promise.resolve({ invitation: old, isMailed: true });
    const moment = isSameEnd ? undefined : freeExpiry(requireExpiry(expiresAt));
    return replaceInvitation(portal, by.change, database, {
      old,
      inviterId: by.change.actor.id,
      roles: wanted.map((id) => namedRole(template, id)),
      expiresAt: moment ?? new Date(old.expiresAt),
    });
  });
}

interface Found {
  old: LogtoInvitation;
  /** As `EarlierInvitations` has it, for the address. */
  freeExpiry(expiresAt: Date): Date;
  template: Template;
  access: Access;
  /** What the record is to be written through. */
  database: Database;
}

/** Runs a change when no other one of the organization is under way: a second click finds what the first one made. */
function alone(
  portal: Portal,
  key: InvitationKey,
  by: By,
  run: (found: Found) => Promise<Replaced>,
): Promise<Replaced> {
  const { api, lock, template } = portal;
  return lock.run(key.organizationId, async (database) => {
    // Whoever had the lock before may have been another instance.
    api.readAnew();
    const old = await findInvitation(api, key, by.change);
    if (old.status !== 'Expired' || by.change.action !== 'invitation.renew') requirePending(old);
    const access = await by.authorizeAgain();
    const invitee = normalizeEmailAddress(old.invitee);
    const toAddress = await api.invitations.ofInvitee(invitee);
    const others = toAddress.filter(({ organizationId }) => organizationId === key.organizationId);
    if (others.some(({ id, status }) => status === 'Pending' && id !== old.id))
      throw new Problem(
        'invitation.already_pending',
        'Another invitation to this address is pending already.',
      );
    const earlier = new EarlierInvitations(others);
    const freeExpiry = (expiresAt: Date) => earlier.freeExpiry(invitee, expiresAt);
    return run({ old, freeExpiry, template: await template.get(), access, database });
  });
}

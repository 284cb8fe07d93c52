import { isManagementApiError } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { Opened } from './invitation-of-token.ts';
import { releaseMessage, useMessage } from './message-use.ts';

/** Seconds; it is only needed between pressing the button and arriving at Logto. */
const LIFE = 600;
/** So many user roles are read of an account; one that has more is taken for staff. */
const ROLES_READ = 100;

/**
 * What lets the invited person sign in, or up, without typing anything (Logto's magic link): the link came by e-mail, so
 * its holder reads the mailbox. Each message is good for one sign-in, counted when the button is pressed. After it they
 * sign in as usual, and so do people with a link that was handed over, staff, and admins of an organization.
 * @returns parameters of the authorization request
 * @throws Problem `audit.unavailable`; ManagementApiError when Logto does not answer, and then nothing is counted
 */
export async function signInByLink(
  portal: Portal,
  { token, invitation }: Opened,
): Promise<Record<string, string>> {
  if (token.via !== 'mail') return {};
  const { api, database } = portal;
  const { invitee } = invitation;
  const hint = { login_hint: invitee };
  if (invitation.status !== 'Pending' || (await isPowerful(portal, invitee))) return hint;
  if (!(await useMessage(database, token, invitation.id))) return hint;
  try {
    const made = await api.oneTimeTokens.create(invitee, LIFE);
    return { ...hint, one_time_token: made.token };
  } catch (error) {
    // Even if Logto made one and its answer was lost, nobody has it.
    await releaseMessage(database, token);
    // Logto takes no address of more than 128 characters here.
    if (isManagementApiError(error, 'request.invalid')) return hint;
    throw error;
  }
}

/** @returns whether the account of the address is staff, or an admin of any organization: a link is too little for those */
async function isPowerful({ api, template, settings }: Portal, email: string): Promise<boolean> {
  const { supportRole, opsRole, suspendRole, changeRole } = settings.staff;
  const staff = [supportRole, opsRole, suspendRole, changeRole];
  const accounts = await api.users.withEmails([email]);
  const found = accounts.map(async ({ id }) => {
    const [roleNames, memberships] = await Promise.all([api.users.roleNames(id), api.users.memberships(id)]);
    if (roleNames.length >= ROLES_READ || staff.some((name) => roleNames.includes(name))) return true;
    const roleIds = memberships.flatMap(({ organizationRoles }) => organizationRoles.map((role) => role.id));
    return (await template.get(roleIds)).scopeNames(roleIds).has('manage:organization');
  });
  return (await Promise.all(found)).includes(true);
}

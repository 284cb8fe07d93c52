import { normalizeEmailAddress, type PersonCard } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import { withoutReplaced } from '../invitations/replaced.ts';
import { showInvitations } from '../invitations/show.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';
import { stateOf, toAccount } from '../view/person.ts';
import { accountAt, accountFor, type KnownAccount } from './account.ts';

/** @throws Problem `resource.not_found`, for somebody of other organizations too */
export async function cardOf(portal: Portal, staff: Person, personId: string): Promise<PersonCard> {
  const account = await accountFor(portal, staff, personId);
  return cardWith(portal, staff, account.user.primaryEmail, account);
}

/**
 * @returns the card of whoever has the address, or was invited at it
 * @throws Problem `resource.not_found` where neither is so in an organization that is open to this member of staff
 */
export async function cardAt(portal: Portal, staff: Person, email: string): Promise<PersonCard> {
  const personId = await accountAt(portal, staff, email);
  if (personId !== undefined) return cardOf(portal, staff, personId);
  const card = await cardWith(portal, staff, normalizeEmailAddress(email), undefined);
  if (card.invitations.length === 0) throw notFound();
  return card;
}

async function cardWith(
  portal: Portal,
  staff: Person,
  email: string | null,
  account: KnownAccount | undefined,
): Promise<PersonCard> {
  const isLimited = staffScope(staff, portal.settings.staff) !== undefined;
  const invitations = email === null ? [] : await invitationsTo(portal, staff, email);
  const shown = await showInvitations(portal, invitations);
  const inOrganization = await organizationsFor(portal, staff);
  return {
    state: account ? stateOf(account.user) : isLimited ? 'not_member' : 'no_account',
    email,
    account: account ? toAccount(account.user) : null,
    isLimited,
    memberships: (account?.memberships ?? []).flatMap(({ id, name, organizationRoles }) => {
      const organization = inOrganization(id, name);
      return organization ? [{ organization, roles: organizationRoles }] : [];
    }),
    invitations: (
      await Promise.all(
        shown.map(async (invitation, nth) => {
          const id = invitations[nth]?.organizationId ?? '';
          const organization = inOrganization(id, (await portal.organizations.get(id))?.name ?? null);
          return organization ? [{ organization, invitation }] : [];
        }),
      )
    ).flat(),
  };
}

async function invitationsTo(portal: Portal, staff: Person, email: string): Promise<LogtoInvitation[]> {
  const scope = staffScope(staff, portal.settings.staff);
  const all = await portal.api.invitations.ofInvitee(normalizeEmailAddress(email));
  const open = all.filter(({ organizationId }) => scope === undefined || scope.includes(organizationId));
  const current = await withoutReplaced(portal.database, open, undefined);
  return current.sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
}

/** @returns an organization with what this member of staff may do there */
async function organizationsFor({ access, template }: Portal, staff: Person) {
  const known = await template.get(staff.roleIds);
  return (id: string, name: string | null) => {
    const may = access.of(staff, id, known);
    return may && { id, name, access: may };
  };
}

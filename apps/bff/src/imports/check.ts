import {
  MAX_PAGE_SIZE,
  literalPattern,
  normalizeEmailAddress,
  type InvitationCheck,
} from '@org-portal/contract';
import type { LogtoMember } from '@org-portal/management-api';
import pLimit from 'p-limit';
import { EarlierInvitations } from '../invitations/earlier.ts';
import type { Portal } from '../portal.ts';

/** Members that are compared one page after the other; of a larger organization the rest shows when it is sent. */
const MOST_MEMBERS = 2_000;
/** Addresses that are looked up one by one where there are more members. */
const MOST_LOOKUPS = 20;
const AT_ONCE = 4;

/**
 * @returns which of the addresses need no invitation, and whether Logto can send e-mails
 * @throws ManagementApiError when Logto cannot be asked
 */
export async function checkInvitees(
  portal: Portal,
  organizationId: string,
  invitees: string[],
): Promise<InvitationCheck> {
  const addresses = [...new Set(invitees.map(normalizeEmailAddress))];
  const [invitations, members, isEmailConfigured] = await Promise.all([
    portal.api.invitations.ofOrganization(organizationId),
    memberAddresses(portal, organizationId, addresses),
    portal.email.isConfigured(),
  ]);
  const earlier = new EarlierInvitations(invitations);
  return {
    alreadyMember: addresses.filter((address) => members.found.has(address)),
    alreadyPending: addresses.filter((address) => earlier.pendingTo(address)),
    isComplete: members.isComplete,
    isEmailConfigured,
  };
}

interface Found {
  found: Set<string>;
  isComplete: boolean;
}

async function memberAddresses({ api }: Portal, organizationId: string, addresses: string[]): Promise<Found> {
  const limit = pLimit(AT_ONCE);
  const pageOf = (page: number, pattern?: string) =>
    limit(() => api.members.list(organizationId, { page, pageSize: MAX_PAGE_SIZE }, { pattern }));
  const first = await pageOf(1);
  if (first.total > MOST_MEMBERS && addresses.length <= MOST_LOOKUPS) {
    const pages = await Promise.all(addresses.map((address) => pageOf(1, literalPattern(address))));
    return { found: addressesOf(pages.flatMap(({ items }) => items)), isComplete: true };
  }
  const last = Math.ceil(Math.min(first.total, MOST_MEMBERS) / MAX_PAGE_SIZE);
  const others = Array.from({ length: Math.max(0, last - 1) }, (_, index) => pageOf(index + 2));
  const pages = [first, ...(await Promise.all(others))];
  return {
    found: addressesOf(pages.flatMap(({ items }) => items)),
    isComplete: first.total <= MOST_MEMBERS,
  };
}

const addressesOf = (members: LogtoMember[]): Set<string> =>
  new Set(members.flatMap(({ primaryEmail }) => (primaryEmail ? normalizeEmailAddress(primaryEmail) : [])));

import { normalizeEmailAddress, type FoundPerson, type Page, type PageRequest } from '@org-portal/contract';
import type { PeopleSearch } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { searchAddresses, type InvitedAddress } from '../invitation-index/search-addresses.ts';
import { MOST_ADDRESSES, toFound } from './invited.ts';
import { textsOf, type Texts } from './sought.ts';
import { foundAccount } from './found-account.ts';

/** People in the whole tenant: accounts as Logto pages them, then addresses that were invited and have none. */
export async function findEverywhere(
  portal: Portal,
  search: PeopleSearch,
  page: PageRequest,
): Promise<Page<FoundPerson>> {
  const texts = textsOf(search);
  const { match, sensitive = false } = search;
  const [accounts, invited] = await Promise.all([
    portal.api.users.search(page, { texts, isExact: match === 'exact', isCaseSensitive: sensitive }),
    invitedOnly(portal, texts, search),
  ]);
  const before = Math.max(0, (page.page - 1) * page.pageSize - accounts.total);
  const room = page.pageSize - accounts.items.length;
  const isPastAccounts = page.page * page.pageSize > accounts.total;
  const addresses = isPastAccounts ? invited.items.slice(before, before + room) : [];
  return {
    items: [...accounts.items.map(foundAccount), ...addresses.map((one) => toFound(one, 'no_account'))],
    total: accounts.total + invited.items.length,
    isTotalCapped: accounts.isTotalCapped || invited.isTotalCapped,
  };
}

/** @returns addresses without an account to which invitations were sent */
async function invitedOnly(
  { api, database, invitationIndex }: Portal,
  { primaryEmail }: Texts,
  search: PeopleSearch,
): Promise<Omit<Page<InvitedAddress>, 'total'>> {
  if (primaryEmail === undefined) return { items: [], isTotalCapped: false };
  await invitationIndex.freshen(undefined);
  const found = await searchAddresses(database, undefined, primaryEmail, search, MOST_ADDRESSES);
  const accounts = await api.users.withEmails(found.items.map(({ email }) => email));
  const taken = new Set(accounts.map(({ primaryEmail: email }) => normalizeEmailAddress(email ?? '')));
  return { ...found, items: found.items.filter(({ email }) => !taken.has(email)) };
}

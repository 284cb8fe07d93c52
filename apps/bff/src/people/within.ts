import { MAX_PAGE_SIZE, literalPattern, normalizeEmailAddress, type FoundPerson } from '@org-portal/contract';
import type { Page, PageRequest, PeopleSearch } from '@org-portal/contract';
import type { LogtoUser } from '@org-portal/management-api';
import pLimit from 'p-limit';
import type { Portal } from '../portal.ts';
import { searchAddresses, type InvitedAddress } from '../invitation-index/search-addresses.ts';
import { cutPage } from '../reply-page.ts';
import { formsOf, readFew } from '../search/list-found.ts';
import { foundAccount } from './found-account.ts';
import { MOST_ADDRESSES, toFound } from './invited.ts';
import { matcherOf, textsOf, type Texts } from './sought.ts';

const AT_ONCE = 4;
/** Pages of members that a search reads, of all organizations together: at least one of each. */
const MOST_PAGES = 24;

/**
 * People of some organizations: their members, then addresses that they invited and that are no members. The tenant is
 * never searched, so that nothing in the answer, nor the time that it takes, depends on who is elsewhere.
 */
export async function findWithin(
  portal: Portal,
  organizationIds: readonly string[],
  search: PeopleSearch,
  page: PageRequest,
): Promise<Page<FoundPerson>> {
  const texts = textsOf(search);
  const [members, addresses] = await Promise.all([
    membersOf(portal, organizationIds, texts, search),
    invitedTo(portal, organizationIds, texts, search),
  ]);
  const emails = new Set(members.items.map(({ primaryEmail }) => normalizeEmailAddress(primaryEmail ?? '')));
  // With members left unread nobody knows who is none.
  const others = members.isTotalCapped ? [] : addresses.items.filter(({ email }) => !emails.has(email));
  const found = [...members.items.map(foundAccount), ...others.map((one) => toFound(one, 'not_member'))];
  return { ...cutPage(found, page), isTotalCapped: members.isTotalCapped || addresses.isTotalCapped };
}

/** @returns the members that fit, each once, the newest account first as in a search of the tenant */
async function membersOf(
  portal: Portal,
  organizationIds: readonly string[],
  texts: Texts,
  search: PeopleSearch,
): Promise<Omit<Page<LogtoUser>, 'total'>> {
  const fits = matcherOf(texts, search);
  const limit = pLimit(AT_ONCE);
  const pages = Math.max(1, Math.floor(MOST_PAGES / Math.max(1, organizationIds.length)));
  const sought = [...new Set(Object.values(texts))];
  const reads = organizationIds.flatMap((id) =>
    sought.map((text) => limit(() => membersWith(portal, id, text, pages))),
  );
  const found = await Promise.all(reads);
  const people = new Map(found.flatMap(({ items }) => items.filter(fits).map((one) => [one.id, one])));
  const items = [...people.values()].sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
  return { items, isTotalCapped: found.some(({ isTotalCapped }) => isTotalCapped) };
}

/** @returns members that may have the text, with any accents where there are not too many of them */
async function membersWith(
  portal: Portal,
  organizationId: string,
  text: string,
  pages: number,
): Promise<Omit<Page<LogtoUser>, 'total'>> {
  const few = await readFew(
    (page, pattern) => portal.api.members.list(organizationId, page, { pattern }),
    text,
  );
  if (few.isAll) return { items: few.items, isTotalCapped: false };
  const exact = await Promise.all(
    formsOf(text).map((form) => membersLike(portal, organizationId, literalPattern(form), pages)),
  );
  return {
    items: [...few.items, ...exact.flatMap(({ items }) => items)],
    isTotalCapped: exact.some(({ isTotalCapped }) => isTotalCapped),
  };
}

async function membersLike(
  { api }: Portal,
  organizationId: string,
  pattern: string,
  pages: number,
): Promise<Omit<Page<LogtoUser>, 'total'>> {
  const items: LogtoUser[] = [];
  let total = Infinity;
  for (let page = 1; page <= pages && (page - 1) * MAX_PAGE_SIZE < total; page += 1) {
    const found = await api.members.list(organizationId, { page, pageSize: MAX_PAGE_SIZE }, { pattern });
    items.push(...found.items);
    total = found.total;
  }
  return { items, isTotalCapped: total > pages * MAX_PAGE_SIZE };
}

async function invitedTo(
  { database, invitationIndex }: Portal,
  organizationIds: readonly string[],
  { primaryEmail }: Texts,
  search: PeopleSearch,
): Promise<{ items: InvitedAddress[]; isTotalCapped: boolean }> {
  if (primaryEmail === undefined) return { items: [], isTotalCapped: false };
  await invitationIndex.freshen(organizationIds);
  return searchAddresses(database, organizationIds, primaryEmail, search, MOST_ADDRESSES);
}
